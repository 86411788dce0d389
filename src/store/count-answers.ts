import type { Context } from "../domain/context.ts";
import type { Command, State } from "../domain/dialogue.ts";
import { roundsOf } from "../domain/evaluation/rounds.ts";
import { isDue } from "../domain/evaluation/survey-orders.ts";
import type { Responses } from "./response.ts";

/**
 * The orders, each to close a round with the number of answers it has had: from then on the store takes no more of them,
 * so the number holds. Others stay as they are, and so does one to close a round whose time has not come.
 */
export async function withAnswersCounted(
  state: State,
  commands: readonly Command[],
  { actor, context, responses }: Counting,
): Promise<readonly Command[]> {
  if (state.status !== "active" || actor !== "system") return commands;
  const { template, calendar, now } = context;
  return Promise.all(
    commands.map(async (command) => {
      if (command.type !== "CloseRound") return command;
      const { roundId } = command;
      const round = roundsOf(state, template, calendar).find(({ id }) => id === roundId);
      if (!round || !isDue(round, now)) return command;
      return { ...command, answers: await responses.stop(state.id, roundId) };
    }),
  );
}

type Counting = {
  readonly actor: string;
  readonly context: Pick<Context, "now" | "template" | "calendar">;
  readonly responses: Pick<Responses, "stop">;
};

import { evaluationReport } from "../cards/evaluation/report.ts";
import { resultsCard } from "../cards/evaluation/results-card.ts";
import type {
  ShownInternal,
  ShownRelease,
  ShownResults,
} from "../cards/evaluation/shown-results.ts";
import type { ActionOf } from "../cards/actions.ts";
import type { View } from "../cards/view.ts";
import { resultsOf } from "../domain/evaluation/results.ts";
import { questionsOf, roundsOf } from "../domain/evaluation/rounds.ts";
import { type RoundId, SECOND_WAVE } from "../domain/evaluation/survey.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { openView } from "./open-view.ts";
import { page } from "./pages.ts";
import type { Press } from "./pressed.ts";

/** What was answered, as far as it may be shown, or the report of it; for everybody who may open the dialogue. Throws Rejection for others. */
export async function resultsPage(
  press: Press,
  action: ActionOf<"openResults" | "openEvaluationReport">,
  options: BotOptions,
): Promise<Reply> {
  const view = await openView(action, press, options);
  const shown = await shownResults(view, options);
  const draw = action.verb === "openResults" ? resultsCard : evaluationReport;
  return page(view.language, draw(view, shown, action.page));
}

/** The tables of what has been released; raw answers go no further than here. */
async function shownResults(
  view: View,
  { store }: Pick<BotOptions, "store">,
): Promise<ShownResults> {
  const { state } = view;
  const releases = await Promise.all(
    state.survey.released.map((ids) => releaseOf(view, ids, { store })),
  );
  const internal = await internalOf(view, { store });
  const shown = new Set(state.survey.released.flat());
  const waiting = roundsOf(state, view.template, view.calendar).some(
    ({ id, cancelled, closed }) => !cancelled && closed !== undefined && !shown.has(id),
  );
  return { releases, waiting, ...(internal ? { internal } : {}) };
}

async function releaseOf(
  { state }: View,
  ids: readonly RoundId[],
  { store }: Pick<BotOptions, "store">,
): Promise<ShownRelease> {
  const rounds = await Promise.all(
    ids.map(async (id) => {
      const responses = await store.responses.responsesOf(state.id, id);
      return { id, answers: responses.map(({ answers }) => answers) };
    }),
  );
  const again = ids.includes(SECOND_WAVE);
  const form = again ? "wave2" : "participant";
  const asked = new Set(questionsOf(state, form).map(({ id }) => id));
  const results = resultsOf(form, rounds);
  return {
    about: again ? "secondWave" : "participants",
    results: { ...results, items: results.items.filter(({ question }) => asked.has(question)) },
    attendance: Object.fromEntries(
      ids.flatMap((id) => {
        const counted = state.items[`event.count.${id}`]?.values.attendance;
        return typeof counted === "number" ? [[id, counted] as const] : [];
      }),
    ),
  };
}

async function internalOf(
  { state }: View,
  { store }: Pick<BotOptions, "store">,
): Promise<ShownInternal | undefined> {
  const round = state.internalRound;
  if (round === undefined || round.status === "open") return undefined;
  if (round.status === "joint" || round.joint !== undefined) return { joint: true };
  const answers = await store.evaluation.responses({ dialogueId: state.id, roundId: round.id });
  const results = resultsOf("internal", [{ id: round.id, answers }]);
  return { results, invited: round.invited.length };
}

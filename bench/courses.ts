import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { openSeeding, seedDialogue, seedUnconfirmed } from "./seed.ts";
import type { Granasa } from "./granasa.ts";
import { confirmPresses, LANES, rowPresses } from "./presses.ts";
import type { Emulator } from "./town.ts";

/** One kind of press, measured in every round. */
export type Course = {
  readonly name: string;
  readonly target: "echo" | "bot";
  readonly perLane: number;
  /** The presses of a turn, and a token for them. No two turns share an id. */
  readonly presses: (
    turn: number,
  ) => Promise<{ readonly token: string; readonly lanes: readonly (readonly string[])[] }>;
};

const ROWS_PER_LANE = 50;
const CONFIRMS_PER_LANE = 20;

const several = (lane: number) => `several-${lane}`;
const one = () => "one";
const fresh = (turn: number, lane: number, number: number) => `fresh-${turn}-${lane}-${number}`;

/** The echo and the three kinds of press of the bot, in the order of a round. */
export function coursesOf({ activity }: Emulator): readonly Course[] {
  const rows = (dialogueOf: (lane: number) => string) => async (turn: number) => {
    const submitted = await activity("dialogSubmit");
    const { token } = submitted;
    return { token, lanes: rowPresses(submitted.activity, turn, ROWS_PER_LANE, dialogueOf) };
  };
  const confirms = (perLane: number) => async (turn: number) => {
    const executed = await activity("execute");
    return {
      token: executed.token,
      lanes: confirmPresses(executed.activity, turn, perLane, fresh),
    };
  };
  const bot = "bot" as const;
  return [
    { name: "echo", target: "echo", perLane: ROWS_PER_LANE, presses: confirms(ROWS_PER_LANE) },
    {
      name: "form saved, 16 dialogues",
      target: bot,
      perLane: ROWS_PER_LANE,
      presses: rows(several),
    },
    { name: "form saved, one dialogue", target: bot, perLane: ROWS_PER_LANE, presses: rows(one) },
    {
      name: "card pressed, a new dialogue each",
      target: bot,
      perLane: CONFIRMS_PER_LANE,
      presses: confirms(CONFIRMS_PER_LANE),
    },
  ];
}

/** Makes every dialogue that will be pressed on, before the bot starts, and says how many events there are. */
export async function seedCourses(
  path: string,
  emulatorUrl: string,
  granasa: Granasa,
  turns: readonly number[],
): Promise<number> {
  const seeding = await openSeeding(path, emulatorUrl, granasa);
  const initiator = await seeding.person(granasa.official);
  const starter = await seeding.person(granasa.employee);
  const lanes = Array.from({ length: LANES }, (_, lane) => lane);
  for (const dialogueId of [...lanes.map(several), one()])
    await seedDialogue(seeding, dialogueId, granasa.home, initiator);
  for (const turn of turns)
    await Promise.all(
      lanes.flatMap((lane) =>
        Array.from({ length: CONFIRMS_PER_LANE }, (_, number) =>
          seedUnconfirmed(seeding, fresh(turn, lane, number), granasa.home, { starter, initiator }),
        ),
      ),
    );
  const events = await eventsIn(seeding.store);
  await seeding.store.close();
  return events;
}

/** Rejects unless every press has left one event and no more, in a chain that is whole. */
export async function checkKept(path: string, before: number, presses: number): Promise<void> {
  const store = await openSqliteStore({ path, instance: "bench" });
  const kept = (await eventsIn(store)) - before;
  const verified = await store.dialogues.verify(one());
  await store.close();
  if (kept !== presses)
    throw new Error(`${presses} presses were answered with a card and left ${kept} events.`);
  if (!verified.ok) throw new Error(`The chain breaks at ${verified.version}: ${verified.why}.`);
}

async function eventsIn({ dialogues }: Store): Promise<number> {
  const rows = await dialogues.list("all");
  return rows.reduce((sum, { version }) => sum + version, 0);
}

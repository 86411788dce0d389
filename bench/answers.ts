import { randomUUID } from "node:crypto";
import { executeButton } from "../src/cards/actions.ts";
import type { Command } from "../src/domain/dialogue.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import { createFold } from "../src/store/fold.ts";
import type { Granasa } from "./granasa.ts";
import type { LoadProcess } from "./load-process.ts";
import { openSeeding, record, row, seedDialogue, type Seeding } from "./seed.ts";
import { call, startBot, startEmulator } from "./town.ts";

/** What came of everybody answering a position at the same time, in one turn. */
export type Answering = {
  readonly members: number;
  readonly perSecond: number;
  readonly slowestMs: number;
  readonly lost: number;
  /** How often the position's card and the Översikt in the channel were edited for it. */
  readonly channelEdits: number;
  readonly tooMany: number;
};

const MEMBERS = 25;
const POSITION = "position-1";
const dialogueOf = (turn: number) => `asked-${turn}`;

/** 25 members of one steering group press "Tillstyrk" in their own chats at once, with the limits of Teams in force. */
export async function measureAnswers(
  directory: string,
  granasa: Granasa,
  load: LoadProcess,
  turns: number,
): Promise<readonly Answering[]> {
  const database = `${directory}/answers.db`;
  const crowd = crowdIn(granasa);
  const emulator = await startEmulator(directory, crowd);
  await seed(await openSeeding(database, emulator.url, crowd), crowd, turns);
  const bot = await startBot({ emulatorUrl: emulator.url, database, granasa: crowd });
  await call("PUT", `${emulator.url}/control/bot`, { url: bot.url });
  await bot.settle();
  // The cards of the start are out; from here on Teams takes no more than it does.
  await call("PUT", `${emulator.url}/control/limits`, { on: true });
  const seen: Answering[] = [];
  for (let turn = 0; turn < turns; turn++)
    seen.push(await answerAtOnce(turn, { emulatorUrl: emulator.url, bot, load, crowd }));
  await bot.stop();
  await emulator.stop();
  const kept = await answersIn(database, turns);
  return seen.map((one, turn) => ({ ...one, lost: MEMBERS - (kept[turn] ?? 0) }));
}

type Crowd = Granasa & { readonly group: readonly string[] };

/** The example with 25 more people in its team, who are the steering group. */
function crowdIn(granasa: Granasa): Crowd {
  const group = Array.from({ length: MEMBERS }, () => randomUUID());
  const [team, ...others] = granasa.world.teams;
  const { people } = granasa.world as { readonly people?: readonly object[] };
  const world = {
    ...granasa.world,
    people: [
      ...(people ?? []),
      ...group.map((id, index) => ({ id, name: `Ledamot ${index + 1}` })),
    ],
    teams: [{ ...team, members: [...team.members, ...group] }, ...others] as [typeof team],
  };
  return { ...granasa, world, members: [...granasa.members, ...group], group };
}

/** Each turn has a dialogue of its own, decided by the board, with one question open for a day. */
async function seed(seeding: Seeding, crowd: Crowd, turns: number): Promise<void> {
  const group = await Promise.all(crowd.group.map(seeding.person));
  const [chair = ""] = group;
  const [official, registrar] = await Promise.all(
    [crowd.official, crowd.employee].map(seeding.person),
  );
  for (let turn = 0; turn < turns; turn++) {
    const dialogueId = dialogueOf(turn);
    await seedDialogue(seeding, dialogueId, crowd.home, official ?? "");
    const order = (actor: string, ...commands: readonly Command[]) =>
      seeding.handle.order({ dialogueId, commands, actor });
    await order(registrar ?? "", ...decision(group, chair, registrar ?? ""));
    await order(chair, { type: "ConfirmDecision", decisionId: "decision-1" });
    const appointed = { civilServant: registrar, appointedAt: "2026-11-23" };
    await order(registrar ?? "", record("plan.appoint", appointed));
    await order(chair, OPEN);
  }
  await seeding.store.close();
}

const OPEN: Command = {
  type: "OpenPosition",
  positionId: POSITION,
  matter: "other",
  question: "Ska vi fortsätta?",
};

/** The board has decided that the group is to hold the dialogue, and the head of department to see to it. */
export function decision(
  group: readonly string[],
  chair: string,
  head: string,
): readonly Command[] {
  return [
    record("identify.case", { dnr: "SBN 2027-0041" }),
    row("decide.proposal", "decisionPoints", "point-1", "Hålla dialog"),
    record("decide.budget", { budgetSek: "150 000", budgetSource: "Driftbudget" }),
    record("decide.steering-group", { members: group.join(","), chair }),
    record("decide.level", { level: "dialog" }),
    record("decide.assignment", { headAssigned: true, departmentHead: head }),
    record("decide.register", {
      body: "sbn",
      meetingDate: "2026-11-20",
      paragraph: "§ 7",
      dnr: "SBN 2027-0041",
      decisionText: "Nämnden beslutar att hålla en medborgardialog.",
      decidedUnder: "normal",
    }),
    { type: "RegisterDecision", decisionId: "decision-1", matter: "start" },
  ];
}

type Scene = {
  readonly emulatorUrl: string;
  readonly bot: Awaited<ReturnType<typeof startBot>>;
  readonly load: LoadProcess;
  readonly crowd: Crowd;
};
type Received = { readonly seq: number; readonly method: string; readonly status: number } & {
  readonly conversationId?: string;
};

async function answerAtOnce(
  turn: number,
  { emulatorUrl, bot, load, crowd }: Scene,
): Promise<Answering> {
  const received = async (since: number) =>
    (await call("GET", `${emulatorUrl}/control/received?since=${since}`)) as readonly Received[];
  const before = (await received(0)).at(-1)?.seq ?? 0;
  const about = { dialogueId: dialogueOf(turn), positionId: POSITION };
  const { verb, data } = executeButton("", {
    verb: "answerPosition",
    ...about,
    answer: "approve",
    revision: 0,
  });
  let token = "";
  const lanes: string[][] = [];
  for (const person of crowd.group) {
    const wish = { person, conversation: "personal", kind: "execute", action: {} };
    const built = await call("POST", `${emulatorUrl}/control/activity`, wish);
    const pressed = built as { readonly activity: object; readonly token: string };
    token = pressed.token;
    const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
    lanes.push([JSON.stringify({ ...pressed.activity, id: `f:${randomUUID()}`, value })]);
  }
  const { wallMs, latenciesMs } = await load.run({ url: bot.url, token, lanes });
  await bot.settle();
  const calls = await received(before);
  const channel = calls.filter(
    ({ method, conversationId }) =>
      method === "PUT" && conversationId?.startsWith(crowd.home.channelId),
  );
  return {
    members: latenciesMs.length,
    perSecond: (latenciesMs.length / wallMs) * 1_000,
    slowestMs: Math.max(...latenciesMs),
    lost: 0,
    channelEdits: channel.length,
    tooMany: calls.filter(({ status }) => status === 429).length,
  };
}

/** How many answers the database holds for each turn, folded anew. */
async function answersIn(path: string, turns: number): Promise<readonly number[]> {
  const store = await openSqliteStore({ path, instance: "bench" });
  const fold = createFold(store.dialogues);
  const counts: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const { state } = await fold.load(dialogueOf(turn));
    const position = state.status === "none" ? undefined : state.positions[0];
    counts.push(Object.keys(position?.answers ?? {}).length);
  }
  await store.close();
  return counts;
}

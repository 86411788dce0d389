import { randomUUID } from "node:crypto";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CrashStep } from "../../src/crash.ts";
import type { CardNode } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";
import { endOf, type Lane, openLane } from "./crash-rounds.ts";
import { crowdOf } from "./crowd.ts";
import { confirmAct, doAct, startAct } from "./dialogue-acts.ts";
import { morningsIn } from "./told-mornings.ts";

/** A morning each: the last day of something that is due the day after. */
const MORNINGS: readonly (readonly [step: CrashStep, morning: string, due: string])[] = [
  ["morning.due", "2027-09-21", "2027-09-22"],
  ["morning.written", "2027-09-22", "2027-09-23"],
  ["morning.made", "2027-09-23", "2027-09-24"],
  ["post.claimed", "2027-09-24", "2027-09-27"],
  ["post.drawn", "2027-09-27", "2027-09-28"],
  ["post.taken", "2027-09-28", "2027-09-29"],
  ["post.marked", "2027-09-29", "2027-09-30"],
];
/** An absence begins, is over, begins again and is over again, each at a midnight. */
const MIDNIGHTS: readonly (readonly [step: CrashStep, day: string, type: string])[] = [
  ["timer.due", "2027-10-05", "AbsenceBegan"],
  ["order.written", "2027-10-06", "AbsenceEnded"],
  ["order.saved", "2027-10-07", "AbsenceBegan"],
  ["timer.done", "2027-10-08", "AbsenceEnded"],
];

const crowd = crowdOf({ registrars: 0, elected: 3, channels: 3 });
const [starter = "", anna = "", bertil = ""] = crowd.elected;
const dialogues = crowd.channels.map((conversation) => ({
  conversation,
  dialogueId: randomUUID(),
}));
let lane: Lane;

beforeAll(async () => {
  lane = await openLane(crowd);
  const { emulator } = lane.town;
  await emulator.moveClock("2027-09-20T08:00:00Z");
  const initiator = lane.ledger.personId(anna);
  for (const one of dialogues) {
    await doAct(emulator, startAct(starter, { ...one, initiator }));
    await doAct(emulator, confirmAct(anna, one.dialogueId));
  }
  for (const [, , due] of MORNINGS) {
    await task(0, anna, due);
    await task(1, anna, due);
    await task(1, bertil, due);
  }
  await emulator.moveClock("2027-09-20T08:20:00Z");
});
afterAll(() => lane.town.close());

const titleOf = (dialogue: number, due: string) => `Uppgift ${dialogue} till ${due}`;

function press(person: string, dialogue: number, data: object, inputs: Record<string, string>) {
  const { conversation = "", dialogueId = "" } = dialogues[dialogue] ?? {};
  return lane.town.emulator.dialogSubmit(person, {
    conversation,
    data: { dl: 1, dialogueId, ...data },
    inputs,
  });
}

async function task(dialogue: number, owner: string, due: string): Promise<void> {
  const inputs = {
    "in:task:title": titleOf(dialogue, due),
    "in:task:owner": lane.ledger.personId(owner),
    "in:task:due": due,
  };
  const answer = await press(anna, dialogue, { verb: "addTask", taskId: randomUUID() }, inputs);
  expect(JSON.stringify(answer.body)).not.toMatch(/E-[A-Z]/u);
}

function kept<Row>(sql: string, ...values: readonly string[]): Row[] {
  const database = new BetterSqlite3(join(lane.town.directory, "dialog.db"), { readonly: true });
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}

/** A life that ends at that step, once so many have pressed something; without a step one that lives on. */
async function liveUntil(step: CrashStep | undefined, presses = 1): Promise<void> {
  await lane.town.restart("kill", step ? { CRASH_AT: `${step}@${presses}` } : {});
}

/** Somebody's press is refused, and time goes on until the bot ends itself at that step. */
async function goUntilDead(step: CrashStep, to: string, how = { jump: false }): Promise<void> {
  const { town } = lane;
  await press(anna, 0, { verb: "completeTask", taskId: randomUUID() }, {});
  const moved = town.emulator.moveClock(to, how).catch(() => "no answer");
  expect([step, await endOf(town)]).toEqual([step, "killed"]);
  await moved;
}

const at = (day: string, time: string) =>
  Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime("Europe/Stockholm")
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

type Row = { readonly person: string; readonly status: string };
const rowsOf = (morning: string) =>
  kept<Row>(
    "select wish ->> '$.to.person' as person, status from message where key like ? order by key",
    `morning:%:${morning}`,
  );
/** How many messages of that morning each person has been sent. */
async function arrived(morning: string): Promise<ReadonlyMap<string, number>> {
  const line = (await morningsIn(lane)).find((one) => one.startsWith(morning));
  const names = line?.split(": ")[1]?.split(" ") ?? [];
  return new Map(
    [anna, bertil].map((one) => [
      lane.ledger.personId(one),
      names.filter((name) => name === one).length,
    ]),
  );
}

/** What there is the moment the process is gone, by the step it ended at. */
const WRECKS: Readonly<Record<string, (rows: readonly Row[], come: number) => boolean>> = {
  "morning.due": (rows) => rows.length === 0,
  "morning.written": (rows) => rows.length === 0,
  "morning.made": (rows) => rows.map(({ status }) => status).join(" ") === "pending pending",
  "post.claimed": (rows, come) => doubted(rows).length > 0 && come === 0,
  "post.drawn": (rows, come) => doubted(rows).length > 0 && come === 0,
  "post.taken": (_rows, come) => come > 0,
  "post.marked": (rows) => rows.some(({ status }) => status === "sent"),
};
const doubted = (rows: readonly Row[]) => rows.filter(({ status }) => status === "sending");

test("a morning during which the process is killed at any step is one message for each person, of everything from every dialogue; only one that may have arrived comes again", {
  timeout: 300_000,
}, async () => {
  await liveUntil(MORNINGS[0]?.[0]);
  for (const [index, [step, morning, due]] of MORNINGS.entries()) {
    await goUntilDead(step, at(morning, "08:30"));
    const [wreck, before] = [rowsOf(morning), await arrived(morning)];
    const come = doubted(wreck).filter(({ person }) => before.get(person) === 1).length;
    expect([step, wreck, come, WRECKS[step]?.(wreck, come)]).toEqual([step, wreck, come, true]);
    await liveUntil(MORNINGS[index + 1]?.[0]);
    await lane.town.emulator.moveClock(at(morning, "08:30"));
    await lane.town.emulator.moveClock(at(morning, "08:41"));
    const after = await arrived(morning);
    for (const { person, status } of rowsOf(morning)) {
      const isDoubted = doubted(wreck).some((one) => one.person === person);
      const expected = isDoubted ? (before.get(person) ?? 0) + 1 : 1;
      expect([step, status, after.get(person)]).toEqual([step, "sent", expected]);
    }
    expect(rowsOf(morning)).toHaveLength(2);
    await checkTold(step, due, morning);
  }
});

/** Each is told of what is due the day after, from both dialogues, in that morning's message; nothing due is left. */
async function checkTold(step: CrashStep, due: string, morning: string): Promise<void> {
  const { now } = await lane.town.emulator.clock();
  const left = "select key from reminder where status = 'planned' and due_at <= ?";
  expect([step, kept(left, now)]).toEqual([step, []]);
  const told = kept<{ key: string }>(
    "select message.key from reminder join message on message.id = message_id where reminder.due_at = ?",
    at(morning, "08:30"),
  );
  expect(told.every(({ key }) => key.endsWith(morning))).toBe(true);
  for (const [person, dialogues] of [
    [anna, [0, 1]],
    [bertil, [1]],
  ] as const) {
    const words = await lastWordsTo(person);
    for (const dialogue of dialogues) expect(words).toContain(titleOf(dialogue, due));
  }
}

async function lastWordsTo(person: string): Promise<string> {
  const { emulator } = lane.town;
  const chat = (await emulator.conversations()).find((one) => one.personId === person);
  const all = chat ? await emulator.messages(chat.id) : [];
  const card = all.findLast(
    ({ card }) => card && readOn(card as CardNode).includes("väntar på dig"),
  );
  return card?.card ? readOn(card.card as CardNode) : "";
}

test("what time does is done once and at its instant, also when the process is killed between the order and its mark", {
  timeout: 300_000,
}, async () => {
  const { dialogueId = "" } = dialogues[2] ?? {};
  const facts = () =>
    kept<{ type: string; at: string }>(
      "select type, at from event where dialogue_id = ? and type like 'Absence%' and by = 'system' order by version",
      dialogueId,
    );
  const expected: object[] = [];
  await liveUntil(MIDNIGHTS[0]?.[0], 2);
  for (const [index, [step, day, type]] of MIDNIGHTS.entries()) {
    if (index % 2 === 0) {
      const eve = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
      await lane.town.emulator.moveClock(at(eve, "12:00"));
      await absent(day);
    }
    await goUntilDead(step, at(day, "00:00"));
    const isSaved = step === "order.saved" || step === "timer.done";
    expect([step, facts().length]).toEqual([step, expected.length + Number(isSaved)]);
    await liveUntil(MIDNIGHTS[index + 1]?.[0], index % 2 === 0 ? 1 : 2);
    await lane.town.emulator.moveClock(at(day, "00:05"));
    expected.push({ type, at: at(day, "00:00") });
    expect([step, facts()]).toEqual([step, expected]);
  }
});

async function absent(day: string): Promise<void> {
  const data = { verb: "recordAbsence", role: "initiator", person: lane.ledger.personId(anna) };
  const answer = await press(anna, 2, data, { "in:form:from": day, "in:form:until": day });
  expect(JSON.stringify(answer.body)).not.toMatch(/E-[A-Z]/u);
}

test("what was missed during days away is one message for each person that names each thing once, also when the process that catches up is killed", {
  timeout: 300_000,
}, async () => {
  const due = "2027-10-12";
  await task(0, anna, due);
  await task(1, bertil, due);
  await liveUntil("morning.made");
  const noon = at("2027-10-13", "12:00");
  await goUntilDead("morning.made", noon, { jump: true });
  await liveUntil(undefined);
  await lane.town.emulator.moveClock(noon);
  await lane.town.emulator.moveClock(at("2027-10-13", "12:11"));
  for (const [morning, count] of [
    ["2027-10-11", 0],
    ["2027-10-12", 0],
    ["2027-10-13", 1],
  ] as const)
    expect([morning, [...(await arrived(morning)).values()]]).toEqual([morning, [count, count]]);
  for (const [person, dialogue] of [
    [anna, 0],
    [bertil, 1],
  ] as const)
    expect((await lastWordsTo(person)).split(titleOf(dialogue, due))).toHaveLength(2);
});

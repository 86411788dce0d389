import { randomUUID } from "node:crypto";
import { decision } from "./answers.ts";
import { type Crowd, crowdIn, seedCrowd } from "./crowd.ts";
import type { PersonId } from "../src/domain/value.ts";
import type { Granasa } from "./granasa.ts";
import { markdownTable } from "./numbers.ts";
import { openSeeding, seedDialogue } from "./seed.ts";
import { call, startBot, startEmulator } from "./town.ts";

const PEOPLE = 500;
const MONTHS = 12;
const A_MONTH_MS = 365.25 * 24 * 3_600_000 * (1 / MONTHS);
const MB = 1_000_000;

/** Presses under way at once. */
const LANES = 16;
/** How long after it is given a task is to be done. */
const TASK_DAYS = 20;
/** Each how many months. */
const TASK_MONTHS = 3;
/** The clock is moved by so much at a time, so that each move is answered in good time. */
const STEPS_A_MONTH = 5;

type Living = { readonly dialogueId: string; readonly chair: string; readonly chairId: PersonId };

/**
 * A year of so many dialogues in which each quarter the chair of each takes a task with a date upon themself, and every
 * other one does it in the quarter after: reminders, escalation of what is left, mornings across dialogues, living cards.
 * What the process keeps in its heap after each month, and what Teams received.
 */
export async function measureYear(
  directory: string,
  granasa: Granasa,
  dialogues: number,
): Promise<string> {
  const database = `${directory}/year.db`;
  const crowd = crowdIn(granasa, PEOPLE);
  const emulator = await startEmulator(directory, crowd);
  const living = await seed(database, emulator.url, crowd, dialogues);
  // A year passes in minutes of real time, so what Teams takes in a second is no part of it.
  const surroundings = { emulatorUrl: emulator.url, database, granasa: crowd };
  const bot = await startBot(surroundings, { DEV_PACE: "off" });
  await call("PUT", `${emulator.url}/control/bot`, { url: bot.url });
  await bot.settle();
  const { now: start } = (await call("GET", `${bot.url}/dev/clock`)) as { now: string };
  const heaps: number[] = [];
  let open: readonly Press[] = [];
  let presses = 0;
  for (let month = 0; month < MONTHS; month++) {
    const from = Date.parse(start) + month * A_MONTH_MS;
    if (month % TASK_MONTHS === 0) {
      const due = new Date(from + TASK_DAYS * 24 * 3_600_000).toISOString().slice(0, 10);
      const given = living.map((one) => taskFor(one, due));
      const done = open.filter((_, index) => index % 2 === 0);
      await pressAll(emulator.url, [...done, ...given.map(({ add }) => add)]);
      presses += done.length + given.length;
      open = given.map(({ complete }) => complete);
    }
    for (let step = 1; step <= STEPS_A_MONTH; step++) {
      const now = new Date(from + (A_MONTH_MS * step) / STEPS_A_MONTH).toISOString();
      await call("PUT", `${bot.url}/dev/clock`, { now });
    }
    heaps.push(await bot.heapBytes());
  }
  const received = (await call("GET", `${emulator.url}/control/received?since=0`)) as readonly {
    seq: number;
  }[];
  await bot.stop();
  await emulator.stop();
  const [first = 0] = heaps;
  const last = heaps.at(-1) ?? 0;
  return markdownTable(
    [
      "a year",
      "presses",
      "calls to Teams",
      "heap after a month, MB",
      "most",
      "at the end",
      "end ÷ first",
    ],
    [
      [
        `${dialogues.toLocaleString("en")} dialogues`,
        presses.toLocaleString("en"),
        (received.at(-1)?.seq ?? 0).toLocaleString("en"),
        (first / MB).toFixed(0),
        (Math.max(...heaps) / MB).toFixed(0),
        (last / MB).toFixed(0),
        (last / first).toFixed(2),
      ],
    ],
  );
}

type Press = { readonly person: string; readonly data: object; readonly inputs?: object };

/** A task that the chair takes upon themself, and the press that says it is done. */
function taskFor({ dialogueId, chair, chairId }: Living, due: string) {
  const at = { dl: 1, dialogueId, taskId: randomUUID() };
  const inputs = { "in:task:title": "Ringa skolan", "in:task:owner": chairId, "in:task:due": due };
  return {
    add: { person: chair, data: { ...at, verb: "addTask" }, inputs },
    complete: { person: chair, data: { ...at, verb: "completeTask" } },
  };
}

/** Gives them all to the bot, so many at once; fails at the first that is refused. */
async function pressAll(emulatorUrl: string, presses: readonly Press[]): Promise<void> {
  const waiting = [...presses];
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { person, data, inputs } = next;
      const wish = {
        person,
        kind: "dialogSubmit",
        conversation: "personal",
        inputs,
        action: { data },
      };
      const answer = await call("POST", `${emulatorUrl}/control/act`, wish);
      if (/E-[A-Z]{3}/u.test(JSON.stringify(answer)))
        throw new Error(`A press was refused: ${JSON.stringify(answer).slice(0, 1_000)}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function seed(
  database: string,
  emulatorUrl: string,
  crowd: Crowd,
  dialogues: number,
): Promise<readonly Living[]> {
  const seeding = await openSeeding(database, emulatorUrl, crowd);
  const people = await seedCrowd(seeding, crowd);
  const registrar = await seeding.person(crowd.employee);
  const official = await seeding.person(crowd.official);
  const living: Living[] = [];
  for (let number = 0; number < dialogues; number++) {
    const dialogueId = randomUUID();
    const group = [0, 1, 2].map((seat) => people[(number * 3 + seat) % PEOPLE] ?? "");
    const [chair = ""] = group;
    const head = people[(number * 7 + 4) % PEOPLE] ?? "";
    await seedDialogue(seeding, dialogueId, crowd.home, official);
    const commands = decision(group, chair, head);
    await seeding.handle.order({ dialogueId, commands, actor: registrar });
    const confirmed = { type: "ConfirmDecision", decisionId: "decision-1" } as const;
    await seeding.handle.order({ dialogueId, commands: [confirmed], actor: chair });
    living.push({ dialogueId, chairId: chair, chair: crowd.people[(number * 3) % PEOPLE] ?? "" });
  }
  await seeding.store.close();
  return living;
}

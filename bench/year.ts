import { randomUUID } from "node:crypto";
import { decision } from "./answers.ts";
import { type Crowd, crowdIn, seedCrowd } from "./crowd.ts";
import type { Granasa } from "./granasa.ts";
import { markdownTable } from "./numbers.ts";
import { openSeeding, seedDialogue } from "./seed.ts";
import { call, startBot, startEmulator } from "./town.ts";

const PEOPLE = 500;
const MONTHS = 12;
const A_MONTH_MS = 365.25 * 24 * 3_600_000 * (1 / MONTHS);
const MB = 1_000_000;

/**
 * A year of so many dialogues that the board has decided on and nobody goes on with: reminders, escalation and living
 * cards month after month. What the process keeps in its heap after each month, and what it sent.
 */
export async function measureYear(
  directory: string,
  granasa: Granasa,
  dialogues: number,
): Promise<string> {
  const database = `${directory}/year.db`;
  const crowd = crowdIn(granasa, PEOPLE);
  const emulator = await startEmulator(directory, crowd);
  await seed(database, emulator.url, crowd, dialogues);
  // A year passes in minutes of real time, so what Teams takes in a second is no part of it.
  const surroundings = { emulatorUrl: emulator.url, database, granasa: crowd };
  const bot = await startBot(surroundings, { DEV_PACE: "off" });
  await bot.settle();
  const { now: start } = (await call("GET", `${bot.url}/dev/clock`)) as { now: string };
  const heaps: number[] = [await bot.heapBytes()];
  let sent = 0;
  for (let month = 1; month <= MONTHS; month++) {
    const now = new Date(Date.parse(start) + month * A_MONTH_MS).toISOString();
    const walked = (await call("PUT", `${bot.url}/dev/clock`, { now })) as { sent: number };
    sent += walked.sent;
    heaps.push(await bot.heapBytes());
  }
  await bot.stop();
  await emulator.stop();
  const [first = 0] = heaps;
  const last = heaps.at(-1) ?? 0;
  return markdownTable(
    ["a year", "sent and redrawn", "heap at its start, MB", "most", "at its end", "end ÷ start"],
    [
      [
        `${dialogues.toLocaleString("en")} dialogues`,
        sent.toLocaleString("en"),
        (first / MB).toFixed(0),
        (Math.max(...heaps) / MB).toFixed(0),
        (last / MB).toFixed(0),
        (last / first).toFixed(2),
      ],
    ],
  );
}

async function seed(
  database: string,
  emulatorUrl: string,
  crowd: Crowd,
  dialogues: number,
): Promise<void> {
  const seeding = await openSeeding(database, emulatorUrl, crowd);
  const people = await seedCrowd(seeding, crowd);
  const registrar = await seeding.person(crowd.employee);
  const official = await seeding.person(crowd.official);
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
  }
  await seeding.store.close();
}

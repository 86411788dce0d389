import { setTimeout as sleep } from "node:timers/promises";
import { type Crowd, crowdIn, seedCrowd } from "./crowd.ts";
import type { Granasa } from "./granasa.ts";
import { markdownTable } from "./numbers.ts";
import { openSeeding } from "./seed.ts";
import { call, startBot, startEmulator } from "./town.ts";

const PEOPLE = 500;
/** What Teams takes from one app in a second (reliability.md §4.1); its limits for one chat are wider here. */
const A_SECOND = 50;
const LOOK_MS = 1_000;

type Received = { readonly at: string; readonly method: string; readonly status: number };

/**
 * So many messages that all became due while the bot was down, to 500 people who have had none before, with what Teams
 * takes in force: how long they take against the least the limits allow, and how often Teams refused.
 */
export async function measureBacklog(
  directory: string,
  granasa: Granasa,
  messages: number,
): Promise<string> {
  const database = `${directory}/backlog.db`;
  const crowd = crowdIn(granasa, PEOPLE);
  const emulator = await startEmulator(directory, crowd);
  await seed(database, emulator.url, crowd, messages);
  await call("PUT", `${emulator.url}/control/limits`, { on: true });
  const bot = await startBot({ emulatorUrl: emulator.url, database, granasa: crowd });
  while (!(await metrics(bot.url)).includes(`dialoglotsen_messages{status="sent"} ${messages}`))
    await sleep(LOOK_MS);
  const cpuMs = await bot.cpuMs();
  // Our own emulator's answer.
  const all = (await call("GET", `${emulator.url}/control/received`)) as readonly Received[];
  const received = all.filter(({ method }) => method === "POST");
  await bot.stop();
  await emulator.stop();
  const times = received.map(({ at }) => Date.parse(at));
  const seconds = (Math.max(...times) - Math.min(...times)) / 1_000;
  // The last fifty need no second of their own.
  const least = (messages + PEOPLE) / A_SECOND - 1;
  return markdownTable(
    ["backlog", "requests", "s", "÷ the least", "429", "CPU ms a message"],
    [
      [
        `${messages.toLocaleString("en")} messages to ${PEOPLE} chats`,
        received.length.toLocaleString("en"),
        seconds.toFixed(1),
        (seconds / least).toFixed(2),
        String(received.filter(({ status }) => status === 429).length),
        (cpuMs / messages).toFixed(1),
      ],
    ],
  );
}

async function seed(
  database: string,
  emulatorUrl: string,
  crowd: Crowd,
  messages: number,
): Promise<void> {
  const seeding = await openSeeding(database, emulatorUrl, crowd);
  const people = await seedCrowd(seeding, crowd);
  const now = new Date().toISOString();
  await Promise.all(
    Array.from({ length: messages }, (_, number) =>
      seeding.store.outbox.post(
        {
          key: `welcome.${number}`,
          about: { kind: "welcome" },
          to: { type: "person", person: people[number % PEOPLE] ?? "" },
          delivery: "repeat",
        },
        now,
      ),
    ),
  );
  await seeding.store.close();
}

async function metrics(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

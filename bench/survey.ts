import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Event, NewFact } from "../src/domain/dialogue.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Granasa } from "./granasa.ts";
import { markdownTable, median, percentile } from "./numbers.ts";
import { openSeeding, seedDialogue, type Seeding } from "./seed.ts";
import { call, startBot, startEmulator } from "./town.ts";

const DIALOGUE = "surveyed";
const ROUND = "e1";
const PER_SECOND = 200;
const SECONDS = 10;
/** As many phones as take turns; each has an address of its own. */
const PHONES = 200;

/**
 * Participants open the survey and answer it, 200 a second for ten seconds, whether or not the ones before them have been
 * thanked. Throws when one that was thanked is not in the database afterwards.
 */
export async function measureSurvey(directory: string, granasa: Granasa): Promise<string> {
  const database = `${directory}/survey.db`;
  const emulator = await startEmulator(directory, granasa);
  const publicId = await seed(await openSeeding(database, emulator.url, granasa), granasa);
  const bot = await startBot({ emulatorUrl: emulator.url, database, granasa });
  await call("PUT", `${emulator.url}/control/bot`, { url: bot.url });
  await bot.settle();
  const page = `${bot.url}/u/${publicId}`;
  const phones = Array.from({ length: PHONES }, (_, index) => phone(page, index));
  await Promise.all(phones.slice(0, 20).map((one) => one.answer(false)));
  const cpuBefore = await bot.cpuMs();
  const answered = await rush(phones);
  const cpuMs = (await bot.cpuMs()) - cpuBefore;
  for (const one of phones) one.hangUp();
  await bot.stop();
  await emulator.stop();
  const thanked = answered.filter(({ status }) => status === 303);
  const stored = await storedIn(database);
  if (stored !== thanked.length)
    throw new Error(`${thanked.length} were thanked, and ${stored} answers are stored.`);
  const times = thanked.map(({ ms }) => ms);
  return markdownTable(
    ["survey opened and answered", "offered", "thanked", "stored", "p50 ms", "p99 ms", "CPU ms"],
    [
      [
        `${PER_SECOND} a second for ${SECONDS} s`,
        `${answered.length}`,
        `${thanked.length}`,
        `${stored}`,
        median(times).toFixed(1),
        percentile(times, 0.99).toFixed(1),
        (cpuMs / answered.length).toFixed(2),
      ],
    ],
  );
}

type Answered = { readonly status: number; readonly ms: number };

/** One every five milliseconds: nobody waits for somebody else's answer. */
async function rush(phones: readonly ReturnType<typeof phone>[]): Promise<readonly Answered[]> {
  const start = performance.now();
  const all: Promise<Answered>[] = [];
  for (let number = 0; number < PER_SECOND * SECONDS; number++) {
    const dueMs = start + (number * 1_000) / PER_SECOND - performance.now();
    if (dueMs > 0) await wait(dueMs);
    const one = phones[number % phones.length];
    if (one) all.push(one.answer(true));
  }
  return Promise.all(all);
}

/** A phone with an address of its own on this machine, which opens the page and sends it filled in. */
function phone(page: string, index: number) {
  const localAddress = `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`;
  const agent = new Agent({ keepAlive: true, localAddress, maxSockets: 4 });
  const { origin } = new URL(page);
  return {
    answer: async (sends: boolean): Promise<Answered> => {
      const start = performance.now();
      const form = await ask(agent, page, undefined, origin);
      const token = /name="token" value="([0-9a-f]{32})"/u.exec(form.text)?.[1] ?? "";
      if (!sends) return { status: form.status, ms: performance.now() - start };
      const fields = { token, P1: "5", P4: "4", P5: "3", P8: "2", PF: "Bra ljus." };
      const { status } = await ask(agent, page, new URLSearchParams(fields).toString(), origin);
      return { status, ms: performance.now() - start };
    },
    hangUp: () => agent.destroy(),
  };
}

function ask(
  agent: Agent,
  url: string,
  body: string | undefined,
  origin: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined
        ? {}
        : {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": Buffer.byteLength(body),
            origin,
          };
    const method = body === undefined ? "GET" : "POST";
    const outgoing = request(url, { method, agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.once("error", reject);
      incoming.once("end", () =>
        resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

/** A dialogue whose first tillfälle has just ended; the way there is told as facts, for it is not what is measured. */
async function seed(seeding: Seeding, granasa: Granasa): Promise<string> {
  const { store } = seeding;
  const person = await seeding.person(granasa.official);
  await seedDialogue(seeding, DIALOGUE, granasa.home, person);
  const now = Date.now();
  const at = new Date(now).toISOString();
  const hours = (count: number) => new Date(now + count * 3_600_000).toISOString();
  const values = { start: hours(-3), end: hours(-1) };
  const place = { itemId: "plan.events", field: "events", rowId: ROUND };
  const facts: readonly NewFact[] = [
    { type: "GatePassed", gate: "G3" },
    { type: "RowPut", ...place, values },
    { type: "GatePassed", gate: "G5" },
    { type: "OccasionEnded", occasionId: ROUND, meant: values.end },
  ];
  const { version } = await store.dialogues.load(DIALOGUE);
  const index = { home: granasa.home, status: "active", example: false, people: [person] };
  const events = facts.map((fact): Event => ({ ...fact, by: "system", at }));
  await store.dialogues.save({ dialogueId: DIALOGUE, version, events, messages: [], index, at });
  const publicId = await store.responses.linkOf(DIALOGUE, ROUND);
  await store.close();
  return publicId;
}

async function storedIn(database: string): Promise<number> {
  const store = await openSqliteStore({ path: database, instance: "bench" });
  const stored = await store.responses.count(DIALOGUE, ROUND);
  await store.close();
  return stored;
}

import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../support/bot.ts";
import { deliveredOf, type Place } from "./crash-rounds.ts";
import { crowdOf } from "./crowd.ts";
import { confirmAct, doAct, groupAct, startAct } from "./dialogue-acts.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { standingCards, untilQuiet } from "./quiet.ts";

const crowd = crowdOf({ registrars: 25, elected: 2, channels: 6 });
const [starter = "", initiator = ""] = crowd.elected;
const channels = [...crowd.channels];
let town: Town;
let ledger: Ledger;
beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation });
  ledger = ledgerOf(town.directory);
});
afterEach(() => town.emulator.clearFaults());
afterAll(() => town.close());

const newPlace = (): Place => ({
  conversation: channels.pop() ?? "",
  dialogueId: randomUUID(),
  since: 0,
});
const startAt = (place: Place) =>
  doAct(town.emulator, startAct(starter, { ...place, initiator: ledger.personId(initiator) }));
async function opened(): Promise<Place> {
  const place = newPlace();
  await startAt(place);
  await doAct(town.emulator, confirmAct(initiator, place.dialogueId));
  await untilQuiet(ledger, place.dialogueId);
  return place;
}

/** The exit code of a bot that is asked to stop, and how long it took. */
async function stopped(): Promise<{ code: number | null; ms: number }> {
  const since = performance.now();
  const code = await town.bot().stop();
  return { code, ms: performance.now() - since };
}

test("a bot that is asked to stop answers the presses it has taken, ends with 0, and has all of them when it starts again", async () => {
  const place = await opened();
  const acts = crowd.registrars.map((person, index) =>
    groupAct(person, { ...place, rowId: `r${index}`, words: `Grupp ${index}` }),
  );
  const answers = acts.map((act) => doAct(town.emulator, act));
  await Promise.any(answers);
  const { code, ms } = await stopped();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(10_000);
  const settled = await Promise.all(answers);
  const done = settled.filter(({ status }) => status === 200).length;
  // What had been sent before the stop was taken; only what came on a new connection can have been turned away.
  expect(settled.filter(({ status }) => ![200, 503, 0].includes(status))).toEqual([]);
  expect(done).toBeGreaterThan(0);
  const rows = () => ledger.events(place.dialogueId).filter(({ type }) => type === "RowPut").length;
  expect(rows()).toBe(done);

  await town.restart();
  for (const act of acts) expect((await doAct(town.emulator, act)).status).toBe(200);
  expect(rows()).toBe(25);
  await untilQuiet(ledger, place.dialogueId);
  const cards = await standingCards(town.emulator, ledger, place.dialogueId);
  expect(JSON.stringify(cards.get("step:identify-issue"))).toMatch(/Klart 1\spunkt/);
});

/** Cards in a thread, and requests in a chat. */
const IN_THREAD = ";messageid=";
const IN_CHAT = "/conversations/a:";

async function fault(pathIncludes: string, answer: object): Promise<void> {
  await town.emulator.fault({ match: { method: "POST", pathIncludes }, answer });
}

async function asked(pathIncludes: string, since: number): Promise<void> {
  const heard = async () =>
    (await town.emulator.received(since)).filter(
      ({ method, path }) => method === "POST" && decodeURIComponent(path).includes(pathIncludes),
    ).length;
  await expect.poll(heard, { timeout: 9_000 }).toBe(1);
}
const lastSeq = async () => (await town.emulator.received()).at(-1)?.seq ?? 0;

test("a bot that is asked to stop while Teams is silent stops in time; what may have arrived is unknown, what never left goes out at the next start", async () => {
  const place = newPlace();
  await startAt(place);
  await untilQuiet(ledger, place.dialogueId);
  const since = await lastSeq();
  await fault(IN_THREAD, { silent: true });
  await doAct(town.emulator, confirmAct(initiator, place.dialogueId));
  await asked(IN_THREAD, since);
  const { code, ms } = await stopped();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(10_000);
  await town.restart();
  await untilQuiet(ledger, place.dialogueId);
  const statuses = ledger.messages(place.dialogueId).map(({ key, status }) => [key, status]);
  expect(statuses.slice(2)).toEqual([
    ["step:identify-issue", "unknown"],
    ["step:purpose-and-influence", "sent"],
  ]);
  const delivered = await deliveredOf(town, place);
  expect(delivered.get("step:identify-issue")).toBeUndefined();
  expect(delivered.get("step:purpose-and-influence")).toBe(1);
});

test("a bot that is killed while Teams takes a card in the channel does not know that it came, and does not post it again", async () => {
  const place = newPlace();
  await startAt(place);
  await untilQuiet(ledger, place.dialogueId);
  await fault(IN_THREAD, { deliver: true, delayMs: 20_000 });
  const since = await lastSeq();
  await doAct(town.emulator, confirmAct(initiator, place.dialogueId));
  await asked(IN_THREAD, since);
  await town.restart("kill");
  const statusOf = () => ledger.messages(place.dialogueId)[2]?.status;
  await expect.poll(statusOf).toBe("unknown");
  await hourLater(place);
  expect(statusOf()).toBe("unknown");
  expect((await deliveredOf(town, place)).get("step:identify-issue")).toBe(1);
});

test("a bot that is killed while Teams takes a request sends it once more, ten minutes later by its clock", async () => {
  const place = newPlace();
  await fault(IN_CHAT, { deliver: true, delayMs: 20_000 });
  const since = await lastSeq();
  await startAt(place);
  await asked(IN_CHAT, since);
  await town.restart("kill");
  const request = () => ledger.messages(place.dialogueId)[1];
  await expect.poll(() => request()?.status).toBe("pending");
  const { now } = await town.emulator.clock();
  expect(Date.parse(request()?.next_at ?? "") - Date.parse(now)).toBe(600_000);
  await hourLater(place);
  expect(request()?.status).toBe("sent");
  expect((await deliveredOf(town, place)).get("confirmInitiator")).toBe(2);
});

async function hourLater(place: Place): Promise<void> {
  const { now } = await town.emulator.clock();
  const later = new Date(Date.parse(now) + 3_600_000).toISOString();
  await town.emulator.moveClock(later);
  await untilQuiet(ledger, place.dialogueId, later);
}

import { describe, expect, test, vi } from "vitest";
import { deliveredOf, type Lane, newPlace, openLane, type Place } from "./crash-rounds.ts";
import { crowdOf } from "./crowd.ts";
import { confirmAct, doAct, groupAct, startAct } from "./dialogue-acts.ts";
import { standingCards, untilQuiet } from "./quiet.ts";

const crowd = crowdOf({ registrars: 25, elected: 2, channels: 1 });
const [starter = "", initiator = ""] = crowd.elected;
/** Cards in a thread, and requests in a chat. */
const IN_THREAD = ";messageid=";
const IN_CHAT = "/conversations/a:";

type Stage = Lane & { readonly place: Place };

/** A town with one dialogue's place, closed when the test is over. */
async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  const lane = await openLane(crowd);
  try {
    await play({ ...lane, place: await newPlace(lane, crowd.channels[0]) });
  } finally {
    await lane.town.close();
  }
}

async function start({ town, ledger, place }: Stage): Promise<void> {
  const own = ledger.personId(initiator);
  const answer = await doAct(town.emulator, startAct(starter, { ...place, initiator: own }));
  expect(answer.status).toBe(200);
}
const confirm = ({ town, place }: Stage) =>
  doAct(town.emulator, confirmAct(initiator, place.dialogueId));

async function quiet({ town, ledger, place }: Stage): Promise<void> {
  const { now } = await town.emulator.clock();
  await untilQuiet(ledger, place.dialogueId, now);
}

async function hourLater(stage: Stage): Promise<void> {
  const { now } = await stage.town.emulator.clock();
  await stage.town.emulator.moveClock(new Date(Date.parse(now) + 3_600_000).toISOString());
  await quiet(stage);
}

const fault = ({ town }: Stage, pathIncludes: string, answer: object, times = 1) =>
  town.emulator.fault({ match: { method: "POST", pathIncludes }, answer, times });

/** Waits until the bot has asked for this so many times since the dialogue began. */
async function asked({ town, place }: Stage, part: string, times = 1): Promise<void> {
  const heard = async () =>
    (await town.emulator.received(place.since)).filter(
      ({ method, path }) => method === "POST" && decodeURIComponent(path).includes(part),
    ).length;
  await vi.waitFor(async () => expect(await heard()).toBe(times), { timeout: 15_000 });
}

async function stopsInTime({ town }: Stage): Promise<void> {
  const since = performance.now();
  expect(await town.bot().stop()).toBe(0);
  expect(performance.now() - since).toBeLessThan(10_000);
}
const statusOf = ({ ledger, place }: Stage, prefix: string) =>
  ledger.messages(place.dialogueId).find(({ key }) => key.startsWith(prefix))?.status;

describe.concurrent("F60: a bot that is asked to stop", () => {
  test("answers the presses it has taken, ends with 0, and has all of them when it starts again", () =>
    onStage(async (stage) => {
      const { town, ledger, place } = stage;
      await start(stage);
      await confirm(stage);
      const acts = crowd.registrars.map((person, index) =>
        groupAct(person, { ...place, rowId: `r${index}`, words: `Grupp ${index}` }),
      );
      const answers = acts.map((act) => doAct(town.emulator, act));
      await Promise.any(answers);
      await stopsInTime(stage);
      const settled = await Promise.all(answers);
      // Only what came when the bot had stopped listening has been turned away.
      expect(settled.filter(({ status }) => ![200, 503, 0].includes(status))).toEqual([]);
      const done = settled.filter(({ status }) => status === 200).length;
      const rows = () =>
        ledger.events(place.dialogueId).filter(({ type }) => type === "RowPut").length;
      expect([done > 0, rows()]).toEqual([true, done]);

      await town.restart();
      for (const act of acts) expect((await doAct(town.emulator, act)).status).toBe(200);
      expect(rows()).toBe(25);
      await quiet(stage);
      const cards = await standingCards(town.emulator, ledger, place.dialogueId);
      expect(JSON.stringify(cards.get("step:identify-issue"))).toMatch(/Klart 1\spunkt/);
    }));

  test("while Teams is silent stops in time; what may have arrived is unknown, what never left goes out at the next start", () =>
    onStage(async (stage) => {
      const { town, place } = stage;
      await start(stage);
      await quiet(stage);
      await fault(stage, IN_THREAD, { silent: true });
      await confirm(stage);
      await asked(stage, IN_THREAD);
      await stopsInTime(stage);
      await town.restart();
      await quiet(stage);
      expect(statusOf(stage, "step:identify-issue")).toBe("unknown");
      expect(statusOf(stage, "step:purpose-and-influence")).toBe("sent");
      const delivered = await deliveredOf(town, place);
      expect(delivered.get("step:identify-issue")).toBeUndefined();
      expect(delivered.get("step:purpose-and-influence")).toBe(1);
    }));

  test("in the middle of what takes longer than a stop may take leaves it in doubt, and sends it once more later", () =>
    onStage(async (stage) => {
      const { town, place } = stage;
      // The thread and the chat are made slowly; then nobody answers in the chat.
      await fault(stage, "/v3/conversations", { deliver: true, delayMs: 6_000 }, 2);
      await fault(stage, IN_CHAT, { silent: true });
      await start(stage);
      await asked(stage, "/v3/conversations", 2);
      await stopsInTime(stage);
      await town.restart();
      await quiet(stage);
      expect(statusOf(stage, "overview")).toBe("sent");
      expect(statusOf(stage, "confirmInitiator")).toBe("pending");
      await hourLater(stage);
      expect(statusOf(stage, "confirmInitiator")).toBe("sent");
      expect((await deliveredOf(town, place)).get("confirmInitiator")).toBe(1);
    }));
});

describe.concurrent("a bot that is killed", () => {
  test("F4: while Teams takes a card in the channel does not know that it came, and does not post it again", () =>
    onStage(async (stage) => {
      const { town, place } = stage;
      await start(stage);
      await quiet(stage);
      await fault(stage, IN_THREAD, { deliver: true, delayMs: 20_000 });
      await confirm(stage);
      await asked(stage, IN_THREAD);
      await town.restart("kill");
      await quiet(stage);
      expect(statusOf(stage, "step:identify-issue")).toBe("unknown");
      await hourLater(stage);
      expect(statusOf(stage, "step:identify-issue")).toBe("unknown");
      expect((await deliveredOf(town, place)).get("step:identify-issue")).toBe(1);
    }));

  test("F4: while Teams takes a request sends it once more, ten minutes later by its clock", () =>
    onStage(async (stage) => {
      const { town, ledger, place } = stage;
      await fault(stage, IN_CHAT, { deliver: true, delayMs: 20_000 });
      await start(stage);
      await asked(stage, IN_CHAT);
      await town.restart("kill");
      await quiet(stage);
      expect(statusOf(stage, "confirmInitiator")).toBe("pending");
      const { now } = await town.emulator.clock();
      const request = ledger.messages(place.dialogueId).find(({ repeats }) => repeats === 1);
      expect(Date.parse(request?.next_at ?? "") - Date.parse(now)).toBe(600_000);
      await hourLater(stage);
      expect(statusOf(stage, "confirmInitiator")).toBe("sent");
      expect((await deliveredOf(town, place)).get("confirmInitiator")).toBe(2);
    }));
});

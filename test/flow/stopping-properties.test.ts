import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openTestStore } from "../support/store.ts";
import { deliveredOf, type Lane, openLane, type Place, sideBySide } from "./crash-rounds.ts";
import { crowdOf } from "./crowd.ts";
import { type Act, confirmAct, doAct, groupAct, startAct } from "./dialogue-acts.ts";
import { standingCards, untilQuiet } from "./quiet.ts";

const KILLS = process.env["LONG_TESTS"] === "1" ? 150 : 21;
const ROWS = 6;
const MOST_TRIES = 50;
const crowd = crowdOf({ registrars: 3, elected: KILLS, channels: KILLS });
const starter = crowd.world.people.find(({ title }) => title?.startsWith("Utredare"))?.id ?? "";

test(
  `of presses during which the bot is killed ${KILLS} times none that was answered is lost or done twice, and messages come twice only where their class allows`,
  { timeout: 900_000 },
  () => sideBySide([...crowd.channels.keys()], (kills) => pressAndKill(kills)),
);

/** As many dialogues as kills; each begins in one life of the bot and goes on in the next ones. */
async function pressAndKill(kills: readonly number[]): Promise<void> {
  const lane = await openLane(crowd);
  const { town } = lane;
  try {
    let up = Promise.resolve();
    const places = kills.map((kill) => ({
      conversation: crowd.channels[kill] ?? "",
      dialogueId: randomUUID(),
      since: 0,
    }));
    const lives: Promise<void>[] = [];
    let alive: Promise<unknown> = Promise.resolve();
    for (const [index, place] of places.entries()) {
      // As a client that has no answer: the same press again until it is answered.
      const insist = async (act: Act): Promise<void> => {
        for (let tries = 0; tries < MOST_TRIES; tries++) {
          await up;
          if ((await doAct(town.emulator, act)).status === 200) return;
        }
        throw new Error(`Pressed ${MOST_TRIES} times without an answer: ${JSON.stringify(act)}`);
      };
      lives.push(live(lane, { place, initiator: crowd.elected[index] ?? "" }, insist));
      await afterMs(Math.random() * 600);
      // What fails is told at the end, and not as a rejection nobody hears.
      alive = Promise.all(lives);
      alive.catch(() => undefined);
      const restarted = town.restart("kill");
      up = restarted;
      await restarted;
    }
    await alive;
    const { now } = await town.emulator.clock();
    const later = new Date(Date.parse(now) + 3_600_000).toISOString();
    await town.emulator.moveClock(later);
    for (const place of places) await checkPlace(lane, place, later);
    await checkChains(lane, places);
  } finally {
    await town.close();
  }
}

/** People start a dialogue, open it and write in it, each as soon as the one before has been answered. */
async function live(
  { ledger }: Lane,
  { place, initiator }: { readonly place: Place; readonly initiator: string },
  insist: (act: Act) => Promise<void>,
): Promise<void> {
  await insist(startAct(starter, { ...place, initiator: ledger.personId(initiator) }));
  await insist(confirmAct(initiator, place.dialogueId));
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const person = crowd.registrars[row % crowd.registrars.length] ?? "";
    return groupAct(person, { ...place, rowId: `r${row}`, words: `Grupp ${row}` });
  });
  await Promise.all(rows.map(insist));
}

async function checkPlace(lane: Lane, place: Place, now: string): Promise<void> {
  const { town, ledger } = lane;
  const types = ledger.events(place.dialogueId).map(({ type }) => type);
  const counts = ["DialogueStarted", "InitiatorConfirmed", "RowPut"].map(
    (wanted) => types.filter((type) => type === wanted).length,
  );
  expect(counts).toEqual([1, 1, ROWS]);
  // Replies to a root that is unknown wait until somebody has it posted anew.
  const rootless = ledger.messages(place.dialogueId)[0]?.status === "unknown";
  if (rootless) await town.emulator.message(starter, place.conversation, "översikt");
  await untilQuiet(ledger, place.dialogueId, now);
  await standingCards(town.emulator, ledger, place.dialogueId);
  const delivered = await deliveredOf(town, place);
  for (const { key, status, repeats } of ledger.messages(place.dialogueId)) {
    const times = delivered.get(repeats === 1 ? "confirmInitiator" : key) ?? 0;
    const most = repeats === 1 || (key === "overview" && rootless) ? 2 : 1;
    const least = status === "sent" ? 1 : 0;
    expect([key, status]).toEqual([key, expect.stringMatching(/^(sent|unknown)$/)]);
    expect([key, times >= least && times <= most]).toEqual([key, true]);
  }
}

async function checkChains({ town }: Lane, places: readonly Place[]): Promise<void> {
  await town.bot().stop();
  const store = await openTestStore({ path: `${town.directory}/dialog.db` });
  for (const { dialogueId } of places)
    expect(await store.dialogues.verify(dialogueId)).toMatchObject({ ok: true });
  await store.close();
}

/** Real time: the moment of a kill is what is tried here. */
function afterMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../support/bot.ts";
import { crowdOf } from "./crowd.ts";
import {
  type Act,
  again,
  type Answer,
  caseAct,
  confirmAct,
  doAct,
  groupAct,
  startAct,
} from "./dialogue-acts.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { overLimits, standingCards, untilQuiet } from "./quiet.ts";

const crowd = crowdOf({ registrars: 5, elected: 1, channels: 20 });
const [initiator = ""] = crowd.elected;
const RUNS = process.env["LONG_TESTS"] === "1" ? 200 : 6;
let town: Town;
let ledger: Ledger;
let used = 0;
let caseNumber = 0;
beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation });
  ledger = ledgerOf(town.directory);
});
afterAll(() => town.close());

/** A press by one of five, and how it comes again: with the same activity, or as a new one; at once, or in its turn. */
type Wish = {
  readonly person: number;
  readonly does: "row" | "overwrite" | "overwriteOld";
  readonly row: number;
  readonly repeats: readonly ("same" | "new")[];
};
const wish: fc.Arbitrary<Wish> = fc.record({
  person: fc.nat(4),
  does: fc.constantFrom("row", "row", "overwrite", "overwriteOld"),
  row: fc.nat(3),
  repeats: fc.array(fc.constantFrom("same" as const, "new" as const), { maxLength: 2 }),
});
/** Everything in an inner list is pressed at the same moment. */
const moments = fc.array(fc.array(wish, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
});

type Pressed = {
  readonly act: Act;
  readonly does: Wish["does"];
  readonly text: string;
  readonly answers: string[];
};

test("whatever is pressed when and however often, each meaning is one event, nobody's words are lost, and the cards show the last of it", async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (story) => {
      const place = await newDialogue();
      const heard = (await town.emulator.received()).at(-1)?.seq ?? 0;
      const pressed: Pressed[] = [];
      for (const moment of story) {
        const now = moment.map((one) => actOf(one, place));
        pressed.push(...now.map(({ pressed: each }) => each));
        await Promise.all(now.flatMap(({ presses }) => presses.map((press) => press())));
      }
      checkEvents(place.dialogueId, pressed);
      await untilQuiet(ledger, place.dialogueId);
      await standingCards(town.emulator, ledger, place.dialogueId);
      expect(overLimits(await town.emulator.received(heard))).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

type Place = { readonly conversation: string; readonly dialogueId: string };

async function newDialogue(): Promise<Place> {
  const conversation = crowd.channels[used++ % crowd.channels.length] ?? "";
  const place = { conversation, dialogueId: randomUUID() };
  // Whoever takes the initiative themselves need not confirm it.
  await meet(initiator);
  const own = ledger.personId(initiator);
  expect(
    (await doAct(town.emulator, startAct(initiator, { ...place, initiator: own }))).status,
  ).toBe(200);
  return place;
}

async function meet(person: string): Promise<void> {
  await doAct(town.emulator, confirmAct(person, "none"));
}

function actOf({ person, does, row, repeats }: Wish, place: Place) {
  const who = crowd.registrars[person] ?? "";
  const text =
    does === "row" ? `Grupp ${row}` : `SBN 2027-${String(++caseNumber).padStart(4, "0")}`;
  const act =
    does === "row"
      ? groupAct(who, { ...place, rowId: `r${row}`, words: text })
      : caseAct(who, {
          ...place,
          revision: does === "overwrite" ? revisionIn(place) : 0,
          dnr: text,
        });
  const pressed: Pressed = { act, does, text, answers: [] };
  const acts = [act, ...repeats.map((how) => (how === "same" ? act : again(act)))];
  const presses = acts.map((one) => async () => {
    pressed.answers.push(told(await doAct(town.emulator, one)));
  });
  return { pressed, presses };
}

function told({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body)}`;
}

const casesIn = (dialogueId: string) =>
  ledger.events(dialogueId).filter(({ body }) => body.itemId === "identify.case");
const revisionIn = ({ dialogueId }: Place) => casesIn(dialogueId).length;

function checkEvents(dialogueId: string, pressed: readonly Pressed[]): void {
  const answers = pressed.flatMap((one) => one.answers);
  for (const answer of answers) expect(answer).toMatch(/^200 /);
  const rows = pressed.filter(({ does }) => does === "row");
  const put = ledger.events(dialogueId).filter(({ type }) => type === "RowPut");
  expect(put).toHaveLength(new Set(rows.map(({ act }) => act.data["rowId"])).size);
  expect(new Set(put.map(({ body }) => body.rowId))).toEqual(
    new Set(rows.map(({ act }) => act.data["rowId"])),
  );
  for (const answer of rows.flatMap((one) => one.answers)) expect(answer).toContain("Sparat.");

  const overwriting = pressed.filter(({ does }) => does !== "row");
  const isStale = (answer: string) => answer.includes("E-STALE");
  const accepted = overwriting.filter(({ answers: own }) => !own.every(isStale));
  for (const one of accepted)
    expect(one.answers.some((answer) => answer.includes("Sparat."))).toBe(true);
  expect(casesIn(dialogueId)).toHaveLength(accepted.length);
  for (const { text, answers: own } of overwriting)
    for (const answer of own.filter(isStale)) {
      expect(answer).toContain(`"value":"${text}"`);
      expect(answer).toContain("Sparat nu: Diarienummer");
    }
}

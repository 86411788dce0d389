import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTown, type Town } from "../support/bot.ts";
import { crowdOf } from "./crowd.ts";
import {
  type Act,
  again,
  type Answer,
  CASE_INPUT,
  caseAct,
  confirmAct,
  doAct,
  groupAct,
  startAct,
} from "./dialogue-acts.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { overLimits, standingCards, untilQuiet } from "./quiet.ts";

const crowd = crowdOf({ registrars: 25, elected: 2, channels: 20 });
const [starter = "", initiator = ""] = crowd.elected;
const [registrar = "", colleague = ""] = crowd.registrars;
const channels = [...crowd.channels];
let town: Town;
let ledger: Ledger;
beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation });
  ledger = ledgerOf(town.directory);
});
afterAll(() => town.close());

const doing = (act: Act) => doAct(town.emulator, act);

type Place = { readonly conversation: string; readonly dialogueId: string };
/** A dialogue in a channel of its own, with all questions answered; the initiator has been asked. */
async function started(): Promise<Place> {
  const place = { conversation: channels.pop() ?? "", dialogueId: randomUUID() };
  const act = startAct(starter, { ...place, initiator: ledger.personId(initiator) });
  expect((await doing(act)).status).toBe(200);
  return place;
}

/** One that people can work in. */
async function opened(): Promise<Place> {
  const place = await started();
  await doing(confirmAct(initiator, place.dialogueId));
  await untilQuiet(ledger, place.dialogueId);
  return place;
}

const typesIn = ({ dialogueId }: Place) => ledger.events(dialogueId).map(({ type }) => type);
const countOf = (place: Place, type: string) => typesIn(place).filter((one) => one === type).length;

/** What was answered, but for ids of rows that are still to be added. */
function page({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body).replaceAll(/"rowId":"[^"]*"/g, '"rowId":"new"')}`;
}

/** How the same press comes more than once. */
const WAYS: readonly [string, (act: Act) => Promise<readonly Answer[]>][] = [
  ["twice", async (act) => [await doing(act), await doing(act)]],
  ["twice in parallel", (act) => Promise.all([doing(act), doing(act)])],
  ["with a new activity id", async (act) => [await doing(act), await doing(again(act))]],
  [
    "in parallel with a new activity id",
    (act) => Promise.all([doing(act), doing(again(act)), doing(again(act))]),
  ],
];

describe.each(WAYS)("the same press %s", (_, press) => {
  test("adds one row, and each answer is the page as it is now", async () => {
    const place = await opened();
    const before = typesIn(place).length;
    const answers = await press(groupAct(registrar, { ...place, rowId: "r1", words: "Unga" }));
    expect(typesIn(place).slice(before)).toEqual(["RowPut"]);
    expect(new Set(answers.map(page)).size).toBe(1);
    expect(page(answers[0] as Answer)).toContain("Unga");
  });

  test("confirms once, and each answer is the card as it stands in the chat afterwards", async () => {
    const place = await started();
    const answers = await press(confirmAct(initiator, place.dialogueId));
    expect(countOf(place, "InitiatorConfirmed")).toBe(1);
    await untilQuiet(ledger, place.dialogueId);
    const cards = await standingCards(town.emulator, ledger, place.dialogueId);
    const standing = cards.get(`confirmInitiator:${ledger.personId(initiator)}`);
    for (const { body } of answers) expect((body as { value?: unknown }).value).toEqual(standing);
  });

  test("starts one dialogue with one thread", async () => {
    const place = { conversation: channels.pop() ?? "", dialogueId: randomUUID() };
    const act = startAct(starter, { ...place, initiator: ledger.personId(initiator) });
    const answers = await press(act);
    expect(countOf(place, "DialogueStarted")).toBe(1);
    expect(new Set(answers.map(page)).size).toBe(1);
    await untilQuiet(ledger, place.dialogueId);
    expect(await town.emulator.messages(place.conversation)).toHaveLength(1);
  });
});

describe("a press from an old card", () => {
  test("that has been pressed already changes nothing and is answered with the card as it is now", async () => {
    const place = await started();
    const { dialogueId } = place;
    const press = confirmAct(initiator, dialogueId);
    await doing(press);
    await doing(groupAct(registrar, { ...place, rowId: "r1", words: "Unga" }));
    await untilQuiet(ledger, dialogueId);
    const before = typesIn(place);
    const { body } = await doing(again(press));
    expect(typesIn(place)).toEqual(before);
    const cards = await standingCards(town.emulator, ledger, dialogueId);
    const standing = cards.get(`confirmInitiator:${ledger.personId(initiator)}`);
    expect((body as { value?: unknown }).value).toEqual(standing);
  });

  test("that Teams delivers again after others have gone on is no refusal, but the page as it is now", async () => {
    const place = await opened();
    const first = caseAct(registrar, { ...place, revision: 0, dnr: "SBN 2027-0041" });
    await doing(first);
    await doing(caseAct(colleague, { ...place, revision: 1, dnr: "SBN 2027-0042" }));
    const before = typesIn(place);
    const answer = await doing(first);
    expect(page(answer)).toContain("Sparat.");
    expect(page(answer)).not.toContain("E-STALE");
    expect(typesIn(place)).toEqual(before);
  });

  test("of a form that has moved on changes nothing when it says what stands there already", async () => {
    const place = await opened();
    const form = caseAct(registrar, { ...place, revision: 0, dnr: "SBN 2027-0041" });
    await doing(form);
    const before = typesIn(place);
    const answer = await doing(again({ ...form, person: colleague }));
    expect(page(answer)).not.toContain("E-STALE");
    expect(typesIn(place)).toEqual(before);
  });
});

describe("25 persons on one dialogue at once", () => {
  test("whose orders do not overwrite each other give 25 events and no refusal; the channel gets far fewer edits, and the last shows all of it", async () => {
    const place = await opened();
    const before = typesIn(place).length;
    const heard = (await town.emulator.received()).at(-1)?.seq ?? 0;
    const acts = crowd.registrars.map((person, index) =>
      index === 12
        ? caseAct(person, { ...place, revision: 0, dnr: "SBN 2027-0041" })
        : groupAct(person, { ...place, rowId: `r${index}`, words: `Grupp ${index}` }),
    );
    const answers = await Promise.all(acts.map(doing));
    for (const answer of answers) {
      expect(page(answer)).toMatch(/^200 .*Sparat\./);
      expect(page(answer)).not.toMatch(/Kod: E-(?!TOPIC)/);
    }
    const given = ledger.events(place.dialogueId).slice(before);
    expect(given).toHaveLength(25);
    expect(given.map(({ version }) => version)).toEqual(
      given.map((_, index) => before + index + 1),
    );
    expect(new Set(given.map(({ body }) => body.rowId ?? body.itemId)).size).toBe(25);

    await untilQuiet(ledger, place.dialogueId);
    const received = await town.emulator.received(heard);
    const edits = received.filter(({ method }) => method === "PUT");
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.length).toBeLessThanOrEqual(8);
    expect(received.filter(({ status }) => status === 429)).toEqual([]);
    expect(overLimits(received)).toEqual([]);
    const cards = await standingCards(town.emulator, ledger, place.dialogueId);
    expect(JSON.stringify(cards.get("step:identify-issue"))).toContain("1 av 4 klara");
    expect(JSON.stringify(cards.get("overview"))).toContain("1 av 4 punkter klara");
  });

  test("two of whom overwrite each other give one event and one E-STALE form with both texts", async () => {
    const place = await opened();
    const before = typesIn(place).length;
    const texts = ["SBN 2027-0041", "SBN 2027-0042"] as const;
    const forms = texts.map((dnr, index) =>
      caseAct(crowd.registrars[index] ?? "", { ...place, revision: 0, dnr }),
    );
    const others = crowd.registrars
      .slice(2)
      .map((person, index) => groupAct(person, { ...place, rowId: `r${index}`, words: "Unga" }));
    const [one, other] = await Promise.all([...forms, ...others].map(doing));
    expect(typesIn(place).length - before).toBe(24);
    expect(countOf({ ...place }, "ItemRecorded")).toBe(8);
    const answers = [one, other].map((answer) => page(answer as Answer));
    const stale = answers.findIndex((answer) => answer.includes("E-STALE"));
    expect(answers[1 - stale]).not.toContain("E-STALE");
    const [own = "", kept = ""] = stale === 0 ? texts : texts.toReversed();
    expect(answers[stale]).toContain("Någon annan hann spara före dig");
    expect(inputIn([one, other][stale], CASE_INPUT)).toBe(own);
    expect(answers[stale]).toContain(`"text":"${kept}"`);
    expect(answers[stale]).toContain('"revisions":{"identify.case":1}');
  });
});

/** What stands in an input of the page that was answered. */
function inputIn(answer: Answer | undefined, id: string): unknown {
  const found: unknown[] = [];
  JSON.stringify(answer?.body, (_key, node: unknown) => {
    if (typeof node === "object" && node !== null && "id" in node && node.id === id)
      found.push((node as { value?: unknown }).value);
    return node;
  });
  return found[0];
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { invited } from "../support/whole-plan.ts";
import { type Called, type Lived, openLived, type Pressing } from "./lived.ts";

/** A dialogue whose plan is approved and whose invitation is out; one story, told in order. */
const dialogueId = "dialogue-occasions";
let lived: Lived;
beforeAll(async () => {
  lived = await openLived();
  await lived.bot.moveClock("2027-05-05T08:00:00.000Z");
  await lived.live(dialogueId, invited);
});
afterAll(() => lived.close());

const press = (who: Called, verb: string, more: object = {}, inputs = {}) =>
  lived.press(who, { data: { verb, dialogueId, ...more }, inputs } as Pressing, "sv");
const e1 = { occasionId: "e1" };
const moved = (start: string, end: string, reason: string) => ({
  "in:form:start:date": "2027-05-19",
  "in:form:start:time": start,
  "in:form:end:date": "2027-05-19",
  "in:form:end:time": end,
  "in:form:reason": reason,
});

test("a tillfälle is read by everybody in the channel and moved by the civil servant alone", async () => {
  const page = await press("other", "openOccasion", e1);
  expect(page).toContain("Onsdag 12 maj 2027 kl. 18.00–20.30");
  const refused = await press("b", "moveOccasion", e1, moved("18:00", "20:30", "Jag vill."));
  expect(refused).toContain("E-FORBIDDEN");
});

test("an end before its start and a missing reason send the form back as it was filled in", async () => {
  const backwards = await press("tjp", "moveOccasion", e1, moved("18:00", "08:30", "Upptaget."));
  expect(backwards).toContain("Slutet ska vara efter början.");
  const silent = await press("tjp", "moveOccasion", e1, moved("18:00", "20:30", " "));
  expect(silent).toContain("E-REASON");
});

test("a move asks the communicator for a notice, and is done once however often it is pressed", async () => {
  const form = moved("18:00", "20:30", "Lokalen var upptagen.");
  const page = await press("tjp", "moveOccasion", e1, form);
  expect(page).toContain("Onsdag 19 maj 2027 kl. 18.00–20.30");
  expect(page).toContain("Inbjudna behöver få besked. Det görs av kommunikatören (Oskar Blom).");
  await press("tjp", "moveOccasion", e1, form);
  const state = await lived.bot.load(dialogueId);
  expect(state.status === "active" && state.occasions["e1"]?.moves).toBe(1);
  expect(await press("kom", "openItem", { itemId: "event.notice.e1.1" })).toContain("Skickat den");
});

test("a cancelled tillfälle says why, and nothing more is done for it", async () => {
  const reason = { "in:form:reason": "Det varnas för storm." };
  const page = await press("tjp", "cancelOccasion", { occasionId: "e2" }, reason);
  expect(page).toContain("Det varnas för storm.");
  expect(page).not.toContain("Räkna deltagare");
});

test("the registrar takes a record out of the queue, others read it", async () => {
  const record = { record: "event.invite", page: 0 };
  expect(await press("reg", "openDiary")).toContain("W-NOT-REGISTERED");
  expect(await press("b", "registerRecord", record)).toContain("E-FORBIDDEN");
  const number = { "in:form:registerId": "SBN 2027-0041-7" };
  const page = await press("reg", "registerRecord", record, number);
  expect(page).toContain("Noterat som diariefört.");
  expect(page).toContain("som SBN 2027-0041-7");
});

test("every date is read by everybody in the channel, those to come as a forecast", async () => {
  const page = await press("other", "openDates");
  expect(page).toContain("Prognos");
  expect(page).toContain("Troligen");
});

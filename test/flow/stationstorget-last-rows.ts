import { expect, test } from "vitest";
import { sendItem } from "./acts.ts";
import { addRows, codesIn, fillPages, openItem } from "./plan-acts.ts";
import { TITLE } from "./stationstorget.ts";
import { linked } from "./stationstorget-plan.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines, overviewOf } from "./story.ts";

const LEARN = 10;
const FOLLOW = 11;
const CHAIR = "ordföranden (Anna Lindqvist)";

/** scenarios.md, scenario 1, from 2027-08-30 to 2028-07-24. */
export function lastRows(told: Told): void {
  test("2027-08-30 the internal round closes with 7 of 8 answers: D15 is done, D16 is due 13 September", async () => {
    const { story, cast } = told;
    await story.at("2027-08-31 10:00");
    await openItem(cast.tove, LEARN, "Genomför den interna utvärderingen");
    await fillPages(cast.tove, {
      Omgång: "I-1",
      Form: "Var och en svarar utan namn",
      "Antal inbjudna": "8",
      "Antal svar": "7",
      "Stängd den": "2027-08-30",
    });
    await story.settled();
    const words = await told.overview();
    expect(words).not.toContain("Intern utvärdering stänger\nsenast");
    expect(words).toContain(lines("Lärandemöte", `senast måndag 13 september 2027 · ${CHAIR}`));
  });

  test("2027-09-09 10:00 A holds the learning meeting with three lessons: D16 is done, step 10 is done, D17 is due 7 October", async () => {
    const { story, cast } = told;
    await story.at("2027-09-09 10:00");
    await openItem(cast.anna, LEARN, "Håll lärandemöte");
    await fillPages(cast.anna, { "Hölls den": "2027-09-09" });
    await openItem(cast.anna, LEARN, "Skriv lärdomar som nästa dialog kan använda");
    await addRows(
      cast.anna,
      ...LESSONS.map(([happened, next]) => ({
        "Det här hände": happened,
        "Det här visar det": "Genomgång efter tillfälle",
        "Gör så här nästa gång": next,
      })),
    );
    await cast.anna.submit("Fastställ som det står");
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("10 steg klara");
    expect(words).toContain(
      lines(
        "Utvärderingen till nämnden",
        "senast torsdag 7 oktober 2027 · tjänstepersonen (Tove Johansson)",
      ),
    );
  });

  test("2027-09-28 13:00 the evaluation is reported, § 102: D17 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-09-28 13:00");
    await openItem(cast.tove, LEARN, "Rapportera utvärderingen till nämnden");
    await fillPages(cast.tove, {
      ...linked("Länk till rapporten", "Utvärdering"),
      "Rapporterad den": "2027-09-28",
      Paragraf: "§ 102",
    });
    await story.settled();
    expect(await told.overview()).not.toContain("Utvärderingen till nämnden\nsenast");
  });

  test("2027-12-21 10:00 A publishes follow-up 1: D18.1 is done", async () => {
    const { story } = told;
    await story.at("2027-12-21 10:00");
    await tellWhatHappened(told, "Pågår", "2027-12-21");
    await story.settled();
    expect(await told.overview()).not.toContain("Uppföljning 1\nsenast");
  });

  test("2028-06-22 10:00 A publishes follow-up 2 and ends the follow-up: D18.2 is done, no D18.3, D19 is due 24 July", async () => {
    const { story, cast } = told;
    await story.at("2028-06-22 10:00");
    await tellWhatHappened(told, "Genomfört", "2028-06-22");
    await openItem(cast.anna, FOLLOW, "Förtroendevalda bestämmer att uppföljningen är klar");
    await fillPages(cast.anna, { "Klar den": "2028-06-22", "Bestämt av": "Anna Lindqvist" });
    await story.settled();
    const words = await told.overview();
    expect(words).not.toContain("Uppföljning 2\nsenast");
    expect(words).not.toContain("Uppföljning 3");
    expect(words).toContain(
      lines("Kontaktlistan raderas", "senast måndag 24 juli 2028 · sker av sig självt"),
    );
  });

  test("2028-06-27 10:00 REG hands over to the archive; the contact list is still there, and the dialogue open", async () => {
    const { story, cast } = told;
    await story.at("2028-06-27 10:00");
    await openItem(cast.registrar, FOLLOW, "Lämna över handlingarna till diariet och arkivet");
    await fillPages(cast.registrar, {
      "Exportens nummer": "EXP-1",
      "Mottaget av": "Kommunarkivet",
    });
    await openItem(cast.registrar, FOLLOW, "Ta bort det som inte ska sparas");
    await fillPages(cast.registrar, { Gallringsbeslut: "SBN 2026-0003" });
    await story.settled();
    expect(await told.overview()).toContain(
      lines("Kontaktlistan raderas", "senast måndag 24 juli 2028 · sker av sig självt"),
    );
  });

  test("2028-07-24 08:30 the contact list goes by itself, and with it the dialogue is closed for everybody", async () => {
    const { story, cast } = told;
    await story.at("2028-07-24 08:29");
    expect(await told.overview()).not.toContain("Dialogen avslutades");
    await story.at("2028-07-24 08:30");
    await story.settled();
    expect(await told.overview()).toContain("Dialogen avslutades 24 juli 2028");
    const on = await overviewOf(cast.tove, TITLE);
    const meeting = { item: "eval.meeting", values: { heldAt: "2028-07-24" }, revision: 1 };
    const refused = await story.unchanged(() => sendItem(cast.tove, meeting, on));
    expect(codesIn(refused.words)).toEqual(["E-NOT-ACTIVE"]);
  });
}

/** One follow-up to the citizens: the nearest that has not been sent. */
async function tellWhatHappened({ cast }: Told, status: string, on: string): Promise<void> {
  await openItem(cast.anna, FOLLOW, "Berätta vad som har hänt med frågan");
  await fillPages(cast.anna, {
    Läge: status,
    "Det här har hänt": "Belysningen byggs om.",
    "Skickat den": on,
  });
}

const LESSONS = [
  ["Unga nåddes först på plats.", "Börja med uppsökande tillfälle."],
  ["Dialogkaféet fungerade.", "Gör likadant."],
  ["Sammanställningen kom sent.", "Sammanställ före midsommar."],
] as const;

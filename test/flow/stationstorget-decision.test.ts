import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";
import { draftDecision, triage } from "./acts.ts";
import {
  type Cast,
  castOf,
  enterCaseNumber,
  MINUTES,
  refusedQuestion,
  TITLE,
  writeIssue,
  writePurpose,
} from "./stationstorget.ts";
import { lines, openStory, readOverview, stopsAtFirstFailure, type Story } from "./story.ts";

/** scenarios.md, scenario 1, each row from 2027-01-11 to 2027-01-27, in order. */
describe("Otrygghet på Stationstorget, until the board's decision is confirmed", () => {
  let story: Story;
  let cast: Cast;
  const overview = () => readOverview(cast.anna, TITLE);

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    cast = castOf(story);
  });
  afterAll(() => story.close());

  test("2027-01-11 09:00 A answers the questions: it is a medborgardialog, and step 1 opens", async () => {
    await story.at("2027-01-11 09:00");
    const result = await triage(cast.anna, TITLE);
    expect(result.words).toContain("Det här är en medborgardialog");
    await story.settled();
    expect(await overview()).toContain(
      "Dialogen har just startat. Du är här: 1. Identifiera fråga/problemområde",
    );
    expect(await overview()).toContain(
      lines(
        "Planeringen är låst",
        "Planeringen är låst tills nämndens beslut är registrerat och bekräftat, med budget och styrgrupp.",
        "Beslutet registreras av registratorn (Linnea Sandberg). Sedan bekräftas det av ordföranden.",
        "Kod: E-NO-BOARD-DECISION",
      ),
    );
  });

  test("2027-01-12 13:00 REG enters the case number: the item is done", async () => {
    await story.at("2027-01-12 13:00");
    const step = await enterCaseNumber(cast.registrar);
    expect(step.words).toContain("1 av 4 klara");
    expect(step.words).toContain(lines("Klart", "Ange diarienummer för ärendet"));
  });

  test("2027-01-14 10:00 A writes the issue, its aspects and boards: step 1 is done", async () => {
    await story.at("2027-01-14 10:00");
    const step = await writeIssue(cast.anna);
    expect(step.words).toContain("Steget blev klart 14 januari 2027.");
    await story.settled();
    expect(await overview()).toContain("1 steg klart. Du är här: 2. Syfte och påverkansbarhet");
    expect(await overview()).not.toContain("W-MULTI-BOARD");
  });

  test("2027-01-20 10:00 A may not write the questions yet: E-NO-BOARD-DECISION", async () => {
    await story.at("2027-01-20 10:00");
    await refusedQuestion(story, cast.anna, {
      step: "4. Planering, Låst, Gemensamt",
      code: "E-NO-BOARD-DECISION",
    });
  });

  test("2027-01-21 10:00 A writes the purpose: step 2 is done, and the board can decide", async () => {
    await story.at("2027-01-21 10:00");
    const step = await writePurpose(cast.anna);
    expect(step.words).toContain("Steget blev klart 21 januari 2027.");
    await story.settled();
    expect(await overview()).toContain("2 steg klara. Du är här: 3. Beslut om medborgardialog");
    expect(await overview()).toContain(
      lines("Registrera nämndens beslut", "Görs av registratorn (Linnea Sandberg)"),
    );
  });

  test("2027-01-27 15:30 REG registers without a budget: E-DECISION-INCOMPLETE names both fields", async () => {
    await story.at("2027-01-27 15:30");
    const { budget: _left, ...rest } = MINUTES;
    await draftDecision(cast.registrar, rest);
    const refused = await story.unchanged(() => cast.registrar.submit("Registrera"));
    expect(refused.words).toContain(
      lines(
        "Beslutet är inte komplett",
        "Det här saknas: ”Budget i kronor” och ”Pengarna tas från”.",
        "Uppgifterna står i protokollet. De fylls i av registratorn (Linnea Sandberg).",
        "Kod: E-DECISION-INCOMPLETE",
      ),
    );
    expect(await overview()).toContain("Saknas: ”Budget i kronor” och ”Pengarna tas från”");
  });

  test("2027-01-27 15:45 REG registers the whole decision, and may not confirm it: two persons", async () => {
    await story.at("2027-01-27 15:45");
    await draftDecision(cast.registrar, { budget: MINUTES.budget });
    const registered = await cast.registrar.submit("Registrera");
    expect(registered.words).toContain(
      "Beslutet är registrerat. Anna Lindqvist ombeds bekräfta att uppgifterna stämmer.",
    );
    await story.settled();
    const offered = await cast.registrar.press("Bekräfta det registrerade beslutet");
    expect(offered.words).toContain("Beslutet väntar på att bekräftas");
    expect(buttonsOf(cast.registrar.dialog().card).map(({ title }) => title)).toEqual(["Stäng"]);
    await cast.anna.press("Bekräfta det registrerade beslutet");
    const refused = await story.unchanged(() =>
      cast.registrar.submitOn(cast.anna.dialog(), "Stämmer"),
    );
    expect(refused.words).toContain(
      lines(
        "Det behövs två personer",
        "Den som har registrerat ett beslut kan inte också bekräfta det.",
        "Det görs av ordföranden (Anna Lindqvist).",
        "Kod: E-FORBIDDEN",
      ),
    );
  });

  test("2027-01-27 16:00 A confirms in the own chat: the decision stands, not yet final, and D01 is due 9 February", async () => {
    await story.at("2027-01-27 16:00");
    const asked = await cast.anna.see("Stämmer uppgifterna om nämndens beslut?", "personal");
    expect(readOn(asked.card)).toContain(lines("Budget i kronor", "150 000 kr"));
    const receipt = await cast.anna.pressOn(asked, "Stämmer");
    expect(receipt.words).toContain("Du har bekräftat beslutet");
    await story.settled();
    const words = await overview();
    expect(words).toContain(
      lines(
        "Protokollet är inte justerat än",
        "Uppgifterna kan ändras. Arbetet får gå vidare ändå.",
        "W-NOT-FINAL",
      ),
    );
    expect(words).toContain("3 steg klara. Du är här: 4. Planering");
    expect(words).toContain(
      lines(
        "Datum att hålla",
        "Tjänsteperson utsedd",
        "senast tisdag 9 februari 2027 · förvaltningschefen (Johan Wallin)",
      ),
    );
    expect(words).toContain(
      lines("Protokollet", "Justera protokollet", "senast 9 februari 2027", "Vem gör vad"),
    );
  });
});

import { expect, test } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";
import { draftDecision, triage } from "./acts.ts";
import type { Told } from "./stationstorget-told.ts";
import {
  enterCaseNumber,
  MINUTES,
  refusedQuestion,
  TITLE,
  writeIssue,
  writePurpose,
} from "./stationstorget.ts";
import { lines } from "./story.ts";
import { allCodesIn } from "./told.ts";

/** scenarios.md, scenario 1, from 2027-01-11 to 2027-01-27. */
export function startRows(told: Told): void {
  test("2027-01-11 09:00 A answers the questions: it is a medborgardialog, and step 1 opens", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-01-11 09:00");
    const result = await triage(cast.anna, TITLE);
    expect(result.words).toContain("Det här är en medborgardialog");
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
    const { story, cast } = told;
    await story.at("2027-01-12 13:00");
    const step = await enterCaseNumber(cast.registrar);
    expect(step.words).toContain("1 av 4 klara");
    expect(step.words).toContain(lines("Klart", "Ange diarienummer för ärendet"));
  });

  test("2027-01-14 10:00 A writes the issue, its aspects and boards: step 1 is done", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-01-14 10:00");
    const step = await writeIssue(cast.anna);
    expect(step.words).toContain("Steget blev klart 14 januari 2027.");
    expect(await overview()).toContain("1 steg klart. Du är här: 2. Syfte och påverkansbarhet");
    expect(await overview()).not.toContain("W-MULTI-BOARD");
  });

  test("2027-01-20 10:00 A may not write the questions yet: E-NO-BOARD-DECISION", async () => {
    const { story, cast } = told;
    await story.at("2027-01-20 10:00");
    await refusedQuestion(story, cast.anna, {
      step: "4. Planering, Låst, Gemensamt",
      code: "E-NO-BOARD-DECISION",
    });
  });

  test("2027-01-21 10:00 A writes the purpose: step 2 is done, and the board can decide", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-01-21 10:00");
    const step = await writePurpose(cast.anna);
    expect(step.words).toContain("Steget blev klart 21 januari 2027.");
    expect(await told.codes()).toEqual(["E-NO-BOARD-DECISION"]);
    expect(await overview()).toContain("2 steg klara. Du är här: 3. Beslut om medborgardialog");
    expect(await overview()).toContain(
      lines("Registrera nämndens beslut", "Görs av registratorn (Linnea Sandberg)"),
    );
  });

  test("2027-01-27 15:30 REG registers without a budget: E-DECISION-INCOMPLETE names both fields", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-01-27 15:30");
    const { budget: _left, ...rest } = MINUTES;
    await draftDecision(cast.registrar, rest);
    const refused = await story.unchanged(() => cast.registrar.submit("Registrera"));
    expect(allCodesIn(refused.words)).toEqual(["E-DECISION-INCOMPLETE"]);
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
    const { story, cast } = told;
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
    expect(allCodesIn(refused.words)).toEqual(["E-FORBIDDEN", "W-NOT-FINAL"]);
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
    const { story, cast, overview } = told;
    await story.at("2027-01-27 16:00");
    const asked = await cast.anna.see("Stämmer uppgifterna om nämndens beslut?", "personal");
    expect(readOn(asked.card)).toContain(lines("Budget i kronor", "150 000 kr"));
    const receipt = await cast.anna.pressOn(asked, "Stämmer");
    expect(receipt.words).toContain("Du har bekräftat beslutet");
    const words = await overview();
    expect(words).toContain(
      lines(
        "Protokollet är inte justerat än",
        "Uppgifterna kan ändras. Arbetet får gå vidare ändå.",
        "W-NOT-FINAL",
      ),
    );
    expect(await told.codes()).toEqual(["W-NOT-FINAL", "E-NO-CIVIL-SERVANT"]);
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
}

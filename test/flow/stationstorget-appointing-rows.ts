import { expect, test } from "vitest";
import { readOn } from "../support/seat.ts";
import { fillIn } from "./acts.ts";
import { MEMBERS, refusedQuestion } from "./stationstorget.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines } from "./story.ts";
import { allCodesIn } from "./told.ts";

/** scenarios.md, scenario 1, from the confirmed decision to 2027-02-16. */
export function appointingRows(told: Told): void {
  test("2027-01-27 each elected member is told in the own chat what will be asked of them, and the head is asked to appoint", async () => {
    const { story, cast } = told;
    for (const name of MEMBERS) {
      const hello = await story.person(name).see("Du är med i styrgruppen för", "personal");
      const role = name === "Anna Lindqvist" ? "ordförande" : "ledamot";
      expect(readOn(hello.card)).toContain(`Nämnden har utsett dig till ${role} i styrgruppen.`);
      expect(readOn(hello.card)).toContain("Det här kommer du att få frågor om");
    }
    const asked = await cast.head.see("Utse en tjänsteperson", "personal");
    expect(readOn(asked.card)).toContain(lines("Senast", "tisdag 9 februari 2027"));
    for (const name of ["Fredrik Ståhl", "Tove Johansson", "Oskar Blom", "Linnea Sandberg"])
      expect(await story.person(name).cards("personal")).toEqual([]);
  });

  test("2027-02-01 10:00 B may not write a question yet: E-NO-CIVIL-SERVANT", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-02-01 10:00");
    expect(await overview()).toContain(
      lines(
        "Planeringen är låst",
        "Planeringen öppnas när förvaltningschefen har utsett en tjänsteperson som håller i arbetet.",
        "Tjänstepersonen utses av förvaltningschefen (Johan Wallin). Ingen annan kan göra det.",
        "Kod: E-NO-CIVIL-SERVANT",
      ),
    );
    await refusedQuestion(story, cast.behzad, {
      step: "4. Planering, Pågår, Gemensamt",
      code: "E-NO-CIVIL-SERVANT",
    });
  });

  test("2027-02-02 12:00 REG enters that the minutes are approved: W-NOT-FINAL goes, ST2 is 4 February", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-02-02 12:00");
    await fillIn(cast.registrar, "Följ protokollet: justerat, anslaget, laga kraft", {
      Justerat: "2027-02-02",
    });
    const words = await overview();
    expect(await told.codes()).toEqual(["E-NO-CIVIL-SERVANT"]);
    expect(words).toContain(
      lines(
        "Protokollet",
        "Protokollet är justerat",
        "2 februari 2027",
        "Anslå på anslagstavlan",
        "senast 4 februari 2027",
        "Vem gör vad",
      ),
    );
  });

  test("2027-02-03 12:00 REG enters that it is announced: it can be appealed until 24 February", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-02-03 12:00");
    await fillIn(cast.registrar, "Följ protokollet: justerat, anslaget, laga kraft", {
      Anslaget: "2027-02-03",
    });
    expect(await overview()).toContain(
      lines(
        "Beslutet är anslaget",
        "3 februari 2027",
        "Överklagandetiden går ut",
        "24 februari 2027",
        "Vem gör vad",
      ),
    );
  });

  test("2027-02-03 14:00 A may not appoint, only the head: E-FORBIDDEN", async () => {
    const { story, cast } = told;
    await story.at("2027-02-03 14:00");
    const page = await cast.anna.press("Utse tjänsteperson");
    expect(page.words).toContain(
      lines("Du kan läsa men inte ändra här.", "Görs av förvaltningschefen (Johan Wallin)"),
    );
    expect(allCodesIn(page.words)).toEqual(["E-FORBIDDEN"]);
    await cast.head.press("Utse tjänsteperson");
    const refused = await story.unchanged(() =>
      cast.anna.submitOn(cast.head.dialog(), "Spara och stäng", {
        Tjänsteperson: "Tove Johansson",
        "Utsedd den": "2027-02-03",
      }),
    );
    expect(allCodesIn(refused.words)).toEqual(["E-FORBIDDEN"]);
    expect(refused.words).toContain(
      lines(
        "Du kan inte göra det här",
        "Det kräver en roll i dialogen som du inte har. Du kan läsa det som är klart.",
        "Det görs av förvaltningschefen (Johan Wallin).",
        "Kod: E-FORBIDDEN",
      ),
    );
  });

  test("2027-02-04 10:00 FC appoints TJP: the lock opens, D01 is done, D02 is due 18 February", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-02-04 10:00");
    await cast.head.press("Utse tjänsteperson", "personal");
    await cast.head.submit("Spara och stäng", {
      Tjänsteperson: "Tove Johansson",
      "Utsedd den": "2027-02-04",
    });
    const words = await overview();
    expect(words).toContain(lines("Planeringen är öppen", "Låset öppnades 4 februari 2027."));
    expect(await told.codes()).toEqual([]);
    expect(words).toContain(
      lines(
        "Datum att hålla",
        "Startmöte",
        "senast torsdag 18 februari 2027 · tjänstepersonen (Tove Johansson)",
        "Senast 18 februari",
        "Tjänsteperson utsedd",
        "klart 4 februari 2027 · förvaltningschefen (Johan Wallin)",
        "Klart",
      ),
    );
    const receipt = await cast.head.see("Tjänstepersonen är utsedd", "personal");
    expect(readOn(receipt.card)).toContain("Du har utsett Tove Johansson. Planeringen är öppen.");
  });

  test("2027-02-16 10:00 TJP records the kick-off: D02 is done, D03 is due 2 March, D04 1 April", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-02-16 10:00");
    await fillIn(cast.tove, "Håll startmöte med styrgruppen", {
      "Dag för startmötet": "2027-02-16",
    });
    expect(await overview()).toContain(
      lines(
        "Datum att hålla",
        "Sättet att återkoppla bestämt",
        "senast tisdag 2 mars 2027 · ordföranden (Anna Lindqvist)",
        "Senast 2 mars",
        "Förslag till genomförande",
        "senast torsdag 1 april 2027 · tjänstepersonen (Tove Johansson)",
        "Senast 1 april",
        "Tjänsteperson utsedd",
        "klart 4 februari 2027 · förvaltningschefen (Johan Wallin)",
        "Klart",
        "Startmöte",
        "klart 16 februari 2027 · tjänstepersonen (Tove Johansson)",
        "Klart",
      ),
    );
  });
}

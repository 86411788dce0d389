import { expect, test } from "vitest";
import { readOn } from "../support/seat.ts";
import { draftDecision, fillIn, list, triage } from "./acts.ts";
import { MEMBERS, MINUTES, TITLE, type Told } from "./ny-grundskola.ts";
import { lines } from "./story.ts";

const LEGAL = lines(
  "Lagen kräver samråd",
  "Detaljplan: samråd med dem som berörs av planen (5 kap. 11 § plan- och bygglagen). Dialogen ersätter inte samrådet.",
  "W-LEGAL-CONSULTATION",
);

/** scenarios.md, scenario 2, from 2027-08-16 to 2027-09-22. */
export function firstRows(told: Told): void {
  test("2027-08-16 09:00 A answers the questions: a medborgardialog, with the consultation the law demands", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-08-16 09:00");
    const result = await triage(cast.anna, TITLE, {
      "Det här ligger fast": "Att skolan byggs är beslutat.",
      "Nämnd eller styrelse som beslutar": "Kommunfullmäktige",
      "Finns det samråd som lagen kräver i samma fråga?": "Detaljplan (PBL)",
    });
    expect(result.words).toContain("Det här är en medborgardialog");
    expect(result.words).toContain(lines("Gör samrådet för sig.", "W-LEGAL-CONSULTATION"));
    expect(await overview()).toContain(LEGAL);
    expect(await overview()).toContain("Du är här: 1. Identifiera fråga/problemområde");
  });

  test("2027-08-19 10:00 A names three boards, KS leads: W-MULTI-BOARD, and step 1 is done", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-08-19 10:00");
    await fillIn(cast.anna, "Skriv den fråga dialogen ska handla om", {
      "Dialogens fråga": "Var ska den nya grundskolan ligga?",
    });
    await list(
      cast.anna,
      "Ange vilka delar av frågan som ingår och vilka som inte gör det",
      ["Vilken av de tre platserna"],
      ["Att skolan byggs"],
    );
    await fillIn(cast.anna, "Vilka nämnder berörs?", {
      "Nämnder som berörs":
        "Kommunstyrelsen; Barn- och utbildningsnämnden; Samhällsbyggnadsnämnden",
      "Nämnd eller styrelse som leder": "Kommunstyrelsen",
    });
    const step = await fillIn(cast.registrar, "Ange diarienummer för ärendet", {
      Diarienummer: "KS 2027-0312",
    });
    expect(step.words).toContain("Steget blev klart 19 augusti 2027.");
    const words = await overview();
    expect(words).toContain(
      lines(
        "Flera nämnder berörs",
        "Då beslutar som regel kommunstyrelsen. En handling som lämnas mellan nämnderna blir som regel allmän handling direkt.",
        "W-MULTI-BOARD",
      ),
    );
    expect(words).toContain(LEGAL);
    expect(words).toContain(lines("Medborgardialog · Kommunstyrelsen", TITLE));
    expect(words).toContain(lines("Förvaltningschef", "Margareta Öberg"));
    expect(words).toContain("1 steg klart. Du är här: 2. Syfte och påverkansbarhet");
  });

  test("2027-08-26 10:00 A writes the purpose, the council decides in the end: step 2 is done", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-08-26 10:00");
    await fillIn(cast.anna, "Varför vill ni ha dialogen?", {
      "Syftet med dialogen": "Vi vill veta vad platserna betyder för barn och grannar.",
    });
    await fillIn(cast.anna, "Hur ska resultatet användas i beslutet?", {
      "Så används resultatet": "I underlaget till fullmäktiges beslut.",
      "De som fattar det slutliga beslutet": "Kommunfullmäktige",
      "Planerad dag för beslutet": "2028-01-31",
    });
    await list(
      cast.anna,
      "Vad kan medborgarna påverka, och vad ligger fast?",
      ["Vilken plats som väljs"],
      ["att skolan byggs"],
    );
    await fillIn(cast.anna, "Föreslå grad av inflytande", {
      "Föreslagen grad av inflytande": "Dialog – resonera",
    });
    const step = await fillIn(
      cast.anna,
      "Är ni beredda att ändra er utifrån det som kommer fram?",
      {
        "Ja, vi är beredda att ändra oss": "Ja",
      },
    );
    expect(step.words).toContain("Steget blev klart 26 augusti 2027.");
    expect(await overview()).toContain("2 steg klara. Du är här: 3. Beslut om medborgardialog");
  });

  test("2027-09-07 16:00 REG registers KS's decision of 6 September and A confirms: D01 is due 20 September", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-09-07 16:00");
    await draftDecision(cast.registrar, MINUTES);
    await cast.registrar.submit("Registrera");
    await story.settled();
    const asked = await cast.anna.see("Stämmer uppgifterna om nämndens beslut?", "personal");
    expect(readOn(asked.card)).toContain(lines("Budget i kronor", "220 000 kr"));
    await cast.anna.pressOn(asked, "Stämmer");
    const words = await overview();
    expect(words).toContain("3 steg klara. Du är här: 4. Planering");
    expect(words).toContain(
      lines(
        "Datum att hålla",
        "Tjänsteperson utsedd",
        "senast måndag 20 september 2027 · förvaltningschefen (Margareta Öberg)",
      ),
    );
    expect(words).toContain(
      lines("Protokollet", "Justera protokollet", "senast 20 september 2027", "Vem gör vad"),
    );
    expect(words).toContain("W-NOT-FINAL");
    for (const name of Object.values(MEMBERS))
      await story.person(name).see("Du är med i styrgruppen för", "personal");
  });

  test("2027-09-13 and 09-14 REG enters approval and announcement: ST2 15 September, appeals until 5 October", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-09-13 12:00");
    await fillIn(cast.registrar, "Följ protokollet: justerat, anslaget, laga kraft", {
      Justerat: "2027-09-13",
    });
    expect(await overview()).toContain(lines("Anslå på anslagstavlan", "senast 15 september 2027"));
    expect(await overview()).not.toContain("W-NOT-FINAL");
    await story.at("2027-09-14 09:00");
    await fillIn(cast.registrar, "Följ protokollet: justerat, anslaget, laga kraft", {
      Anslaget: "2027-09-14",
    });
    expect(await overview()).toContain(
      lines("Överklagandetiden går ut", "5 oktober 2027", "Vem gör vad"),
    );
  });

  test("2027-09-14 10:00 FC appoints TJP: D01 is done, D02 is due 28 September", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-09-14 10:00");
    await cast.head.press("Utse tjänsteperson", "personal");
    await cast.head.submit("Spara och stäng", {
      Tjänsteperson: "Tove Johansson",
      "Utsedd den": "2027-09-14",
    });
    expect(await overview()).toContain(
      lines(
        "Datum att hålla",
        "Startmöte",
        "senast tisdag 28 september 2027 · tjänstepersonen (Tove Johansson)",
        "Senast 28 september",
        "Tjänsteperson utsedd",
        "klart 14 september 2027 · förvaltningschefen (Margareta Öberg)",
        "Klart",
      ),
    );
  });

  test("2027-09-22 10:00 TJP records the kick-off: D02 is done, D03 is due 6 October, D04 3 November", async () => {
    const { story, cast, overview } = told;
    await story.at("2027-09-22 10:00");
    await fillIn(cast.tove, "Håll startmöte med styrgruppen", {
      "Dag för startmötet": "2027-09-22",
    });
    expect(await overview()).toContain(
      lines(
        "Datum att hålla",
        "Sättet att återkoppla bestämt",
        "senast onsdag 6 oktober 2027 · ordföranden (Anna Lindqvist)",
        "Senast 6 oktober",
        "Förslag till genomförande",
        "senast onsdag 3 november 2027 · tjänstepersonen (Tove Johansson)",
        "Senast 3 november",
        "Tjänsteperson utsedd",
        "klart 14 september 2027 · förvaltningschefen (Margareta Öberg)",
        "Klart",
        "Startmöte",
        "klart 22 september 2027 · tjänstepersonen (Tove Johansson)",
        "Klart",
      ),
    );
  });
}

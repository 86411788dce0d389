import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOn, type Seat } from "../support/seat.ts";
import { draftDecision, fillIn, list, type Minutes, triage } from "./acts.ts";
import { lines, openStory, readOverview, stopsAtFirstFailure, type Story } from "./story.ts";

const TITLE = "Ny grundskola: var ska den ligga?";
const MEMBERS = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "David Holmgren",
  "Elif Demir",
  "Fredrik Ståhl",
  "Gunilla Åkerblom",
  "Hodan Abdi",
];
const MINUTES: Minutes = {
  decision: {
    "Nämnd, styrelse eller fullmäktige": "Kommunstyrelsen",
    Sammanträdesdag: "2027-09-06",
    Paragraf: "§ 141",
    Diarienummer: "KS 2027-0312",
    "Så fattades beslutet": "Vid sammanträdet",
    "Beslutet, ord för ord": "Kommunstyrelsen beslutar att hålla en medborgardialog om läget.",
  },
  budget: { "Budget i kronor": "220 000", "Pengarna tas från": "Kommunstyrelsens driftbudget" },
  group: {
    Ledamöter: MEMBERS.join("; "),
    Ordförande: "Anna Lindqvist",
    "Grad av inflytande": "Dialog – resonera",
  },
  assignment: { "Uppdraget står i beslutet": "Ja", Förvaltningschef: "Margareta Öberg" },
};
const LEGAL = lines(
  "Lagen kräver samråd",
  "Detaljplan: samråd med dem som berörs av planen (5 kap. 11 § plan- och bygglagen). Dialogen ersätter inte samrådet.",
  "W-LEGAL-CONSULTATION",
);

/** scenarios.md, scenario 2, each row from 2027-08-16 to 2027-10-08, in order; what 2027-10-07 refuses comes with its gate. */
describe("Ny grundskola: var ska den ligga?", () => {
  let story: Story;
  let anna: Seat;
  let registrar: Seat;
  let head: Seat;
  let tove: Seat;
  const overview = () => readOverview(anna, TITLE);

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Ny grundskola");
    anna = story.person("Anna Lindqvist");
    registrar = story.person("Petra Lundgren");
    head = story.person("Margareta Öberg");
    tove = story.person("Tove Johansson");
  });
  afterAll(() => story.close());

  test("2027-08-16 09:00 A answers the questions: a medborgardialog, with the consultation the law demands", async () => {
    await story.at("2027-08-16 09:00");
    const result = await triage(anna, TITLE, {
      "Det här ligger fast": "Att skolan byggs är beslutat.",
      "Nämnd eller styrelse som beslutar": "Kommunfullmäktige",
      "Finns det samråd som lagen kräver i samma fråga?": "Detaljplan (PBL)",
    });
    expect(result.words).toContain("Det här är en medborgardialog");
    expect(result.words).toContain(lines("Gör samrådet för sig.", "W-LEGAL-CONSULTATION"));
    await story.settled();
    expect(await overview()).toContain(LEGAL);
    expect(await overview()).toContain("Du är här: 1. Identifiera fråga/problemområde");
  });

  test("2027-08-19 10:00 A names three boards, KS leads: W-MULTI-BOARD, and step 1 is done", async () => {
    await story.at("2027-08-19 10:00");
    await fillIn(anna, "Skriv den fråga dialogen ska handla om", {
      "Dialogens fråga": "Var ska den nya grundskolan ligga?",
    });
    await list(
      anna,
      "Ange vilka delar av frågan som ingår och vilka som inte gör det",
      ["Vilken av de tre platserna"],
      ["Att skolan byggs"],
    );
    await fillIn(anna, "Vilka nämnder berörs?", {
      "Nämnder som berörs":
        "Kommunstyrelsen; Barn- och utbildningsnämnden; Samhällsbyggnadsnämnden",
      "Nämnd eller styrelse som leder": "Kommunstyrelsen",
    });
    const step = await fillIn(registrar, "Ange diarienummer för ärendet", {
      Diarienummer: "KS 2027-0312",
    });
    expect(step.words).toContain("Steget blev klart 19 augusti 2027.");
    await story.settled();
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
    await story.at("2027-08-26 10:00");
    await fillIn(anna, "Varför vill ni ha dialogen?", {
      "Syftet med dialogen": "Vi vill veta vad platserna betyder för barn och grannar.",
    });
    await fillIn(anna, "Hur ska resultatet användas i beslutet?", {
      "Så används resultatet": "I underlaget till fullmäktiges beslut.",
      "De som fattar det slutliga beslutet": "Kommunfullmäktige",
      "Planerad dag för beslutet": "2028-01-31",
    });
    await list(
      anna,
      "Vad kan medborgarna påverka, och vad ligger fast?",
      ["Vilken plats som väljs"],
      ["att skolan byggs"],
    );
    await fillIn(anna, "Föreslå grad av inflytande", {
      "Föreslagen grad av inflytande": "Dialog – resonera",
    });
    const step = await fillIn(anna, "Är ni beredda att ändra er utifrån det som kommer fram?", {
      "Ja, vi är beredda att ändra oss": "Ja",
    });
    expect(step.words).toContain("Steget blev klart 26 augusti 2027.");
    await story.settled();
    expect(await overview()).toContain("2 steg klara. Du är här: 3. Beslut om medborgardialog");
  });

  test("2027-09-07 16:00 REG registers KS's decision of 6 September and A confirms: D01 is due 20 September", async () => {
    await story.at("2027-09-07 16:00");
    await draftDecision(registrar, MINUTES);
    await registrar.submit("Registrera");
    await story.settled();
    const asked = await anna.see("Stämmer uppgifterna om nämndens beslut?", "personal");
    expect(readOn(asked.card)).toContain(lines("Budget i kronor", "220 000 kr"));
    await anna.pressOn(asked, "Stämmer");
    await story.settled();
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
    for (const name of MEMBERS)
      await story.person(name).see("Du är med i styrgruppen för", "personal");
  });

  test("2027-09-13 and 09-14 REG enters approval and announcement: ST2 15 September, appeals until 5 October", async () => {
    await story.at("2027-09-13 12:00");
    await fillIn(registrar, "Följ protokollet: justerat, anslaget, laga kraft", {
      Justerat: "2027-09-13",
    });
    await story.settled();
    expect(await overview()).toContain(lines("Anslå på anslagstavlan", "senast 15 september 2027"));
    expect(await overview()).not.toContain("W-NOT-FINAL");
    await story.at("2027-09-14 09:00");
    await fillIn(registrar, "Följ protokollet: justerat, anslaget, laga kraft", {
      Anslaget: "2027-09-14",
    });
    await story.settled();
    expect(await overview()).toContain(
      lines("Överklagandetiden går ut", "5 oktober 2027", "Vem gör vad"),
    );
  });

  test("2027-09-14 10:00 FC appoints TJP: D01 is done, D02 is due 28 September", async () => {
    await story.at("2027-09-14 10:00");
    await head.press("Utse tjänsteperson", "personal");
    await head.submit("Spara och stäng", {
      Tjänsteperson: "Tove Johansson",
      "Utsedd den": "2027-09-14",
    });
    await story.settled();
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
    await story.at("2027-09-22 10:00");
    await fillIn(tove, "Håll startmöte med styrgruppen", { "Dag för startmötet": "2027-09-22" });
    await story.settled();
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

  test("2027-10-07 the Översikt that is asked for says that D03 is late", async () => {
    await story.at("2027-10-07 11:00");
    await tove.say("översikt");
    await story.settled();
    expect(await overview()).toContain(
      lines(
        "Sättet att återkoppla bestämt",
        "skulle ha varit klart onsdag 6 oktober 2027 · ordföranden (Anna Lindqvist)",
        "Gör det så snart ni kan. W-LATE",
        "Försenat",
      ),
    );
  });

  test("2027-10-08 10:00 A fixes the feedback method: D03 is done, two working days late", async () => {
    await story.at("2027-10-08 10:00");
    await fillIn(anna, "Bestäm hur, när och av vem deltagarna får veta resultatet", {
      "Kanaler för återkoppling": "Webbsida; Skola",
      Avsändare: "Anna Lindqvist",
      "Uppföljning efter antal månader": "6, 12",
      "Bestämt den": "2027-10-08",
    });
    await story.settled();
    expect(await overview()).toContain(
      lines(
        "Sättet att återkoppla bestämt",
        "klart 8 oktober 2027, 2 arbetsdagar sent · ordföranden (Anna Lindqvist)",
        "Klart",
      ),
    );
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import type { Outcome, Seat } from "../support/seat.ts";
import { fromMinutes } from "./decision-acts.ts";
import { type Lived, openLived } from "./lived.ts";
import { codesIn, fillPages, openItem, titles } from "./plan-acts.ts";
import { invited } from "../support/whole-plan.ts";
import { linked } from "./stationstorget-plan.ts";
import { INVITATION } from "./stationstorget-later.ts";
import { lines, readOverview, stopsAtFirstFailure } from "./story.ts";

type Values = Readonly<Record<string, string>>;
const TITLE = "Otrygghet på Stationstorget";
const GROUP = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "David Holmgren",
  "Elif Demir",
] as const;
const MINUTES: Values = {
  "Nämnd, styrelse eller fullmäktige": "Samhällsbyggnadsnämnden",
  Diarienummer: "SBN 2027-0041",
  "Så fattades beslutet": "Vid sammanträdet",
  "Beslutet, ord för ord": "Nämnden beslutar enligt förslaget.",
};

/** process.md §3, R-rules: what the board decides after the start, a rest, a requirement opened again, a correction, a stop. */
describe("what changes a dialogue under way", () => {
  let lived: Lived;
  let anna: Seat;
  let tove: Seat;
  let kom: Seat;
  let registrar: Seat;

  /** The dialogue's page, and on to one of its rows. */
  async function open(person: Seat, ...names: readonly string[]): Promise<Outcome> {
    await lived.bot.settle();
    let page = await person.press("Öppna dialogen");
    for (const name of names) page = await person.submit(name);
    return page;
  }
  async function overview(): Promise<string> {
    await lived.bot.settle();
    return readOverview(kom, TITLE);
  }

  stopsAtFirstFailure();
  beforeAll(async () => {
    lived = await openLived();
    anna = lived.person("a");
    tove = lived.person("tjp");
    kom = lived.person("kom");
    registrar = lived.person("reg");
    await lived.bot.moveClock("2027-04-21T07:00:00.000Z");
    await lived.live("dialogue-1", invited);
    await lived.bot.settle();
  });
  afterAll(() => lived.close());

  test("a pause says so to everybody and lets nothing be changed but by who resumes it", async () => {
    await open(tove, "Beslut", "Pausa dialogen");
    const none = await tove.submit("Pausa", { "Varför pausas dialogen?": " " });
    expect(codesIn(none.words)).toEqual(["E-REASON"]);
    await tove.submit("Pausa", { "Varför pausas dialogen?": "Vi väntar på länsstyrelsen." });
    const words = await overview();
    expect(words).toContain("Dialogen är pausad sedan 21 april 2027");
    expect(words).not.toContain("länsstyrelsen");
    expect(codesIn((await openItem(kom, 6, INVITATION)).words)).toEqual(["E-NOT-ACTIVE"]);
    await open(anna, "Återuppta dialogen");
    await anna.submit("Återuppta", { "Varför återupptas dialogen?": "Beskedet har kommit." });
    expect(await overview()).not.toContain("pausad");
  });

  test("a locked item is corrected beside, with day and name", async () => {
    await openItem(tove, 4, "Håll startmöte med styrgruppen");
    await tove.submit("Gör en rättelse");
    const empty = await tove.submit("Spara rättelsen", {
      "Så står det nu": " ",
      "Så ska det vara": " ",
      "Varför rättas det?": " ",
    });
    expect(codesIn(empty.words)).toEqual(["E-FIELD"]);
    const page = await tove.submit("Spara rättelsen", {
      "Så står det nu": "16 februari",
      "Så ska det vara": "17 februari",
      "Varför rättas det?": "Mötet flyttades.",
    });
    expect(page.words).toContain(
      lines(
        "Rättelse 21 april 2027",
        "Stod: 16 februari",
        "Ska vara: 17 februari",
        "Därför: Mötet flyttades.",
        "Av Tove Johansson",
      ),
    );
    expect(page.words).toContain("16 februari 2027");
  });

  test("the chair opens the checkpoint again: what came after is marked, the invitation waits anew", async () => {
    expect(titles(await open(tove, "Beslut"))).not.toContain("Öppna ett krav på nytt");
    await open(anna, "Beslut", "Öppna ett krav på nytt");
    await anna.submit("Öppna på nytt", {
      "Krav som öppnas": "Styrgruppens avstämning",
      "Varför öppnas det på nytt?": "Lokalerna blev dyrare.",
    });
    const list = await open(kom, "Beslut");
    expect(list.words).toContain("Ersatt");
    const page = await openItem(kom, 6, INVITATION);
    expect(codesIn(page.words)).toEqual(["E-NOT-APPROVED"]);
  });

  test("a plan that costs more than decided waits for the board, and a confirmed decision lets the invitation out", async () => {
    await openItem(tove, 4, "Kontrollera att tid, pengar och kompetens räcker för alla steg");
    await tove.submit("Klar");
    await fillPages(tove, { "Planerad kostnad i kronor": "170 000" });
    await open(anna, "Ställningstaganden", "Anteckna enighet");
    const agreed = await anna.submit("Anteckna att alla var eniga", {
      "Vad gäller det?": "Förslaget till genomförande",
      "Fråga till styrgruppen": "Tillstyrker ni planen till högre kostnad?",
      "De som var med": GROUP.join("; "),
    });
    expect(agreed.words).toContain("Enighet antecknad på ett möte.");
    await lived.bot.settle();
    const page = await openItem(kom, 6, INVITATION);
    expect(codesIn(page.words)).toEqual(["E-BUDGET-EXCEEDED"]);

    await open(registrar, "Beslut", "Registrera ett beslut", "Budget");
    const bare = await registrar.submit("Registrera");
    expect(codesIn(bare.words)).toEqual(["E-DECISION-INCOMPLETE"]);
    const summary = await fromMinutes(registrar, {
      ...MINUTES,
      "Budget efter beslutet, i kronor": "180 000",
      "Pengarna tas från": "Nämndens reserv",
      Sammanträdesdag: "2027-04-19",
      Paragraf: "§ 160",
    });
    expect(summary.words).toContain("180 000 kr");
    await registrar.submit("Registrera");
    await lived.bot.settle();
    const asked = await anna.see("När du bekräftar gäller den nya budgeten", "personal");
    expect(buttonsOf(asked.card).map(({ title }) => title)).toContain("Stämmer");
    const done = await anna.pressOn(asked, "Stämmer");
    expect(done.words).toContain("Den nya budgeten gäller.");
    await lived.bot.settle();
    expect(codesIn((await openItem(kom, 6, INVITATION)).words)).toEqual([]);
  });

  test("the list of decisions tells the formal ones from the group's positions, with their minutes", async () => {
    const list = await open(kom, "Beslut");
    expect(list.words).toContain("Formella beslut");
    expect(list.words).toContain("SBN § 160 · Budget");
    expect(list.words).toContain("Det ersätter inte nämndens beslut.");
    const record = await kom.submit("SBN § 160 · Budget");
    expect(record.words).toContain("Protokollet är inte justerat än");
    expect(record.words).toContain("Justera protokollet\nsenast 3 maj 2027");
  });

  test("a final decision while the dialogue goes on is refused, and asks whether to stop", async () => {
    const page = await open(
      registrar,
      "Beslut",
      "Registrera ett beslut",
      "Slutligt beslut i frågan",
    );
    expect(codesIn(page.words)).toEqual(["E-ALREADY-DECIDED"]);
    await registrar.submit("Registrera beslut att stoppa");
    await fromMinutes(registrar, {
      ...MINUTES,
      "Därför stoppas dialogen": "Staten tar över skolan.",
      Sammanträdesdag: "2027-04-19",
      Paragraf: "§ 161",
    });
    await registrar.submit("Registrera");
    await lived.bot.settle();
    await anna.pressOn(await anna.see("När du bekräftar stoppas dialogen", "personal"), "Stämmer");
    const words = await overview();
    expect(words).toContain("Dialogen stoppades 21 april 2027");
    expect(words).toContain("Dialogen ställs in – och varför");
  });

  test("only the notice to those invited may still be written, ten working days after the decision", async () => {
    expect(codesIn((await openItem(kom, 6, INVITATION)).words)).toEqual(["E-NOT-ACTIVE"]);
    expect(await overview()).toContain("senast måndag 3 maj 2027");
    await open(anna, "Dialogen ställs in – och varför");
    await anna.submit("Spara och stäng", {
      "Skickat den": "2027-04-22",
      Kanaler: "Webbsida",
      Avsändare: "Anna Lindqvist",
      ...linked("Länk till texten", "Dialogen ställs in"),
    });
    expect(await overview()).not.toContain("senast måndag 3 maj 2027");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import type { Outcome, Seat } from "../support/seat.ts";
import { fromMinutes } from "./decision-acts.ts";
import { liveRows } from "./ny-grundskola-inside.ts";
import { idsIn, orderInside } from "./order-inside.ts";
import { codesIn, fillPages, openItem, titles } from "./plan-acts.ts";
import { linked } from "./stationstorget-plan.ts";
import { INVITATION } from "./stationstorget-later.ts";
import { lines, openStory, readOverview, stopsAtFirstFailure, type Story } from "./story.ts";

type Values = Readonly<Record<string, string>>;
const TITLE = "Ny grundskola: var ska den ligga?";
const GROUP = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "David Holmgren",
  "Elif Demir",
] as const;
const MINUTES: Values = {
  "Nämnd, styrelse eller fullmäktige": "Kommunstyrelsen",
  Diarienummer: "KS 2027-0312",
  "Så fattades beslutet": "Vid sammanträdet",
  "Beslutet, ord för ord": "Kommunstyrelsen beslutar enligt förslaget.",
};

/** process.md §3, R-rules: what the board decides after the start, a rest, a requirement opened again, a correction, a stop. */
describe("what changes a dialogue under way", () => {
  let story: Story;
  let anna: Seat;
  let tove: Seat;
  let kom: Seat;
  let registrar: Seat;

  /** The dialogue's page, and on to one of its rows. */
  async function open(person: Seat, ...names: readonly string[]): Promise<Outcome> {
    await story.settled();
    let page = await person.press("Öppna dialogen");
    for (const name of names) page = await person.submit(name);
    return page;
  }

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Ny grundskola");
    anna = story.person("Anna Lindqvist");
    tove = story.person("Tove Johansson");
    kom = story.person("Samira Haddad");
    registrar = story.person("Petra Lundgren");
    await story.at("2027-08-16 08:00");
    await liveRows(story, "", "2027-10-13 10:00");
    await story.at("2027-10-14 17:00");
    await liveRows(story, "2027-10-13 10:00", "2027-10-26 10:00");
    await story.at("2027-10-27 09:00");
  });
  afterAll(() => story.close());

  test("a pause says so to everybody and lets nothing be changed but by who resumes it", async () => {
    await open(tove, "Beslut", "Pausa dialogen");
    const none = await tove.submit("Pausa", { "Varför pausas dialogen?": " " });
    expect(codesIn(none.words)).toEqual(["E-REASON"]);
    await tove.submit("Pausa", { "Varför pausas dialogen?": "Vi väntar på länsstyrelsen." });
    await story.settled();
    const words = await readOverview(kom, TITLE);
    expect(words).toContain("Dialogen är pausad sedan 27 oktober 2027");
    expect(words).not.toContain("länsstyrelsen");
    expect(codesIn((await openItem(kom, 6, INVITATION)).words)).toEqual(["E-NOT-ACTIVE"]);
    await open(anna, "Återuppta dialogen");
    await anna.submit("Återuppta", { "Varför återupptas dialogen?": "Beskedet har kommit." });
    await story.settled();
    expect(await readOverview(kom, TITLE)).not.toContain("pausad");
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
      "Så står det nu": "22 september",
      "Så ska det vara": "23 september",
      "Varför rättas det?": "Mötet flyttades.",
    });
    expect(page.words).toContain(
      lines(
        "Rättelse 27 oktober 2027",
        "Stod: 22 september",
        "Ska vara: 23 september",
        "Därför: Mötet flyttades.",
        "Av Tove Johansson",
      ),
    );
    expect(page.words).toContain("22 september 2027");
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
    const id = idsIn(story);
    await openItem(tove, 4, "Kontrollera att tid, pengar och kompetens räcker för alla steg");
    await tove.submit("Klar");
    await fillPages(tove, { "Planerad kostnad i kronor": "240 000" });
    await orderInside(story, {
      by: "Anna Lindqvist",
      commands: [
        {
          type: "RecordConsensus",
          positionId: "again",
          matter: "proposal",
          question: "Tillstyrker ni planen till högre kostnad?",
          present: GROUP.map(id),
        },
      ],
    });
    const page = await openItem(kom, 6, INVITATION);
    expect(codesIn(page.words)).toEqual(["E-BUDGET-EXCEEDED"]);

    await open(registrar, "Beslut", "Registrera ett beslut", "Budget");
    const bare = await registrar.submit("Registrera");
    expect(codesIn(bare.words)).toEqual(["E-DECISION-INCOMPLETE"]);
    const summary = await fromMinutes(registrar, {
      ...MINUTES,
      "Budget efter beslutet, i kronor": "250 000",
      "Pengarna tas från": "Kommunstyrelsens reserv",
      Sammanträdesdag: "2027-10-25",
      Paragraf: "§ 160",
    });
    expect(summary.words).toContain("250 000 kr");
    await registrar.submit("Registrera");
    await story.settled();
    const asked = await anna.see("När du bekräftar gäller den nya budgeten", "personal");
    expect(buttonsOf(asked.card).map(({ title }) => title)).toContain("Stämmer");
    const done = await anna.pressOn(asked, "Stämmer");
    expect(done.words).toContain("Den nya budgeten gäller.");
    await story.settled();
    expect(codesIn((await openItem(kom, 6, INVITATION)).words)).toEqual([]);
  });

  test("the list of decisions tells the formal ones from the group's positions, with their minutes", async () => {
    const list = await open(kom, "Beslut");
    expect(list.words).toContain("Formella beslut");
    expect(list.words).toContain("KS § 160 · Budget");
    expect(list.words).toContain("Det ersätter inte nämndens beslut.");
    const record = await kom.submit("KS § 160 · Budget");
    expect(record.words).toContain("Protokollet är inte justerat än");
    expect(record.words).toContain("Justera protokollet\nsenast 8 november 2027");
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
      Sammanträdesdag: "2027-10-25",
      Paragraf: "§ 161",
    });
    await registrar.submit("Registrera");
    await story.settled();
    await anna.pressOn(await anna.see("När du bekräftar stoppas dialogen", "personal"), "Stämmer");
    await story.settled();
    const words = await readOverview(kom, TITLE);
    expect(words).toContain("Dialogen stoppades 27 oktober 2027");
    expect(words).toContain("Dialogen ställs in – och varför");
  });

  test("only the notice to those invited may still be written, ten working days after the decision", async () => {
    expect(codesIn((await openItem(kom, 6, INVITATION)).words)).toEqual(["E-NOT-ACTIVE"]);
    expect(await readOverview(anna, TITLE)).toContain("senast måndag 8 november 2027");
    await open(anna, "Dialogen ställs in – och varför");
    await anna.submit("Spara och stäng", {
      "Skickat den": "2027-10-28",
      Kanaler: "Webbsida",
      Avsändare: "Anna Lindqvist",
      ...linked("Länk till texten", "Dialogen ställs in"),
    });
    await story.settled();
    expect(await readOverview(anna, TITLE)).not.toContain("senast måndag 8 november 2027");
  });
});

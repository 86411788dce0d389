import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import { readOn, type Seat } from "../support/seat.ts";
import { fillIn, sendItem, triage } from "./acts.ts";
import {
  lines,
  openStory,
  overviewOf,
  readDatabase,
  readOverview,
  stopsAtFirstFailure,
  type Story,
} from "./story.ts";

const TITLE = "Trygghet i Kvarnparken";
const STATEMENT = "Skriv den fråga dialogen ska handla om";
const QUESTION = "Hur kan Kvarnparken bli tryggare?";

/** decisions.md §1.2, §1.5, §2.1: an employee starts, an elected official takes the initiative, and it is taken back. */
describe("a dialogue that an employee starts", () => {
  let story: Story;
  let rasmus: Seat;
  let anna: Seat;
  let wilhelm: Seat;
  let yasmin: Seat;
  const overview = () => readOverview(anna, TITLE);

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    rasmus = story.person("Rasmus Eklund");
    anna = story.person("Anna Lindqvist");
    wilhelm = story.person("Wilhelm Kjellberg");
    yasmin = story.person("Yasmin Farouk");
    await story.at("2027-01-11 09:00");
    // Whom the bot has met is noted, and must not be taken for something that was changed.
    for (const person of [wilhelm, yasmin]) await person.say("hjälp", "personal");
  });
  afterAll(() => story.close());

  test("waits for the elected official who is named: G0 is closed until then", async () => {
    const result = await triage(rasmus, TITLE, {
      "Vem av de förtroendevalda tar initiativet?": "Anna Lindqvist",
    });
    expect(result.words).toContain("Det här är en medborgardialog");
    expect(result.words).toContain("Först bekräftar Anna Lindqvist att hen tar initiativet.");
    await story.settled();
    expect(await overview()).toContain("Du är här: Rätt sorts dialog?");
    expect(await overview()).toContain(
      lines("Bekräfta initiativet", "Görs av initiativtagaren (Anna Lindqvist)"),
    );
    const values = { issueStatement: QUESTION };
    const on = await overviewOf(rasmus, TITLE);
    const refused = await story.unchanged(() =>
      sendItem(rasmus, { item: "identify.statement", values }, on),
    );
    expect(refused.words).toContain("Kod: E-NOT-CITIZEN-DIALOGUE");
  });

  test("the starter sees whose answer is waited for, and cannot give it", async () => {
    const page = await rasmus.press("Bekräfta initiativet");
    expect(page.words).toContain("Väntar på att Anna Lindqvist bekräftar att hen tar initiativet.");
    expect(buttonsOf(rasmus.dialog().card).map(({ title }) => title)).toEqual([
      "Dra tillbaka",
      "Stäng",
    ]);
    await anna.press("Bekräfta initiativet");
    const refused = await story.unchanged(() => rasmus.submitOn(anna.dialog(), "Det stämmer"));
    expect(refused.words).toContain(
      lines("Det görs av initiativtagaren (Anna Lindqvist).", "Kod: E-FORBIDDEN"),
    );
  });

  test("a guest is told kindly that it is not for them, and nothing changes", async () => {
    await wilhelm.say("ny dialog");
    const start = await wilhelm.press("Starta medborgardialog");
    expect(start.words).toBe(
      lines(
        "Du kan inte starta en dialog här",
        "Den som startar är med i teamet och är inte gäst.",
        "Be någon i teamet att starta dialogen. Du kan prova med exempel så länge.",
        "Kod: E-FORBIDDEN",
      ),
    );
    const draft = await wilhelm.press("Bekräfta initiativet");
    expect(draft.words).toContain("Kod: E-FORBIDDEN");
    await story.unchanged(async () => {
      const form = await rasmus.press("Starta medborgardialog");
      expect(form.kind).toBe("dialog");
      const sent = await wilhelm.submitOn(rasmus.dialog(), "Fortsätt", {
        "Kort rubrik": "Gästens dialog",
        "Vem av de förtroendevalda tar initiativet?": "Anna Lindqvist",
        "Beskriv frågan i en eller två meningar": "En gäst frågar.",
        "Varifrån kommer förslaget?": "Någon annan",
        "Vilka ska möta medborgarna: förtroendevalda eller tjänstepersoner?": "Tjänstepersoner",
        "Det handlar om": "En service",
      });
      expect(sent.words).toContain("Kod: E-FORBIDDEN");
      const confirmed = await wilhelm.submitOn(await page(anna), "Det stämmer");
      expect(confirmed.words).toContain("Kod: E-FORBIDDEN");
    });
  });

  test("somebody outside the team is told the same, whatever they press", async () => {
    await story.unchanged(async () => {
      const start = await yasmin.press("Starta medborgardialog");
      expect(start.words).toContain("Du kan inte starta en dialog här");
      const opened = await yasmin.press("Öppna dialogen");
      expect(opened.words).toBe(
        lines(
          "Du kan inte göra det här",
          "Det kräver en roll i dialogen som du inte har. Du kan läsa det som är klart.",
          "Fråga den som håller i dialogen.",
          "Kod: E-FORBIDDEN",
        ),
      );
      const on = await overviewOf(yasmin, TITLE);
      const values = { issueStatement: QUESTION };
      const sent = await sendItem(yasmin, { item: "identify.statement", values }, on);
      expect(sent.words).toContain("Kod: E-FORBIDDEN");
      const confirmed = await yasmin.submitOn(await page(anna), "Det stämmer");
      expect(confirmed.words).toContain("Kod: E-FORBIDDEN");
    });
  });

  test("goes on when the official answers in the own chat", async () => {
    const asked = await anna.see("Tar du initiativet till den här dialogen?", "personal");
    expect(readOn(asked.card)).toContain("Rasmus Eklund har startat en medborgardialog");
    const receipt = await anna.pressOn(asked, "Det stämmer");
    expect(receipt.words).toContain("Du har bekräftat initiativet");
    await story.settled();
    expect(await overview()).toContain("Du är här: 1. Identifiera fråga/problemområde");
    expect(await overview()).not.toContain("Bekräfta initiativet");
    const step = await fillIn(rasmus, STATEMENT, { "Dialogens fråga": QUESTION });
    expect(step.words).toContain("1 av 4 klara");
  });

  test("a member without a role sees that there are drafts, and not what they say", async () => {
    const ulla = story.person("Ulla Bergström");
    const opened = await ulla.press(STATEMENT);
    expect(opened.words).toContain("Innehållet visas för alla när det är fastställt.");
    expect(opened.words).not.toContain(QUESTION);
    expect(opened.words).toContain("E-FORBIDDEN");
  });

  test("is taken back by the one who started it: everybody sees that, and nothing more can be written", async () => {
    const old = await overviewOf(rasmus, TITLE);
    expect(kept(QUESTION)).toBe(1);
    await rasmus.press("Öppna dialogen");
    const answer = await rasmus.submit("Dra tillbaka");
    expect(answer.words).toContain("Dialogen har dragits tillbaka.");
    await story.settled();
    await anna.see("Dialogen drogs tillbaka 11 januari 2027.");
    expect(readOn((await anna.see("Identifiera fråga/problemområde")).card)).toContain(
      lines("Dialogen är inte igång", "Dialogen har dragits tillbaka."),
    );
    await anna.see("Frågan gäller inte längre", "personal");
    const values = { issueStatement: "Något annat?" };
    const refused = await story.unchanged(() =>
      sendItem(rasmus, { item: "identify.statement", values, revision: 1 }, old),
    );
    expect(refused.words).toContain("Kod: E-NOT-ACTIVE");
  });

  test("leaves no words behind, as no case number had been entered", async () => {
    expect(kept("%")).toBe(0);
    const words = readOn((await anna.see("Dialogen drogs tillbaka 11 januari 2027.")).card);
    expect(words).not.toContain(TITLE);
    expect(words).toContain("borttaget");
  });

  test("can be said no to by the official who is named, in the own chat", async () => {
    const behzad = story.person("Behzad Karimi");
    await triage(rasmus, "Bibliotekets öppettider", {
      "Vem av de förtroendevalda tar initiativet?": "Behzad Karimi",
    });
    await story.settled();
    const asked = await behzad.see("Tar du initiativet till den här dialogen?", "personal");
    const answer = await behzad.pressOn(asked, "Dra tillbaka");
    expect(answer.words).toContain("Frågan gäller inte längre");
    await story.settled();
    const told = (await rasmus.cards()).filter(({ card }) =>
      readOn(card).includes("Tillbakadragen"),
    );
    expect(told).toHaveLength(2);
  });

  test("keeps its words when it had become a case", async () => {
    await triage(anna, "Cykelbana på Norra vägen");
    await story.settled();
    await fillIn(story.person("Linnea Sandberg"), "Ange diarienummer för ärendet", {
      Diarienummer: "SBN 2027-0042",
    });
    await anna.press("Öppna dialogen");
    await anna.submit("Dra tillbaka");
    await story.settled();
    expect(await readOverview(anna, "Cykelbana på Norra vägen")).toContain(
      "Dialogen drogs tillbaka 11 januari 2027.",
    );
    expect(kept("Cykelbana på Norra vägen")).toBe(1);
  });

  /** How many of the texts that are kept look like this. */
  function kept(text: string): unknown {
    return readDatabase(story.town.directory, (database) =>
      database.prepare("select count(*) from content where body like ?").pluck().get(`%${text}%`),
    );
  }

  /** The page on which the initiator is asked, as she has it open. */
  async function page(initiator: Seat) {
    await initiator.press("Bekräfta initiativet");
    return initiator.dialog();
  }
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Seat } from "../support/seat.ts";
import { fillIn, sendItem } from "./acts.ts";
import { liveRows } from "./ny-grundskola-inside.ts";
import { orderInside } from "./order-inside.ts";
import { addRows, codesIn, fillPages, openItem } from "./plan-acts.ts";
import { linked } from "./stationstorget-plan.ts";
import { INVITATION } from "./stationstorget-later.ts";
import {
  lines,
  openStory,
  overviewOf,
  readOverview,
  stopsAtFirstFailure,
  type Story,
} from "./story.ts";

const TITLE = "Ny grundskola: var ska den ligga?";
const CHAIR = "ordföranden (Anna Lindqvist)";
const TJP = "tjänstepersonen (Tove Johansson)";

/** scenarios.md, scenario 2, each row from 2027-10-07 to the last date; what the first weeks showed is lived beforehand. */
describe("Ny grundskola: var ska den ligga?, to the last date", () => {
  let story: Story;
  let anna: Seat;
  let tove: Seat;
  let kom: Seat;
  let registrar: Seat;
  const overview = () => readOverview(anna, TITLE);

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Ny grundskola");
    anna = story.person("Anna Lindqvist");
    tove = story.person("Tove Johansson");
    kom = story.person("Samira Haddad");
    registrar = story.person("Petra Lundgren");
    await story.at("2027-08-16 08:00");
    await liveRows(story, "", "2027-09-29 10:00");
  });
  afterAll(() => story.close());

  test("2027-10-07 11:00 KOM may not publish: E-NOT-APPROVED and E-FEEDBACK-NOT-FIXED, both", async () => {
    await story.at("2027-10-07 11:00");
    const page = await openItem(kom, 6, INVITATION);
    expect(codesIn(page.words)).toEqual(["E-NOT-APPROVED", "E-FEEDBACK-NOT-FIXED"]);
    const invitation = { item: "event.invite", values: { publishedAt: "2027-10-07" } };
    const on = await overviewOf(kom, TITLE);
    const refused = await story.unchanged(() => sendItem(kom, invitation, on));
    expect(codesIn(refused.words)).toEqual(["E-NOT-APPROVED", "E-FEEDBACK-NOT-FIXED"]);
  });

  test("2027-10-08 10:00 A fixes the feedback method: D03 is done, two working days late", async () => {
    await story.at("2027-10-08 10:00");
    await fillIn(anna, "Bestäm hur, när och av vem deltagarna får veta resultatet", {
      "Kanaler för återkoppling": "Webbsida; Bibliotek",
      Avsändare: "Anna Lindqvist",
      "Uppföljning efter antal månader": "6, 12",
      "Bestämt den": "2027-10-08",
    });
    await story.settled();
    expect(await overview()).not.toContain("Sättet att återkoppla bestämt\nskulle");
  });

  test("2027-10-11 10:00 TJP proposes three tillfällen: D05 is due on the Friday before a Sunday", async () => {
    await story.at("2027-10-11 10:00");
    await liveRows(story, "2027-10-08 10:00", "2027-10-11 10:00");
    await story.settled();
    expect(await overview()).toContain(
      lines("Avstämning godkänd", `senast fredag 15 oktober 2027 · ${CHAIR}`),
    );
  });

  test("2027-10-14 17:00 the position closes by itself, three to three, G recused, F absent: the chair's answer decides", async () => {
    await liveRows(story, "2027-10-11 10:00", "2027-10-13 10:00");
    await story.at("2027-10-14 16:59");
    expect(await overview()).toContain("Avstämning godkänd\nsenast");
    await story.at("2027-10-14 17:00");
    await story.settled();
    const words = await overview();
    expect(words).not.toContain("Avstämning godkänd\nsenast");
    expect(words).toContain("5 steg klara. Du är här: 6. Genomföra dialog");
    expect(words).toContain("senast tisdag 26 oktober 2027");
  });

  test("2027-10-26 and 11-09 KOM invites and reminds: D06 and D07 are done", async () => {
    await story.at("2027-10-26 10:00");
    await openItem(kom, 6, INVITATION);
    await fillPages(kom, {
      "Publicerad den": "2027-10-26",
      Kanaler: "Webbsida; Skola",
      ...linked("Länk till inbjudan", "Inbjudan"),
      "Inbjudan berättar":
        "Vilken frågan är; Vad som går att påverka och inte, med löftet; Vem som beslutar och när; Hur och när återkopplingen kommer; Hur personuppgifter hanteras, och vem som hjälper till med tillgänglighet",
    });
    await story.settled();
    expect(await overview()).toContain(
      lines("Påminn de inbjudna", "senast tisdag 9 november 2027"),
    );
    await story.at("2027-11-09 10:00");
    await openItem(kom, 6, "E1: Påminn inbjudna grupper");
    await fillPages(kom, { "Skickat den": "2027-11-09" });
    await story.settled();
    expect(await overview()).not.toContain("Påminn de inbjudna\nsenast");
  });

  test("2027-11-18 12:30 TJP may not say that E2 was held without anybody elected: E-NO-ELECTED-PRESENT", async () => {
    await story.at("2027-11-16 21:00");
    await liveRows(story, "2027-11-09 10:00", "2027-11-16 21:00");
    await story.at("2027-11-18 12:30");
    const nobody = { item: "event.elected.e2", values: { electedPresent: "" } };
    const on = await overviewOf(tove, TITLE);
    const refused = await story.unchanged(() => sendItem(tove, nobody, on));
    expect(codesIn(refused.words)).toEqual(["E-NO-ELECTED-PRESENT"]);
  });

  test("2027-11-23 the three tillfällen are held, B in the place of H: D10 is due 14 December, D11 21 December, D13.1 21 February", async () => {
    await story.at("2027-11-18 15:00");
    await liveRows(story, "2027-11-16 21:00", "2027-11-18 15:00");
    await story.at("2027-11-23 20:00");
    await liveRows(story, "2027-11-18 15:00", "2027-12-04 10:00");
    await story.at("2027-12-04 10:00");
    await story.settled();
    const words = await overview();
    for (const [name, due, who] of AFTER_LAST)
      expect(words).toContain(lines(name, `senast ${due} · ${who}`));
    expect(words).toContain("6 steg klara. Du är här: 7. Sammanställa resultat");
  });

  test("2027-12-13 and 12-20 report and feedback 1: D10 and D11 are done", async () => {
    await story.at("2027-12-20 10:00");
    await liveRows(story, "2027-12-04 10:00", "2027-12-20 10:00");
    await story.settled();
    const words = await overview();
    expect(words).toContain("7 steg klara. Du är här: 8. Beslut");
    expect(words).not.toContain("Återkoppling 1: det här sa ni\nsenast");
  });

  test("2028-01-17 KS only prepares the matter: its decision is not the final one, E-BOARD-ONLY", async () => {
    await story.at("2028-01-17 13:00");
    const register = { by: "Petra Lundgren", commands: [finalBy("ks", "2028-01-17")] };
    await expect(orderInside(story, register)).rejects.toThrow("E-BOARD-ONLY");
  });

  test("2028-02-01 16:00 KF's decision is confirmed, theme 3 has no reason: stored, and E-REASONS-MISSING", async () => {
    await story.at("2028-02-01 16:00");
    await liveRows(story, "2027-12-20 10:00", "2028-02-01 16:00");
    await orderInside(
      story,
      { by: "Petra Lundgren", commands: [finalBy("kf", "2028-01-31")] },
      { by: "Anna Lindqvist", commands: [{ type: "ConfirmDecision", decisionId: "final-kf" }] },
    );
    await story.settled();
    const words = await overview();
    expect(words).toContain("7 steg klara. Du är här: 8. Beslut");
    expect(words).toContain(
      lines("Återkoppling 2: det här beslutades", `senast måndag 21 februari 2028 · ${CHAIR}`),
    );
    expect(words).toContain(
      lines(
        "Uppföljning 1",
        `senast måndag 14 augusti 2028 · ${CHAIR}`,
        "Ordinarie datum 31 juli flyttas till 14 augusti. Skicka gärna före sommaren.",
      ),
    );
    expect(words).not.toContain("Lägesbesked 1\nsenast");
    const page = await openItem(anna, 9, "Återkoppling 2 – det här beslutades och varför");
    expect(codesIn(page.words)).toEqual(["E-REASONS-MISSING"]);
  });

  test("2028-02-02 10:00 TJP writes the reason: step 8 is done; minutes are followed to 3 March", async () => {
    await story.at("2028-02-02 10:00");
    await openItem(
      tove,
      8,
      "Beskriv för varje tema hur det har påverkat förslaget, eller varför inte",
    );
    await addRows(tove, {
      Tema: "Plats 3 vid sjön",
      "Så blev det": "Följs inte",
      Motivering: "Vägen dit är för farlig.",
    });
    await story.settled();
    expect(await overview()).toContain("8 steg klara. Du är här: 9. Återkoppling till medborgarna");
    await story.at("2028-02-10 12:00");
    await openItem(registrar, 8, "Följ protokollet");
    await fillPages(registrar, { Justerat: "2028-02-10" });
    await story.settled();
    // The second day after the approval is a Saturday.
    expect(await overview()).toContain(
      lines("Anslå på anslagstavlan (KF § 9)", "senast 14 februari 2028"),
    );
    await story.at("2028-02-11 12:00");
    await openItem(registrar, 8, "Följ protokollet");
    await fillPages(registrar, { Anslaget: "2028-02-11" });
    await story.settled();
    expect(await overview()).toContain(lines("Överklagandetiden går ut (KF § 9)", "3 mars 2028"));
  });

  test("2028-02-18 feedback 2: the internal round closes 6 March, the leap day counted; learning and report follow", async () => {
    await story.at("2028-02-18 10:00");
    await liveRows(story, "2028-02-11 12:00", "2028-02-18 10:00");
    await story.settled();
    expect(await overview()).toContain(
      lines("Intern utvärdering stänger", `senast måndag 6 mars 2028 · ${TJP}`),
    );
    await story.at("2028-03-07 10:00");
    await liveRows(story, "2028-02-18 10:00", "2028-03-07 10:00");
    await story.settled();
    expect(await overview()).toContain(
      lines("Lärandemöte", `senast måndag 20 mars 2028 · ${CHAIR}`),
    );
    await story.at("2028-03-16 10:00");
    await liveRows(story, "2028-03-07 10:00", "2028-03-16 10:00");
    await story.settled();
    expect(await overview()).toContain(
      lines("Utvärderingen till nämnden", `senast torsdag 13 april 2028 · ${TJP}`),
    );
  });

  test("2028-08-14 and 2029-01-31 the follow-ups; the contact list goes 2 March 2029", async () => {
    await story.at("2028-08-14 10:00");
    await liveRows(story, "2028-03-16 10:00", "2028-08-14 10:00");
    await story.settled();
    expect(await overview()).not.toContain("Uppföljning 1\nsenast");
    expect(await overview()).toContain(
      lines("Uppföljning 2", `senast onsdag 31 januari 2029 · ${CHAIR}`),
    );
    await story.at("2029-01-31 10:00");
    await liveRows(story, "2028-08-14 10:00", "2029-01-31 10:00");
    await story.settled();
    expect(await overview()).toContain(
      lines("Kontaktlistan raderas", "senast fredag 2 mars 2029 · sker av sig självt"),
    );
    expect(await overview()).not.toContain("Uppföljning 3");
  });
});

const AFTER_LAST = [
  ["Sammanställning", "tisdag 14 december 2027", TJP],
  ["Återkoppling 1: det här sa ni", "tisdag 21 december 2027", CHAIR],
  ["Lägesbesked 1", "måndag 21 februari 2028", TJP],
] as const;

const finalBy = (body: string, meetingDate: string) =>
  ({
    type: "RegisterDecision",
    decisionId: `final-${body}`,
    matter: "final",
    values: {
      body,
      meetingDate,
      paragraph: "§ 9",
      dnr: "KS 2027-0312",
      decisionText: "Skolan byggs på plats 1.",
      decidedUnder: "normal",
    },
  }) as const;

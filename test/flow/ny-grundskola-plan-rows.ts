import { expect, test } from "vitest";
import { QUESTIONNAIRES } from "../../src/domain/evaluation/questions.ts";
import { fillIn, sendItem } from "./acts.ts";
import { GROUPS, INTERNAL, OCCASIONS, TITLE, type Told } from "./ny-grundskola.ts";
import { codesIn, fillPages, openItem } from "./plan-acts.ts";
import { INVITATION } from "./stationstorget-later.ts";
import {
  checkResources,
  fixAll,
  planSafeguards,
  mapGroups,
  planOccasions,
  propose,
  reachOut,
  shareOut,
} from "./stationstorget-plan.ts";
import { lines, overviewOf } from "./story.ts";

const PLANNING = 4;
const CHAIR = "ordföranden (Anna Lindqvist)";
const TJP = "tjänstepersonen (Tove Johansson)";

const QUESTIONS = QUESTIONNAIRES.participant.map(({ words }) => words.sv);

/** scenarios.md, scenario 2, from 2027-09-29 to 2027-10-11. */
export function planRows(told: Told): void {
  test("2027-09-29 TJP maps the groups and plans what every plan must have; children are affected", async () => {
    const { story, cast } = told;
    const { anna, tove } = cast;
    await story.at("2027-09-29 10:00");
    await mapGroups(tove, GROUPS, "Barnens skolväg och vardag");
    const shared = await shareOut(
      tove,
      GROUPS.map(([, , , share]) => share),
    );
    expect(shared.words).not.toContain("W-RESOURCE-PRIORITY");
    await reachOut(tove, GROUPS.slice(0, 2), "Modersmålslärarna");
    await openItem(anna, PLANNING, "Bekräfta graden av inflytande");
    await fillPages(anna, { "Grad av inflytande": "Dialog – resonera" });
    await checkResources(tove, "200 000");
    await safeguard(told);
    await openItem(tove, PLANNING, "Bestäm hur ni ska utvärdera, både internt och med deltagarna");
    await fillPages(tove, {
      "Frågor till deltagarna": QUESTIONS.join("; "),
      "Så lämnas enkäten ut": "QR-kod; Papper",
      "Intern utvärdering": "Var och en svarar utan namn",
      "Inbjudna till den interna utvärderingen": INTERNAL.join("; "),
    });
    await fixAll(anna, [
      "Kartlägg vilka grupper som berörs och hur ofta de brukar höras",
      "Lägg mest resurser på dem som berörs mest men sällan hörs",
      "Skriv vem som ansvarar för vad i varje steg",
    ]);
    expect(await told.codes()).toEqual(["W-LEGAL-CONSULTATION", "W-MULTI-BOARD"]);
  });

  test("2027-10-07 11:00 KOM may not publish: E-NOT-APPROVED and E-FEEDBACK-NOT-FIXED, both; D03 is late", async () => {
    const { story, cast } = told;
    await story.at("2027-10-07 11:00");
    const page = await openItem(cast.kom, 6, INVITATION);
    expect(codesIn(page.words)).toEqual(["E-NOT-APPROVED", "E-FEEDBACK-NOT-FIXED"]);
    const invitation = { item: "event.invite", values: { publishedAt: "2027-10-07" } };
    const on = await overviewOf(cast.kom, TITLE);
    const refused = await story.unchanged(() => sendItem(cast.kom, invitation, on));
    expect(codesIn(refused.words)).toEqual(["E-NOT-APPROVED", "E-FEEDBACK-NOT-FIXED"]);
    await cast.tove.say("översikt");
    expect(await told.overview()).toContain(
      lines(
        "Sättet att återkoppla bestämt",
        `skulle ha varit klart onsdag 6 oktober 2027 · ${CHAIR}`,
        "Gör det så snart ni kan. W-LATE",
        "Försenat",
      ),
    );
    expect(await told.codes()).toEqual(["W-LEGAL-CONSULTATION", "W-MULTI-BOARD", "W-LATE"]);
  });

  test("2027-10-08 10:00 A fixes the feedback method: D03 is done, two working days late", async () => {
    const { story, cast } = told;
    await story.at("2027-10-08 10:00");
    await fillIn(cast.anna, "Bestäm hur, när och av vem deltagarna får veta resultatet", {
      "Kanaler för återkoppling": "Webbsida; Skola",
      Avsändare: "Anna Lindqvist",
      "Uppföljning efter antal månader": "6, 12",
      "Bestämt den": "2027-10-08",
    });
    expect(await told.overview()).toContain(
      lines(
        "Sättet att återkoppla bestämt",
        `klart 8 oktober 2027, 2 arbetsdagar sent · ${CHAIR}`,
        "Klart",
      ),
    );
    expect(await told.codes()).toEqual(["W-LEGAL-CONSULTATION", "W-MULTI-BOARD"]);
  });

  test("2027-10-11 10:00 TJP proposes three tillfällen: D04 is done, D05 is due on the Friday before a Sunday", async () => {
    const { story, cast } = told;
    await story.at("2027-10-11 10:00");
    const planned = await planOccasions(cast.tove, ...OCCASIONS);
    expect(planned.words).not.toContain("W-");
    await propose(cast.tove, "2027-10-11");
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Avstämning godkänd: senast fredag 15 oktober 2027 · ${CHAIR}`,
    ]);
    expect(await told.dates("Klart eller utgått")).toContain(
      `Förslag till genomförande: klart 11 oktober 2027 · ${TJP}`,
    );
    expect(await told.dates("Prognos")).toEqual(FORECAST);
  });
}

const KOM = "kommunikatören (Samira Haddad)";
/** What lies ahead once three tillfällen are proposed, if all goes as planned. */
const FORECAST: readonly string[] = [
  `Inbjudan publicerad: Troligen tisdag 26 oktober 2027 · ${KOM}`,
  `Påminn de inbjudna: Troligen tisdag 9 november 2027 · ${KOM}`,
  `Genomgång efter tillfälle 1: Troligen torsdag 18 november 2027 · ${TJP}`,
  `Genomgång efter tillfälle 2: Troligen måndag 22 november 2027 · ${TJP}`,
  `Genomgång efter tillfälle 3: Troligen torsdag 25 november 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 1: Troligen fredag 26 november 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 2: Troligen måndag 29 november 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 3: Troligen fredag 3 december 2027 · ${TJP}`,
  `Sammanställning: Troligen tisdag 14 december 2027 · ${TJP}`,
  `Återkoppling 1: det här sa ni: Troligen tisdag 21 december 2027 · ${CHAIR}`,
  `Återkoppling 2: det här beslutades: Troligen måndag 21 februari 2028 · ${CHAIR}`,
  `Intern utvärdering stänger: Troligen tisdag 7 mars 2028 · ${TJP}`,
  `Lärandemöte: Troligen tisdag 21 mars 2028 · ${CHAIR}`,
  `Utvärderingen till nämnden: Troligen torsdag 20 april 2028 · ${TJP}`,
  `Uppföljning 1: Troligen måndag 14 augusti 2028 · ${CHAIR}`,
  `Uppföljning 2: Troligen onsdag 31 januari 2029 · ${CHAIR}`,
  "Kontaktlistan raderas: Troligen fredag 2 mars 2029 · sker av sig självt",
];

/** J: accessibility, privacy and how the children are heard. */
async function safeguard({ cast: { tove } }: Told): Promise<void> {
  await planSafeguards(tove, {
    need: "Arabiska, somaliska",
    measure: "Tolk",
    data: "Mejladress",
    children: "I ett eget samtal på skolan.",
  });
}

import type { Client, Seat } from "../support/seat.ts";
import { draftDecision, fillIn, triage } from "./acts.ts";
import { registerDecision } from "./decision-acts.ts";
import { answerRound } from "./internal-round-rows.ts";
import { ask, goOn, hold, nameIssue, namePurpose, plan, report } from "./list-acts.ts";
import { eachOf, type Play } from "./list-play.ts";
import {
  castOf,
  finalMinutes,
  INTERNAL,
  MEMBERS,
  MINUTES,
  OCCASIONS,
  TITLE,
} from "./ny-grundskola.ts";
import { fillPages, openItem } from "./plan-acts.ts";
import {
  debrief,
  endFollowUp,
  handOver,
  INVITATION,
  learn,
  reportEvaluation,
  sendBack,
  tellWhatHappened,
  tellWhatWasDecided,
  tellWhatWasSaid,
  TELLS,
} from "./stationstorget-later.ts";
import { linked, planOccasions, propose } from "./stationstorget-plan.ts";
import type { Stage } from "./stationstorget.ts";

type Cast = ReturnType<typeof cast>;

function cast(story: Stage<Seat>) {
  const invited = INTERNAL.map((name) => story.person(name));
  return {
    ...castOf(story),
    settled: story.settled,
    /** Some of the eleven who are asked in the internal evaluation, in order. */
    invited: (from: number, until: number) => invited.slice(from, until),
  };
}

const answer = (who: Client) => answerRound(who, { I4: 4 });
const approve = (who: Client) => who.press("Tillstyrk", "personal");
const disagree = (who: Client) => sendBack(who, "För sent på hösten.");

/** Scenario 2, Ny grundskola: var ska den ligga? (scenarios.md). */
export const NY_GRUNDSKOLA: Play<Cast> = {
  channel: "Ny grundskola",
  castOf: cast,
  deeds: [
    [
      "2027-08-16 09:00",
      ({ anna }) =>
        triage(anna, TITLE, {
          "Nämnd eller styrelse som beslutar": "Kommunfullmäktige",
          "Finns det samråd som lagen kräver i samma fråga?": "Detaljplan (PBL)",
        }),
    ],
    [
      "2027-08-19 10:00",
      ({ anna, registrar }) =>
        nameIssue(anna, registrar, {
          Diarienummer: "KS 2027-0312",
          "Nämnder som berörs":
            "Kommunstyrelsen; Barn- och utbildningsnämnden; Samhällsbyggnadsnämnden",
          "Nämnd eller styrelse som leder": "Kommunstyrelsen",
        }),
    ],
    [
      "2027-08-26 10:00",
      ({ anna }) =>
        namePurpose(anna, {
          "De som fattar det slutliga beslutet": "Kommunfullmäktige",
          "Planerad dag för beslutet": "2028-01-31",
        }),
    ],
    [
      "2027-09-07 16:00",
      ({ registrar }) => draftDecision(registrar, MINUTES),
      ({ registrar }) => registrar.submit("Registrera"),
      ({ settled }) => settled(),
      ({ anna }) => anna.press("Stämmer", "personal"),
    ],
    [
      "2027-09-14 10:00",
      ({ head }) => head.press("Utse tjänsteperson", "personal"),
      ({ head }) =>
        head.submit("Spara och stäng", {
          Tjänsteperson: "Tove Johansson",
          "Utsedd den": "2027-09-14",
        }),
    ],
    [
      "2027-09-22 10:00",
      ({ tove }) =>
        fillIn(tove, "Håll startmöte med styrgruppen", { "Dag för startmötet": "2027-09-22" }),
    ],
    ["2027-09-29 10:00", (cast) => plan(cast, { cost: "200 000", invited: INTERNAL })],
    [
      "2027-10-08 10:00",
      ({ anna }) =>
        fillIn(anna, "Bestäm hur, när och av vem deltagarna får veta resultatet", {
          "Kanaler för återkoppling": "Webbsida; Skola",
          Avsändare: "Anna Lindqvist",
          "Uppföljning efter antal månader": "6, 12",
          "Bestämt den": "2027-10-08",
        }),
    ],
    [
      "2027-10-11 10:00",
      ({ tove }) => planOccasions(tove, ...OCCASIONS),
      ({ tove }) => propose(tove, "2027-10-11"),
      ({ settled }) => settled(),
      ({ anna }) => goOn(anna),
      ({ settled }) => settled(),
      ({ tove }) => ask(tove, "2027-10-14", "17:00"),
    ],
    [
      "2027-10-13 10:00",
      ({ member }) => eachOf([member("a"), member("b"), member("c")], approve),
      ({ member }) => eachOf([member("d"), member("e"), member("h")], disagree),
      ({ member }) => member("g").press("Anmäl jäv", "personal"),
      ({ member }) => member("g").submit("Anmäl jäv"),
    ],
    [
      "2027-10-26 10:00",
      ({ kom }) => openItem(kom, 6, INVITATION),
      ({ kom }) =>
        fillPages(kom, {
          "Publicerad den": "2027-10-26",
          Kanaler: "Webbsida; Skola",
          ...linked("Länk till inbjudan", "Inbjudan"),
          ...TELLS,
        }),
    ],
    [
      "2027-11-09 10:00",
      ({ kom }) => openItem(kom, 6, "E1: Påminn inbjudna grupper"),
      ({ kom }) => fillPages(kom, { "Skickat den": "2027-11-09" }),
    ],
    ["2027-11-16 21:00", ({ anna, tove }) => hold({ anna, noteTaker: tove }, "E1", PRESENT.e1)],
    ["2027-11-18 10:00", ({ tove }) => debrief(tove, "E1", "2027-11-18")],
    [
      "2027-11-18 13:00",
      ({ tove }) => openItem(tove, 6, "E2: Gå igenom roller, material och lokal"),
      ({ tove }) =>
        fillPages(tove, {
          "Förtroendevald värd": MEMBERS.b,
          Samtalsledare: "Processledaren",
          Antecknar: "Samira Haddad",
          "Materialet är klart": "Ja",
        }),
    ],
    ["2027-11-18 14:30", ({ anna, kom }) => hold({ anna, noteTaker: kom }, "E2", MEMBERS.b)],
    ["2027-11-22 10:00", ({ tove }) => debrief(tove, "E2", "2027-11-22")],
    ["2027-11-23 20:00", ({ anna, tove }) => hold({ anna, noteTaker: tove }, "E3", PRESENT.e3)],
    ["2027-11-25 10:00", ({ tove }) => debrief(tove, "E3", "2027-11-25")],
    ["2027-12-13 10:00", ({ tove }) => report(tove, "2027-12-13", "KS 2027-0312")],
    ["2027-12-20 10:00", ({ anna }) => tellWhatWasSaid(anna, "2027-12-20")],
    [
      "2028-02-01 16:00",
      ({ registrar }) =>
        registerDecision(
          registrar,
          "Slutligt beslut i frågan",
          finalMinutes("Kommunfullmäktige", "2028-01-31", "§ 9"),
        ),
      ({ settled }) => settled(),
      ({ anna }) => anna.press("Stämmer", "personal"),
    ],
    ["2028-02-18 10:00", ({ anna }) => tellWhatWasDecided(anna, "2028-02-18")],
    ["2028-02-21 10:00", ({ invited }) => eachOf(invited(0, 5), answer)],
    ["2028-02-28 10:00", ({ invited }) => eachOf(invited(5, 8), answer)],
    ["2028-03-03 10:00", ({ invited }) => eachOf(invited(8, 9), answer)],
    ["2028-03-16 10:00", ({ anna }) => learn(anna, "2028-03-16")],
    ["2028-04-10 13:00", ({ tove }) => reportEvaluation(tove, "2028-04-10", "§ 58")],
    ["2028-08-14 10:00", ({ anna }) => tellWhatHappened(anna, "Pågår", "2028-08-14")],
    [
      "2029-01-31 10:00",
      ({ anna }) => tellWhatHappened(anna, "Genomfört", "2029-01-31"),
      ({ anna }) => endFollowUp(anna, "2029-01-31"),
      ({ registrar }) => handOver(registrar, { exportId: "EXP-2", disposal: "KS 2026-0003" }),
    ],
  ],
  until: "2029-04-02 12:00",
};

const PRESENT = {
  e1: [MEMBERS.a, MEMBERS.c, MEMBERS.e].join("; "),
  e3: [MEMBERS.d, MEMBERS.h].join("; "),
} as const;

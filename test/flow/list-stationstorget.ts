import type { Client } from "../support/seat.ts";
import { draftDecision, fillIn, triage } from "./acts.ts";
import { registerDecision } from "./decision-acts.ts";
import { answerRound } from "./internal-round-rows.ts";
import { ask, goOn, hold, nameIssue, namePurpose, plan, report } from "./list-acts.ts";
import { eachOf, type Play } from "./list-play.ts";
import {
  debrief,
  endFollowUp,
  FINAL,
  handOver,
  learn,
  publishInvitation,
  remindInvited,
  reportEvaluation,
  sendBack,
  tellWhatHappened,
  tellWhatWasDecided,
  tellWhatWasSaid,
} from "./stationstorget-later.ts";
import { E1, E1_MOVED, E2, fixFeedback, planOccasions, propose } from "./stationstorget-plan.ts";
import { castOf, MEMBERS, MINUTES, type Stage, TITLE } from "./stationstorget.ts";
import type { Seat } from "../support/seat.ts";

type Cast = ReturnType<typeof cast>;

function cast(story: Stage<Seat>) {
  return {
    ...castOf(story),
    settled: story.settled,
    cecilia: story.person("Cecilia Nyström"),
    david: story.person("David Holmgren"),
  };
}

const INVITED: readonly string[] = [...MEMBERS, "Tove Johansson", "Oskar Blom", "Linnea Sandberg"];

const answer = (who: Client) => answerRound(who, { I1: 4 });
const approve = (who: Client) => who.press("Tillstyrk", "personal");

/** Scenario 1, Otrygghet på Stationstorget (scenarios.md). */
export const STATIONSTORGET: Play<Cast> = {
  channel: "Stationstorget",
  castOf: cast,
  deeds: [
    ["2027-01-11 09:00", ({ anna }) => triage(anna, TITLE)],
    [
      "2027-01-14 10:00",
      ({ anna, registrar }) =>
        nameIssue(anna, registrar, {
          Diarienummer: "SBN 2027-0041",
          "Nämnder som berörs": "Samhällsbyggnadsnämnden",
          "Nämnd eller styrelse som leder": "Samhällsbyggnadsnämnden",
        }),
    ],
    [
      "2027-01-21 10:00",
      ({ anna }) =>
        namePurpose(anna, {
          "De som fattar det slutliga beslutet": "Samhällsbyggnadsnämnden",
          "Planerad dag för beslutet": "2027-06-22",
        }),
    ],
    [
      "2027-01-27 15:45",
      ({ registrar }) => draftDecision(registrar, MINUTES),
      ({ registrar }) => registrar.submit("Registrera"),
    ],
    ["2027-01-27 16:00", ({ anna }) => anna.press("Stämmer", "personal")],
    [
      "2027-02-04 10:00",
      ({ head }) => head.press("Utse tjänsteperson", "personal"),
      ({ head }) =>
        head.submit("Spara och stäng", {
          Tjänsteperson: "Tove Johansson",
          "Utsedd den": "2027-02-04",
        }),
    ],
    [
      "2027-02-16 10:00",
      ({ tove }) =>
        fillIn(tove, "Håll startmöte med styrgruppen", { "Dag för startmötet": "2027-02-16" }),
    ],
    ["2027-03-01 10:00", ({ anna }) => fixFeedback(anna)],
    ["2027-03-15 10:00", (cast) => plan(cast, { cost: "138 000", invited: INVITED })],
    ["2027-03-19 10:00", ({ tove }) => planOccasions(tove, { ...E1, ...E1_MOVED })],
    [
      "2027-03-22 10:00",
      ({ tove }) => planOccasions(tove, E2),
      ({ tove }) => propose(tove),
      ({ settled }) => settled(),
      ({ anna }) => goOn(anna),
    ],
    ["2027-03-23 10:00", ({ tove }) => ask(tove, "2027-04-08", "17:30")],
    [
      "2027-04-08 10:00",
      ({ anna, behzad, cecilia, david }) => eachOf([anna, behzad, cecilia, david], approve),
      ({ elif }) => sendBack(elif, "Kostnaden är för hög."),
    ],
    ["2027-04-20 10:00", ({ kom }) => publishInvitation(kom)],
    ["2027-05-04 10:00", ({ kom }) => remindInvited(kom)],
    [
      "2027-05-12 20:30",
      ({ anna, tove }) => hold({ anna, noteTaker: tove }, "E1", "Anna Lindqvist; Behzad Karimi"),
    ],
    ["2027-05-14 10:00", ({ tove }) => debrief(tove, "E1", "2027-05-14")],
    [
      "2027-05-22 14:00",
      ({ anna, tove }) => hold({ anna, noteTaker: tove }, "E2", "Cecilia Nyström; Elif Demir"),
    ],
    ["2027-05-25 10:00", ({ tove }) => debrief(tove, "E2", "2027-05-25")],
    ["2027-06-10 10:00", ({ tove }) => report(tove, "2027-06-10", "SBN 2027-0041")],
    ["2027-06-17 10:00", ({ anna }) => tellWhatWasSaid(anna)],
    [
      "2027-06-23 16:00",
      ({ registrar }) => registerDecision(registrar, "Slutligt beslut i frågan", FINAL),
      ({ settled }) => settled(),
      ({ anna }) => anna.press("Stämmer", "personal"),
    ],
    ["2027-08-13 10:00", ({ anna }) => tellWhatWasDecided(anna)],
    [
      "2027-08-16 10:00",
      ({ anna, behzad, cecilia, kom }) => eachOf([anna, behzad, cecilia, kom], answer),
    ],
    ["2027-08-23 10:00", ({ david, tove }) => eachOf([david, tove], answer)],
    ["2027-08-27 10:00", ({ registrar }) => answer(registrar)],
    ["2027-09-09 10:00", ({ anna }) => learn(anna)],
    ["2027-09-28 13:00", ({ tove }) => reportEvaluation(tove)],
    ["2027-12-21 10:00", ({ anna }) => tellWhatHappened(anna, "Pågår", "2027-12-21")],
    [
      "2028-06-22 10:00",
      ({ anna }) => tellWhatHappened(anna, "Genomfört", "2028-06-22"),
      ({ anna }) => endFollowUp(anna),
    ],
    ["2028-06-27 10:00", ({ registrar }) => handOver(registrar)],
  ],
  until: "2028-09-01 12:00",
};

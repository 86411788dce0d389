import type { SensitiveKind } from "../../domain/sensitive.ts";
import type { LaterCode, Words } from "./naming.ts";

const SENSITIVE: { readonly [kind in SensitiveKind]: string } = {
  personalNumber: "a personal identity number",
  phone: "a phone number",
  email: "a person’s e-mail address",
  person: "the name of a private person",
  health: "something about somebody’s health",
  opinion: "something about what one person thinks or believes",
};

function listed(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}

/** Why something in planning, conducting and closing cannot be done yet, and who can change that. */
export const enGateRefusals: { readonly [Code in LaterCode]: Words<Code> } = {
  "W-PLAN-PART-MISSING": ({ missing }, naming) => ({
    title: "A part of the plan is missing",
    why: `This should be there before the steering group takes position: ${naming.labels(missing)}.`,
    fix: `Finish the plan, or let ${naming.who("steeringChair")} go on without it and say why.`,
  }),
  "W-SENSITIVE": ({ kinds }) => ({
    title: "Is this really to be saved",
    why: `The text seems to hold ${listed(kinds.map((kind) => SENSITIVE[kind]))}. Nothing is saved yet.`,
    fix: "Change the text and save again. Choose Save anyway if no private person is pointed out.",
  }),
  "W-RESOURCE-PRIORITY": ({ shares }, naming) => ({
    title: "Most of the effort goes to others than those seldom heard",
    why: `Those who are affected most and heard least should get the largest part of the resources.${shares ? ` Now they get ${shares.first} per cent and the others ${shares.others}.` : ""}`,
    fix: `Change the shares, or let ${naming.who("steeringChair")} go on and say why.`,
  }),
  "E-NOT-APPROVED": ({ missing }, naming) => ({
    title: "The plan is not approved",
    why: `The invitation may not go out yet. This is missing: ${naming.labels(missing)}.`,
    fix: `The steering group takes position at the checkpoint. The papers come from ${naming.who("civilServant")}.`,
  }),
  "E-FEEDBACK-NOT-FIXED": (_problem, naming) => ({
    title: "The way of giving feedback is not decided",
    why: "The invitation must tell participants how and when they will hear the result.",
    fix: `It is fixed by ${naming.who("steeringChair")}.`,
  }),
  "E-BUDGET-EXCEEDED": ({ plannedSek, decidedSek }, naming) => ({
    title: "The plan costs more than the board has decided",
    why: `The plan costs ${plannedSek} kronor. The board has decided on ${decidedSek} kronor.`,
    fix: `Lower the cost, or let ${naming.who("registrar")} register a new decision on the budget.`,
  }),
  "E-SCOPE-CHANGED": (_problem, naming) => ({
    title: "This changes the board's decision",
    why: "Purpose, level of influence and steering group are changed by the board alone.",
    fix: `Take the question to the board. The decision is then registered by ${naming.who("registrar")}.`,
  }),
  "E-QUORUM": ({ present, seats }) => ({
    title: "The steering group is not quorate",
    why: `${present} of ${seats} have answered. More than half are needed.`,
    fix: "Wait for more answers, or let the chair call a substitute.",
  }),
  "E-NO-ELECTED-PRESENT": (_problem, naming) => ({
    title: "No elected official took part",
    why: "A citizen dialogue is always carried out by elected officials. At least one takes part in each event.",
    fix: `Say who took part, or cancel the event. This is done by ${naming.who("steeringChair", "civilServant")}.`,
  }),
  "E-EVENT-UNDOCUMENTED": (_problem, naming) => ({
    title: "An event is not documented",
    why: "Every event that was held needs notes without names.",
    fix: `The link to the notes is filled in by ${naming.who("civilServant")}.`,
  }),
  "E-NO-REPORT": ({ missing }, naming) => ({
    title: "The results report is not fixed",
    why: `The board needs the result to decide. This is missing: ${naming.items(missing)}.`,
    fix: `It is finished by ${naming.who("civilServant")}.`,
  }),
  "E-BOARD-ONLY": (_problem, naming) => ({
    title: "Only the board decides this",
    why: "The final decision is made by the elected officials of the body that owns the question, at a meeting.",
    fix: `When it has been made it is registered by ${naming.who("registrar")}.`,
  }),
  "E-ALREADY-DECIDED": (_problem, naming) => ({
    title: "The question is decided already, and the dialogue goes on",
    why: "A final decision is registered when the occasions are over. Otherwise the citizens have nothing to influence.",
    fix: `Should the dialogue be stopped? Then the board decides so, and the decision is registered by ${naming.who("registrar")}.`,
  }),
  "E-REASONS-MISSING": ({ missing }, naming) => ({
    title: "A theme lacks its reason",
    why: `Those who took part are told how each theme was used, or why not. This is missing: ${naming.labels(missing)}.`,
    fix: `The reason is written by ${naming.who("civilServant")}.`,
  }),
  "E-NO-FEEDBACK": ({ missing }, naming) => ({
    title: "The participants have not had feedback",
    why: `This has not been sent: ${naming.items(missing)}.`,
    fix: `Feedback is sent by ${naming.who("steeringChair")} with support of ${naming.who("civilServant")}.`,
  }),
  "E-NO-EVALUATION": ({ missing }, naming) => ({
    title: "The evaluation is not finished",
    why: `This is missing: ${naming.items(missing)}.`,
    fix: `It is done by the steering group with support of ${naming.who("civilServant")}.`,
  }),
  "E-FOLLOWUP-OPEN": (_problem, naming) => ({
    title: "The follow-up is not finished",
    why: "Citizens are always told what happens with the issue after the dialogue.",
    fix: `The follow-up is ended by ${naming.who("steeringChair")}.`,
  }),
  "E-NOT-EXPORTED": ({ missing }, naming) => ({
    title: "The records are not handed over",
    why: `This is left before the dialogue can be closed: ${naming.items(missing)}.`,
    fix: `It is done by ${naming.who("registrar")}.`,
  }),
};

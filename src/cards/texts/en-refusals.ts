import { enGateRefusals } from "./en-gate-refusals.ts";
import type { Texts } from "./sv.ts";

const NOT_ACTIVE: { readonly [status: string]: string } = {
  withdrawn: "The dialogue has been withdrawn.",
  triaged_out: "The question fits better in another form than a citizen dialogue.",
  paused: "The dialogue is paused.",
  stopped: "The dialogue has been stopped.",
  closed: "The dialogue has ended.",
};

const refusals: Texts["refusals"] = {
  ...enGateRefusals,
  "E-FORBIDDEN": ({ who = [], why }, naming) => {
    if (why === "start")
      return {
        title: "You cannot start a dialogue here",
        why: "Whoever starts one is a member of the team and no guest.",
        fix: "Ask somebody in the team to start the dialogue. Meanwhile you can try the example.",
      };
    if (why === "notLocked")
      return {
        title: "This is not locked",
        why: "A correction is needed only when something can no longer be changed.",
        fix: "Open the item and write what it should say.",
      };
    const two = why === "two-persons";
    return {
      title: two ? "Two people are needed" : "You cannot do this",
      why: two
        ? "Whoever has registered a decision cannot confirm it too."
        : "It takes a role in the dialogue that you do not have. You can read what is done.",
      fix:
        who.length > 0 ? `It is done by ${naming.who(...who)}.` : "Ask whoever runs the dialogue.",
    };
  },
  "E-FIELD": ({ faults }) => ({
    title: faults.length === 1 ? "One thing needs correcting" : "Some things need correcting",
    why: "Something is not filled in as it should be.",
    fix: "Correct it and save again. What you wrote is still there.",
  }),
  "E-REASON": () => ({
    title: "A reason is missing",
    why: "Whoever reads the case must understand why.",
    fix: "Write a reason and try again.",
  }),
  "E-STALE": () => ({
    title: "This has changed since you opened it",
    why: "Somebody else was first. Nothing of what you sent has been saved.",
    fix: "Read how things stand now and try again.",
  }),
  "E-NOT-ACTIVE": ({ status }, naming) => ({
    title: "The dialogue is not running",
    why: NOT_ACTIVE[status] ?? "The dialogue has ended.",
    fix:
      status === "paused"
        ? `It is resumed by ${naming.who("steeringChair", "civilServant")}. Corrections can be made all the same.`
        : "You can read it, but not change it. Start a new dialogue if the question comes up again.",
  }),
  "E-NO-ORGANISATION": () => ({
    title: "The municipality's boards and elected officials are missing",
    why: "I do not know who the elected officials, heads of department and registrars are.",
    fix: "The system administrator adds the file with the municipality's organisation. Meanwhile you can try the example.",
  }),
  "E-LOCKED-RECORD": () => ({
    title: "The record is locked",
    why: "It belongs to a decision or an item that is fixed. The old text is kept.",
    fix: "Make a correction instead.",
  }),
  "E-ALREADY-ANSWERED": ({ evaluation }) => ({
    title: "You have already answered",
    why: evaluation ? "One answer a person. It cannot be changed." : "Your answer is saved.",
    fix: "You do not need to do anything more.",
  }),
  "E-ROUND-CLOSED": ({ why }) => ({
    title: "The evaluation takes no answers",
    why:
      why === "keyLost"
        ? "The key that locks the answers is lost, so an answer could not be read."
        : "It is not open now.",
    fix:
      why === "keyLost"
        ? "The system administrator can put the key back. Otherwise you go through the questions together at the learning meeting."
        : "Say what you want to say at the learning meeting.",
  }),
  "E-NOT-CITIZEN-DIALOGUE": ({ missing }, naming) =>
    missing.length === 1 && missing[0] === "initiator"
      ? {
          title: "The initiative is not confirmed",
          why: "An elected official must stand behind the dialogue before the work goes on.",
          fix: `It is confirmed by ${naming.who("initiator")}, in their own chat or from the overview.`,
        }
      : {
          title: "It is not clear that this is a citizen dialogue",
          why: `The questions about the type of dialogue do not lead there yet. What remains: ${naming.labels(missing)}.`,
          fix: `The questions are answered by ${naming.who("initiator", "starter")}. The chair can choose another type and give a reason.`,
        },
  "E-TOPIC-MISSING": ({ missing }, naming) => ({
    title: "The question is not delimited",
    why: `What is missing: ${naming.labels(missing)}.`,
    fix: `It is filled in by ${naming.who("initiator", "starter")}.`,
  }),
  "E-NOT-INFLUENCEABLE": ({ missing }, naming) => ({
    title: "The purpose and the room for influence are not clear",
    why: `Citizens must be able to influence something for real. What is missing: ${naming.labels(missing)}.`,
    fix: `It is filled in by ${naming.who("initiator", "starter")}.`,
  }),
  "E-NO-BOARD-DECISION": (_problem, naming) => ({
    title: "The board's decision is missing",
    why: naming.waitsForChair
      ? "The decision is registered, but the chair has not confirmed it."
      : "Planning is locked until the board's decision is registered and confirmed, with budget and steering group.",
    fix: naming.waitsForChair
      ? `It is confirmed by ${naming.who("steeringChair")}.`
      : `The decision is registered by ${naming.who("registrar")}. Then the chair confirms it.`,
  }),
  "E-DECISION-INCOMPLETE": ({ missing }, naming) => ({
    title: "The decision is not complete",
    why: `What is missing: ${naming.labels(missing)}.`,
    fix: `It stands in the minutes. It is filled in by ${naming.who("registrar")}.`,
  }),
  "E-NO-CIVIL-SERVANT": (_problem, naming) => ({
    title: "No civil servant is appointed",
    why: "Planning opens when the head of department has appointed a civil servant to run the work.",
    fix: `The civil servant is appointed by ${naming.who("departmentHead")}. Nobody else can.`,
  }),
  "E-PLAN-INCOMPLETE": ({ missing }, naming) => ({
    title: "The plan is not finished",
    why: `What remains of the planning: ${naming.labels(missing)}.`,
    fix: `Planning is done by the steering group with support from ${naming.who("civilServant")}.`,
  }),
};

const faults: Texts["faults"] = {
  missing: () => "Must be filled in.",
  tooLong: ({ limit, actual }) => `At most ${limit} characters. This is ${actual}.`,
  tooFew: ({ limit, actual }) => `At least ${limit} needed. Now there are ${actual}.`,
  tooMany: ({ limit, actual }) => `At most ${limit}. Now there are ${actual}.`,
  snoozedTwice: () => "This has been put off twice already. Do it, or leave it out of the choice.",
  endsBeforeStart: () => "It must end after it starts.",
  tooSmall: ({ limit }) => `At least ${limit}.`,
  tooLarge: ({ limit }) => `At most ${limit}.`,
  notANumber: () => "Write a number with digits, for example 150 000.",
  notADate: () => "Write a date that exists, for example 2027-01-26. Add a time if it is needed.",
  notAChoice: () => "Choose one of the alternatives.",
  notAPerson: () => "Choose a person who can have this task.",
  notInTeam: () => "Add the person to the team first.",
  notElected: () => "Choose an elected official.",
  notEmployed: () => "Choose a civil servant.",
  notALink: () => "Write a link that begins with https://.",
  notAMember: () => "Choose a person who is a member of the steering group.",
  notAVersion: () => "Write the version in figures, for example 1.0.",
  notOnNoticeBoard: () =>
    "The notice board may only carry what the law lists. Choose another channel for the invitation.",
  wrongPattern: () => "Write it the right way, for example SBN 2027-0041.",
  gone: () => "Choose a time that has not gone by.",
  nothingAnswered: () => "Answer at least one question, or close.",
  unknownField: () => "This no longer exists. Open the item again.",
};

const warnings: Texts["warnings"] = {
  "W-LEGAL-CONSULTATION": {
    title: "The law requires consultation",
    text: (what) => `${what} The dialogue does not replace it.`,
  },
  "W-MULTI-BOARD": {
    title: "Several boards are affected",
    text: () =>
      "Then the municipal executive board decides as a rule. A document passed between boards becomes a public record at once as a rule.",
  },
  "W-NOT-FINAL": {
    title: "The minutes are not approved yet",
    text: () => "What they say can change. Work may go on all the same.",
  },
  "W-KLAMDAG": {
    title: "The day lies between two days off",
    text: () => "Many people may be on leave.",
  },
  "W-NONWORKING": {
    title: "The day is not a working day",
    text: () => "That is fine if you mean it.",
  },
  "W-QUIET-PERIOD": {
    title: "The day is in the summer break",
    text: () => "Many people are on leave in weeks 28–31.",
  },
  "W-NOT-REGISTERED": {
    title: "A record has not been registered in time",
    text: () => "Register it as soon as possible.",
  },
  "W-LATE": { title: "The date has passed", text: () => "Do it as soon as you can." },
  "W-RESOURCE-PRIORITY": {
    title: "Most of the effort goes to others than those seldom heard",
    text: () =>
      "Put more on those who are affected most and heard least. Otherwise the chair says why you go on.",
  },
  "W-METHOD-LEVEL": {
    title: "The method suits another level of influence",
    text: () => "Choose a method that suits the level, or take up the level again.",
  },
  "W-LEVEL-ONE-EVENT": {
    title: "One event is seldom enough for this level",
    text: () => "Influence means that citizens take part over a longer time. Plan more events.",
  },
};

const consultations: Texts["consultations"] = {
  pbl_oversiktsplan:
    "Comprehensive plan: consultation with among others the members of the municipality (Planning and Building Act, chapter 3 section 8).",
  pbl_detaljplan:
    "Detailed development plan: consultation with those affected (Planning and Building Act, chapter 5 section 11).",
  miljobalken: "Consultation under the Environmental Code.",
  minority:
    "Consultation with national minorities, children among them (Act 2009:724, sections 5 and 5 a).",
  sami: "Consultation with the Sami people (Act 2022:66, sections 2 and 4).",
  other: "Consultation under another act.",
};

const roles: Texts["roles"] = {
  starter: "the person who started the dialogue",
  initiator: "the initiator",
  steeringChair: "the chair",
  steeringMember: "the members of the steering group",
  substitute: "the substitutes",
  departmentHead: "the head of department",
  civilServant: "the civil servant",
  deputy: "the civil servant's deputy",
  communicator: "the communications officer",
  registrar: "the registrar",
  observer: "the observer",
  admin: "the system administrator",
};

/** Why something was refused, what is wrong with a field, and what to be aware of, in English. */
export const enRefusals: Pick<
  Texts,
  "refusals" | "faults" | "warnings" | "consultations" | "roles" | "code"
> = { refusals, faults, warnings, consultations, roles, code: "Code" };

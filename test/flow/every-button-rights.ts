import { EVERYBODY, type Who } from "./stage-people.ts";
import type { Order } from "./every-button-orders.ts";
import { MOMENTS, type MomentName } from "./stage-moments.ts";

type Rule = { readonly at: string; readonly who: string };
const TEAM = EVERYBODY.filter((who) => who !== "guest" && who !== "outsider").join(" ");
const ANYBODY = EVERYBODY.join(" ");
const EVERY_MOMENT = MOMENTS.join(" ");
/** Until the board's decision is confirmed (G3) everything in steps 0–3 is a draft. */
const DRAFTS = "identified purposed drafted registered registeredAnew sentBack";

/**
 * Who changes something with each kind of order, and when; whoever and whenever is not named changes nothing. Written
 * from decisions.md §1.2–§1.8, §2.1, §2.4, §8.4, §8.5 and process.md §1, §3, §12. The owner of the example is the member.
 */
const MAY: { readonly [order in Order]: readonly Rule[] } = {
  // §1.2: any member of the team who is no guest.
  startDialogue: [{ at: EVERY_MOMENT, who: TEAM }],
  // §2.4: in the chat of the one who asks, about nothing real. Who has one gets its card anew.
  startExample: [{ at: EVERY_MOMENT, who: ANYBODY }],
  deleteExample: [{ at: "example exampleAppointing", who: "member" }],
  playRole: [{ at: "example exampleAppointing", who: "member" }],
  confirmInitiator: [{ at: "started answered", who: "chair" }],
  // §2.1: starter or initiator, before G3.
  withdraw: [{ at: `started answered triaged triagedOut ${DRAFTS}`, who: "starter chair" }],
  answerTriage: [{ at: `started answered triaged triagedOut ${DRAFTS}`, who: "starter chair" }],
  // The chair alone, so nobody until the initiator has confirmed; never away from information (§8.4).
  chooseForm: [{ at: `triaged ${DRAFTS}`, who: "chair" }],
  // The initiating elected official; the starting employee drafts steps 0–3.
  electedItem: [{ at: `triaged ${DRAFTS}`, who: "starter chair" }],
  administrationItem: [
    { at: `triaged ${DRAFTS}`, who: "starter registrar" },
    { at: "example", who: "member" },
  ],
  // Any role but observer and admin.
  sharedItem: [
    { at: `triaged ${DRAFTS}`, who: "starter chair head registrar communicator" },
    { at: "example", who: "member" },
  ],
  caseNumber: [
    { at: `triaged ${DRAFTS}`, who: "starter registrar" },
    { at: "example", who: "member" },
  ],
  // A registration that waits for the chair is locked.
  decisionDraft: [{ at: "purposed drafted sentBack", who: "starter registrar" }],
  register: [{ at: "drafted sentBack", who: "registrar" }],
  // The chair named in the registration, whoever took the initiative.
  confirmDecision: [
    { at: "registered", who: "chair" },
    { at: "registeredAnew", who: "member" },
  ],
  sendBack: [
    { at: "registered", who: "chair" },
    { at: "registeredAnew", who: "member" },
  ],
  // The registrar follows the minutes; from G4a the civil servant may draft it too.
  minutes: [
    { at: "purposed drafted sentBack", who: "starter registrar" },
    // Until a civil servant is appointed the starting employee stands in.
    { at: "confirmed", who: "registrar starter" },
    { at: "appointed planned", who: "registrar civilServant" },
  ],
  appoint: [
    { at: "confirmed appointed planned", who: "head" },
    { at: "exampleAppointing", who: "member" },
  ],
  civilServantItem: [{ at: "appointed planned", who: "civilServant" }],
  // Members and the civil servant draft.
  groupItem: [{ at: "appointed planned", who: "chair member civilServant" }],
  communication: [{ at: "appointed planned", who: "communicator civilServant" }],
  fix: [{ at: "appointed planned", who: "chair" }],
  // §1.8: what is shared is for any role but observer and admin; the starter helps until somebody is appointed.
  addTask: [
    // Until one body leads, the offices of all of them have a part in it.
    { at: "started", who: "starter chair head registrar communicator otherHead otherRegistrar" },
    { at: `answered triaged ${DRAFTS}`, who: "starter chair head registrar communicator" },
    { at: "confirmed", who: "starter chair member substitute head registrar communicator" },
    {
      at: "appointed planned",
      who: "chair member substitute head civilServant deputy registrar communicator",
    },
    { at: "example exampleAppointing", who: "member" },
  ],
  // Nobody has a task yet: what stands on the page after adding one is gone with it.
  changeTask: [],
  bulkTasks: [],
  // process.md §1.2, decisions.md §8.7: chair or civil servant ask the group; only the chair records that all agreed.
  askGroup: [{ at: "appointed planned", who: "chair civilServant" }],
  recordConsensus: [{ at: "appointed planned", who: "chair" }],
  // process.md §12: registrar and civil servant register what the board has decided since, once there is something in it.
  laterDraft: [
    { at: "confirmed", who: "registrar" },
    { at: "appointed planned", who: "registrar civilServant" },
  ],
  laterRegister: [],
  // Chair or civil servant, once the dialogue is decided (§9.6, R-REOPEN: nothing the chair may open is passed yet).
  pause: [
    { at: "confirmed", who: "chair" },
    { at: "appointed planned", who: "chair civilServant" },
  ],
  reopen: [],
  // legal.md §2.2: beside a locked record, by who might write it.
  correctTriage: [
    { at: "confirmed", who: "chair member starter" },
    { at: "appointed planned", who: "chair member civilServant" },
  ],
  correctElected: [
    { at: "confirmed", who: "chair member starter" },
    { at: "appointed planned", who: "chair member civilServant" },
  ],
  correctAdministration: [
    { at: "confirmed", who: "registrar starter" },
    { at: "appointed planned", who: "registrar civilServant" },
  ],
  correctShared: [
    { at: "confirmed", who: "starter chair member head registrar communicator" },
    {
      at: "appointed planned",
      who: "starter chair member head civilServant deputy registrar communicator",
    },
  ],
  correctDecision: [{ at: "confirmed appointed planned", who: "registrar" }],
  // §1.6: the registrar records head and acting chair, once the board has named a group.
  recordHead: [{ at: "confirmed appointed planned", who: "registrar" }],
  recordActingChair: [{ at: "confirmed appointed planned", who: "registrar" }],
  // §1.3: the civil servant changes the communicator.
  chooseCommunicator: [{ at: "appointed planned", who: "civilServant" }],
  // §1.5: insight is given by the chair, or who plays the chair, and by the civil servant.
  insight: [
    { at: `triaged ${DRAFTS} confirmed`, who: "chair" },
    { at: "appointed planned", who: "chair civilServant" },
  ],
  // §1.6: the chair and the civil servant say who is away, and everybody with a role for themselves.
  absence: [
    // Until a body leads the dialogue the offices of every body hold their roles.
    { at: "started", who: "head otherHead registrar otherRegistrar communicator" },
    { at: "answered", who: "head registrar communicator" },
    { at: `triaged ${DRAFTS}`, who: "chair head registrar communicator" },
    { at: "confirmed", who: "chair member substitute head registrar communicator" },
    {
      at: "appointed planned",
      who: "chair member substitute head registrar communicator civilServant deputy",
    },
    { at: "example exampleAppointing", who: "member" },
  ],
  // Steps 5–11 wait for the plan.
  ahead: [],
};

export const ORDERS = Object.keys(MAY) as readonly Order[];

/** Who gives an order about anybody; the others who may, only about themselves (decisions.md §1.6). */
export const ABOUT_ANYBODY: { readonly [order in Order]?: readonly Who[] } = {
  absence: ["chair", "civilServant"],
};

/** Items that nobody can fill in yet: who is reached how is asked for each target group, and there is none. */
export const NOT_YET: ReadonlySet<string> = new Set(["plan.outreach"]);

/**
 * What somebody may do and no button offers yet: all there is to fix is what was filled in beforehand; the answers of step
 * 0 are read together on its result, and nobody has filled in a shared item.
 */
export function isNotOffered(order: Order, moment: MomentName): boolean {
  if (order === "correctTriage" || order === "correctShared") return true;
  return order === "fix" && moment === "appointed";
}

/** What the chair has fixed only the chair takes up again. */
const FIXED: { readonly [moment: string]: readonly string[] } = {
  planned: ["plan.feedback-method"],
};

/** The people whose order of this kind changes something at this moment. */
export function mayAt(order: Order, moment: MomentName, itemId?: unknown): ReadonlySet<Who> {
  if (FIXED[moment]?.includes(String(itemId)) && order === "groupItem") return new Set(["chair"]);
  const rules = MAY[order].filter(({ at }) => at.split(" ").includes(moment));
  return new Set(rules.flatMap(({ who }) => who.split(" ") as Who[]));
}

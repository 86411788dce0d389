import type { Context } from "./context.ts";
import { draftItemOf, finalBody, isApproved, type LaterMatter } from "./decision-matters.ts";
import type {
  Command,
  DecisionMatter,
  Dialogue,
  FormalDecision,
  NewFact,
  WarningCode,
} from "./dialogue.ts";
import { evolve } from "./evolve.ts";
import { isBlank, isMissing, withoutReferences } from "./fields.ts";
import { firstClosed, firstClosedOf } from "./gates.ts";
import { confirmerOf, confirmersOf } from "./group.ts";
import { recordItems } from "./items.ts";
import { chairNow, rolesOf } from "./permissions.ts";
import { reasonOf } from "./reason.ts";
import { type Problem, Rejection } from "./rejection.ts";
import { type Field, findItem, type Item, stepOf, type Template } from "./template.ts";
import type { Inputs, PersonId, Values } from "./value.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** What the registration must hold, by item (process.md §3 G3, §4.3). The draft proposal is the administration's own paper. */
const REGISTERED_ITEMS: readonly string[] = [
  "decide.budget",
  "decide.steering-group",
  "decide.level",
  "decide.assignment",
  "decide.register",
];
const ATTACHED_ITEMS: readonly string[] = ["decide.proposal", "decide.collaboration"];

/**
 * Registers what the board has decided from the drafted fields, for the chair to confirm (decisions.md §8.5, process.md
 * §1.1). Only registrar and civil servant may; E-DECISION-INCOMPLETE names every field that is missing.
 */
export function registerDecision(
  state: Dialogue,
  command: Of<"RegisterDecision">,
  context: Context,
): NewFact[] {
  const held = rolesOf(state, context.actor, context.directory);
  if (!held.has("registrar") && !held.has("civilServant"))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["registrar", "civilServant"] });
  refuseInactive(state);
  const { decisionId, matter, values } = command;
  if (state.decisions.some(({ id }) => id === decisionId)) return [];
  if (matter !== "start") {
    const problems = whyNotRegister(state, matter, context);
    if (problems.length > 0) throw new Rejection(...problems);
  }
  const written = values && matter !== "start" ? draftIn(state, matter, values, context) : [];
  const after = written.reduce<Dialogue>((before, fact) => evolved(before, fact, context), state);
  return [...written, registration(after, { decisionId, matter }, context)];
}

function registration(
  state: Dialogue,
  { decisionId, matter }: Pick<Of<"RegisterDecision">, "decisionId" | "matter">,
  { template }: Context,
): NewFact {
  if (matter === "start") {
    const closed = firstClosed(state, "decide-dialogue", template)?.problem;
    if (closed) throw new Rejection(closed);
    const standing = state.decisions.find(({ status }) => status !== "sentBack");
    if (standing) throw new Rejection({ code: "E-LOCKED-RECORD", decisionId: standing.id });
  }
  const missing = missingFromDecision(state, template, matter);
  if (missing.length > 0) {
    const drafted = matter === "start" ? {} : { draft: draftItemOf(matter) };
    throw new Rejection({ code: "E-DECISION-INCOMPLETE", missing, ...drafted });
  }
  if (matter === "final") refuseOtherBody(state);
  const facts = draftedFacts(state, template, matter);
  return { type: "DecisionRegistered", decisionId, matter, facts };
}

/** What the draft says, written in the same order as the registration. */
function draftIn(
  state: Dialogue,
  matter: LaterMatter,
  values: Inputs,
  context: Context,
): readonly NewFact[] {
  const itemId = draftItemOf(matter);
  const revision = state.items[itemId]?.revision ?? 0;
  return recordItems(
    state,
    { type: "RecordItems", entries: [{ itemId, values, revision }] },
    context,
  );
}

function evolved(state: Dialogue, fact: NewFact, { actor, now }: Context): Dialogue {
  const after = evolve(state, { ...fact, by: actor, at: now });
  return after.status === "none" ? state : after;
}

/** Why nothing can be registered on the matter now, whoever registers: a gate, a registration that waits, or a dialogue that must end first (process.md R-LATE-DECISION). */
export function whyNotRegister(
  state: Dialogue,
  matter: LaterMatter,
  { template }: Pick<Context, "template">,
): readonly Problem[] {
  const begun = firstClosedOf(state, ["G3"], template);
  if (begun) return begun.problems;
  const standing = state.decisions.find(
    (one) =>
      one.matter === matter &&
      (one.status === "registered" || (matter === "final" && one.status === "confirmed")),
  );
  if (standing) return [{ code: "E-LOCKED-RECORD", decisionId: standing.id }];
  if (matter !== "final") return [];
  if (state.gates.G6 === undefined) return [{ code: "E-ALREADY-DECIDED" }];
  return firstClosed(state, "final-decision", template)?.problems ?? [];
}

/** The final decision is made by the body it was meant for from the start (process.md §4.8). */
function refuseOtherBody(state: Dialogue): void {
  const body = finalBody(state);
  if (body !== undefined && state.items["final.register"]?.values.body !== body)
    throw new Rejection({ code: "E-BOARD-ONLY", body });
}

/** Names of the fields the registration still lacks; `level` when it is neither decided nor left to the steering group. */
export function missingFromDecision(
  state: Dialogue,
  template: Template,
  matter: DecisionMatter = "start",
): readonly string[] {
  const missing = draftItems(template, matter, REGISTERED_ITEMS).flatMap((item) => {
    const values = state.items[item.id]?.values ?? {};
    return item.fields
      .filter((field) => isMissing(field, values) || isUnsaid(field, values))
      .map(({ name }) => name);
  });
  if (matter !== "start") return missing;
  const level = state.items["decide.level"]?.values ?? {};
  const undecided = isBlank(level.level) && level.levelDelegated !== true;
  return undecided && !missing.includes("level") ? [...missing, "level"] : missing;
}

/** That the board makes the formal decision must be said, not denied (process.md R-LEVEL5). */
function isUnsaid({ name }: Field, values: Values): boolean {
  return (
    name === "boardConfirms" && values.level === "medbeslutande" && values.boardConfirms !== true
  );
}

function draftedFacts(state: Dialogue, template: Template, matter: DecisionMatter): Values {
  const drafted = draftItems(template, matter, [...ATTACHED_ITEMS, ...REGISTERED_ITEMS]).map(
    ({ id }) => state.items[id]?.values ?? {},
  );
  const facts = Object.entries(Object.assign({}, ...drafted) as Values);
  return withoutReferences(Object.fromEntries(facts.filter(([, value]) => value !== null)));
}

/** The items a registration is drafted in: several of the first, one of any other. */
function draftItems(
  template: Template,
  matter: DecisionMatter,
  ofStart: readonly string[],
): readonly Item[] {
  if (matter === "start") return itemsOf(template, ofStart);
  const found = findItem(template, draftItemOf(matter));
  return found ? [found.item] : [];
}

function itemsOf(template: Template, itemIds: readonly string[]): readonly Item[] {
  return stepOf(template, "decide-dialogue").items.filter(({ id }) => itemIds.includes(id));
}

/**
 * The chair confirms: the one named in a registration that names a group, for roles pass with it; otherwise the chair there
 * is. Never the one who registered it (process.md §12).
 */
export function confirmDecision(
  state: Dialogue,
  command: Of<"ConfirmDecision">,
  context: Context,
): NewFact[] {
  const decision = toSettle(state, command.decisionId, context);
  if (decision.status === "confirmed") return [];
  refuseInactive(state);
  if (decision.status === "sentBack") throw new Rejection({ code: "E-STALE" });
  const warnings: readonly WarningCode[] = isApproved(state, decision) ? [] : ["W-NOT-FINAL"];
  return [{ type: "DecisionConfirmed", decisionId: decision.id, warnings }];
}

/** The chair sends the registration back with a reason; its fields become drafts again (decisions.md §8.5). */
export function sendBackDecision(
  state: Dialogue,
  command: Of<"SendBackDecision">,
  context: Context,
): NewFact[] {
  const decision = toSettle(state, command.decisionId, context);
  if (decision.status === "sentBack") return [];
  refuseInactive(state);
  if (decision.status === "confirmed")
    throw new Rejection({ code: "E-LOCKED-RECORD", decisionId: decision.id });
  const at = { itemId: "decide.confirm", field: "reason" };
  const reason = reasonOf(command.reason, at);
  return [{ type: "DecisionSentBack", decisionId: decision.id, reason }];
}

/** The decision, for the one person who may settle it; everybody else is refused alike whether it exists or not. */
function toSettle(state: Dialogue, decisionId: string, context: Context): FormalDecision {
  const decision = state.decisions.find(({ id }) => id === decisionId);
  if (!decision) throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"] });
  if (decision.registeredBy === context.actor)
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"], why: "two-persons" });
  if (!maySettle(state, decision, context.actor, context))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"] });
  return decision;
}

/** Whether the person is the one who is asked to confirm, still has access and did not register it. */
export function maySettle(
  state: Dialogue,
  decision: FormalDecision,
  person: PersonId,
  { directory }: Pick<Context, "directory">,
): boolean {
  if (decision.registeredBy === person) return false;
  const asked =
    decision.status === "registered"
      ? chairNow(state, confirmersOf(state, decision), directory)
      : [confirmerOf(state, decision), decision.settledBy];
  if (!asked.includes(person)) return false;
  const membership = directory.people.get(person);
  return (
    membership !== undefined &&
    (state.home.type === "personal" || membership.teams.includes(state.home.teamId))
  );
}

function refuseInactive(state: Dialogue): void {
  if (state.status !== "draft" && state.status !== "active")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
}

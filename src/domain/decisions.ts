import type { Context } from "./context.ts";
import type { Command, Dialogue, FormalDecision, NewFact } from "./dialogue.ts";
import { CHARACTER_LIMITS, isBlank, isMissing, withoutReferences } from "./fields.ts";
import { firstClosed } from "./gates.ts";
import { rolesOf } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import { type Item, stepOf, type Template } from "./template.ts";
import { written } from "./text.ts";
import type { PersonId, Values } from "./value.ts";
import { isFinal } from "./warnings.ts";

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
 * Registers the board's decision from the drafted fields, for the chair named in it to confirm (decisions.md §8.5).
 * Only the registrar may; E-DECISION-INCOMPLETE names every field that is missing.
 */
export function registerDecision(
  state: Dialogue,
  command: Of<"RegisterDecision">,
  context: Context,
): NewFact[] {
  if (!rolesOf(state, context.actor, context.directory).has("registrar"))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["registrar"] });
  refuseInactive(state);
  if (state.decisions.some(({ id }) => id === command.decisionId)) return [];
  const closed = firstClosed(state, "decide-dialogue", context.template)?.problem;
  if (closed) throw new Rejection(closed);
  const standing = state.decisions.find(({ status }) => status !== "sentBack");
  if (standing) throw new Rejection({ code: "E-LOCKED-RECORD", decisionId: standing.id });
  const missing = missingFromDecision(state, context.template);
  if (missing.length > 0) throw new Rejection({ code: "E-DECISION-INCOMPLETE", missing });
  const { decisionId, matter } = command;
  return [
    {
      type: "DecisionRegistered",
      decisionId,
      matter,
      facts: draftedFacts(state, context.template),
    },
  ];
}

/** Names of the fields the registration still lacks; `level` when it is neither decided nor left to the steering group. */
export function missingFromDecision(state: Dialogue, template: Template): readonly string[] {
  const missing = itemsOf(template, REGISTERED_ITEMS).flatMap((item) => {
    const values = state.items[item.id]?.values ?? {};
    return item.fields.filter((field) => isMissing(field, values)).map(({ name }) => name);
  });
  const level = state.items["decide.level"]?.values ?? {};
  const undecided = isBlank(level.level) && level.levelDelegated !== true;
  return undecided && !missing.includes("level") ? [...missing, "level"] : missing;
}

function draftedFacts(state: Dialogue, template: Template): Values {
  const drafted = itemsOf(template, [...ATTACHED_ITEMS, ...REGISTERED_ITEMS]).map(
    ({ id }) => state.items[id]?.values ?? {},
  );
  const facts = Object.entries(Object.assign({}, ...drafted) as Values);
  return withoutReferences(Object.fromEntries(facts.filter(([, value]) => value !== null)));
}

function itemsOf(template: Template, itemIds: readonly string[]): readonly Item[] {
  return stepOf(template, "decide-dialogue").items.filter(({ id }) => itemIds.includes(id));
}

/** The chair named in the registration confirms it, and roles pass to the steering group. Never the one who registered it (process.md §12). */
export function confirmDecision(
  state: Dialogue,
  command: Of<"ConfirmDecision">,
  context: Context,
): NewFact[] {
  const decision = toSettle(state, command.decisionId, context);
  if (decision.status === "confirmed") return [];
  refuseInactive(state);
  if (decision.status === "sentBack") throw new Rejection({ code: "E-STALE" });
  const warnings = isFinal(state) ? [] : (["W-NOT-FINAL"] as const);
  return [{ type: "DecisionConfirmed", decisionId: decision.id, warnings: [...warnings] }];
}

/** The chair sends the registration back with a reason; its fields become drafts again (decisions.md §8.5). */
export function sendBackDecision(
  state: Dialogue,
  command: Of<"SendBackDecision">,
  context: Context,
): NewFact[] {
  const decision = toSettle(state, command.decisionId, context);
  const reason = written(command.reason);
  if (decision.status === "sentBack") return [];
  refuseInactive(state);
  if (decision.status === "confirmed")
    throw new Rejection({ code: "E-LOCKED-RECORD", decisionId: decision.id });
  if (reason.text.trim() === "") throw new Rejection({ code: "E-REASON", faults: [] });
  const actual = reason.text.length;
  const limit = CHARACTER_LIMITS.longtext;
  if (actual > limit) {
    const fault = {
      itemId: "decide.confirm",
      field: "reason",
      fault: "tooLong",
      limit,
      actual,
    } as const;
    throw new Rejection({ code: "E-FIELD", faults: [fault] });
  }
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

/** Whether the person is the chair this registration names, still has access and did not register it. */
export function maySettle(
  state: Dialogue,
  decision: FormalDecision,
  person: PersonId,
  { directory }: Pick<Context, "directory">,
): boolean {
  if (decision.facts.chair !== person || decision.registeredBy === person) return false;
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

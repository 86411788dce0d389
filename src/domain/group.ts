import type { Dialogue, FormalDecision } from "./dialogue.ts";
import type { PersonId, Value, Values } from "./value.ts";

/** Those the board has named to the steering group, as the newest confirmed decision has it (decisions.md §1.3, §1.6). */
export type SteeringGroup = {
  readonly chair?: PersonId;
  readonly viceChair?: PersonId;
  readonly members: readonly PersonId[];
  readonly substitutes: readonly PersonId[];
};

/**
 * The steering group now: the confirmed decision that started the dialogue, or the newest one that changed the group
 * since (process.md R-BUDGET). Undefined before there is one. Everything that asks who sits in the group asks here.
 */
export function steeringGroup(state: Pick<Dialogue, "decisions">): SteeringGroup | undefined {
  const named = state.decisions.filter(
    ({ matter, status, facts }) =>
      status === "confirmed" &&
      (matter === "start" || matter === "group") &&
      Array.isArray(facts.members),
  );
  const newest = named.at(-1)?.facts;
  if (!newest) return undefined;
  // A decision that names no chair leaves the one there is.
  const chair = named.findLast(({ facts }) => typeof facts.chair === "string")?.facts.chair;
  return {
    ...personIn("chair", chair),
    ...personIn("viceChair", newest.viceChair),
    members: peopleIn(newest, "members"),
    substitutes: peopleIn(newest, "substitutes"),
  };
}

/** Who is asked to confirm a registration: the chair it names, or, where it names none, the group's own (decisions.md §8.5). */
export function confirmerOf(
  state: Pick<Dialogue, "decisions">,
  { facts, settledBy, status }: FormalDecision,
): PersonId | undefined {
  if (typeof facts.chair === "string") return facts.chair;
  return status === "registered" ? steeringGroup(state)?.chair : settledBy;
}

/** That chair with the vice chair beside them: who may confirm while the chair is away (decisions.md §1.6). */
export function confirmersOf(
  state: Pick<Dialogue, "decisions">,
  { facts: { members, chair, viceChair } }: FormalDecision,
): Pick<SteeringGroup, "chair" | "viceChair"> {
  // A registration that names a group brings its own vice chair, or none.
  const group = Array.isArray(members) ? undefined : steeringGroup(state);
  return {
    ...personIn("chair", chair ?? group?.chair),
    ...personIn("viceChair", viceChair ?? group?.viceChair),
  };
}

function personIn<Name extends string>(name: Name, value: Value | undefined) {
  return (typeof value === "string" ? { [name]: value } : {}) as {
    readonly [key in Name]?: string;
  };
}

/** The people a field of a decision or an item names. */
export function peopleIn(values: Values, field: string): readonly PersonId[] {
  const value = values[field];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === "string");
  return [];
}

import { type Context, surroundings } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import type { Occasion, OccasionCommand, OccasionFact } from "./occasion.ts";
import { rolesOf } from "./permissions.ts";
import { readField } from "./read-field.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import { written, type WrittenText } from "./text.ts";
import type { Instant } from "./time.ts";
import type { Input } from "./value.ts";

type Of<T extends OccasionCommand["type"]> = Extract<OccasionCommand, { type: T }>;

/**
 * Moves or cancels a tillfälle once the plan is approved, with a reason; before that it is a row of the plan. Its end
 * comes by time. Refuses what has been held, and everybody but the civil servant.
 */
export function decideOccasion(
  state: Dialogue,
  command: OccasionCommand,
  context: Context,
): OccasionFact[] {
  const occasion = state.occasions[command.occasionId];
  const byTime = command.type === "EndOccasion";
  const held = rolesOf(state, context.actor, context.directory);
  if (!byTime && (!held.has("civilServant") || !occasion))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["civilServant"] });
  if (state.status !== "active")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  if (byTime || !occasion) return endOccasion(occasion, context);
  if (state.gates.G5 === undefined)
    throw new Rejection({ code: "E-NOT-APPROVED", missing: ["check.vote"] });
  return command.type === "MoveOccasion"
    ? moveOccasion(state, occasion, command, context)
    : cancelOccasion(state, occasion, command);
}

function endOccasion(occasion: Occasion | undefined, { actor, now }: Context): OccasionFact[] {
  if (actor !== "system") throw new Rejection({ code: "E-FORBIDDEN" });
  const due = occasion && occasion.status === "planned" && occasion.endedAt === undefined;
  return due && occasion.end <= now
    ? [{ type: "OccasionEnded", occasionId: occasion.id, meant: occasion.end }]
    : [];
}

function moveOccasion(
  state: Dialogue,
  occasion: Occasion,
  command: Of<"MoveOccasion">,
  context: Context,
): OccasionFact[] {
  const start = momentIn(state, occasion, "start", command.start, context);
  const end = momentIn(state, occasion, "end", command.end, context);
  if (occasion.start === start && occasion.end === end) return [];
  refuseHeld(state, occasion);
  if (start >= end) throw faulty(occasion, "end", "endsBeforeStart");
  const reason = reasonOf(command.reason);
  return [{ type: "OccasionMoved", occasionId: occasion.id, start, end, reason }];
}

function momentIn(
  state: Dialogue,
  occasion: Occasion,
  name: "start" | "end",
  input: Input,
  context: Context,
): Instant {
  if (typeof input === "string") return input;
  const field = { name, type: "datetime", label: { sv: "", en: "" } } as const;
  const read = readField(field, input, surroundings(state, context));
  if ("faults" in read) throw faulty(occasion, name, read.faults[0]?.fault ?? "notADate");
  if (typeof read.value !== "string") throw faulty(occasion, name, "missing");
  return read.value;
}

function faulty({ id }: Occasion, field: string, fault: FieldFault["fault"]): Rejection {
  return new Rejection({
    code: "E-FIELD",
    faults: [{ itemId: "plan.events", field, rowId: id, fault }],
  });
}

function cancelOccasion(
  state: Dialogue,
  occasion: Occasion,
  { reason }: Of<"CancelOccasion">,
): OccasionFact[] {
  if (occasion.status === "cancelled") return [];
  refuseHeld(state, occasion);
  return [{ type: "OccasionCancelled", occasionId: occasion.id, reason: reasonOf(reason) }];
}

function refuseHeld(state: Dialogue, occasion: Occasion): void {
  if (isHeld(state, occasion))
    throw new Rejection({ code: "E-LOCKED-RECORD", itemId: "event.elected" });
  if (occasion.status === "cancelled")
    throw new Rejection({ code: "E-LOCKED-RECORD", itemId: "plan.events" });
}

function reasonOf(words: string): WrittenText {
  const reason = written(words);
  if (reason.text.trim() === "") throw new Rejection({ code: "E-REASON", faults: [] });
  const limit = CHARACTER_LIMITS.longtext;
  if (reason.text.length > limit) {
    const at = { itemId: "plan.events", field: "reason", fault: "tooLong", limit } as const;
    throw new Rejection({ code: "E-FIELD", faults: [{ ...at, actual: reason.text.length }] });
  }
  return reason;
}

/** Held means: somebody has recorded which elected officials were there (process.md §3 G6). */
export function isHeld(state: Dialogue, occasion: Occasion): boolean {
  const present = state.items[`event.elected.${occasion.id}`]?.values.electedPresent;
  return Array.isArray(present) && present.length > 0;
}

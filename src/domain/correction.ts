import type { Context } from "./context.ts";
import { matterOfDraft } from "./decision-matters.ts";
import type { Dialogue, NewFact } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { whyClosed } from "./item-guard.ts";
import { itemProgress } from "./item-progress.ts";
import { untouched } from "./items.ts";
import { goingOn, isResting } from "./lifecycle.ts";
import { finalDecision, mayWriteItem, rolesOf, writersOf } from "./permissions.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import type { Role } from "./roles.ts";
import { findItem, type Item, type Step } from "./template.ts";
import { type Text, written } from "./text.ts";
import type { Instant } from "./time.ts";
import type { PersonId } from "./value.ts";

/** What a correction is about: a record that nobody can write in any more. */
export type CorrectionAbout =
  | { readonly kind: "item"; readonly itemId: string }
  | { readonly kind: "decision"; readonly decisionId: string }
  | { readonly kind: "position"; readonly positionId: string };

/** A *rättelse*: stands beside the record with its day, and never changes it (legal.md §2.2). */
export type Correction = {
  readonly id: string;
  readonly about: CorrectionAbout;
  readonly was: Text;
  readonly shouldBe: Text;
  readonly why: Text;
  readonly by: PersonId;
  readonly at: Instant;
};

export type CorrectionCommand = {
  readonly type: "CorrectRecord";
  readonly correctionId: string;
  readonly about: CorrectionAbout;
  readonly was: string;
  readonly shouldBe: string;
  readonly why: string;
};
export type CorrectionFact = {
  readonly type: "RecordCorrected";
  readonly correctionId: string;
  readonly about: CorrectionAbout;
  readonly was: Text;
  readonly shouldBe: Text;
  readonly why: Text;
};

/** Where the faults of the form are counted to. */
export const CORRECTION = "correction";

/**
 * Writes a correction beside a locked item, a confirmed decision or a closed position, also in a dialogue that rests.
 * Refuses by right, what is not locked (it is written instead), and E-FIELD with every fault at once.
 */
export function correctRecord(
  state: Dialogue,
  command: CorrectionCommand,
  context: Context,
): NewFact[] {
  if (!mayCorrect(state, command.about, context))
    throw new Rejection({ code: "E-FORBIDDEN", who: correctors(state, command.about, context) });
  if (state.status === "withdrawn")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  if (state.corrections.some(({ id }) => id === command.correctionId)) return [];
  if (!isLockedRecord(state, command.about, context))
    throw new Rejection({ code: "E-FORBIDDEN", why: "notLocked" });
  const { correctionId, about } = command;
  const [was, shouldBe, why] = [command.was, command.shouldBe, command.why].map(written);
  const texts = { was, shouldBe, why } as Pick<CorrectionFact, "was" | "shouldBe" | "why">;
  const faults = Object.entries(LIMITS).flatMap(([field, limit]) =>
    faultIn(field, (texts[field as keyof typeof LIMITS] as { text: string }).text, limit),
  );
  if (faults.length > 0) throw new Rejection({ code: "E-FIELD", faults });
  return [{ type: "RecordCorrected", correctionId, about, ...texts }];
}

const LIMITS = {
  was: CHARACTER_LIMITS.text,
  shouldBe: CHARACTER_LIMITS.longtext,
  why: CHARACTER_LIMITS.text,
} as const;

function faultIn(field: string, text: string, limit: number): FieldFault[] {
  const at = { itemId: CORRECTION, field };
  if (text.trim() === "") return [{ ...at, fault: "missing" }];
  const actual = text.length;
  return actual > limit ? [{ ...at, fault: "tooLong", limit, actual }] : [];
}

type Looking = Pick<Context, "actor" | "directory" | "template">;

/** Who may write the item; the registrar for decisions, chair and civil servant for positions. */
export function mayCorrect(state: Dialogue, about: CorrectionAbout, looking: Looking): boolean {
  const held = rolesOf(state, looking.actor, looking.directory);
  const found = itemOf(about, looking);
  if (found) return mayWriteItem(state, found.item, found.step, looking.actor, looking.directory);
  return correctors(state, about, looking).some((role) => held.has(role));
}

function correctors(
  state: Dialogue,
  about: CorrectionAbout,
  looking: Pick<Context, "template">,
): readonly Role[] {
  const found = itemOf(about, looking);
  if (found) return writersOf(state, found.item, found.step);
  if (about.kind === "decision") return ["registrar"];
  return about.kind === "position" ? ["steeringChair", "civilServant"] : [];
}

/** Whether the record is there and nobody can write in it any more. */
export function isLockedRecord(state: Dialogue, about: CorrectionAbout, looking: Looking): boolean {
  switch (about.kind) {
    case "decision":
      return state.decisions.some(
        ({ id, status }) => id === about.decisionId && status === "confirmed",
      );
    case "position":
      return state.positions.some(({ id, closed }) => id === about.positionId && closed);
    case "item": {
      const found = itemOf(about, looking);
      return found !== undefined && isLockedItem(state, found.item, found.step, looking);
    }
  }
}

function isLockedItem(state: Dialogue, item: Item, step: Step, looking: Looking): boolean {
  if (itemProgress(state, item) === "empty") return false;
  if (state.items[item.id] === undefined) return false;
  if (isResting(state) && state.status !== "paused") return true;
  if (isDraft(state, item, step)) return false;
  // What the chair has fixed and can take up again is no record yet.
  const { fixed: _fixed, ...kept } = state.items[item.id] ?? untouched;
  const open = { ...goingOn(state), items: { ...state.items, [item.id]: kept } };
  const why = whyClosed(open, item, step, looking);
  return why.some(({ code }) => code === "E-LOCKED-RECORD");
}

/** Locked for a while only: a registration waits for the chair, or the group takes a position on the plan. */
function isDraft(state: Dialogue, item: Item, step: Step): boolean {
  const matter = matterOfDraft(item.id);
  if (matter !== undefined) return matter !== "final" || finalDecision(state) === undefined;
  if (state.gates.G3 === undefined) return true;
  return step.id === "planning" && item.id !== "plan.appoint" && state.gates.G5 === undefined;
}

function itemOf(about: CorrectionAbout, { template }: Pick<Context, "template">) {
  return about.kind === "item" ? findItem(template, about.itemId) : undefined;
}

/** The corrections of one record, oldest first. */
export function correctionsOf(state: Dialogue, about: CorrectionAbout): readonly Correction[] {
  return state.corrections.filter((one) => isSame(one.about, about));
}

function isSame(one: CorrectionAbout, other: CorrectionAbout): boolean {
  return one.kind === other.kind && recordOf(one) === recordOf(other);
}

/** The id of what is corrected. */
export function recordOf(about: CorrectionAbout): string {
  switch (about.kind) {
    case "item":
      return about.itemId;
    case "decision":
      return about.decisionId;
    case "position":
      return about.positionId;
  }
}

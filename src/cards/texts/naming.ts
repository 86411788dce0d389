import type { Problem, RejectionCode } from "../../domain/rejection.ts";
import type { Role } from "../../domain/roles.ts";

/** What words about a refusal need to name: people by role, and what is missing by its label. All of it plain text. */
export type Naming = {
  /** Who holds the roles now, e.g. "registratorn (Sara Ek)". */
  readonly who: (...roles: readonly Role[]) => string;
  /** Labels of items or fields, as one phrase. */
  readonly labels: (names: readonly string[]) => string;
  /** What items are called, where the thing itself is missing and not a field of it. */
  readonly items: (ids: readonly string[]) => string;
  /** A registered decision is waiting for the chair. */
  readonly waitsForChair: boolean;
};

/** What was refused, why, and who can put it right (house rule 11). */
export type RefusalWords = { readonly title: string; readonly why: string; readonly fix: string };

/** The words of one code, from its problem. */
export type Words<Code extends RejectionCode> = (
  problem: Extract<Problem, { code: Code }>,
  naming: Naming,
) => RefusalWords;

/** Codes of the gates from the checkpoint to the closing, which have a file of their own. */
export type LaterCode =
  | "W-PLAN-PART-MISSING"
  | "W-RESOURCE-PRIORITY"
  | "W-SENSITIVE"
  | "E-NOT-APPROVED"
  | "E-FEEDBACK-NOT-FIXED"
  | "E-BUDGET-EXCEEDED"
  | "E-SCOPE-CHANGED"
  | "E-QUORUM"
  | "E-NO-ELECTED-PRESENT"
  | "E-EVENT-UNDOCUMENTED"
  | "E-NO-REPORT"
  | "E-BOARD-ONLY"
  | "E-ALREADY-DECIDED"
  | "E-REASONS-MISSING"
  | "E-NO-FEEDBACK"
  | "E-NO-EVALUATION"
  | "E-FOLLOWUP-OPEN"
  | "E-NOT-EXPORTED";

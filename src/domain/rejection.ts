import type { Role } from "./roles.ts";
import type { SensitiveKind } from "./sensitive.ts";

/** Why a value of a field was refused; `limit` and `actual` are characters, numbers or counts, whichever the fault is about. */
export type FieldFault = {
  readonly itemId: string;
  readonly field: string;
  /** The row of a list or map, when the fault is in one. */
  readonly rowId?: string;
  readonly fault:
    | "missing"
    | "tooLong"
    | "tooFew"
    | "tooMany"
    | "tooSmall"
    | "tooLarge"
    | "notANumber"
    | "notADate"
    | "notAChoice"
    | "notAPerson"
    | "notInTeam"
    | "notElected"
    | "notEmployed"
    | "notALink"
    | "notAMember"
    | "wrongPattern"
    | "notOnNoticeBoard"
    | "notAVersion"
    | "snoozedTwice"
    | "endsBeforeStart"
    | "gone"
    | "nothingAnswered"
    | "unknownField";
  readonly limit?: number;
  readonly actual?: number;
};

/** A refusal names what was missing; each code has words in both languages that say who can put it right (process.md §11, decisions.md §5.9). */
export type Problem =
  | {
      readonly code: "E-FORBIDDEN";
      readonly who?: readonly Role[];
      readonly why?: "two-persons" | "recused" | "start" | "notLocked";
    }
  | { readonly code: "E-FIELD"; readonly faults: readonly FieldFault[] }
  | { readonly code: "E-REASON"; readonly faults: readonly FieldFault[] }
  /** Not refused but asked about: the words may tell of a private person (legal.md §3). */
  | { readonly code: "W-SENSITIVE"; readonly kinds: readonly SensitiveKind[] }
  | { readonly code: "E-STALE"; readonly itemId?: string; readonly rowId?: string }
  | { readonly code: "E-NOT-ACTIVE"; readonly status: string }
  | { readonly code: "E-NO-ORGANISATION" }
  | {
      readonly code: "E-LOCKED-RECORD";
      readonly itemId?: string;
      readonly decisionId?: string;
      readonly positionId?: string;
    }
  | { readonly code: "E-ALREADY-ANSWERED"; readonly evaluation?: true }
  /** The round of questions is not open, or cannot take answers any more. */
  | { readonly code: "E-ROUND-CLOSED"; readonly why?: "keyLost" }
  | { readonly code: "E-NOT-CITIZEN-DIALOGUE"; readonly missing: readonly string[] }
  | { readonly code: "E-TOPIC-MISSING"; readonly missing: readonly string[] }
  | { readonly code: "E-NOT-INFLUENCEABLE"; readonly missing: readonly string[] }
  | { readonly code: "E-NO-BOARD-DECISION" }
  | {
      readonly code: "E-DECISION-INCOMPLETE";
      readonly missing: readonly string[];
      /** The item it is drafted in, when all of it is drafted in one. */
      readonly draft?: string;
    }
  | { readonly code: "E-NO-CIVIL-SERVANT" }
  | { readonly code: "E-PLAN-INCOMPLETE"; readonly missing: readonly string[] }
  /** Soft: the chair may go on with a reason (process.md §3 G4c). */
  | { readonly code: "W-PLAN-PART-MISSING"; readonly missing: readonly string[] }
  /** Soft as well: most of the effort goes to others than those most affected and least heard (process.md §7 V3, V4). */
  | {
      readonly code: "W-RESOURCE-PRIORITY";
      readonly shares?: { readonly first: number; readonly others: number };
    }
  | { readonly code: "E-NOT-APPROVED"; readonly missing: readonly string[] }
  | { readonly code: "E-FEEDBACK-NOT-FIXED" }
  | { readonly code: "E-BUDGET-EXCEEDED"; readonly plannedSek: number; readonly decidedSek: number }
  | { readonly code: "E-SCOPE-CHANGED" }
  | { readonly code: "E-QUORUM"; readonly present: number; readonly seats: number }
  | { readonly code: "E-NO-ELECTED-PRESENT"; readonly missing: readonly string[] }
  | { readonly code: "E-EVENT-UNDOCUMENTED"; readonly missing: readonly string[] }
  | { readonly code: "E-NO-REPORT"; readonly missing: readonly string[] }
  | { readonly code: "E-BOARD-ONLY"; readonly body?: string }
  /** The board has decided the matter although the dialogue goes on (process.md R-LATE-DECISION). */
  | { readonly code: "E-ALREADY-DECIDED" }
  | { readonly code: "E-REASONS-MISSING"; readonly missing: readonly string[] }
  | { readonly code: "E-NO-FEEDBACK"; readonly missing: readonly string[] }
  | { readonly code: "E-NO-EVALUATION"; readonly missing: readonly string[] }
  | { readonly code: "E-FOLLOWUP-OPEN"; readonly missing: readonly string[] }
  | { readonly code: "E-NOT-EXPORTED"; readonly missing: readonly string[] };

export type RejectionCode = Problem["code"];

/** The order was understood and refused; nothing has changed. Told to the presser only. */
export class Rejection extends Error {
  override readonly name = "Rejection";
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(", "));
    this.problems = problems;
  }
}

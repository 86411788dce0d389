import type { Role } from "../../domain/roles.ts";

/** What words about a refusal need to name: people by role, and what is missing by its label. All of it plain text. */
export type Naming = {
  /** Who holds the roles now, e.g. "registratorn (Sara Ek)". */
  readonly who: (...roles: readonly Role[]) => string;
  /** Labels of items or fields, as one phrase. */
  readonly labels: (names: readonly string[]) => string;
  /** A registered decision is waiting for the chair. */
  readonly waitsForChair: boolean;
};

/** What was refused, why, and who can put it right (house rule 11). */
export type RefusalWords = { readonly title: string; readonly why: string; readonly fix: string };

import type { Instant, LocalDate } from "./time.ts";

/** Something that happened: the day it happened, and when the bot was told (process.md §13.3). */
export type Milestone = { readonly on: LocalDate; readonly at: Instant };

/** A tillfälle that is not cancelled, as deadlines count from it. */
export type CountedOccasion = {
  readonly id: string;
  /** Does not change when the occasion is moved. */
  readonly number: number;
  /** The local dates it starts and ends. */
  readonly starts: LocalDate;
  readonly ends: LocalDate;
  /** When its planned end came; from then on its deadlines exist (decisions.md §9.2). */
  readonly endedAt?: Instant;
  readonly debriefed?: LocalDate;
  readonly surveyClosed?: LocalDate;
};

/** The facts deadlines are counted from. A fact that has not happened is absent. */
export type Milestones = {
  /** The board's meeting, and the chair's confirmation of what was registered. */
  readonly startDecision?: Milestone;
  readonly appointed?: Milestone;
  readonly kickoff?: Milestone;
  readonly feedbackFixed?: Milestone;
  readonly proposal?: Milestone;
  readonly checkpoint?: Milestone;
  readonly invited?: LocalDate;
  readonly reminded?: LocalDate;
  readonly occasions: readonly CountedOccasion[];
  readonly reportFixed?: LocalDate;
  readonly heard?: Milestone;
  readonly statusNotices: readonly Milestone[];
  readonly finalDecision?: Milestone;
  readonly decisionTold?: Milestone;
  /** The round, or without one (`joint`) that the group has reflected together: then it is as if it had closed when it would have (decisions.md §9.7). */
  readonly internalClosed?: Milestone & { readonly joint?: true };
  /** The days of the internal round, from when it has opened on. */
  readonly internalRound?: { readonly opensOn: LocalDate; readonly closesOn: LocalDate };
  readonly learningMeeting?: Milestone;
  readonly evaluationReported?: LocalDate;
  /** Follow-ups sent to citizens, by their number; one may have been sent before the one ahead of it. */
  readonly followUps: readonly (Milestone | undefined)[];
  readonly finished?: Milestone;
  readonly contactListDeleted?: LocalDate;
  /** Set by the steering group; replaces D11's computed date (decisions.md §9.7). */
  readonly feedback1Due?: LocalDate;
  /** Months after the final decision; the template's when the group has set none. */
  readonly followUpMonths?: readonly number[];
};

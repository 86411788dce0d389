import type { Command, Event } from "../dialogue.ts";
import type { Instant, LocalDate } from "../time.ts";
import type { PersonId } from "../value.ts";

/** The round's id within its dialogue: there is one internal round, and never another (evaluation.md §2). */
export const INTERNAL_ROUND = "internal";

/** Why nobody's own answers are used, and the learning meeting goes through the questions aloud (evaluation.md §5.8). */
export type WhyJoint = "planned" | "fewInvited" | "fewAnswers" | "keyLost" | "stopped";

/** What happens by time alone: people answer in a way that leaves no trace here (decisions.md §11). */
export type InternalRoundCommand =
  | { readonly type: "OpenInternalRound" }
  | { readonly type: "CloseInternalRound" }
  /** Thirty days after the round closed nobody needs to know who was sent a form (legal.md §2). */
  | { readonly type: "ForgetBallots" };

export type InternalRoundFact =
  | {
      readonly type: "InternalRoundOpened";
      readonly roundId: string;
      readonly invited: readonly PersonId[];
      readonly opensOn: LocalDate;
      readonly closesOn: LocalDate;
    }
  /** No round: the group reflects together, from the start (evaluation.md §5.8, N11). */
  | {
      readonly type: "JointReflectionChosen";
      readonly why: Extract<WhyJoint, "planned" | "fewInvited">;
      readonly invited: number;
      /** When a round would have been open; D16 counts from its end (decisions.md §9.7). */
      readonly opensOn: LocalDate;
      readonly closesOn: LocalDate;
    }
  | {
      readonly type: "InternalRoundClosed";
      readonly roundId: string;
      /** How many had answered. */
      readonly answered: number;
      /** The answers were destroyed unread. */
      readonly joint?: Exclude<WhyJoint, "planned" | "fewInvited">;
      /** When it was to be. */
      readonly meant: Instant;
    }
  | { readonly type: "BallotsForgotten"; readonly roundId: string; readonly meant: Instant };

type Days = { readonly opensOn: LocalDate; readonly closesOn: LocalDate };

/** The internal round as everybody may know it; who has answered is nowhere in it. */
export type InternalRound = Days &
  (
    | { readonly status: "joint"; readonly why: WhyJoint; readonly invitedCount: number }
    | {
        readonly status: "open";
        readonly id: string;
        readonly invited: readonly PersonId[];
        readonly openedAt: Instant;
      }
    | {
        readonly status: "closed";
        readonly id: string;
        readonly invited: readonly PersonId[];
        readonly openedAt: Instant;
        readonly closedAt: Instant;
        readonly answered: number;
        readonly joint?: WhyJoint;
        readonly forgottenAt?: Instant;
      }
  );

const TYPES = [
  "InternalRoundOpened",
  "JointReflectionChosen",
  "InternalRoundClosed",
  "BallotsForgotten",
] as const;
type InternalRoundEvent = Extract<Event, { readonly type: (typeof TYPES)[number] }>;

export function isInternalRoundCommand(command: Command): command is InternalRoundCommand {
  return ["OpenInternalRound", "CloseInternalRound", "ForgetBallots"].includes(command.type);
}

export function isInternalRoundEvent(event: Event): event is InternalRoundEvent {
  return TYPES.some((type) => type === event.type);
}

/** The round after it. Never throws. */
export function evolveInternalRound(
  round: InternalRound | undefined,
  event: InternalRoundEvent,
): InternalRound | undefined {
  switch (event.type) {
    case "InternalRoundOpened": {
      const { roundId: id, invited, opensOn, closesOn, at: openedAt } = event;
      return { status: "open", id, invited, openedAt, opensOn, closesOn };
    }
    case "JointReflectionChosen": {
      const { why, invited: invitedCount, opensOn, closesOn } = event;
      return { status: "joint", why, invitedCount, opensOn, closesOn };
    }
    case "InternalRoundClosed": {
      if (round?.status !== "open") return round;
      const { answered, joint, at: closedAt } = event;
      return {
        ...round,
        status: "closed",
        closedAt,
        answered,
        ...(joint === undefined ? {} : { joint }),
      };
    }
    case "BallotsForgotten":
      return round?.status === "closed" ? { ...round, forgottenAt: event.at } : round;
  }
}

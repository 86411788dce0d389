import type { Text } from "./text.ts";
import { hoursAfter, type Instant } from "./time.ts";
import type { Input, PersonId } from "./value.ts";

export type OccasionId = string;

/** A tillfälle: planned as a row of plan.events, whose id it keeps (decisions.md §13.1). */
export type Occasion = {
  readonly id: OccasionId;
  /** E1, E2 …; it does not change when the occasion is moved. */
  readonly number: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly status: "planned" | "cancelled";
  /** Its planned end has come (decisions.md §9.2). */
  readonly endedAt?: Instant;
  /** How often it has been moved after the plan was approved; each needs a notice. */
  readonly moves: number;
  readonly reason?: Text;
  readonly cancelledAt?: Instant;
  readonly host?: PersonId;
};
export type Occasions = { readonly [occasionId: OccasionId]: Occasion };

export type OccasionCommand =
  | {
      readonly type: "MoveOccasion";
      readonly occasionId: OccasionId;
      /** An instant, or date and time as a form sends them. */
      readonly start: Input;
      readonly end: Input;
      readonly reason: string;
    }
  | { readonly type: "CancelOccasion"; readonly occasionId: OccasionId; readonly reason: string }
  /** By time, at its planned end. */
  | { readonly type: "EndOccasion"; readonly occasionId: OccasionId };

export type OccasionFact =
  | {
      readonly type: "OccasionMoved";
      readonly occasionId: OccasionId;
      readonly start: Instant;
      readonly end: Instant;
      readonly reason: Text;
    }
  | { readonly type: "OccasionCancelled"; readonly occasionId: OccasionId; readonly reason: Text }
  /** `meant` is the planned end; the bot may have been away then (decisions.md §9.1). */
  | { readonly type: "OccasionEnded"; readonly occasionId: OccasionId; readonly meant: Instant };

type Stamped<F> = F extends unknown ? F & { readonly by: PersonId; readonly at: Instant } : never;

/** The occasions after the fact. Never throws. */
export function evolveOccasions(occasions: Occasions, event: Stamped<OccasionFact>): Occasions {
  const occasion = occasions[event.occasionId];
  if (!occasion) return occasions;
  return { ...occasions, [occasion.id]: changed(occasion, event) };
}

function changed(occasion: Occasion, event: Stamped<OccasionFact>): Occasion {
  switch (event.type) {
    case "OccasionMoved": {
      const { endedAt: _ended, ...rest } = occasion;
      const { start, end, reason } = event;
      return { ...rest, start, end, reason, moves: occasion.moves + 1 };
    }
    case "OccasionCancelled":
      return { ...occasion, status: "cancelled", reason: event.reason, cancelledAt: event.at };
    case "OccasionEnded":
      return { ...occasion, endedAt: event.meant };
  }
}

/** How long an occasion is taken to be when nobody has said when it ends. */
const USUAL_HOURS = 2;

/** When an occasion ends that has no end of its own. */
export function usualEnd(start: Instant): Instant {
  return hoursAfter(start, USUAL_HOURS);
}

/** An occasion as its row in the plan says; one that is new gets the next number. */
export function planned(
  occasions: Occasions,
  id: OccasionId,
  {
    start,
    end,
    host,
  }: { readonly start: Instant; readonly end: Instant; readonly host?: PersonId },
): Occasions {
  const number = Math.max(0, ...Object.values(occasions).map((one) => one.number)) + 1;
  const before = occasions[id] ?? { id, number, status: "planned" as const, moves: 0 };
  return { ...occasions, [id]: { ...before, start, end, ...(host === undefined ? {} : { host }) } };
}

/** The plan without a row that was taken away before anybody was invited. */
export function unplanned(occasions: Occasions, id: OccasionId): Occasions {
  const { [id]: _gone, ...rest } = occasions;
  return rest;
}

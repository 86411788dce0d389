import type { Results } from "../../domain/evaluation/results.ts";
import type { RoundId } from "../../domain/evaluation/survey.ts";

/** Rounds whose answers are shown together, with how many each could have had. */
export type ShownRelease = {
  readonly about: "participants" | "secondWave";
  readonly results: Results;
  /** People counted at the occasion; absent where nobody was counted. */
  readonly attendance: { readonly [roundId: RoundId]: number };
};

/** The steering group's own answers, or that none are used. */
export type ShownInternal =
  | { readonly results: Results; readonly invited: number }
  | { readonly joint: true };

/** All that may be shown of the answers of a dialogue at this moment (evaluation.md §5). */
export type ShownResults = {
  readonly releases: readonly ShownRelease[];
  readonly internal?: ShownInternal;
  /** A round is still waited for. */
  readonly waiting: boolean;
};

import { type RoundId, SECOND_WAVE } from "../domain/evaluation/survey.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** "Tillfälle 1", or the round after feedback 2. */
export function roundTitle(view: Pick<View, "state" | "language">, roundId: RoundId): string {
  const { survey, time } = textsOf(view.language);
  if (roundId === SECOND_WAVE) return survey.secondWave;
  return time.occasion.title(view.state.occasions[roundId]?.number ?? 0);
}

import { z } from "zod";

const MATTERS = ["proposal", "feedback-method", "level", "lessons", "other"] as const;
const ANSWERS = ["approve", "return", "refer", "abstain", "recuse"] as const;

/** The shapes the other buttons are made of. */
type Parts = {
  readonly id: z.ZodString;
  readonly count: z.ZodNumber;
};

/** What a button about a position may carry, by verb. */
export function positionShapes({ id, count }: Parts) {
  const about = { dialogueId: id, positionId: id };
  const matter = z.enum(MATTERS);
  const pressed = <Verb extends string, Ids extends z.ZodRawShape>(verb: Verb, ids: Ids) =>
    z.strictObject({
      dl: z.literal(1),
      verb: z.literal(verb),
      // Somebody has been asked about the words and keeps them.
      anyway: z.literal(true).optional(),
      ...ids,
    });
  return [
    // Open a page.
    pressed("openPositions", { dialogueId: id, page: count.optional() }),
    pressed("openPosition", { ...about, page: count.optional() }),
    pressed("openAsk", { dialogueId: id, matter: matter.optional() }),
    pressed("openConsensus", { dialogueId: id, matter: matter.optional() }),
    pressed("openAnswer", { ...about, answer: z.enum(ANSWERS).optional() }),
    pressed("openComments", { ...about, page: count.optional() }),
    pressed("openOral", about),
    pressed("openSubstitute", about),
    pressed("openClosePosition", about),
    pressed("openReopen", about),
    pressed("openOverride", { dialogueId: id }),
    // Act at once.
    pressed("answerPosition", { ...about, answer: z.enum(ANSWERS), revision: count }),
    pressed("confirmOral", { ...about, revision: count }),
    // Inside a dialog only.
    pressed("saveAnswer", { ...about, revision: count }),
    pressed("askPosition", about),
    pressed("recordConsensus", about),
    pressed("commentPosition", { ...about, commentId: id }),
    pressed("logOral", about),
    pressed("callSubstitute", about),
    pressed("closePosition", about),
    pressed("reopenPosition", about),
    pressed("overrideGate", { dialogueId: id }),
  ] as const;
}

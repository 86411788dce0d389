import { z } from "zod";

/** What the buttons of the participants' evaluation carry. */
export function surveyShapes({
  id,
  count,
}: {
  readonly id: z.ZodString;
  readonly count: z.ZodInt;
}) {
  const dialogueId = id;
  const aRound = { dialogueId, roundId: id };
  const pressed = <Verb extends string, Ids extends z.ZodRawShape>(verb: Verb, ids: Ids) =>
    z.strictObject({
      dl: z.literal(1),
      verb: z.literal(verb),
      anyway: z.literal(true).optional(),
      ...ids,
    });
  const papers = { number: count.min(1).max(MOST_PAPERS), of: count.min(1).max(MOST_PAPERS) };
  return [
    pressed("openSurvey", { dialogueId, page: count.optional() }),
    pressed("openRound", aRound),
    pressed("openBackground", { dialogueId }),
    pressed("openPapers", aRound),
    pressed("openPaste", aRound),
    pressed("openThemes", { dialogueId, page: count.optional() }),
    pressed("openTexts", { dialogueId, page: count.optional() }),
    pressed("openTheme", { dialogueId, themeId: id.optional() }),
    pressed("beginPapers", aRound),
    pressed("savePaper", { ...aRound, paperId: id, ...papers, last: z.literal(true).optional() }),
    pressed("pasteAnswers", { ...aRound, pasteId: id }),
    pressed("chooseForm", { ...aRound, form: z.enum(["full", "short"]) }),
    pressed("chooseBackground", { dialogueId }),
    pressed("startSecondWave", { dialogueId }),
    pressed("putTheme", { dialogueId, themeId: id, revision: count }),
    pressed("removeTheme", { dialogueId, themeId: id }),
  ] as const;
}

/** Papers of one batch. */
export const MOST_PAPERS = 200;

import type { Dialogue } from "./dialogue.ts";
import { isBlank, rowsOf } from "./fields.ts";
import { isHeld } from "./occasions.ts";
import { isDone } from "./item-progress.ts";
import { isPurged } from "./purge.ts";
import type { Problem } from "./rejection.ts";
import type { Template } from "./template.ts";

/** What was said and what was decided has been told to the participants (process.md §3 G9). */
export function feedbackProblems(state: Dialogue, template: Template): readonly Problem[] {
  const missing = ["feedback.heard", "feedback.decision"].filter(
    (itemId) => !isDone(state, template, itemId),
  );
  return missing.length > 0 ? [{ code: "E-NO-FEEDBACK", missing }] : [];
}

/** Participants and the group itself have been asked, and something was learnt (process.md §3 G10). */
export function evaluationProblems(state: Dialogue, template: Template): readonly Problem[] {
  const rounds = rowsOf(state.items["eval.participants"]?.values.rounds);
  const open = Object.values(state.occasions)
    .filter((occasion) => occasion.status === "planned" && isHeld(state, occasion))
    .some(
      ({ id }) => !rounds.some(({ values }) => values.eventId === id && !isBlank(values.closedAt)),
    );
  const missing = [
    ...(open || rounds.length === 0 ? ["eval.participants"] : []),
    ...["eval.internal", "eval.meeting", "eval.lessons"].filter(
      (itemId) => !isDone(state, template, itemId),
    ),
  ];
  return missing.length > 0 ? [{ code: "E-NO-EVALUATION", missing }] : [];
}

/** Followed up or declared finished, handed to the archive, and what should not be kept is gone (process.md §3 G11). */
export function exportProblems(state: Dialogue, template: Template): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isDone(state, template, "follow.finish"))
    problems.push({ code: "E-FOLLOWUP-OPEN", missing: ["follow.finish"] });
  const missing = ["follow.export", "follow.purge"].filter(
    (itemId) => !isDone(state, template, itemId) || (itemId === "follow.purge" && !isPurged(state)),
  );
  if (missing.length > 0) problems.push({ code: "E-NOT-EXPORTED", missing });
  return problems;
}

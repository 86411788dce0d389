import type { Dialogue } from "./dialogue.ts";
import { isBlank, rowsOf } from "./fields.ts";
import { isHeld } from "./occasions.ts";
import { finalDecision } from "./permissions.ts";
import { isDone } from "./item-progress.ts";
import type { Problem } from "./rejection.ts";
import type { Template } from "./template.ts";

/** Every tillfälle is held, with an elected official and notes, or cancelled; at least one was held (process.md §3 G6). */
export function occasionProblems(state: Dialogue, template: Template): readonly Problem[] {
  const left = Object.values(state.occasions).filter(({ status }) => status === "planned");
  const unheld = left.filter((occasion) => !isHeld(state, occasion)).map(({ id }) => id);
  const undocumented = left
    .filter((occasion) => isHeld(state, occasion))
    .filter(({ id }) => !isDone(state, template, `event.document.${id}`))
    .map(({ id }) => id);
  const problems: Problem[] = [];
  if (unheld.length > 0 || left.length === 0)
    problems.push({ code: "E-NO-ELECTED-PRESENT", missing: unheld });
  if (undocumented.length > 0)
    problems.push({ code: "E-EVENT-UNDOCUMENTED", missing: undocumented });
  return problems;
}

const REPORT_ITEMS = ["compile.redact", "compile.report", "compile.handover"] as const;

/** The report is fixed without names and lies in the case (process.md §3 G7). */
export function reportProblems(state: Dialogue, template: Template): readonly Problem[] {
  const missing = REPORT_ITEMS.filter((itemId) => !isDone(state, template, itemId));
  return missing.length > 0 ? [{ code: "E-NO-REPORT", missing }] : [];
}

/** The board has decided, and says for every theme how it was used or why not (process.md §3 G8). */
export function decisionProblems(state: Dialogue): readonly Problem[] {
  if (!finalDecision(state)) return [{ code: "E-BOARD-ONLY" }];
  const answers = rowsOf(state.items["final.use"]?.values.themeResponses);
  const missing = rowsOf(state.items["compile.themes"]?.values.themes)
    .map(({ id }) => id)
    .filter(
      (theme) => !answers.some(({ values }) => values.themeId === theme && !isBlank(values.reason)),
    );
  return missing.length > 0 ? [{ code: "E-REASONS-MISSING", missing }] : [];
}

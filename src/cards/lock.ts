import type { Problem } from "../domain/rejection.ts";
import { currentStep } from "../domain/progress.ts";
import { firstClosed } from "../domain/gates.ts";
import { localDateOf } from "../domain/time.ts";
import { type Icon, icon, type Line, line, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { refusalWords } from "./refusal-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

type Lock = {
  readonly style: "warning" | "good";
  readonly icon: Icon;
  readonly title: string;
  readonly lines: readonly Line[];
};

/** The lock on planning: what is missing and who can put it right; once open, that it is. Nothing where neither matters any more. */
export function lockOf(view: View): readonly Lock[] {
  const { state, template, language } = view;
  const { overview } = textsOf(language).views;
  if (state.status !== "draft" && state.status !== "active") return [];
  const closed = firstClosed(state, "planning", template);
  if (closed)
    return [
      {
        style: "warning",
        icon: icon("LockClosed", "🔒"),
        title: overview.lockedTitle,
        lines: problemLines(view, closed.problem),
      },
    ];
  const opened = state.gates.G4a;
  if (opened === undefined || currentStep(state, template).id !== "planning") return [];
  const day = formatsOf(language).shortDate(localDateOf(opened));
  return [
    {
      style: "good",
      icon: icon("LockOpen", "✓"),
      title: overview.openedTitle,
      lines: [line(run(overview.openedSince(day)))],
    },
  ];
}

/** Why, who can put it right, and the code in small print so that it can be quoted. */
export function problemLines(view: View, problem: Problem): readonly Line[] {
  const words = refusalWords(view, problem);
  return [line(run(words.why)), line(strong(words.fix)), line(subtle(words.code))];
}

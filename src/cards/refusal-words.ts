import type { Problem } from "../domain/rejection.ts";
import { namingOf } from "./naming.ts";
import type { Naming, RefusalWords } from "./texts/naming.ts";
import type { Texts } from "./texts/sv.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

/** The words of a refusal with its code, e.g. "Kod: E-NO-BOARD-DECISION" (house rule 11). */
export function refusalWords(
  view: View,
  problem: Problem,
): RefusalWords & { readonly code: string } {
  const draft = problem.code === "E-DECISION-INCOMPLETE" ? problem.draft : undefined;
  return worded(textsOf(view.language), problem, namingOf(view, draft));
}

/** The same where no dialogue is at hand: people are named by their roles alone. */
export function bareRefusalWords(
  language: Language,
  problem: Problem,
): RefusalWords & { readonly code: string } {
  const texts = textsOf(language);
  return worded(texts, problem, {
    who: (...roles) => roles.map((role) => texts.roles[role]).join(", "),
    labels: (names) => names.join(", "),
    items: (ids) => ids.join(", "),
    waitsForChair: false,
  });
}

function worded(texts: Texts, problem: Problem, naming: Naming) {
  // Each code has its own function of its own problem; TypeScript cannot follow that through the table.
  const words = texts.refusals[problem.code] as (one: Problem, naming: Naming) => RefusalWords;
  return { ...words(problem, naming), code: `${texts.code}: ${problem.code}` };
}

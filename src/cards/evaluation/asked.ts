import { QUESTIONNAIRES, type Question } from "../../domain/evaluation/questions.ts";
import type { ItemResult, Results } from "../../domain/evaluation/results.ts";
import type { ChoiceScale } from "../../domain/evaluation/scales.ts";
import type { Language } from "../view.ts";

/** A question of a form with what is shown of its answers. */
export type Asked = {
  readonly words: string;
  readonly scale: ChoiceScale;
  readonly item: ItemResult;
};

/**
 * The questions of the results in the form's order, in words; text answers are no part of them. What is withheld from
 * every question alike is taken out of them, to be said once.
 */
export function askedOnce(language: Language, results: Results) {
  const all = askedIn(language, results);
  const [first, ...others] = all;
  const reasons = (first?.item.withheld ?? []).filter((why) =>
    others.every(({ item }) => item.withheld.includes(why)),
  );
  const asked = all.map((one) => ({
    ...one,
    item: { ...one.item, withheld: one.item.withheld.filter((why) => !reasons.includes(why)) },
  }));
  return { asked, reasons };
}

function askedIn(language: Language, { questionnaire, items }: Results): readonly Asked[] {
  const questions: readonly Question[] = QUESTIONNAIRES[questionnaire];
  return items.flatMap((item): Asked[] => {
    const question = questions.find(({ id }) => id === item.question);
    if (!question || question.scale === "free") return [];
    return [{ words: question.words[language], scale: question.scale, item }];
  });
}

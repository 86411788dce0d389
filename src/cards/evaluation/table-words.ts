import type { ChoiceScale } from "../../domain/evaluation/scales.ts";
import { SCALES } from "../../domain/evaluation/scales.ts";
import type { Median, Table } from "../../domain/evaluation/tables.ts";
import { formatsOf } from "../formats.ts";
import { textsOf } from "../texts/texts.ts";
import type { Language } from "../view.ts";

/** A table as it is said, e.g. "21 av 31 (68 %) instämmer. Median 4. Kvartiler 3 och 5." (evaluation.md §4). */
export function tableWords(language: Language, scale: ChoiceScale, table: Table): string {
  const { results } = textsOf(language);
  if (table.band === "B0") return results.few;
  const { number } = formatsOf(language);
  const sentences = [`${agreeing(language, scale, table)}.`];
  if (table.median !== undefined) sentences.push(results.median(medianWords(table.median)));
  if (table.quartiles) {
    const [first, third] = table.quartiles;
    sentences.push(results.quartiles(number(first), number(third)));
  }
  return sentences.join(" ");
}

function agreeing(
  language: Language,
  scale: ChoiceScale,
  { positive, positivePercent, n }: Exclude<Table, { band: "B0" }>,
): string {
  const { results } = textsOf(language);
  const { number, percent } = formatsOf(language);
  if (positive === "all_or_nearly") return results.nearlyAll[scale];
  if (positive === "few_or_none") return results.fewOrNone[scale];
  const of =
    positivePercent === undefined ? number(n) : `${number(n)} (${percent(positivePercent)})`;
  return results.agree[scale](number(positive), of);
}

/** "4", or "3–4" between two middles. */
export function medianWords(median: Median): string {
  return typeof median === "number" ? String(median) : median.join("–");
}

/** How many have chosen what, in the scale's words; nothing where the distribution is not shown. */
export function distributionWords(language: Language, scale: ChoiceScale, table: Table): string {
  if (table.band === "B0" || !table.counts) return "";
  const { results } = textsOf(language);
  const { number, percent } = formatsOf(language);
  const { counts, percentages } = table;
  return SCALES[scale]
    .filter(({ value }) => value !== null)
    .map(({ label, value }, index) => {
      // Of five steps the number is enough: what each means is said once.
      const choice = scale === "agree5" ? String(value) : label[language];
      const count = number(counts[index] ?? 0);
      const share = percentages?.[index];
      return share === undefined
        ? results.choice(choice, count)
        : results.choicePercent(choice, count, percent(share));
    })
    .join(" · ");
}

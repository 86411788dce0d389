import type { Answers } from "./answers.ts";
import type { QuestionnaireId } from "./questions.ts";
import type { ChoiceScale } from "./scales.ts";
import { type Median, sum, type Table, THRESHOLD, tableOf, type Valid } from "./tables.ts";

/** How one class of the background question has answered an item; no counts, which beside the total would say more. */
export type Group = {
  readonly group: string;
  readonly n: number;
  readonly median: Median;
};

type Answered = { readonly answers: readonly Answers<QuestionnaireId>[] };
type Fields = { readonly [name: string]: Valid | null | undefined };

/**
 * Whether an item may be broken down by a background question: at least twenty answers in all, and five or more in
 * every group that is shown and in the rest (evaluation.md §5.3). Never for the internal form.
 */
export function mayBreakDown(groups: readonly number[]): boolean {
  const total = sum(groups);
  return (
    groups.length > 1 &&
    total >= 4 * THRESHOLD &&
    groups.every((one) => one >= THRESHOLD && total - one >= THRESHOLD)
  );
}

/** The item by class of background, all of them or none; those who did not say count as a class that is not shown. */
export function brokenDown(
  {
    question,
    total,
    withheld,
  }: {
    readonly question: string;
    readonly total?: Table;
    readonly withheld: readonly string[];
  },
  scale: ChoiceScale,
  rounds: readonly Answered[],
): readonly Group[] {
  // Where the total itself is held back or put in words, nothing beside it is shown.
  if (withheld.length > 0 || total?.band !== "B3" || total.counts === undefined) return [];
  const classes = new Map<string, Valid[]>();
  for (const one of rounds.flatMap(({ answers }) => answers)) {
    const { [question]: answer, background } = one as Fields;
    if (answer === null || answer === undefined) continue;
    const group = typeof background === "string" ? background : "";
    classes.set(group, [...(classes.get(group) ?? []), answer]);
  }
  if (!mayBreakDown([...classes.values()].map(({ length }) => length))) return [];
  return [...classes]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([group, answers]): Group[] => {
      const table = tableOf(scale, answers);
      return group === "" || table.band === "B0" || table.median === undefined
        ? []
        : [{ group, n: table.n, median: table.median }];
    });
}

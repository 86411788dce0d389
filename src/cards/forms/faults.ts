import type { FieldFault, Problem } from "../../domain/rejection.ts";
import { formatsOf } from "../formats.ts";
import { textsOf } from "../texts/texts.ts";
import type { Language } from "../view.ts";

/** What was wrong when a form came back: shown beside the field, never lost (decisions.md §5.7). */
export type Told = {
  /** What the person had written, by input id. */
  readonly inputs?: { readonly [inputId: string]: string };
  readonly problems?: readonly Problem[];
  /** Something good to say first, e.g. that the last page was saved. */
  readonly notice?: string;
};

/** Every fault of a field named in the problems. */
export function faultsIn(problems: readonly Problem[] = []): readonly FieldFault[] {
  return problems.flatMap((problem) =>
    problem.code === "E-FIELD" || problem.code === "E-REASON" ? problem.faults : [],
  );
}

/** The faults of one field of an item, or of the row being written, in words. */
export function faultWords(
  language: Language,
  problems: readonly Problem[] | undefined,
  place: { readonly itemId: string; readonly field: string; readonly rowId?: string },
): readonly string[] {
  const { faults } = textsOf(language);
  const { number } = formatsOf(language);
  const own = faultsIn(problems).filter(
    ({ itemId, field, rowId }) =>
      itemId === place.itemId && field === place.field && rowId === place.rowId,
  );
  const words = own.map(({ fault, limit, actual }) =>
    faults[fault]({
      limit: limit === undefined ? "" : number(limit),
      actual: actual === undefined ? "" : number(actual),
    }),
  );
  return [...new Set(words)];
}

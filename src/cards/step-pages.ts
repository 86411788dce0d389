import { itemProgress, itemsIn } from "../domain/item-progress.ts";
import type { Occasion } from "../domain/occasion.ts";
import type { Item, Step } from "../domain/template.ts";
import { neutral } from "./drawable.ts";
import { stepItems } from "./step-items.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Lines of a list on one page. */
export const MOST_ROWS = 10;

/** A heading with what stands under it: items, or the occasions that each have a page of their own. */
export type StepGroup = {
  readonly heading: string;
  readonly items: readonly Item[];
  readonly occasions: readonly Occasion[];
  /** Whether the heading says already which items are optional and which are done. */
  readonly sorted: boolean;
};
export type StepPage = { readonly groups: readonly StepGroup[] };

/**
 * The pages of a step in a dialog, at most ten rows each: by the step's own sections where it has some, otherwise what is
 * left, what may be done and what is done, with a line for every occasion (process.md §4.6). Never none.
 */
export function stepPages(view: View, step: Step): readonly StepPage[] {
  const pages = step.sections ? sectionPages(view, step) : sortedPages(view, step);
  return pages.length > 0 ? pages : [{ groups: [] }];
}

/** The page to come back to from an item that has a place of its own there; the first one for an item that moves when it is done. */
export function pageOfItem(view: View, step: Step, itemId: string): number {
  const at = stepPages(view, step).findIndex(({ groups }) =>
    groups.some(({ sorted, items }) => !sorted && items.some(({ id }) => id === itemId)),
  );
  return Math.max(0, at);
}

/** The occasions the step has items for, in their order; those cancelled need nothing more. */
export function occasionsOf({ state }: View, step: Step): readonly Occasion[] {
  if (step.items.every(({ each }) => each !== "occasion")) return [];
  return Object.values(state.occasions)
    .filter(({ status }) => status === "planned")
    .toSorted((a, b) => a.number - b.number);
}

/** What is done for one occasion. */
export function itemsOf({ state }: View, step: Step, occasion: Occasion): readonly Item[] {
  return itemsIn(state, step).filter(
    ({ id, each }) => each === "occasion" && id.endsWith(`.${occasion.id}`),
  );
}

/** Sections are kept together where they fit. */
function sectionPages(view: View, step: Step): readonly StepPage[] {
  const { left, optional, done } = stepItems(view, step);
  const shown = new Set([...left, ...optional, ...done].map(({ id }) => id));
  const named = new Set((step.sections ?? []).flatMap(({ items }) => items));
  const others = step.items.filter(({ id }) => !named.has(id));
  const groups = [
    ...(step.sections ?? []).map(({ title, items }) => ({
      heading: neutral(title[view.language]),
      items: step.items.filter(({ id }) => items.includes(id)),
    })),
    { heading: textsOf(view.language).views.step.itemsLeft, items: others },
  ].flatMap(({ heading, items }) => {
    const kept = items.filter(({ id }) => shown.has(id));
    return slices(kept, MOST_ROWS).map((slice) => ({
      heading,
      items: slice,
      occasions: [],
      sorted: false,
    }));
  });
  const pages: StepGroup[][] = [];
  for (const one of groups) {
    const current = pages.at(-1);
    const rows = (current ?? []).reduce((sum, { items }) => sum + items.length, 0);
    if (current && rows + one.items.length <= MOST_ROWS) current.push(one);
    else pages.push([one]);
  }
  return pages.map((page) => ({ groups: page }));
}

/** What is left, optional and done, ten rows at a time, and the occasions to choose from. */
function sortedPages(view: View, step: Step): readonly StepPage[] {
  const { left, optional, done } = stepItems(view, step);
  const { views, plan } = textsOf(view.language);
  const all = [
    ...left.map((item) => ({ item, heading: views.step.itemsLeft })),
    ...occasionsOf(view, step).map((occasion) => ({ occasion, heading: plan.occasions })),
    ...optional.map((item) => ({ item, heading: views.step.optionalLeft })),
    ...done.map((item) => ({ item, heading: views.step.itemsDone })),
  ];
  return slices(all, MOST_ROWS).map((slice) => {
    const headings = [...new Set(slice.map(({ heading }) => heading))];
    const groups = headings.map((heading): StepGroup => {
      const own = slice.filter((one) => one.heading === heading);
      return {
        heading,
        items: own.flatMap((one) => ("item" in one ? [one.item] : [])),
        occasions: own.flatMap((one) => ("occasion" in one ? [one.occasion] : [])),
        sorted: true,
      };
    });
    return { groups };
  });
}

function slices<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / most);
  return Array.from({ length: count }, (_, index) => all.slice(index * most, (index + 1) * most));
}

/** How many of an occasion's compulsory items are done. */
export function occasionProgress(view: View, step: Step, occasion: Occasion) {
  const must = itemsOf(view, step, occasion).filter(({ strength }) => strength === "M");
  const open = must.filter((item) => itemProgress(view.state, item) !== "done");
  return { total: must.length, done: must.length - open.length, next: open[0] };
}

import type { ActionArray, IAdaptiveCard, ISubmitAction } from "@microsoft/teams.cards";
import { type Action, openButton, submitButton } from "./actions.ts";
import { insideDialog } from "./inside-dialog.ts";
import {
  type BannerData,
  badge,
  header,
  type Line,
  line,
  type RowData,
  run,
  strong,
  subtle,
} from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { compileCard } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { Language, Place } from "./view.ts";

const draw = compileCard("list", layout);

/** Rows on one card; more are on the next page of the dialog (reliability.md F52). */
const MOST_ROWS = 10;
const MOST_ACTIONS = 6;

/** A row under a heading; rows in a row under the same heading share it. */
export type ListRow = { readonly heading: string; readonly row: RowData };
export type ListParts = {
  readonly language: Language;
  readonly place: Place;
  /** Neutralised; the product's name when absent. */
  readonly kicker?: string;
  readonly title: string;
  readonly rows: readonly ListRow[];
  readonly page: number;
  readonly banners?: readonly BannerData[];
  /** What stands there when there is nothing, and what helps then. */
  readonly none: readonly [string, string];
  readonly more: (page: number) => Action;
  readonly actions: ActionArray;
};

/** A list of any length, ten rows at a time under their headings, and a designed nothing. */
export function listCard(parts: ListParts): IAdaptiveCard {
  const { language, place, title, rows, page, banners = [] } = parts;
  const most = MOST_ROWS;
  const { cards, views } = textsOf(language);
  const pages = Math.max(1, Math.ceil(rows.length / most));
  const number = Math.min(page, pages - 1);
  const slice = rows.slice(number * most, (number + 1) * most);
  const empty = rows.length === 0;
  const shown = views.step.shown(number * most + 1, number * most + slice.length, rows.length);
  return draw({
    lang: language,
    fallbackText: empty ? `${title}: ${parts.none[0]}` : title,
    header: header(
      parts.kicker ?? cards.product,
      title,
      empty ? undefined : badge(formatsOf(language).number(rows.length)),
    ),
    banners,
    lines: linesFor(empty, parts),
    sections: sectionsOf(slice, place),
    notes: pages > 1 ? [line(subtle(shown))] : [],
    actions: [...paging(parts, number, pages), ...parts.actions].slice(0, MOST_ACTIONS),
  });
}

function paging({ language, place, more }: ListParts, number: number, pages: number) {
  const { buttons } = textsOf(language).cards;
  const button = place === "dialog" ? submitButton : openButton;
  const next: ISubmitAction[] = number + 1 < pages ? [button(buttons.next, more(number + 1))] : [];
  return number > 0 ? [...next, button(buttons.previous, more(number - 1))] : next;
}

function sectionsOf(rows: readonly ListRow[], place: Place) {
  const sections: { heading: string; rows: RowData[] }[] = [];
  for (const { heading, row } of rows) {
    const shown = place === "dialog" ? insideDialog(row) : row;
    const last = sections.at(-1);
    if (last?.heading === heading) last.rows.push(shown);
    else sections.push({ heading, rows: [shown] });
  }
  return sections;
}

function linesFor(empty: boolean, { none }: Pick<ListParts, "none">): readonly Line[] {
  return empty ? [line(strong(none[0])), line(run(none[1], { isSubtle: true }))] : [];
}

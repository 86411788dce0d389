import type {
  CardElementArray,
  IAdaptiveCard,
  IContainer,
  ISubmitAction,
} from "@microsoft/teams.cards";
import { matterOfDraft } from "../../domain/decision-matters.ts";
import { rowFields, rowsOf } from "../../domain/fields.ts";
import type { Field, Item, Step } from "../../domain/template.ts";
import type { Row } from "../../domain/value.ts";
import { type Action, submitButton } from "../actions.ts";
import { neutral, oneLine, shortened } from "../drawable.ts";
import { type Run, run, strong, subtle } from "../elements.ts";
import { inputId, ROW } from "../input-ids.ts";
import { historyButtons } from "../more-rows.ts";
import { itemTitle, shortTitle, stepTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import { itemBanners } from "../plan-banners.ts";
import { plainWords, rowWords } from "../values.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { fieldInputs } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { mapKeys } from "./map-keys.ts";
import { type RowsPage, SUMMARY_PAGE, valuesOf } from "./pages.ts";
import { WHOLE } from "./prefill.ts";
import { fixButtons } from "./read-only.ts";
import { isQuick } from "./row-form.ts";
import { themeAnswers } from "./theme-answers.ts";

/** Ten rows at a time; more are on the next page. */
export const ROWS_ON_PAGE = 10;
const MOST_ROW_WORDS = 300;

export type RowsPlace = {
  readonly page: RowsPage;
  readonly step: Step;
  readonly number: number;
  readonly of: number;
  /** Which ten rows. */
  readonly rows: number;
  /** The id of a row that is added here. */
  readonly newId: string;
};

/** The rows of a list or map with Lägg till · Ändra · Ta bort · Klar; a list of plain texts takes the next one right there. */
export function rowsPage(view: View, place: RowsPlace, told: Told = {}): IAdaptiveCard {
  const { item, field } = place.page;
  const { forms } = textsOf(view.language);
  const shown = shownRows(view, item, field);
  const first =
    Math.min(place.rows, Math.max(0, Math.ceil(shown.length / ROWS_ON_PAGE) - 1)) * ROWS_ON_PAGE;
  const slice = shown.slice(first, first + ROWS_ON_PAGE);
  const full = field.max !== undefined && shown.length >= field.max;
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${stepTitle(view, place.step)}`,
    title: neutral(itemTitle(view, item)),
    ...(place.of > 1 ? { mark: forms.page(place.number + 1, place.of) } : {}),
    told,
    banners: itemBanners(view, item.id),
    fields: [
      { type: "RichTextBlock", inlines: [strong(oneLine(field.label[view.language]))] },
      ...hints(view, field, full),
      ...(slice.length === 0
        ? [{ type: "RichTextBlock" as const, inlines: [run(forms.rows.none, { isSubtle: true })] }]
        : slice.map((one, index) => rowBlock(view, place, one, first + index))),
      ...(full || field.map ? [] : quickInput(view, field, place, told)),
    ],
    notes: isQuick(field) ? [forms.privacy] : [],
    actions: actionsOf(view, place, { total: shown.length, first, full }),
  });
}

type ShownRow = {
  readonly id: string;
  readonly title: string | undefined;
  readonly row: Row | undefined;
};

/** A list's rows as they are; a map's rows are given by its keys, filled in or not. */
function shownRows(view: View, item: Item, field: Field): readonly ShownRow[] {
  const rows = rowsOf(valuesOf(view, item)[field.name]);
  const answers = themeAnswers(view, item.id, field);
  if (answers) return answers;
  if (!field.map) return rows.map((row) => ({ id: row.id, title: undefined, row }));
  return mapKeys(view, field.map).map(({ key, title }) => ({
    id: key,
    title,
    row: rows.find(({ id }) => id === key),
  }));
}

function rowBlock(view: View, place: RowsPlace, shown: ShownRow, index: number): IContainer {
  const { item, field } = place.page;
  const { forms, cards } = textsOf(view.language);
  const at = { dialogueId: view.state.id, itemId: item.id, field: field.name, rowId: shown.id };
  const { title, rest } = readRow(view, field, shown);
  const empty = [run(cards.notFilledIn, { isSubtle: true })];
  const buttons: ISubmitAction[] = [
    submitButton(forms.editNumbered(index + 1), { verb: "openRow", ...at, back: place.number }),
    ...(field.map || !shown.row
      ? []
      : [
          submitButton(forms.removeNumbered(index + 1), {
            verb: "removeRow",
            ...at,
            back: place.number,
          }),
        ]),
  ];
  return {
    type: "Container",
    separator: index % ROWS_ON_PAGE > 0,
    spacing: "Small",
    items: [
      {
        type: "RichTextBlock",
        inlines: [
          ...(shown.title === undefined ? [subtle(`${index + 1}. `)] : []),
          ...(title.length > 0 ? title : empty),
        ],
      },
      ...(rest.length > 0 || shown.title !== undefined
        ? [
            {
              type: "RichTextBlock" as const,
              spacing: "None" as const,
              inlines: rest.length > 0 ? [...rest] : empty,
            },
          ]
        : []),
      { type: "ActionSet", spacing: "Small", actions: buttons },
    ],
  };
}

/** A row as it is read: what it is called, and under it the rest, each by its label. A row of one value is all title. */
function readRow(
  view: View,
  field: Field,
  shown: ShownRow,
): { readonly title: readonly Run[]; readonly rest: readonly Run[] } {
  const { row, title } = shown;
  const cells = rowFields(field);
  const plain = shortened(wordsOf(view, field, shown), MOST_ROW_WORDS);
  if (title !== undefined && (!row || field.map))
    return { title: [strong(title)], rest: plain === "" ? [] : [run(plain)] };
  if (!row || cells.length === 1) return { title: plain === "" ? [] : [run(plain)], rest: [] };
  const said = cells.map((cell) => [cell, plainWords(view, cell, row.values[cell.name])] as const);
  const first = title ?? said[0]?.[1] ?? "";
  const others = said
    .slice(1)
    .filter(([, words]) => words !== "")
    .map(([{ label }, words]) => `${label[view.language]}: ${words}`);
  return {
    title: first === "" ? [] : [strong(shortened(first, MOST_ROW_WORDS))],
    rest: others.length === 0 ? [] : [subtle(shortened(others.join(" · "), MOST_ROW_WORDS))],
  };
}

/** What the row says, or for a map what is suggested until somebody has said it. */
function wordsOf(view: View, field: Field, { id, row }: ShownRow): string {
  if (row) return rowWords(view, field, row);
  const suggested = field.prefill?.[id];
  if (!suggested) return "";
  const words = rowWords(view, field, { id, revision: 0, values: suggested });
  return textsOf(view.language).forms.rows.suggested(words);
}

function hints(view: View, field: Field, full: boolean): CardElementArray {
  const { forms } = textsOf(view.language);
  const said = [
    ...(field.hint ? [field.hint[view.language]] : []),
    ...(field.min !== undefined && !field.map ? [forms.rows.least(field.min)] : []),
    ...(field.max === undefined ? [] : [forms.rows.most(field.max)]),
    ...(full && !field.map ? [forms.rows.full] : []),
  ];
  return said.map((hint) => ({ type: "RichTextBlock", spacing: "None", inlines: [subtle(hint)] }));
}

function quickInput(view: View, field: Field, place: RowsPlace, told: Told): CardElementArray {
  const [cell] = rowFields(field);
  if (!isQuick(field) || !cell) return [];
  const { forms } = textsOf(view.language);
  return fieldInputs(view, {
    field: cell,
    place: ROW,
    label: forms.rows.newRow,
    required: false,
    parts: { [WHOLE]: told.inputs?.[inputId(ROW, cell.name)] ?? "" },
    hints: [],
    faults: faultWords(view.language, told.problems, {
      itemId: place.page.item.id,
      field: cell.name,
      rowId: place.newId,
    }),
  });
}

function actionsOf(
  view: View,
  place: RowsPlace,
  {
    total,
    first,
    full,
  }: { readonly total: number; readonly first: number; readonly full: boolean },
): ISubmitAction[] {
  const { forms, cards } = textsOf(view.language);
  const { item, field } = place.page;
  const dialogueId = view.state.id;
  const at = { dialogueId, itemId: item.id, field: field.name, rowId: place.newId };
  const show = (row: number): Action => ({
    verb: "openItem",
    dialogueId,
    itemId: item.id,
    page: place.number,
    row,
  });
  const save = (after: "rows" | "done"): Action => ({
    verb: "putRow",
    ...at,
    revision: 0,
    asked: [inputId(ROW, "value")],
    after,
    back: place.number,
  });
  // A quick row that is typed but not added must not be lost by Klar.
  const done = isQuick(field) && !full ? save("done") : doneAction(view, place.page, place);
  const enough = total >= (field.min ?? 0);
  const add = isQuick(field)
    ? submitButton(forms.add, save("rows"), { main: !enough })
    : submitButton(forms.add, { verb: "openRow", ...at, back: place.number }, { main: !enough });
  const closing = submitButton(forms.done, done, { main: enough || full });
  const pageOf = first / ROWS_ON_PAGE;
  return [
    ...(full || field.map ? [closing] : enough ? [closing, add] : [add, closing]),
    ...fixButtons(view, item, place.step),
    ...(first > 0 ? [submitButton(cards.buttons.previous, show(pageOf - 1))] : []),
    ...(first + ROWS_ON_PAGE < total ? [submitButton(cards.buttons.next, show(pageOf + 1))] : []),
    ...historyButtons(view, item),
  ];
}

/** Klar goes on to the item's next page, after the last to the step; what a decision is made of goes back to its summary. */
export function doneAction(
  view: View,
  { item }: Pick<RowsPage, "item">,
  { step, number, of }: Pick<RowsPlace, "step" | "number" | "of">,
): Action {
  const dialogueId = view.state.id;
  const matter = matterOfDraft(item.id);
  if (matter !== undefined && number + 1 >= of) return { verb: "openMatter", dialogueId, matter };
  if (matter === undefined && step.id === "decide-dialogue")
    return { verb: "openRegister", dialogueId, page: SUMMARY_PAGE };
  return number + 1 < of
    ? { verb: "openItem", dialogueId, itemId: item.id, page: number + 1 }
    : { verb: "openStep", dialogueId, stepId: step.id };
}

import type { Dialogue } from "../../domain/dialogue.ts";
import { rowsOf } from "../../domain/fields.ts";
import type { Field } from "../../domain/template.ts";
import type { Row, Values } from "../../domain/value.ts";
import { themeName } from "../plan-names.ts";
import type { View } from "../view.ts";

/** The row that answers a theme before anybody has written it. */
const ANSWER = "answer-";

function isAnswers(itemId: string, field: string): boolean {
  return itemId === "final.use" && field === "themeResponses";
}

/**
 * The answers to the themes as a list that is given by the themes: one row each, written or not, so that nobody has to
 * choose the theme (process.md §4.8). Undefined for any other list.
 */
export function themeAnswers(
  view: View,
  itemId: string,
  { name }: Pick<Field, "name">,
):
  | readonly { readonly id: string; readonly title: string; readonly row: Row | undefined }[]
  | undefined {
  if (!isAnswers(itemId, name)) return undefined;
  const themes = themesOf(view.state);
  const answers = rowsOf(view.state.items[itemId]?.values[name]);
  const others = answers.filter(({ values }) => !themes.some(({ id }) => id === values.themeId));
  return [
    ...themes.map(({ id }) => {
      const row = answers.find(({ values }) => values.themeId === id);
      return { id: row?.id ?? `${ANSWER}${id}`, title: themeName(view, id), row };
    }),
    ...others.map((row) => ({ id: row.id, title: "", row })),
  ];
}

/** What such a row holds from the start: the theme it answers. */
export function answerPrefill(
  state: Dialogue,
  itemId: string,
  name: string,
): { readonly [rowId: string]: Values } {
  if (!isAnswers(itemId, name)) return {};
  return Object.fromEntries(themesOf(state).map(({ id }) => [`${ANSWER}${id}`, { themeId: id }]));
}

/** The theme an unwritten row answers, in words. */
export function answeredTheme(view: View, rowId: string): string {
  return rowId.startsWith(ANSWER) ? themeName(view, rowId.slice(ANSWER.length)) : "";
}

function themesOf(state: Dialogue): readonly Row[] {
  return rowsOf(state.items["compile.themes"]?.values.themes);
}

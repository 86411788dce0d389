import { rowsOf } from "../domain/fields.ts";
import { isText, wordsOf } from "../domain/text.ts";
import { localDateOf } from "../domain/time.ts";
import { oneLine, shortened } from "./drawable.ts";
import { formatsOf } from "./formats.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const MOST_GROUP_WORDS = 80;

/** What a target group is called; for runs and sentences, never for a card in the channel while the plan is in work. */
export function groupName(
  { state, language }: Pick<View, "state" | "language">,
  groupId: string,
): string {
  return rowTitle({ state, language }, ["plan.target-map", "groups", "name"], groupId);
}

/** What a theme is called. */
export function themeName(
  { state, language }: Pick<View, "state" | "language">,
  themeId: string,
): string {
  return rowTitle({ state, language }, ["compile.themes", "themes", "title"], themeId);
}

function rowTitle(
  { state, language }: Pick<View, "state" | "language">,
  [item, field, cell]: readonly [string, string, string],
  rowId: string,
): string {
  const row = rowsOf(state.items[item]?.values[field]).find(({ id }) => id === rowId);
  const words = row?.values[cell];
  return isText(words) ? shortened(oneLine(wordsOf(words, language)), MOST_GROUP_WORDS) : "";
}

/** "E1 · onsdag 12 maj 2027" */
export function occasionName(
  { state, language }: Pick<View, "state" | "language">,
  occasionId: string,
): string {
  const occasion = state.occasions[occasionId];
  if (!occasion) return occasionId;
  const when = formatsOf(language).date(localDateOf(occasion.start));
  return textsOf(language).plan.occasion(occasion.number, when);
}

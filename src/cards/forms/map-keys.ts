import { rowsOf } from "../../domain/fields.ts";
import { type Field, findItem } from "../../domain/template.ts";
import type { Row } from "../../domain/value.ts";
import { neutral } from "../drawable.ts";
import { stepTitle } from "../naming.ts";
import { occasionName } from "../plan-names.ts";
import type { View } from "../view.ts";
import { rowName } from "./choices.ts";

/** The item and field whose rows are the keys of a map. */
const KEPT_IN = {
  occasion: { item: "plan.events", field: "events" },
  group: { item: "plan.target-map", field: "groups" },
} as const;

/** The fixed rows of a map with their names: steps 4–11, or the occasions or target groups there are (decisions.md §5.4, §5.5). */
export function mapKeys(
  view: View,
  map: NonNullable<Field["map"]>,
): readonly { readonly key: string; readonly title: string }[] {
  if (map === "step")
    return view.template.steps
      .filter(({ order }) => order >= 4)
      .toSorted((a, b) => a.order - b.order)
      .map((step) => ({ key: step.id, title: stepTitle(view, step) }));
  const { item, field: name } = KEPT_IN[map];
  const field = findItem(view.template, item)?.item.fields.find((one) => one.name === name);
  const rows = rowsOf(view.state.items[item]?.values[name]);
  return rows.map((row) => ({
    key: row.id,
    title: titleOf(view, field, row),
  }));
}

function titleOf(view: View, field: Field | undefined, row: Row): string {
  if (view.state.occasions[row.id]) return occasionName(view, row.id);
  return field ? rowName(view, field, row) : neutral(row.id);
}

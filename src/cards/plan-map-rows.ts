import { rowsOf } from "../domain/fields.ts";
import { findItem } from "../domain/template.ts";
import { line, type RowData, row, strong, subtle } from "./elements.ts";
import { mapKeys } from "./forms/map-keys.ts";
import { textsOf } from "./texts/texts.ts";
import { plainWords } from "./values.ts";
import type { View } from "./view.ts";

/** What maps of an item say about one key, each value by its field's label. */
function saidOf(view: View, itemId: string, names: readonly string[], key: string) {
  const fields = findItem(view.template, itemId)?.item.fields ?? [];
  return names.flatMap((name) => {
    const field = fields.find((one) => one.name === name);
    const kept = rowsOf(view.state.items[itemId]?.values[name]).find(({ id }) => id === key);
    const words = field && kept ? plainWords(view, field, kept.values.value) : "";
    return field && words !== "" ? [`${field.label[view.language]}: ${words}`] : [];
  });
}

/** How each occasion is documented and by whom. */
export function documentationRows(view: View): readonly RowData[] {
  return mapKeys(view, "occasion").flatMap(({ key, title }) => {
    const said = saidOf(view, "plan.documentation", ["docMethod", "noteTaker"], key);
    return said.length === 0
      ? []
      : [row({ runs: [strong(title)], lines: said.map((one) => line(subtle(one))) })];
  });
}

/** The steps where time or skills do not suffice; one line when they do everywhere. */
export function competenceRows(view: View): readonly RowData[] {
  const rows = rowsOf(view.state.items["plan.resources"]?.values.competence);
  if (rows.length === 0) return [];
  const { planPages } = textsOf(view.language);
  const gaps = rows.filter(({ values }) => values.value === "gap").map(({ id }) => id);
  if (gaps.length === 0) return [row({ runs: [strong(planPages.enough)] })];
  const titles = mapKeys(view, "step").filter(({ key }) => gaps.includes(key));
  return titles.map(({ title }) =>
    row({ runs: [strong(title)], lines: [line(subtle(planPages.notEnough))] }),
  );
}

import { rowsOf } from "../domain/fields.ts";
import { type TargetGroup, targetGroups } from "../domain/target-groups.ts";
import { type Field, findItem } from "../domain/template.ts";
import type { Row, Value, Values } from "../domain/value.ts";
import { shortened } from "./drawable.ts";
import { badge, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { mapKeys } from "./forms/map-keys.ts";
import { formatsOf } from "./formats.ts";
import { groupName, occasionName } from "./plan-names.ts";
import { textsOf } from "./texts/texts.ts";
import { plainWords } from "./values.ts";
import type { View } from "./view.ts";

/** A list of the plan with a way to say each cell of a row in words. */
function listOf(view: View, itemId: string, name: string) {
  const field = findItem(view.template, itemId)?.item.fields.find((one) => one.name === name);
  return {
    field,
    rows: rowsOf(view.state.items[itemId]?.values[name]),
    said: (values: Values, cell: string): string => saidIn(view, field, cell, values[cell]),
  };
}

function saidIn(
  view: View,
  field: Field | undefined,
  cell: string,
  value: Value | undefined,
): string {
  const column = field?.fields?.find(({ name }) => name === cell);
  return column ? plainWords(view, column, value) : "";
}

/** The questions the participants are asked, by number. */
export function questionRows(view: View, mostWords: number): readonly RowData[] {
  const { field, rows } = listOf(view, "plan.questions", "questions");
  return rows.map(({ values }, index) =>
    row({
      runs: [
        strong(`${index + 1}. `),
        run(field ? shortened(plainWords(view, field, values.value), mostWords) : ""),
      ],
    }),
  );
}

/** The groups, the most affected and least heard first, with what they get of the effort. */
export function groupRows(view: View, mostWords: number): readonly RowData[] {
  const { map } = textsOf(view.language).planPages;
  const { percent } = formatsOf(view.language);
  const byNeed = (a: TargetGroup, b: TargetGroup) => b.score - a.score;
  return targetGroups(view.state)
    .toSorted(byNeed)
    .map((group) =>
      row({
        runs: [strong(shortened(groupName(view, group.id), mostWords))],
        lines: [
          line(
            subtle(
              map.scale(map.affected[group.affected - 1] ?? "", map.heard[group.heard - 1] ?? ""),
            ),
            subtle(` · ${group.priority}`),
          ),
        ],
        side: percent(group.share),
      }),
    );
}

/** When, where, how and with whom each occasion is held. */
export function occasionRows(view: View, mostWords: number): readonly RowData[] {
  const { planPages, plan } = textsOf(view.language);
  const formats = formatsOf(view.language);
  const { rows, said } = listOf(view, "plan.events", "events");
  const told = (id: string): Values => rows.find((one) => one.id === id)?.values ?? {};
  return Object.values(view.state.occasions)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, start, end, status }) => {
      const values = told(id);
      const { host, facilitator } = planPages;
      const until = end > start ? `–${formats.time(end).replace(/^\D+/u, "")}` : "";
      const about = [
        said(values, "place"),
        said(values, "form"),
        labelled(host, said(values, "hostElected")),
        labelled(facilitator, said(values, "facilitator")),
        said(values, "capacity"),
        said(values, "cost"),
      ].filter((one) => one !== "");
      return row({
        runs: [strong(`${occasionName(view, id)} ${formats.time(start)}${until}`)],
        lines: about.length > 0 ? [line(run(shortened(about.join(" · "), 2 * mostWords)))] : [],
        ...(status === "cancelled" ? { badge: badge(plan.cancelled, "Subtle") } : {}),
      });
    });
}

/** The messages by day: what is said, why, where, to whom and by whom. Those without a day come last. */
export function messageRows(view: View, mostWords: number): readonly RowData[] {
  const { rows, said } = listOf(view, "plan.communication", "commItems");
  const formats = formatsOf(view.language);
  const { planPages } = textsOf(view.language);
  const dayOf = ({ values }: Row) =>
    typeof values.plannedDate === "string" ? values.plannedDate : "9999";
  return rows
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
    .map((one) => {
      const { values } = one;
      const about = [
        said(values, "purpose"),
        said(values, "channel"),
        toGroups(view, values),
        labelled(planPages.sender, said(values, "sender")),
        labelled(planPages.responsible, said(values, "responsible")),
      ].filter((words) => words !== "");
      const sent = typeof values.sentDate === "string" ? values.sentDate : undefined;
      const planned = typeof values.plannedDate === "string" ? formats.day(values.plannedDate) : "";
      return row({
        runs: [strong(shortened(said(values, "message"), mostWords))],
        lines: [line(subtle(shortened(about.join(" · "), 2 * mostWords)))],
        ...(sent === undefined
          ? { side: planned || planPages.noDate }
          : { badge: badge(planPages.sent(formats.day(sent)), "Good") }),
      });
    });
}

function toGroups(view: View, { groups }: Values): string {
  const { planPages } = textsOf(view.language);
  const named = Array.isArray(groups) ? (groups as readonly string[]) : [];
  if (named.length === 0) return planPages.forAll;
  return planPages.forGroups(
    formatsOf(view.language).and(named.map((groupId) => groupName(view, groupId))),
  );
}

/** Who answers for each step, does the work, is asked and is told; as suggested until somebody has changed it. */
export function matrixRows(view: View, mostWords: number): readonly RowData[] {
  const { field, rows, said } = listOf(view, "plan.responsibility", "matrix");
  if (!field?.map) return [];
  return mapKeys(view, field.map).map(({ key, title }) => {
    const values = rows.find(({ id }) => id === key)?.values ?? field.prefill?.[key] ?? {};
    const lines = (field.fields ?? []).flatMap(({ name, label }) => {
      const words = said(values, name);
      return words === ""
        ? []
        : [
            line(
              subtle(`${label[view.language]}: `),
              run(shortened(words, mostWords), { size: "Small" }),
            ),
          ];
    });
    return row({ runs: [strong(title)], lines });
  });
}

function labelled(words: (who: string) => string, who: string): string {
  return who === "" ? "" : words(who);
}

import { isMissing } from "../domain/fields.ts";
import { itemProgress } from "../domain/item-progress.ts";
import { levelOf } from "../domain/ladder.ts";
import { writersOf } from "../domain/permissions.ts";
import { plannedLevel } from "../domain/plan-warnings.ts";
import { type Field, findItem } from "../domain/template.ts";
import type { Value } from "../domain/value.ts";
import { type FactData, fact, type Line, line, type RowData, run, subtle } from "./elements.ts";
import { namingOf, whoHas } from "./naming.ts";
import { competenceRows, documentationRows } from "./plan-map-rows.ts";
import { groupRows, matrixRows, messageRows, occasionRows, questionRows } from "./plan-rows.ts";
import { textsOf } from "./texts/texts.ts";
import { plainWords, valueLines } from "./values.ts";
import type { View } from "./view.ts";

/** A part of the plan as it is read: a heading, rows or facts, and what is still missing with who puts it right. */
export type PlanSection = {
  readonly heading: string;
  readonly rows: readonly RowData[];
  readonly facts: readonly FactData[];
  readonly notes: readonly Line[];
};
type Part = {
  readonly heading: keyof ReturnType<typeof headings>;
  readonly items: readonly string[];
  readonly rows?: (view: View, mostWords: number) => readonly RowData[];
  readonly facts?: (view: View, mostWords: number) => readonly FactData[];
};

/** The plan in the order it is read, whole; what has no words yet says so. */
export function planSections(view: View, mostWords: number): readonly PlanSection[] {
  return PARTS.map(({ heading, items, rows, facts }): PlanSection => {
    const drawn = rows?.(view, mostWords) ?? [];
    const told = facts?.(view, mostWords) ?? [];
    const missing = items.flatMap((itemId) => missingLines(view, itemId));
    const empty =
      drawn.length + told.length + missing.length === 0
        ? [line(subtle(textsOf(view.language).planPages.nothing))]
        : [];
    return {
      heading: headings(view)[heading],
      rows: drawn,
      facts: told,
      notes: [...empty, ...missing],
    };
  });
}

function headings({ language }: View) {
  return textsOf(language).planPages.headings;
}

const PARTS: readonly Part[] = [
  { heading: "questions", items: ["plan.questions"], rows: questionRows },
  { heading: "level", items: ["plan.level", "plan.method"], facts: levelFacts },
  { heading: "influence", items: [], facts: influenceFacts },
  {
    heading: "groups",
    items: ["plan.target-map", "plan.target-priority", "plan.outreach"],
    rows: groupRows,
  },
  { heading: "occasions", items: ["plan.events"], rows: occasionRows },
  {
    heading: "feedback",
    items: ["plan.feedback-method", "plan.feedback-promise"],
    facts: (view, most) => [
      ...kept("plan.feedback-promise")(view, most),
      ...kept("plan.feedback-method")(view, most),
    ],
  },
  {
    heading: "communication",
    items: ["plan.communication"],
    rows: messageRows,
    facts: kept("plan.communication", ["planDoc"]),
  },
  {
    heading: "documentation",
    items: ["plan.documentation"],
    rows: documentationRows,
    facts: kept("plan.documentation", [
      "storage",
      "noNames",
      "registerRule",
      "contactList",
      "noContactChannel",
      "feedbackRounds",
    ]),
  },
  { heading: "evaluation", items: ["plan.evaluation"], facts: kept("plan.evaluation") },
  { heading: "responsibility", items: ["plan.responsibility"], rows: matrixRows },
  {
    heading: "resources",
    items: ["plan.resources"],
    rows: competenceRows,
    facts: kept("plan.resources", ["gapMeasure", "plannedCostSek"]),
  },
  { heading: "accessibility", items: ["plan.accessibility"], facts: kept("plan.accessibility") },
  { heading: "privacy", items: ["plan.privacy"], facts: kept("plan.privacy") },
  { heading: "children", items: ["plan.children"], facts: kept("plan.children") },
  { heading: "safety", items: [], facts: kept("plan.safety") },
  { heading: "proposal", items: ["plan.proposal"], facts: kept("plan.proposal") },
];

/** What an item's fields hold, by their labels; fields that hold nothing are left to what is missing. */
function kept(itemId: string, only?: readonly string[]) {
  return (view: View, mostWords: number): readonly FactData[] => {
    const fields = findItem(view.template, itemId)?.item.fields ?? [];
    const values = view.state.items[itemId]?.values ?? {};
    return fields
      .filter(({ name }) => only === undefined || only.includes(name))
      .flatMap((field): FactData[] => {
        const lines = linesOf(view, field, values[field.name] ?? field.constant, mostWords);
        return lines.length === 0 ? [] : [{ label: field.label[view.language], lines }];
      });
  };
}

/** Several choices are read one under the other. */
function linesOf(view: View, field: Field, value: Value | undefined, mostWords: number) {
  if (field.type !== "enum" || !Array.isArray(value) || value.length < 3)
    return valueLines(view, field, value, mostWords);
  const each = (value as readonly string[]).map((one) => plainWords(view, field, [one]));
  return each.map((words) => line(run(`• ${words}`)));
}

function levelFacts(view: View, mostWords: number): readonly FactData[] {
  const code = plannedLevel(view.state);
  const { planPages } = textsOf(view.language);
  const promise = kept("purpose.promise")(view, mostWords);
  if (code === undefined) return [...promise, ...kept("plan.method")(view, mostWords)];
  const level = levelOf(code);
  const gets = planPages.citizensGet(level.citizensGet[view.language].toLocaleLowerCase("sv"));
  const own = level.promise?.[view.language];
  return [
    fact(
      planPages.level,
      line(run(`${level.name[view.language]}. ${level.character[view.language]}. ${gets}`)),
    ),
    ...(promise.length > 0
      ? promise
      : own === undefined
        ? []
        : [fact(planPages.promise, line(run(own)))]),
    ...kept("plan.method")(view, mostWords),
  ];
}

function influenceFacts(view: View, mostWords: number): readonly FactData[] {
  return kept("purpose.scope")(view, mostWords);
}

/** What keeps the item from being done, and who can put it right. */
function missingLines(view: View, itemId: string): readonly Line[] {
  const found = findItem(view.template, itemId);
  if (!found || itemProgress(view.state, found.item) === "done") return [];
  const { item, step } = found;
  const { planPages } = textsOf(view.language);
  const values = view.state.items[itemId]?.values ?? {};
  const isWritten = view.state.items[itemId] !== undefined;
  if (isWritten && item.fixedByChair && item.fields.every((field) => !isMissing(field, values)))
    return [line(subtle(planPages.waitsForChair(whoHas(view, ["steeringChair"]))))];
  const labels = namingOf(view).labels([itemId]);
  const who = writersOf(view.state, item, step).slice(0, 2);
  return [
    line(
      run(
        who.length > 0
          ? planPages.missing(labels, whoHas(view, who))
          : planPages.missingNobody(labels),
        { color: "Attention" },
      ),
    ),
  ];
}

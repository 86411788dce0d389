import { draftItemOf } from "../domain/decision-matters.ts";
import type { FormalDecision } from "../domain/dialogue.ts";
import { holdersOf } from "../domain/permissions.ts";
import { type Field, findItem, type Item } from "../domain/template.ts";
import type { Values } from "../domain/value.ts";
import { type FactData, fact, line, run } from "./elements.ts";
import { registeredItems } from "./forms/pages.ts";
import { personName } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import { valueLines } from "./values.ts";
import type { View } from "./view.ts";

/** Everything a registered decision says, field by field as in the minutes; long texts cut to fit one card. */
export function decisionFacts(
  view: View,
  { matter, facts }: Pick<FormalDecision, "matter" | "facts">,
  mostWords: number,
): readonly FactData[] {
  return itemsOf(view, matter)
    .flatMap(({ fields }) => fields)
    .flatMap((field) => factOf(view, field, facts, mostWords));
}

function itemsOf(view: View, matter: FormalDecision["matter"]): readonly Item[] {
  if (matter === "start") return registeredItems(view);
  const found = findItem(view.template, draftItemOf(matter));
  return found ? [found.item] : [];
}

function factOf(view: View, field: Field, facts: Values, mostWords: number): FactData[] {
  const lines = valueLines(view, field, facts[field.name], mostWords);
  if (lines.length === 0) return [];
  return [{ label: field.label[view.language], lines }];
}

/** The dialogue's question and who stands behind it, for one who is asked something about it. */
export function dialogueFacts(view: View): readonly FactData[] {
  const { requests } = textsOf(view.language);
  const summary = view.state.items["triage.summary"]?.values.issueSummary;
  const field: Field = { name: "issueSummary", type: "text", label: { sv: "", en: "" } };
  const lines = valueLines(view, field, summary);
  return [
    ...(lines.length === 0 ? [] : [{ label: requests.facts.question, lines }]),
    ...(holdersOf(view.state, "initiator", view.directory).length === 0
      ? []
      : [fact(requests.facts.initiator, line(run(personName(view, view.state.initiator))))]),
  ];
}

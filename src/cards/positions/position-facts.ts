import { decidedBudget } from "../../domain/gates-plan.ts";
import { plannedLevel } from "../../domain/plan-warnings.ts";
import type { Position } from "../../domain/position.ts";
import { findItem } from "../../domain/template.ts";
import { type FactData, fact } from "../elements.ts";
import { formatsOf } from "../formats.ts";
import { textsOf } from "../texts/texts.ts";
import { valueLines } from "../values.ts";
import type { View } from "../view.ts";

/** What a position is about: for the proposal its version, paper, money, level and first occasion, as they are frozen while it is open. */
export function aboutFacts(view: View, position: Position): readonly FactData[] {
  const { facts, matters } = textsOf(view.language).positions;
  const { matter, version } = position;
  const formats = formatsOf(view.language);
  const title =
    version === undefined
      ? matters[matter]
      : facts.version(matters[matter], formats.number(version));
  return [fact(facts.about, title), ...(matter === "proposal" ? proposalFacts(view) : [])];
}

function proposalFacts(view: View): readonly FactData[] {
  const { facts } = textsOf(view.language).positions;
  const formats = formatsOf(view.language);
  const cost = view.state.items["plan.resources"]?.values.plannedCostSek;
  const level = plannedLevel(view.state);
  const [first] = Object.values(view.state.occasions)
    .filter(({ status }) => status !== "cancelled")
    .map(({ start }) => start)
    .toSorted();
  return [
    ...paper(view),
    ...(typeof cost === "number"
      ? [
          fact(
            facts.cost,
            facts.costOf(formats.money(cost), formats.money(decidedBudget(view.state))),
          ),
        ]
      : []),
    ...(level === undefined ? [] : levelFact(view, level)),
    ...(first === undefined ? [] : [fact(facts.first, formats.moment(first))]),
  ];
}

function paper(view: View): readonly FactData[] {
  const { facts } = textsOf(view.language).positions;
  const field = findItem(view.template, "plan.proposal")?.item.fields.find(
    ({ name }) => name === "proposalDoc",
  );
  const value = view.state.items["plan.proposal"]?.values.proposalDoc;
  const lines = field ? valueLines(view, field, value) : [];
  return lines.length === 0 ? [] : [{ label: facts.link, lines }];
}

function levelFact(view: View, level: string): readonly FactData[] {
  const field = findItem(view.template, "plan.level")?.item.fields.find(
    ({ name }) => name === "level",
  );
  const lines = field ? valueLines(view, field, level) : [];
  return lines.length === 0 ? [] : [{ label: textsOf(view.language).positions.facts.level, lines }];
}

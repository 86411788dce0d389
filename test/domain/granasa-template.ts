import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import type { Item, Step, Template } from "../../src/domain/template.ts";

/** An item the built-in process lacks, as a municipality might add it. */
export const ADDED_ITEM: Item = {
  id: "plan.granasa.local-council",
  title: { sv: "Fråga byalaget om lokalen.", en: "Ask the village council about the venue." },
  strength: "S",
  responsible: ["civilServant"],
  source: ["Granåsa riktlinje 2026"],
  fields: [
    {
      name: "askedAt",
      type: "date",
      label: { sv: "Tillfrågade den", en: "Asked on" },
      required: true,
    },
  ],
};

/**
 * A municipality's own process: other words and day counts, another driver of a step, an item and a field more, and one
 * item made stronger. The sample file holds the same (decisions.md §12.1).
 */
export function granasaTemplate(): Template {
  return {
    ...structuredClone(builtInTemplate),
    id: "granasa",
    version: 3,
    name: { sv: "Medborgardialog i Granåsa", en: "Citizen dialogue in Granåsa" },
    steps: builtInTemplate.steps.map((step) => structuredClone(changed(step))),
    lanes: { ...builtInTemplate.lanes, together: { sv: "Tillsammans", en: "Jointly" } },
    deadlines: { ...builtInTemplate.deadlines, D05: { days: 45 }, D02: { wd: 15 } },
    calendar: { klamdagPolicy: "nonworking", quietWeeks: [27, 32] },
  };
}

function changed(step: Step): Step {
  if (step.id === "identify-issue") return { ...step, lane: "civilServants" };
  if (step.id !== "planning") return step;
  const { sections = [], ...rest } = step;
  return {
    ...rest,
    items: [...step.items.map(stronger), ADDED_ITEM],
    sections: sections.map((section, index) =>
      index === 0 ? { ...section, items: [...section.items, ADDED_ITEM.id] } : section,
    ),
  };
}

function stronger(item: Item): Item {
  if (item.id === "plan.evaluation") return { ...item, strength: "M" };
  if (item.id !== "plan.kickoff") return item;
  const added = {
    name: "venue",
    type: "text",
    label: { sv: "Lokal", en: "Venue" },
    required: { field: "isDigital", is: [false] },
  } as const;
  const digital = {
    name: "isDigital",
    type: "bool",
    label: { sv: "Mötet är digitalt", en: "The meeting is digital" },
  } as const;
  return { ...item, fields: [...item.fields, digital, added] };
}

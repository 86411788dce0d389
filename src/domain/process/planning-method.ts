import { DIALOGUE_LEVELS } from "../ladder.ts";
import type { Field, Item } from "../template.ts";
import { LEVEL_OPTIONS } from "./shared-fields.ts";
import { option, words } from "./wording.ts";

const level: Item = {
  id: "plan.level",
  title: words("Bekräfta graden av inflytande.", "Confirm the level of influence."),
  strength: "M",
  responsible: ["steeringGroup"],
  source: ["SEED"],
  fixedByChair: true,
  fields: [
    {
      name: "level",
      type: "enum",
      label: words("Grad av inflytande", "Level of influence"),
      hint: words(
        "En annan grad än nämndens kräver ett nytt beslut.",
        "A level other than the board’s needs a new decision.",
      ),
      required: true,
      options: LEVEL_OPTIONS,
    },
  ],
};

/** The civil servant proposes and the steering group chooses, so the chair fixes it (decisions.md §1.8). */
const method: Item = {
  id: "plan.method",
  title: words(
    "Välj metod som passar graden och grupperna.",
    "Choose methods that suit the level and the groups.",
  ),
  strength: "M",
  responsible: ["civilServant", "steeringGroup"],
  source: ["SEED table"],
  fixedByChair: true,
  fields: [
    {
      name: "methods",
      type: "enum",
      label: words("Metoder", "Methods"),
      required: true,
      list: true,
      other: true,
      options: DIALOGUE_LEVELS.flatMap(({ methods }) => methods),
    },
    {
      name: "methodReason",
      type: "text",
      label: words("Därför passar metoden", "Why the methods fit"),
      required: true,
    },
  ],
};

const occasionFields: readonly Field[] = [
  { name: "start", type: "datetime", label: words("Börjar", "Starts"), required: true },
  { name: "end", type: "datetime", label: words("Slutar", "Ends") },
  { name: "place", type: "text", label: words("Plats", "Place") },
  {
    name: "form",
    type: "enum",
    label: words("Form", "Form"),
    options: [
      option("physical", "På plats", "In person"),
      option("digital", "Digitalt", "Digital"),
      option("outreach", "Uppsökande", "Outreach"),
      option("survey", "Enkät", "Survey"),
    ],
  },
  {
    name: "hostElected",
    type: "userRef",
    label: words("Förtroendevald värd", "Elected host"),
    required: true,
    from: "elected",
  },
  { name: "facilitator", type: "text", label: words("Samtalsledare", "Facilitator") },
  {
    name: "capacity",
    type: "text",
    label: words("Antal platser", "Number of places"),
    hint: words("Till exempel 60 personer.", "For example 60 people."),
  },
  {
    name: "cost",
    type: "money",
    label: words("Kostnad i kronor", "Cost in kronor"),
    hint: words("Hela kronor.", "Whole kronor."),
  },
];

const occasions: Item = {
  id: "plan.events",
  title: words("Planera tillfällen: tid, plats, form.", "Plan the events: time, place and form."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "events",
      type: "record",
      label: words("Tillfällen", "Events"),
      required: true,
      list: true,
      min: 1,
      fields: occasionFields,
    },
  ],
};

/** Part D of the planning (process.md §4.4, §6). An occasion's own id is its row's id. */
export const METHOD_ITEMS: readonly Item[] = [level, method, occasions];

/** Where choices of an occasion come from. */
export const OCCASION_ROWS = { item: "plan.events", field: "events" } as const;

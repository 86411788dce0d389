import type { Item } from "../template.ts";
import { GROUP_ROWS, TARGET_GROUP_FIELDS } from "./target-group.ts";
import { words } from "./wording.ts";

const targetMap: Item = {
  id: "plan.target-map",
  title: words(
    "Kartlägg vilka grupper som berörs och hur ofta de brukar höras.",
    "Map which groups are affected and how often they are usually heard.",
  ),
  strength: "M",
  responsible: ["civilServant", "steeringGroup"],
  source: ["SEED"],
  fixedByChair: true,
  fields: [
    {
      name: "groups",
      type: "record",
      label: words("Målgrupper", "Target groups"),
      hint: words(
        "Minst tre grupper. Vilka saknas i kartan?",
        "At least three groups. Who is missing from the map?",
      ),
      required: true,
      list: true,
      min: 3,
      fields: TARGET_GROUP_FIELDS,
    },
  ],
};

const targetPriority: Item = {
  id: "plan.target-priority",
  title: words(
    "Lägg mest resurser på dem som berörs mest men sällan hörs.",
    "Put most resources on those who are affected most but seldom heard.",
  ),
  strength: "S",
  responsible: ["steeringGroup"],
  source: ["SEED"],
  fixedByChair: true,
  fields: [
    {
      name: "resourceShare",
      type: "percent",
      label: words("Andel av resurserna i procent", "Share of the resources in per cent"),
      hint: words("Alla grupper ska bli 100 tillsammans.", "All groups must add up to 100."),
      required: true,
      map: "group",
    },
  ],
};

const outreach: Item = {
  id: "plan.outreach",
  title: words(
    "Bestäm hur varje prioriterad grupp ska nås.",
    "Decide how each prioritised group will be reached.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED", "BOTK"],
  fields: [
    {
      name: "outreach",
      type: "record",
      label: words("Så når ni grupperna", "How you reach the groups"),
      hint: words(
        "Minst en insats för varje grupp med prioritet A.",
        "At least one action for each group with priority A.",
      ),
      required: true,
      list: true,
      min: 1,
      fields: [
        {
          name: "groupId",
          type: "enum",
          label: words("Grupp", "Group"),
          required: true,
          choicesFrom: GROUP_ROWS,
        },
        {
          name: "channel",
          type: "text",
          label: words("Kanal", "Channel"),
          hint: words(
            "Till exempel besök på fritidsgården.",
            "For example a visit to the youth club.",
          ),
        },
        {
          name: "bridge",
          type: "text",
          label: words("Den som öppnar dörren", "Who opens the door"),
          hint: words(
            "En förening eller en funktion, till exempel fritidsledare.",
            "An association or a function, for example a youth leader.",
          ),
        },
        { name: "place", type: "text", label: words("Plats", "Place") },
        {
          name: "responsible",
          type: "userRef",
          label: words("Ansvarig", "Person responsible"),
          from: "anyone",
        },
        { name: "date", type: "date", label: words("Datum", "Date") },
      ],
    },
  ],
};

/** Part C of the planning (process.md §4.4, §7). */
export const GROUP_ITEMS: readonly Item[] = [targetMap, targetPriority, outreach];

import type { Item } from "../template.ts";
import { words } from "./wording.ts";

const accessibility: Item = {
  id: "plan.accessibility",
  title: words(
    "Planera för språk, funktionsnedsättning, tider och barnpassning.",
    "Plan for languages, disabilities, times and childcare.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["DOS", "MFD", "OECD-P"],
  fields: [
    {
      name: "measures",
      type: "record",
      label: words("Behov och åtgärder", "Needs and measures"),
      required: true,
      list: true,
      min: 1,
      fields: [
        { name: "need", type: "text", label: words("Behov", "Need"), required: true },
        { name: "measure", type: "text", label: words("Åtgärd", "Measure") },
      ],
    },
    {
      name: "interpreter",
      type: "lang",
      label: words("Tolk på dessa språk", "Interpreter in these languages"),
      hint: words("Språkkoder, till exempel ar, so.", "Language codes, for example ar, so."),
      list: true,
    },
    {
      name: "stepFree",
      type: "bool",
      label: words("Lokalen går att nå utan trappor", "The venue can be reached without stairs"),
    },
    {
      name: "easyRead",
      type: "bool",
      label: words("Material finns på lättläst", "There is easy-to-read material"),
    },
  ],
};

const privacy: Item = {
  id: "plan.privacy",
  title: words(
    "Bestäm vilka personuppgifter ni behöver, varför och hur länge.",
    "Decide which personal data you need, why and for how long.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["GDPR", "DSL", "LEGAL"],
  fields: [
    {
      name: "dataItems",
      type: "record",
      label: words("Personuppgifter", "Personal data"),
      hint: words(
        "Rådgör med dataskyddsombudet. Behövs inga uppgifter, skriv det på en rad.",
        "Consult the data protection officer. If no data are needed, say so on one row.",
      ),
      required: true,
      list: true,
      min: 1,
      fields: [
        { name: "item", type: "text", label: words("Uppgift", "Data"), required: true },
        { name: "purpose", type: "text", label: words("Ändamål", "Purpose") },
        { name: "legalBasis", type: "text", label: words("Rättslig grund", "Legal basis") },
        {
          name: "retention",
          type: "text",
          label: words("Så länge sparas den", "How long it is kept"),
        },
        { name: "deletionDate", type: "date", label: words("Raderas den", "Deleted on") },
      ],
    },
    {
      name: "infoText",
      type: "docRef",
      label: words("Länk till informationen till deltagarna", "Link to the participants’ notice"),
      required: true,
    },
    {
      name: "dpiaNeeded",
      type: "bool",
      label: words("Konsekvensbedömning behövs", "An impact assessment is needed"),
      required: true,
    },
  ],
};

const children: Item = {
  id: "plan.children",
  title: words(
    "Om barn berörs: hur får de komma till tals?",
    "If children are affected: how are they heard?",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["barnkonventionen art. 12 (lag 2018:1197)"],
  fields: [
    {
      name: "childrenAffected",
      type: "bool",
      label: words("Barn berörs av frågan", "Children are affected by the issue"),
      required: true,
    },
    {
      name: "childMethod",
      type: "text",
      label: words("Så får barnen komma till tals", "How the children are heard"),
      required: { field: "childrenAffected", is: [true] },
    },
  ],
};

const safety: Item = {
  id: "plan.safety",
  title: words("Bedöm risk för hot eller störning.", "Assess the risk of threats or disturbance."),
  strength: "O",
  responsible: ["civilServant"],
  source: ["ASSUMPTION", "KL 4:18 a"],
  fields: [
    {
      name: "safetyPlan",
      type: "text",
      label: words("Så förebygger ni hot och störning", "How you prevent threats and disturbance"),
    },
  ],
};

/** Part J of the planning (process.md §4.4). */
export const SAFEGUARD_ITEMS: readonly Item[] = [accessibility, privacy, children, safety];

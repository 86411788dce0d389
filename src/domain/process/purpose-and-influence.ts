import type { Item, Step } from "../template.ts";
import { LEVEL_OPTIONS } from "./shared-fields.ts";
import { words } from "./wording.ts";

const statement: Item = {
  id: "purpose.statement",
  title: words("Varför vill ni ha dialogen?", "Why do you want the dialogue?"),
  strength: "M",
  responsible: ["elected"],
  source: ["SEED"],
  fields: [
    {
      name: "purpose",
      type: "longtext",
      label: words("Syftet med dialogen", "The purpose of the dialogue"),
      required: true,
    },
  ],
};

const use: Item = {
  id: "purpose.use",
  title: words(
    "Hur ska resultatet användas i beslutet?",
    "How will the result be used in the decision?",
  ),
  strength: "M",
  responsible: ["elected"],
  source: ["SEED"],
  fields: [
    {
      name: "useOfResult",
      type: "longtext",
      label: words("Så används resultatet", "How the result is used"),
      required: true,
    },
    {
      name: "finalDecisionBody",
      type: "bodyRef",
      label: words("De som fattar det slutliga beslutet", "Who makes the final decision"),
      required: true,
    },
    {
      name: "plannedDecisionDate",
      type: "date",
      label: words("Planerad dag för beslutet", "Planned day of the decision"),
      hint: words(
        "Dagen måste vara känd innan nämnden beslutar om dialogen.",
        "The day must be known before the board decides on the dialogue.",
      ),
    },
  ],
};

const scope: Item = {
  id: "purpose.scope",
  title: words(
    "Vad kan medborgarna påverka, och vad ligger fast?",
    "What can the citizens influence, and what is fixed?",
  ),
  strength: "M",
  responsible: ["elected"],
  source: ["SEED box", "IAP2-2", "OECD-P"],
  fields: [
    {
      name: "canInfluence",
      type: "text",
      label: words("Det här går att påverka", "This can be influenced"),
      hint: words("En sak på varje rad.", "One thing on each row."),
      required: true,
      list: true,
      min: 1,
    },
    {
      name: "cannotInfluence",
      type: "text",
      label: words("Det här ligger fast", "This is fixed"),
      hint: words("En sak på varje rad.", "One thing on each row."),
      required: true,
      list: true,
      min: 1,
    },
  ],
};

const level: Item = {
  id: "purpose.level",
  title: words("Föreslå grad av inflytande.", "Propose a level of influence."),
  strength: "M",
  responsible: ["elected"],
  source: ["SEED"],
  fields: [
    {
      name: "proposedLevel",
      type: "enum",
      label: words("Föreslagen grad av inflytande", "Proposed level of influence"),
      hint: words(
        "En högre grad är inte alltid bättre. Syftet avgör.",
        "A higher level is not always better. The purpose decides.",
      ),
      required: true,
      options: LEVEL_OPTIONS,
    },
  ],
};

const promise: Item = {
  id: "purpose.promise",
  title: words(
    "Formulera löftet till deltagarna: vad får de, och vad får de inte?",
    "Write the promise to the participants: what do they get, and what do they not get?",
  ),
  strength: "S",
  responsible: ["elected"],
  source: ["SKR-WEB", "IAP2"],
  fields: [
    {
      name: "promiseText",
      type: "text",
      label: words("Löftet till deltagarna", "The promise to the participants"),
      required: true,
    },
  ],
};

const risks: Item = {
  id: "purpose.risks",
  title: words(
    "Vad kan gå snett, och hur minskar ni risken?",
    "What can go wrong, and how do you lower the risk?",
  ),
  strength: "O",
  responsible: ["shared"],
  source: ["OECD-P"],
  fields: [
    {
      name: "risks",
      type: "record",
      label: words("Risker", "Risks"),
      list: true,
      fields: [
        { name: "risk", type: "text", label: words("Risk", "Risk"), required: true },
        {
          name: "probability",
          type: "int",
          label: words("Sannolikhet", "Probability"),
          hint: words("1 liten, 2 måttlig, 3 stor.", "1 low, 2 medium, 3 high."),
          min: 1,
          max: 3,
        },
        {
          name: "impact",
          type: "int",
          label: words("Konsekvens", "Impact"),
          hint: words("1 liten, 2 måttlig, 3 stor.", "1 low, 2 medium, 3 high."),
          min: 1,
          max: 3,
        },
        {
          name: "measure",
          type: "text",
          label: words("Så minskar ni risken", "How you lower the risk"),
        },
      ],
    },
  ],
};

const willing: Item = {
  id: "purpose.willing",
  title: words(
    "Är ni beredda att ändra er utifrån det som kommer fram?",
    "Are you prepared to change your minds because of what you hear?",
  ),
  strength: "M",
  responsible: ["elected"],
  source: ["SKR-2019", "VARGARDA", "OECD-P"],
  fields: [
    {
      name: "willingToChange",
      type: "bool",
      label: words("Ja, vi är beredda att ändra oss", "Yes, we are prepared to change our minds"),
      hint: words(
        "Är svaret nej ska ni informera i stället för att bjuda in till dialog.",
        "If the answer is no, inform people instead of inviting them to a dialogue.",
      ),
      required: true,
    },
  ],
};

/** Step 2: that something can really change (process.md §4.2). Goes side by side with step 1. */
export const purposeAndInfluence: Step = {
  id: "purpose-and-influence",
  order: 2,
  title: words("Syfte och påverkansbarhet", "Purpose and room for influence"),
  purpose: words(
    "Ni ser till att något verkligen kan ändras.",
    "You make sure that something can really change.",
  ),
  decision: words(
    "Att be nämnden besluta om en medborgardialog.",
    "To ask the board for a decision on a citizen dialogue.",
  ),
  lane: "elected",
  items: [statement, use, scope, level, promise, risks, willing],
};

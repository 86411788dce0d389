import type { Item, Step } from "../template.ts";
import { dnrField } from "./shared-fields.ts";
import { words } from "./wording.ts";

const statement: Item = {
  id: "identify.statement",
  title: words(
    "Skriv den fråga dialogen ska handla om.",
    "Write the question the dialogue is to be about.",
  ),
  strength: "M",
  responsible: ["initiator", "elected"],
  source: ["SEED"],
  fields: [
    {
      name: "issueStatement",
      type: "text",
      label: words("Dialogens fråga", "The question of the dialogue"),
      hint: words(
        "Till exempel: Hur kan torget bli tryggare på kvällen?",
        "For example: How can the square become safer in the evening?",
      ),
      required: true,
    },
  ],
};

const aspects: Item = {
  id: "identify.aspects",
  title: words(
    "Ange vilka delar av frågan som ingår och vilka som inte gör det.",
    "Say which parts of the issue are included and which are not.",
  ),
  strength: "M",
  responsible: ["elected"],
  source: ["SEED"],
  fields: [
    {
      name: "aspectsIn",
      type: "text",
      label: words("Det här ingår", "This is included"),
      hint: words("En del på varje rad.", "One part on each row."),
      required: true,
      list: true,
      min: 1,
    },
    {
      name: "aspectsOut",
      type: "text",
      label: words("Det här ingår inte", "This is not included"),
      hint: words("En del på varje rad.", "One part on each row."),
      list: true,
    },
  ],
};

const background: Item = {
  id: "identify.background",
  title: words(
    "Sammanfatta vad som redan har beslutats och gjorts.",
    "Summarise what has already been decided and done.",
  ),
  strength: "O",
  responsible: ["administration"],
  source: ["SEED"],
  fields: [
    {
      name: "priorDecisions",
      type: "record",
      label: words("Tidigare beslut", "Earlier decisions"),
      list: true,
      fields: [
        { name: "date", type: "date", label: words("Datum", "Date") },
        {
          name: "bodyRef",
          type: "bodyRef",
          label: words("Nämnd eller styrelse", "Board"),
        },
        {
          name: "ref",
          type: "text",
          label: words("Paragraf eller diarienummer", "Paragraph or case number"),
        },
        {
          name: "text",
          type: "text",
          label: words("Beslutet i korthet", "The decision in brief"),
          required: true,
        },
      ],
    },
    {
      name: "priorActions",
      type: "longtext",
      label: words("Det här har redan gjorts", "What has already been done"),
    },
  ],
};

const boards: Item = {
  id: "identify.boards",
  title: words("Vilka nämnder berörs?", "Which boards are affected?"),
  strength: "M",
  responsible: ["elected"],
  source: ["SEED", "ALING-WEB"],
  fields: [
    {
      name: "affectedBodies",
      type: "bodyRef",
      label: words("Nämnder som berörs", "Boards that are affected"),
      required: true,
      list: true,
      min: 1,
    },
    {
      name: "leadBody",
      type: "bodyRef",
      label: words("Nämnd eller styrelse som leder", "The board that leads"),
      hint: words(
        "Berörs flera nämnder leder kommunstyrelsen om inget annat är sagt.",
        "If several boards are affected, the municipal executive board leads unless you decide otherwise.",
      ),
      required: true,
    },
    {
      name: "collaborationNote",
      type: "text",
      label: words("Så samverkar nämnderna", "How the boards work together"),
      hint: words(
        "Fyll i när fler än en nämnd berörs.",
        "Fill this in when more than one board is affected.",
      ),
    },
  ],
};

const knowledgeGap: Item = {
  id: "identify.knowledge-gap",
  title: words(
    "Vad behöver de förtroendevalda få veta av medborgarna för att kunna besluta?",
    "What do the elected officials need to learn from the citizens in order to decide?",
  ),
  strength: "S",
  responsible: ["elected"],
  source: ["ANEBY", "VARGARDA", "ALING-2012"],
  fields: [
    {
      name: "knowledgeGap",
      type: "longtext",
      label: words("Det här behöver ni veta", "What you need to know"),
    },
  ],
};

const firstGroups: Item = {
  id: "identify.first-groups",
  title: words(
    "Nämn de grupper som troligen berörs mest.",
    "Name the groups that are probably affected most.",
  ),
  strength: "O",
  responsible: ["shared"],
  source: ["SEED"],
  fields: [
    {
      name: "prelimGroups",
      type: "text",
      label: words("Grupper som berörs", "Groups that are affected"),
      hint: words(
        "Skriv grupper, aldrig namn på personer.",
        "Write groups, never the names of people.",
      ),
      list: true,
    },
  ],
};

const caseNumber: Item = {
  id: "identify.case",
  title: words("Ange diarienummer för ärendet.", "Enter the case number."),
  strength: "M",
  responsible: ["registrar"],
  source: ["OSL 5:1–2"],
  fields: [dnrField],
};

/** Step 1, and the guideline's first box: one shared, limited question (process.md §4.1). */
export const identifyIssue: Step = {
  id: "identify-issue",
  order: 1,
  title: words("Identifiera fråga/problemområde", "Identify the issue"),
  purpose: words(
    "Ni enas om en fråga som är gemensam och avgränsad.",
    "You agree on one question that is shared and limited.",
  ),
  decision: words(
    "Om initiativet ska tas vidare eller läggas ner.",
    "Whether to take the initiative further or drop it.",
  ),
  lane: "together",
  items: [statement, aspects, background, boards, knowledgeGap, firstGroups, caseNumber],
};

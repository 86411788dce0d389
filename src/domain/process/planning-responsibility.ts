import type { Field, Item, Option, StepId } from "../template.ts";
import { words, option } from "./wording.ts";

/** Those who can answer for a step (process.md §12); the board acts outside the bot. */
const PARTY_OPTIONS: readonly Option[] = [
  option("board", "Nämnden", "The board"),
  option("steeringChair", "Ordföranden i styrgruppen", "Chair of the steering group"),
  option("steeringMember", "Ledamöterna i styrgruppen", "Members of the steering group"),
  option("departmentHead", "Förvaltningschefen", "Head of department"),
  option("civilServant", "Tjänstepersonen", "The civil servant"),
  option("communicator", "Kommunikatören", "The communications officer"),
  option("registrar", "Registratorn", "The registrar"),
];

type PrefilledRow = {
  readonly accountable: string;
  readonly responsible: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
};

/** What the matrix says before anybody has changed it: steps 4–11 of process.md §12. */
const PREFILL: { readonly [step in StepId]?: PrefilledRow } = {
  planning: {
    accountable: "steeringChair",
    responsible: ["steeringMember", "civilServant"],
    consulted: ["departmentHead", "communicator"],
    informed: ["board", "registrar"],
  },
  checkpoint: {
    accountable: "steeringChair",
    responsible: ["steeringMember"],
    consulted: ["civilServant"],
    informed: ["board", "departmentHead", "communicator"],
  },
  "conduct-dialogue": {
    accountable: "steeringChair",
    responsible: ["steeringMember", "civilServant", "communicator"],
    consulted: [],
    informed: ["board"],
  },
  "compile-results": {
    accountable: "civilServant",
    responsible: ["civilServant", "registrar"],
    consulted: ["steeringMember", "communicator"],
    informed: ["board", "steeringChair", "departmentHead"],
  },
  "final-decision": {
    accountable: "board",
    responsible: ["steeringChair", "civilServant", "registrar"],
    consulted: ["departmentHead"],
    informed: ["steeringMember"],
  },
  "feedback-to-citizens": {
    accountable: "steeringChair",
    responsible: ["civilServant", "communicator", "registrar"],
    consulted: ["steeringMember"],
    informed: ["board", "departmentHead"],
  },
  "evaluate-and-learn": {
    accountable: "steeringChair",
    responsible: ["steeringMember", "civilServant"],
    consulted: ["departmentHead"],
    informed: ["board"],
  },
  "follow-up": {
    accountable: "steeringChair",
    responsible: ["civilServant", "communicator", "registrar"],
    consulted: ["steeringMember", "departmentHead"],
    informed: ["board"],
  },
};

/** Steps 4–11: the rows of every map by step. */
const STEPS_FROM_PLANNING = Object.keys(PREFILL).length;

const matrix: Field = {
  name: "matrix",
  type: "record",
  label: words("Ansvar i varje steg", "Responsibility in each step"),
  hint: words("Ändra det som inte stämmer.", "Change what is not right."),
  required: true,
  map: "step",
  min: STEPS_FROM_PLANNING,
  prefill: PREFILL,
  fields: [
    {
      name: "accountable",
      type: "role",
      label: words("Ansvarar", "Accountable"),
      hint: words("Den som svarar för steget.", "The one who answers for the step."),
      required: true,
      from: "anyone",
      options: PARTY_OPTIONS,
    },
    {
      name: "responsible",
      type: "role",
      label: words("Utför", "Does the work"),
      required: true,
      list: true,
      from: "anyone",
      options: PARTY_OPTIONS,
    },
    {
      name: "consulted",
      type: "role",
      label: words("Tillfrågas", "Consulted"),
      list: true,
      from: "anyone",
      options: PARTY_OPTIONS,
    },
    {
      name: "informed",
      type: "role",
      label: words("Informeras", "Informed"),
      list: true,
      from: "anyone",
      options: PARTY_OPTIONS,
    },
  ],
};

const responsibility: Item = {
  id: "plan.responsibility",
  title: words(
    "Skriv vem som ansvarar för vad i varje steg.",
    "Write who is responsible for what in each step.",
  ),
  strength: "M",
  responsible: ["steeringGroup"],
  source: ["SEED"],
  fixedByChair: true,
  fields: [matrix],
};

const resources: Item = {
  id: "plan.resources",
  title: words(
    "Kontrollera att tid, pengar och kompetens räcker för alla steg.",
    "Check that time, money and skills are enough for every step.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "competence",
      type: "enum",
      label: words("Tid och kompetens i varje steg", "Time and skills in each step"),
      required: true,
      map: "step",
      min: STEPS_FROM_PLANNING,
      options: [option("ok", "Räcker", "Enough"), option("gap", "Räcker inte", "Not enough")],
    },
    {
      name: "gapMeasure",
      type: "text",
      label: words("Så löser ni det som fattas", "How you make up for what is missing"),
    },
    {
      name: "plannedCostSek",
      type: "money",
      label: words("Planerad kostnad i kronor", "Planned cost in kronor"),
      hint: words(
        "Hela kronor, högst den budget nämnden har beslutat.",
        "Whole kronor, at most the budget the board has decided.",
      ),
      required: true,
    },
  ],
};

/** Part I of the planning (process.md §4.4, §12). */
export const RESPONSIBILITY_ITEMS: readonly Item[] = [responsibility, resources];

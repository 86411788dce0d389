import type { Item, Step } from "../template.ts";
import { LEVEL_FRAME_FIELDS } from "./level-frame.ts";
import { CONFIRM_FIELDS, MINUTES_FIELDS, REGISTER_FIELDS } from "./decision-fields.ts";
import { LEVEL_OPTIONS } from "./shared-fields.ts";
import { option, words } from "./wording.ts";

const proposal: Item = {
  id: "decide.proposal",
  title: words("Ta fram förslag till beslut.", "Draft the proposal for a decision."),
  strength: "M",
  responsible: ["administration"],
  source: ["KL"],
  fields: [
    {
      name: "proposalDoc",
      type: "docRef",
      label: words("Länk till förslaget", "Link to the proposal"),
    },
    {
      name: "decisionPoints",
      type: "text",
      label: words("Beslutspunkter", "Points to decide"),
      hint: words("En punkt på varje rad.", "One point on each row."),
      required: true,
      list: true,
      min: 1,
    },
  ],
};

const budget: Item = {
  id: "decide.budget",
  title: words(
    "Ange budget och var pengarna finns.",
    "Enter the budget and where the money comes from.",
  ),
  strength: "M",
  responsible: ["board"],
  source: ["SEED"],
  fields: [
    {
      name: "budgetSek",
      type: "money",
      label: words("Budget i kronor", "Budget in kronor"),
      hint: words("Hela kronor, till exempel 150 000.", "Whole kronor, for example 150 000."),
      required: true,
    },
    {
      name: "budgetSource",
      type: "text",
      label: words("Pengarna tas från", "The money comes from"),
      hint: words(
        "Till exempel nämndens driftbudget.",
        "For example the board’s operating budget.",
      ),
      required: true,
    },
    {
      name: "budgetNote",
      type: "text",
      label: words("Förklaring till budgeten", "Explanation of the budget"),
      hint: words(
        "Behövs när budgeten är 0 kronor, till exempel: ryms inom ordinarie ram.",
        "Needed when the budget is 0 kronor, for example: covered by the ordinary budget.",
      ),
      required: { field: "budgetSek", is: [0] },
    },
  ],
};

const steeringGroup: Item = {
  id: "decide.steering-group",
  title: words("Utse styrgrupp och ordförande.", "Appoint the steering group and its chair."),
  strength: "M",
  responsible: ["board"],
  source: ["SEED"],
  fields: [
    {
      name: "members",
      type: "userRef",
      label: words("Ledamöter", "Members"),
      hint: words(
        "Minst två förtroendevalda. Ordföranden räknas med.",
        "At least two elected officials. The chair is one of them.",
      ),
      required: true,
      list: true,
      min: 2,
      from: "elected",
    },
    {
      name: "chair",
      type: "userRef",
      label: words("Ordförande", "Chair"),
      hint: words("En av ledamöterna.", "One of the members."),
      required: true,
      from: "elected",
    },
    {
      name: "viceChair",
      type: "userRef",
      label: words("Vice ordförande", "Vice chair"),
      hint: words(
        "En av ledamöterna. Leder gruppen när ordföranden inte kan.",
        "One of the members. Leads the group when the chair cannot.",
      ),
      from: "elected",
    },
    {
      name: "substitutes",
      type: "userRef",
      label: words("Ersättare", "Substitutes"),
      list: true,
      from: "elected",
    },
    {
      // legal.md L-02 (KL 3:5, 6:38, 6:41–43).
      name: "bodyStatus",
      type: "enum",
      label: words("Styrgruppens ställning", "Status of the steering group"),
      hint: words(
        "En beredning kan inte fatta nämndens beslut.",
        "A preparatory body cannot make the board’s decisions.",
      ),
      options: [
        option("preparatory_body", "Beredning", "Preparatory body"),
        option("committee", "Utskott", "Committee"),
        option("other", "Annan", "Other"),
      ],
    },
  ],
};

const level: Item = {
  id: "decide.level",
  title: words(
    "Bestäm grad av inflytande, eller lämna det till styrgruppen.",
    "Decide the level of influence, or leave it to the steering group.",
  ),
  strength: "M",
  responsible: ["board"],
  source: ["SEED", "R-LEVEL5"],
  fields: [
    {
      name: "level",
      type: "enum",
      label: words("Grad av inflytande", "Level of influence"),
      hint: words(
        "Vid medbeslutande ska nämndens beslut ange ramen.",
        "With joint decision making, the board’s decision must state the frame.",
      ),
      required: { field: "levelDelegated", is: [false] },
      options: LEVEL_OPTIONS,
    },
    {
      name: "levelDelegated",
      type: "bool",
      label: words("Styrgruppen bestämmer graden", "The steering group decides the level"),
      hint: words(
        "Medbeslutande kan inte lämnas till styrgruppen.",
        "Joint decision making cannot be left to the steering group.",
      ),
    },
    ...LEVEL_FRAME_FIELDS,
  ],
};

const assignment: Item = {
  id: "decide.assignment",
  title: words(
    "Ge förvaltningschefen i uppdrag att utse en tjänsteperson.",
    "Ask the head of department to appoint a civil servant.",
  ),
  strength: "M",
  responsible: ["board"],
  source: ["SEED"],
  fields: [
    {
      name: "headAssigned",
      type: "bool",
      label: words("Uppdraget står i beslutet", "The decision gives the assignment"),
      required: true,
    },
    {
      name: "departmentHead",
      type: "userRef",
      label: words("Förvaltningschef", "Head of department"),
      required: true,
      from: "employees",
    },
  ],
};

const collaboration: Item = {
  id: "decide.collaboration",
  title: words("Ange hur berörda nämnder samverkar.", "Say how the affected boards work together."),
  strength: "S",
  responsible: ["board"],
  source: ["SEED"],
  fields: [
    {
      name: "collabBodies",
      type: "bodyRef",
      label: words("Nämnder som samverkar", "Boards that work together"),
      list: true,
    },
    {
      name: "collabForm",
      type: "text",
      label: words("Så samverkar de", "How they work together"),
    },
  ],
};

const register: Item = {
  id: "decide.register",
  title: words("Registrera beslutet från protokollet.", "Register the decision from the minutes."),
  strength: "M",
  responsible: ["registrar"],
  source: ["SEED", "KL 5:65–67", "KL 6:35", "KL 6:39–40"],
  fields: REGISTER_FIELDS,
};

const minutes: Item = {
  id: "decide.minutes",
  title: words(
    "Följ protokollet: justerat, anslaget, laga kraft.",
    "Follow the minutes: approved, announced, in legal force.",
  ),
  strength: "S",
  responsible: ["registrar"],
  source: ["KL 5:69", "KL 8:12", "KL 13:5"],
  fields: MINUTES_FIELDS,
};

const confirm: Item = {
  id: "decide.confirm",
  title: words(
    "Ordföranden bekräftar att uppgifterna stämmer.",
    "The chair confirms that the facts are right.",
  ),
  strength: "M",
  responsible: ["chair"],
  source: ["ASSUMPTION"],
  fields: CONFIRM_FIELDS,
};

/** Step 3: the board's mandate, money and steering group; nothing is planned before it (process.md §4.3). */
export const decideDialogue: Step = {
  id: "decide-dialogue",
  order: 3,
  title: words("Beslut om medborgardialog", "Decision to hold a dialogue"),
  purpose: words(
    "Dialogen får ett politiskt uppdrag, pengar och en styrgrupp.",
    "The dialogue gets a political mandate, money and a steering group.",
  ),
  decision: words(
    "Nämndens eller styrelsens formella beslut att hålla dialogen.",
    "The board’s formal decision to hold the dialogue.",
  ),
  lane: "elected",
  items: [
    proposal,
    budget,
    steeringGroup,
    level,
    assignment,
    collaboration,
    register,
    minutes,
    confirm,
  ],
};

import type { Item, Option, Step } from "../template.ts";
import { option, words } from "./wording.ts";

/** process.md §5; information is a result but never an override (decisions.md §8.4). */
const OVERRIDE_OPTIONS: readonly Option[] = [
  option("citizen_dialogue", "Medborgardialog", "Citizen dialogue"),
  option(
    "stakeholder_dialogue",
    "Intressedialog (organisationsdialog)",
    "Stakeholder dialogue (with organisations)",
  ),
  option("user_dialogue", "Brukardialog", "Service-user dialogue"),
  option("customer_dialogue", "Kunddialog", "Customer dialogue"),
  option("user_council", "Brukarråd", "User council"),
  option("statutory_consultation", "Samråd", "Statutory consultation"),
];
const TYPE_OPTIONS: readonly Option[] = [
  ...OVERRIDE_OPTIONS,
  option("information_only", "Information", "Information"),
];

const summary: Item = {
  id: "triage.summary",
  title: words(
    "Beskriv frågan i en eller två meningar.",
    "Describe the issue in one or two sentences.",
  ),
  strength: "M",
  responsible: ["initiator"],
  source: ["SEED"],
  fields: [
    {
      name: "issueSummary",
      type: "text",
      label: words("Frågan i korthet", "The issue in brief"),
      hint: words(
        "Till exempel: Många känner sig otrygga på torget efter klockan 18.",
        "For example: Many people feel unsafe in the square after 6 pm.",
      ),
      required: true,
    },
  ],
};

const initiator: Item = {
  id: "triage.initiator",
  title: words("Varifrån kommer förslaget?", "Where does the proposal come from?"),
  strength: "M",
  responsible: ["initiator"],
  source: ["ALING-WEB"],
  fields: [
    {
      name: "initiatorRole",
      type: "enum",
      label: words("Förslaget kommer från", "The proposal comes from"),
      hint: words("Skriv aldrig namn på invånare.", "Never write the names of residents."),
      required: true,
      options: [
        option("elected", "Förtroendevalda", "Elected officials"),
        option("administration", "Förvaltningen", "The administration"),
        option("resident", "Invånare", "Residents"),
        option("other", "Någon annan", "Somebody else"),
      ],
    },
  ],
};

const ledBy: Item = {
  id: "triage.led-by",
  title: words(
    "Vilka ska möta medborgarna: förtroendevalda eller tjänstepersoner?",
    "Who will meet the citizens: elected officials or civil servants?",
  ),
  strength: "M",
  responsible: ["initiator"],
  source: ["SEED"],
  fields: [
    {
      name: "ledBy",
      type: "enum",
      label: words("De som möter medborgarna", "Those who meet the citizens"),
      required: true,
      options: [
        option("elected", "Förtroendevalda", "Elected officials"),
        option("officials", "Tjänstepersoner", "Civil servants"),
      ],
    },
  ],
};

const scope: Item = {
  id: "triage.scope",
  title: words(
    "Handlar det om samhället i stort, en service, en enskild utformning eller ett fast råd?",
    "Is it about society at large, a service, a single design, or a standing council?",
  ),
  strength: "M",
  responsible: ["initiator"],
  source: ["SEED"],
  fields: [
    {
      name: "scope",
      type: "enum",
      label: words("Det handlar om", "It is about"),
      required: true,
      options: [
        option("societal", "Samhället i stort", "Society at large"),
        option("service", "En service", "A service"),
        option("single_issue", "En enskild utformning", "A single design"),
        option("standing_forum", "Ett fast råd", "A standing council"),
      ],
    },
    {
      name: "serviceRelation",
      type: "enum",
      label: words("De som använder servicen är", "Those who use the service are"),
      hint: words(
        "Brukare får en insats, till exempel hemtjänst. Kunder köper eller väljer en tjänst.",
        "Service users receive care or support. Customers buy or choose a service.",
      ),
      required: true,
      when: { field: "scope", is: ["service"] },
      options: [
        option("users", "Brukare", "Service users"),
        option("customers", "Kunder", "Customers"),
      ],
    },
  ],
};

const influence: Item = {
  id: "triage.influence",
  title: words("Går frågan fortfarande att påverka?", "Can the issue still be influenced?"),
  strength: "M",
  responsible: ["initiator"],
  source: ["SEED box", "SKR-2019", "OECD-P"],
  fields: [
    {
      name: "isInfluenceable",
      type: "enum",
      label: words("Frågan går att påverka", "The issue can be influenced"),
      required: true,
      options: [
        option("yes", "Ja", "Yes"),
        option("partly", "Delvis", "Partly"),
        option("no", "Nej", "No"),
      ],
    },
    {
      name: "fixedConstraints",
      type: "longtext",
      label: words("Det här ligger fast", "This is fixed"),
      hint: words(
        "Skriv det som inte går att ändra, till exempel att staten äger perrongen.",
        "Write what cannot be changed, for example that the state owns the platform.",
      ),
      required: { field: "isInfluenceable", is: ["partly"] },
    },
  ],
};

const decision: Item = {
  id: "triage.decision",
  title: words(
    "Ska förtroendevalda fatta ett beslut i frågan, och är det beslutet inte redan fattat?",
    "Will elected officials make a decision on the issue, and is that decision still to come?",
  ),
  strength: "M",
  responsible: ["initiator"],
  source: ["SEED", "OECD-P"],
  fields: [
    {
      name: "decisionPending",
      type: "bool",
      label: words("Ja, beslutet återstår", "Yes, the decision is still to come"),
      required: true,
    },
    {
      name: "decidingBody",
      type: "bodyRef",
      label: words("Nämnd eller styrelse som beslutar", "The board that decides"),
    },
  ],
};

const legal: Item = {
  id: "triage.legal",
  title: words(
    "Finns det samråd som lagen kräver i samma fråga?",
    "Does the law demand a consultation on the same issue?",
  ),
  strength: "M",
  responsible: ["civilServant", "initiator"],
  source: ["SEED", "PBL 3:8", "PBL 5:11", "LEGAL"],
  fields: [
    {
      name: "legalConsultation",
      type: "enum",
      label: words("Samråd enligt lag", "Consultation demanded by law"),
      hint: words(
        "Samrådet ska göras ändå. Dialogen ersätter det aldrig.",
        "The consultation must be held anyway. The dialogue never replaces it.",
      ),
      required: true,
      list: true,
      options: [
        option("none", "Inget", "None"),
        option("pbl_oversiktsplan", "Översiktsplan (PBL)", "Comprehensive plan (PBL)"),
        option("pbl_detaljplan", "Detaljplan (PBL)", "Detailed development plan (PBL)"),
        option("miljobalken", "Miljöbalken", "Environmental Code"),
        option("minority", "Nationella minoriteter", "National minorities"),
        option("sami", "Samiska folket", "The Sami people"),
        option("other", "Annat", "Other"),
      ],
    },
  ],
};

const result: Item = {
  id: "triage.result",
  title: words(
    "Boten föreslår dialogform. Ordföranden kan ändra med motivering.",
    "The bot suggests a type of dialogue. The chair can change it and give a reason.",
  ),
  strength: "M",
  responsible: ["chair"],
  source: [],
  fields: [
    {
      name: "dialogueType",
      type: "enum",
      label: words("Föreslagen dialogform", "Suggested type of dialogue"),
      required: true,
      computed: true,
      options: TYPE_OPTIONS,
    },
    {
      name: "overrideType",
      type: "enum",
      label: words("Annan dialogform", "Another type of dialogue"),
      hint: words("Lämna tomt om förslaget stämmer.", "Leave empty if the suggestion is right."),
      options: OVERRIDE_OPTIONS,
    },
    {
      name: "overrideReason",
      type: "text",
      label: words("Motivering", "Reason"),
      hint: words(
        "Skriv varför en annan form passar bättre.",
        "Write why another type fits better.",
      ),
      required: { field: "overrideType", is: OVERRIDE_OPTIONS.map(({ value }) => value) },
    },
  ],
};

/** Step 0: stops what is really information, user dialogue or statutory consultation (process.md §4.0). */
export const triage: Step = {
  id: "triage",
  order: 0,
  title: words("Rätt sorts dialog?", "Triage"),
  purpose: words(
    "Ni väljer rätt form innan någon får ett löfte.",
    "You choose the right form before anyone is promised anything.",
  ),
  decision: words("Vilken dialogform som passar.", "Which type of dialogue fits."),
  lane: "together",
  items: [summary, initiator, ledBy, scope, influence, decision, legal, result],
};

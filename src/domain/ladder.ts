import { option, words } from "./process/wording.ts";
import type { Option, Words } from "./template.ts";

/** Enum values stay Swedish: the English words collide with others (glossary.md). */
export type ParticipationLevel =
  | "information"
  | "konsultation"
  | "dialog"
  | "inflytande"
  | "medbeslutande";

/** One rung of delaktighetstrappan (process.md §6). */
export type LadderLevel = {
  readonly code: ParticipationLevel;
  /** 1–5. Higher is not better: the purpose decides. */
  readonly step: number;
  readonly name: Words;
  readonly character: Words;
  readonly citizensGet: Words;
  /** Methods that suit the level; another level's method gives W-METHOD-LEVEL. */
  readonly methods: readonly Option[];
  /** Shown in the invitation. Information promises nothing: it is no dialogue. */
  readonly promise?: Words;
  /** Fewer occasions than this give W-LEVEL-ONE-EVENT. */
  readonly expectedOccasions?: number;
  /** Only the board may choose the level (R-LEVEL5). */
  readonly boardOnly?: true;
};

/** Always shown with the level, whichever it is (process.md §3 R-LEVEL5). */
export const FINAL_DECISION_WORDS = words(
  "Det slutliga beslutet fattas av de förtroendevalda.",
  "The final decision is made by the elected officials.",
);

/** The five levels from the lowest to the highest; the first one is no medborgardialog. */
export const LADDER: readonly LadderLevel[] = [
  {
    code: "information",
    step: 1,
    name: words("Information", "Information"),
    character: words("Envägskommunikation", "One-way communication"),
    citizensGet: words("Veta", "To know"),
    methods: [
      option("newspaper", "Tidning", "Newspaper"),
      option("web", "Webb", "Web"),
      option("print", "Trycksaker", "Printed matter"),
      option("information_meeting", "Informationsmöte", "Information meeting"),
    ],
  },
  {
    code: "konsultation",
    step: 2,
    name: words("Konsultation", "Consultation"),
    character: words(
      "Kommunen samlar in synpunkter, förfrågningar och klagomål",
      "The municipality collects views, requests and complaints",
    ),
    citizensGet: words("Tycka", "To give an opinion"),
    methods: [
      option("survey", "Enkät", "Survey"),
      option("council", "Råd", "Council"),
      option("focus_group", "Fokusgrupp", "Focus group"),
      option("submitted_proposals", "Inlämnade förslag och synpunkter", "Submitted proposals"),
    ],
    promise: words(
      "Vi samlar in dina synpunkter och redovisar dem innan beslutet fattas.",
      "We collect your views and present them before the decision is made.",
    ),
  },
  {
    code: "dialog",
    step: 3,
    name: words("Dialog", "Dialogue"),
    character: words(
      "Människor möts i olika former och samtalar",
      "People meet in different ways and talk with each other",
    ),
    citizensGet: words("Resonera", "To reason"),
    methods: [
      option("open_space", "Open space", "Open space"),
      option("dialogue_cafe", "Dialogcafé", "Dialogue café"),
      option("web_forum", "Webbforum", "Web forum"),
      option("citizens_meeting", "Medborgarstämma", "Citizens’ meeting"),
    ],
    promise: words(
      "Vi resonerar tillsammans, och samtalet blir en del av underlaget.",
      "We reason together, and the conversation becomes part of the basis for the decision.",
    ),
  },
  {
    code: "inflytande",
    step: 4,
    name: words("Inflytande", "Influence"),
    character: words(
      "Medborgarna är delaktiga under en längre tid, utifrån ett övergripande tema",
      "Citizens take part over a longer time, starting from an overall theme",
    ),
    citizensGet: words("Planera och genomföra", "To plan and carry out"),
    methods: [
      option("future_workshop", "Framtidsverkstad", "Future workshop"),
      option("joint_project", "Gemensamt projekt", "Joint project"),
    ],
    promise: words(
      "Du är med och tar fram förslag under en längre tid.",
      "You take part in drawing up proposals over a longer time.",
    ),
    expectedOccasions: 2,
  },
  {
    code: "medbeslutande",
    step: 5,
    name: words("Medbeslutande", "Joint decision making"),
    character: words("Gemensamt beslutsfattande", "Decisions are made together"),
    citizensGet: words("Bestämma", "To decide"),
    methods: [
      option("consultation_vote", "Rådslag med omröstning", "Consultation with a vote"),
      option("participatory_budget", "Medborgarbudget", "Participatory budget"),
    ],
    promise: words(
      "Ni väljer inom den ram nämnden har bestämt. Nämnden fattar det formella beslutet och har lovat att följa resultatet inom ramen.",
      "You choose within the frame the board has set. The board makes the formal decision and has promised to follow the result within that frame.",
    ),
    boardOnly: true,
  },
];

/** The four levels a planned medborgardialog can have; information is left out (process.md §6). */
export const DIALOGUE_LEVELS: readonly LadderLevel[] = LADDER.filter(({ step }) => step > 1);

/** The level with this code. Throws for a code the ladder lacks, which only a bug can bring. */
export function levelOf(code: string): LadderLevel {
  const level = LADDER.find((one) => one.code === code);
  if (!level)
    throw new Error(`The participation ladder has no level "${code}"; see domain/ladder.ts.`);
  return level;
}

/** Whether the method belongs to the level; one the ladder does not know suits every level (process.md §6). */
export function suitsLevel(method: string, code: ParticipationLevel): boolean {
  const homes = LADDER.filter(({ methods }) => methods.some(({ value }) => value === method));
  return homes.length === 0 || homes.some((home) => home.code === code);
}

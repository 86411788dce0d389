import { QUESTIONNAIRES } from "../evaluation/questions.ts";
import type { Field, Option } from "../template.ts";
import { option, words } from "./wording.ts";

/** The participants' questions, word for word as they are asked (evaluation.md §3). */
const QUESTION_OPTIONS: readonly Option[] = QUESTIONNAIRES.participant.map(({ id, words: asked }) =>
  option(id, asked.sv, asked.en),
);

/** How the internal round is held (process.md §4.10, evaluation.md §5). */
export const INTERNAL_MODE_OPTIONS: readonly Option[] = [
  option("anonymous", "Var och en svarar utan namn", "Everybody answers without a name"),
  option(
    "joint_reflection",
    "Gemensam genomgång på lärandemötet",
    "Joint reflection at the meeting",
  ),
];

/** The evaluation plan (process.md §10). The dates of a round are worked out from the occasions and feedback 2 (D09, D15). */
export const EVALUATION_PLAN_FIELDS: readonly Field[] = [
  {
    name: "participantQuestions",
    type: "enum",
    label: words("Frågor till deltagarna", "Questions for the participants"),
    hint: words(
      "För barn och på lättläst: P1, P4, P5 och P8.",
      "For children and in easy-to-read form: P1, P4, P5 and P8.",
    ),
    required: true,
    list: true,
    options: QUESTION_OPTIONS,
  },
  {
    name: "modes",
    type: "enum",
    label: words("Så lämnas enkäten ut", "How the survey is handed out"),
    required: true,
    list: true,
    options: [
      option("qr", "QR-kod", "QR code"),
      option("link", "Länk", "Link"),
      option("paper", "Papper", "Paper"),
      option("oral", "Muntligt", "Orally"),
    ],
  },
  {
    name: "languages",
    type: "lang",
    label: words("Språk i enkäten", "Languages of the survey"),
    hint: words("Språkkoder, till exempel sv, ar, so.", "Language codes, for example sv, ar, so."),
    list: true,
  },
  {
    name: "opens",
    type: "date",
    label: words("Enkäten öppnar", "The survey opens"),
    computed: true,
  },
  {
    name: "closes",
    type: "date",
    label: words("Enkäten stänger", "The survey closes"),
    computed: true,
  },
  {
    name: "internalMode",
    type: "enum",
    label: words("Intern utvärdering", "Internal evaluation"),
    options: INTERNAL_MODE_OPTIONS,
  },
  {
    name: "internalInvitees",
    type: "userRef",
    label: words("Inbjudna till den interna utvärderingen", "Invited to the internal evaluation"),
    hint: words(
      "Är de färre än sju går ni igenom frågorna tillsammans.",
      "If there are fewer than seven, you go through the questions together.",
    ),
    required: true,
    list: true,
    from: "anyone",
  },
  {
    name: "threshold",
    type: "int",
    label: words("Minsta antal svar som visas", "Fewest answers that are shown"),
    hint: words("Fem om ni inte anger fler.", "Five unless you enter more."),
    min: 5,
  },
  {
    name: "reporter",
    type: "text",
    label: words("Rapporterar till nämnden", "Reports to the board"),
  },
  {
    name: "publish",
    type: "bool",
    label: words("Resultatet publiceras", "The result is published"),
  },
  {
    name: "learningMeetingPlanned",
    type: "date",
    label: words("Planerat lärandemöte", "Planned learning meeting"),
  },
];

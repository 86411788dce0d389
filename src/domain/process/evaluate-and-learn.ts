import { QUESTIONNAIRES } from "../evaluation/questions.ts";
import type { Field, Item, Step } from "../template.ts";
import { INTERNAL_MODE_OPTIONS } from "./evaluation-plan.ts";
import { LESSON_FIELDS } from "./lesson.ts";
import { OCCASION_ROWS } from "./planning-method.ts";
import { option, words } from "./wording.ts";

const participants: Item = {
  id: "eval.participants",
  title: words(
    "Stäng deltagarnas utvärdering och visa resultatet.",
    "Close the participants’ evaluation and show the result.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "rounds",
      type: "record",
      label: words("Omgångar", "Rounds"),
      required: true,
      list: true,
      min: 1,
      fields: [
        {
          name: "eventId",
          type: "enum",
          label: words("Tillfälle", "Event"),
          required: true,
          choicesFrom: OCCASION_ROWS,
        },
        { name: "closedAt", type: "date", label: words("Stängd den", "Closed on") },
        { name: "n", type: "int", label: words("Antal svar", "Number of answers"), min: 0 },
      ],
    },
  ],
};

const internal: Item = {
  id: "eval.internal",
  title: words("Genomför den interna utvärderingen.", "Carry out the internal evaluation."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    { name: "roundId", type: "text", label: words("Omgång", "Round"), required: true },
    {
      name: "mode",
      type: "enum",
      label: words("Form", "Form"),
      required: true,
      options: INTERNAL_MODE_OPTIONS,
    },
    {
      name: "invited",
      type: "int",
      label: words("Antal inbjudna", "Number invited"),
      required: true,
      min: 0,
    },
    {
      name: "n",
      type: "int",
      label: words("Antal svar", "Number of answers"),
      required: true,
      min: 0,
    },
    {
      name: "closedAt",
      type: "date",
      label: words("Stängd den", "Closed on"),
      hint: words(
        "Lämna tomt om det är i dag. Lärandemötets datum räknas härifrån.",
        "Leave empty if it is today. The learning meeting’s date counts from here.",
      ),
    },
  ],
};

/** What a group too small for answers of its own writes down instead (evaluation.md §5.8). */
const CONCLUSION_FIELDS: readonly Field[] = [
  {
    name: "question",
    type: "enum",
    label: words("Fråga", "Question"),
    required: true,
    options: QUESTIONNAIRES.internal
      .filter(({ scale }) => scale !== "free")
      .map(({ id, words: asked }) => option(id, asked.sv, asked.en)),
  },
  {
    name: "conclusion",
    type: "longtext",
    label: words("Det är vi överens om", "This we agree on"),
    required: true,
  },
];

const meeting: Item = {
  id: "eval.meeting",
  title: words("Håll lärandemöte.", "Hold a learning meeting."),
  strength: "M",
  responsible: ["chair"],
  source: ["SEED box name"],
  fields: [
    { name: "heldAt", type: "date", label: words("Hölls den", "Held on"), required: true },
    { name: "notes", type: "docRef", label: words("Länk till anteckningar", "Link to the notes") },
    {
      name: "conclusions",
      type: "record",
      label: words("Det ni kom överens om", "What you agreed on"),
      hint: words(
        "När ni går igenom frågorna tillsammans: skriv det gruppen enades om, inte vem som sa vad.",
        "When you go through the questions together: write what the group agreed on, not who said what.",
      ),
      list: true,
      fields: CONCLUSION_FIELDS,
    },
  ],
};

const lessons: Item = {
  id: "eval.lessons",
  title: words(
    "Skriv lärdomar som nästa dialog kan använda.",
    "Write lessons that the next dialogue can use.",
  ),
  strength: "M",
  responsible: ["steeringGroup"],
  source: ["SEED"],
  fixedByChair: true,
  fields: [
    {
      name: "lessons",
      type: "record",
      label: words("Lärdomar", "Lessons"),
      required: true,
      list: true,
      min: 1,
      fields: LESSON_FIELDS,
    },
  ],
};

const report: Item = {
  id: "eval.report",
  title: words("Rapportera utvärderingen till nämnden.", "Report the evaluation to the board."),
  strength: "S",
  responsible: ["civilServant"],
  source: ["ASSUMPTION"],
  fields: [
    {
      name: "report",
      type: "docRef",
      label: words("Länk till rapporten", "Link to the report"),
      required: true,
    },
    {
      name: "reportedAt",
      type: "date",
      label: words("Rapporterad den", "Reported on"),
      required: true,
    },
    {
      name: "paragraph",
      type: "text",
      label: words("Paragraf", "Paragraph"),
      hint: words("Till exempel § 102.", "For example § 102."),
    },
  ],
};

/** Step 10: better next time (process.md §4.10, evaluation.md). */
export const evaluateAndLearn: Step = {
  id: "evaluate-and-learn",
  order: 10,
  title: words("Utvärdering och gemensamt lärande", "Evaluation and shared learning"),
  purpose: words("Nästa dialog blir bättre.", "The next dialogue gets better."),
  decision: words("Styrgruppen godkänner lärdomarna.", "The steering group accepts the lessons."),
  lane: "together",
  items: [participants, internal, meeting, lessons, report],
};

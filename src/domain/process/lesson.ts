import type { Field, Option } from "../template.ts";
import { option, words } from "./wording.ts";

/** Every step by its short name, so that a lesson can say where it happened. */
const STEP_OPTIONS: readonly Option[] = [
  option("triage", "Rätt sorts dialog?", "Triage"),
  option("identify-issue", "Fråga", "Issue"),
  option("purpose-and-influence", "Syfte", "Purpose"),
  option("decide-dialogue", "Beslut om dialog", "Decision to hold a dialogue"),
  option("planning", "Planering", "Planning"),
  option("checkpoint", "Avstämning", "Checkpoint"),
  option("conduct-dialogue", "Genomföra dialog", "Conduct the dialogue"),
  option("compile-results", "Sammanställa resultat", "Compile results"),
  option("final-decision", "Beslut", "Final decision"),
  option("feedback-to-citizens", "Återkoppling", "Feedback"),
  option("evaluate-and-learn", "Utvärdering", "Evaluation"),
  option("follow-up", "Uppföljning", "Follow-up"),
];

/** Questions of both evaluations by number, and the other grounds (evaluation.md §7). */
const EVIDENCE_OPTIONS: readonly Option[] = [
  ...numbered("I", 12, "Intern fråga", "Internal question"),
  ...numbered("P", 9, "Deltagarnas fråga", "Participants’ question"),
  option("debrief", "Genomgång efter tillfälle", "Debrief after an event"),
  option("deadline", "Datum", "Deadline"),
  option("attendance", "Antal deltagare", "Attendance"),
  option("freeText", "Fritext", "Free text"),
  option("other", "Annat", "Other"),
];

function numbered(letter: string, last: number, sv: string, en: string): Option[] {
  return Array.from({ length: last }, (_, index) => {
    const code = `${letter}${index + 1}`;
    return option(code, `${sv} ${code}`, `${en} ${code}`);
  });
}

const TAG_OPTIONS: readonly Option[] = [
  option("target-groups", "Målgrupper", "Target groups"),
  option("method", "Metod", "Method"),
  option("time", "Tid", "Time"),
  option("budget", "Budget", "Budget"),
  option("roles", "Roller", "Roles"),
  option("communication", "Kommunikation", "Communication"),
  option("accessibility", "Tillgänglighet", "Accessibility"),
  option("feedback", "Återkoppling", "Feedback"),
  option("digital", "Digitalt", "Digital"),
  option("children", "Barn", "Children"),
];

const OWNER_OPTIONS: readonly Option[] = [
  option("steeringChair", "Ordföranden i styrgruppen", "Chair of the steering group"),
  option("steeringMember", "Ledamöterna i styrgruppen", "Members of the steering group"),
  option("departmentHead", "Förvaltningschefen", "Head of department"),
  option("civilServant", "Tjänstepersonen", "The civil servant"),
  option("communicator", "Kommunikatören", "The communications officer"),
  option("registrar", "Registratorn", "The registrar"),
];

/** A lesson holds no personal data and is kept for good (evaluation.md §7). */
export const LESSON_FIELDS: readonly Field[] = [
  { name: "lessonId", type: "text", label: words("Nummer", "Number"), computed: true },
  { name: "step", type: "enum", label: words("Steg", "Step"), options: STEP_OPTIONS },
  {
    name: "kind",
    type: "enum",
    label: words("Slag", "Kind"),
    options: [
      option("keep", "Behåll", "Keep"),
      option("change", "Ändra", "Change"),
      option("stop", "Sluta", "Stop"),
      option("try", "Pröva", "Try"),
    ],
  },
  {
    name: "observation",
    type: "text",
    label: words("Det här hände", "What happened"),
    hint: words("Skriv fakta, inga personer.", "Write facts, no persons."),
    required: true,
  },
  {
    name: "evidence",
    type: "enum",
    label: words("Det här visar det", "What shows it"),
    required: true,
    list: true,
    options: EVIDENCE_OPTIONS,
  },
  { name: "cause", type: "text", label: words("Orsak", "Cause") },
  {
    name: "recommendation",
    type: "text",
    label: words("Gör så här nästa gång", "Do this next time"),
    hint: words("En sak, som en uppmaning.", "One thing, as an instruction."),
    required: true,
  },
  {
    name: "owner",
    type: "role",
    label: words("Ansvarig roll", "Role in charge"),
    options: OWNER_OPTIONS,
  },
  { name: "due", type: "date", label: words("Senast", "Due") },
  {
    name: "status",
    type: "enum",
    label: words("Läge", "Status"),
    options: [
      option("open", "Öppen", "Open"),
      option("accepted", "Godkänd", "Accepted"),
      option("done", "Klar", "Done"),
      option("rejected", "Avvisad", "Rejected"),
    ],
  },
  { name: "tags", type: "enum", label: words("Ämnen", "Tags"), list: true, options: TAG_OPTIONS },
  {
    name: "reuseHint",
    type: "text",
    label: words("Råd till nästa dialog", "Advice to the next dialogue"),
    hint: words(
      "Visas när en dialog med samma ämne planeras.",
      "Shown when a dialogue with the same tag is planned.",
    ),
  },
];

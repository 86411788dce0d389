import type { Item } from "../template.ts";
import { words } from "./wording.ts";

const appoint: Item = {
  id: "plan.appoint",
  title: words(
    "Förvaltningschefen utser tjänsteperson.",
    "The head of department appoints a civil servant.",
  ),
  strength: "M",
  responsible: ["departmentHead"],
  source: ["SEED"],
  fields: [
    {
      name: "civilServant",
      type: "userRef",
      label: words("Tjänsteperson", "Civil servant"),
      hint: words(
        "Leder arbetet till stöd för styrgruppen.",
        "Leads the work in support of the steering group.",
      ),
      required: true,
      from: "employees",
    },
    {
      name: "appointedAt",
      type: "date",
      label: words("Utsedd den", "Appointed on"),
      required: true,
    },
    {
      name: "hoursPerWeek",
      type: "int",
      label: words("Timmar i veckan", "Hours a week"),
      min: 0,
    },
    {
      name: "deputy",
      type: "userRef",
      label: words("Ersättare", "Deputy"),
      hint: words(
        "Tar över när tjänstepersonen inte kan.",
        "Takes over when the civil servant cannot.",
      ),
      from: "employees",
    },
  ],
};

const kickoff: Item = {
  id: "plan.kickoff",
  title: words(
    "Håll startmöte med styrgruppen.",
    "Hold a kick-off meeting with the steering group.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["ASSUMPTION"],
  fields: [
    {
      name: "kickoffDate",
      type: "date",
      label: words("Dag för startmötet", "Day of the kick-off"),
      required: true,
    },
    {
      name: "notes",
      type: "docRef",
      label: words("Länk till anteckningar", "Link to the notes"),
    },
  ],
};

const lessons: Item = {
  id: "plan.lessons",
  title: words(
    "Gå igenom lärdomar från tidigare dialoger.",
    "Go through lessons from earlier dialogues.",
  ),
  strength: "S",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "lessonsReviewed",
      type: "lessonRef",
      label: words("Lärdomar ni har gått igenom", "Lessons you have gone through"),
      list: true,
    },
  ],
};

/** Agreed by the steering group, so the chair fixes it (decisions.md §1.8). */
const questions: Item = {
  id: "plan.questions",
  title: words(
    "Skriv två till fem frågor till deltagarna på enkelt språk.",
    "Write two to five questions for the participants in plain language.",
  ),
  strength: "M",
  responsible: ["civilServant", "steeringGroup"],
  source: ["SEED", "OECD-P", "språklagen 11 §"],
  fixedByChair: true,
  fields: [
    {
      name: "questions",
      type: "text",
      label: words("Frågor till deltagarna", "Questions for the participants"),
      hint: words("En fråga på varje rad.", "One question on each row."),
      required: true,
      list: true,
      min: 2,
      max: 5,
    },
    {
      name: "readabilityChecked",
      type: "bool",
      label: words("Språket är kontrollerat", "The language has been checked"),
      hint: words(
        "Låt någon utanför gruppen läsa frågorna högt.",
        "Let somebody outside the group read the questions aloud.",
      ),
      required: true,
    },
  ],
};

/** Parts A and B of the planning (process.md §4.4). */
export const START_ITEMS: readonly Item[] = [appoint, kickoff, lessons];
export const QUESTION_ITEMS: readonly Item[] = [questions];

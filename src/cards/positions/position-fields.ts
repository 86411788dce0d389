import type { PositionMatter } from "../../domain/position.ts";
import { POSITION_ANSWERS } from "../../domain/tally.ts";
import type { Field } from "../../domain/template.ts";
import { textsOf } from "../texts/texts.ts";

/** Item id of what the forms about a position ask; no item of the template has it. */
export const POSITION = "position";
export const MATTERS: readonly PositionMatter[] = [
  "proposal",
  "feedback-method",
  "level",
  "lessons",
  "other",
];

const sv = textsOf("sv").positions;
const en = textsOf("en").positions;
const nameless = { sv: "", en: "" };

/** What the forms ask, as fields, so that they are drawn and read as all others are. */
export const FIELDS = {
  matter: {
    name: "matter",
    type: "enum",
    label: nameless,
    options: MATTERS.map((value) => ({
      value,
      label: { sv: sv.matters[value], en: en.matters[value] },
    })),
  },
  question: { name: "question", type: "text", label: nameless },
  closesAt: { name: "closesAt", type: "datetime", label: nameless },
  present: { name: "present", type: "userRef", label: nameless, list: true },
  seat: { name: "seat", type: "userRef", label: nameless },
  substitute: { name: "substitute", type: "userRef", label: nameless },
  answer: {
    name: "answer",
    type: "enum",
    label: nameless,
    options: POSITION_ANSWERS.map((value) => ({
      value,
      label: { sv: sv.answers[value], en: en.answers[value] },
    })),
  },
  reason: { name: "reason", type: "longtext", label: nameless },
  comment: { name: "comment", type: "longtext", label: nameless },
} as const satisfies { readonly [name: string]: Field };

export function positionField(name: string): Field | undefined {
  return Object.values<Field>(FIELDS).find((field) => field.name === name);
}

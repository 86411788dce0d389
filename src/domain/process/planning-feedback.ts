import type { Item } from "../template.ts";
import { REPLY_CHANNELS } from "./shared-fields.ts";
import { words } from "./wording.ts";

const feedbackMethod: Item = {
  id: "plan.feedback-method",
  title: words(
    "Bestäm hur, när och av vem deltagarna får veta resultatet.",
    "Decide how, when and by whom the participants are told the result.",
  ),
  strength: "M",
  responsible: ["steeringGroup"],
  source: ["SEED"],
  fixedByChair: true,
  fields: [
    {
      name: "feedbackChannels",
      type: "enum",
      label: words("Kanaler för återkoppling", "Channels for feedback"),
      hint: words(
        "Minst en ska fungera utan att någon lämnar personuppgifter.",
        "At least one must work without anybody leaving personal data.",
      ),
      required: true,
      list: true,
      options: REPLY_CHANNELS,
    },
    {
      name: "feedbackSender",
      type: "userRef",
      label: words("Avsändare", "Sender"),
      hint: words("En förtroendevald.", "An elected official."),
      required: true,
      from: "elected",
    },
    {
      name: "feedback1Due",
      type: "date",
      label: words("Återkoppling 1 senast", "Feedback 1 no later than"),
      hint: words("Lämna tomt för det vanliga datumet.", "Leave empty for the usual date."),
    },
    {
      name: "feedback2Rule",
      type: "text",
      label: words("När kommer återkoppling 2?", "When does feedback 2 come?"),
      hint: words(
        "Till exempel: inom tre veckor efter nämndens beslut.",
        "For example: within three weeks of the board’s decision.",
      ),
    },
    {
      name: "followUpMonths",
      type: "int",
      label: words("Uppföljning efter antal månader", "Follow-up after this many months"),
      hint: words("Till exempel 6, 12.", "For example 6, 12."),
      required: true,
      list: true,
      min: 1,
    },
    {
      name: "decidedAt",
      type: "date",
      label: words("Bestämt den", "Decided on"),
      required: true,
    },
  ],
};

const feedbackPromise: Item = {
  id: "plan.feedback-promise",
  title: words(
    "Skriv den text om återkoppling som ska stå i inbjudan.",
    "Write the text about feedback that will stand in the invitation.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "feedbackPromise",
      type: "text",
      label: words("Text om återkoppling", "Text about feedback"),
      hint: words(
        "Skriv hur, när och av vem deltagarna får veta resultatet.",
        "Write how, when and by whom the participants are told the result.",
      ),
      required: true,
    },
  ],
};

/** Part E of the planning, decided early: D03 (process.md §4.4). */
export const FEEDBACK_ITEMS: readonly Item[] = [feedbackMethod, feedbackPromise];

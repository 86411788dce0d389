import type { Field } from "../template.ts";
import { dnrField } from "./shared-fields.ts";
import { option, words } from "./wording.ts";

/** What is registered of a formal decision, the same for the first and the final one (process.md §4.3, §4.8). */
export const REGISTER_FIELDS: readonly Field[] = [
  {
    name: "body",
    type: "bodyRef",
    label: words("Nämnd, styrelse eller fullmäktige", "Board, executive or council"),
    required: true,
  },
  {
    name: "meetingDate",
    type: "date",
    label: words("Sammanträdesdag", "Day of the meeting"),
    required: true,
  },
  {
    name: "paragraph",
    type: "text",
    label: words("Paragraf", "Paragraph"),
    hint: words("Till exempel § 12.", "For example § 12."),
    required: true,
  },
  dnrField,
  {
    name: "decidedUnder",
    type: "enum",
    label: words("Så fattades beslutet", "How the decision was made"),
    hint: words(
      "Ordförandens brådskande beslut ska anmälas vid nästa sammanträde.",
      "The chair’s urgent decision must be reported at the next meeting.",
    ),
    required: true,
    options: [
      option("normal", "Vid sammanträdet", "At the meeting"),
      option("urgent_chair", "Av ordföranden, brådskande", "By the chair, urgent"),
      option("delegated", "På delegation", "By delegation"),
    ],
  },
  {
    name: "decisionText",
    type: "longtext",
    label: words("Beslutet, ord för ord", "The decision, word for word"),
    hint: words("Kopiera texten från protokollet.", "Copy the text from the minutes."),
    required: true,
  },
  {
    name: "reservations",
    type: "text",
    label: words("Reservationer", "Reservations"),
    hint: words("Så som de står i protokollet.", "As they stand in the minutes."),
    list: true,
  },
  {
    name: "minutesNotes",
    type: "text",
    label: words("Protokollsanteckningar", "Notes to the minutes"),
    list: true,
  },
  {
    name: "minutesUrl",
    type: "docRef",
    label: words("Länk till protokollet", "Link to the minutes"),
  },
];

/** The way of the minutes until the decision stands (KL 5:69, 8:12, 13:5). */
export const MINUTES_FIELDS: readonly Field[] = [
  {
    name: "minutesApproved",
    type: "date",
    label: words("Justerat", "Approved"),
    hint: words("Senast 14 dagar efter sammanträdet.", "No later than 14 days after the meeting."),
  },
  {
    name: "minutesAnnounced",
    type: "date",
    label: words("Anslaget", "Announced"),
    hint: words("Senast andra dagen efter justeringen.", "No later than two days after approval."),
  },
  {
    name: "appealUntil",
    type: "date",
    label: words("Kan överklagas till och med", "Can be appealed until"),
    computed: true,
  },
  {
    name: "appealed",
    type: "bool",
    label: words("Beslutet är överklagat", "The decision has been appealed"),
  },
];

/** Written by the chair's press, never typed (decisions.md §8.5). */
export const CONFIRM_FIELDS: readonly Field[] = [
  {
    name: "confirmedBy",
    type: "userRef",
    label: words("Bekräftat av", "Confirmed by"),
    required: true,
    computed: true,
  },
  {
    name: "confirmedAt",
    type: "datetime",
    label: words("Bekräftat", "Confirmed at"),
    required: true,
    computed: true,
  },
];

import type { Field, Item, Step } from "../template.ts";
import { OCCASION_ITEMS } from "./occasion.ts";
import { channelsField } from "./publish-fields.ts";
import { option, words } from "./wording.ts";

/** The five compulsory contents of an invitation (process.md §8). */
const contents: Field = {
  name: "contents",
  type: "enum",
  label: words("Inbjudan berättar", "The invitation tells"),
  hint: words("Alla fem ska finnas med.", "All five must be there."),
  required: true,
  list: true,
  min: 5,
  options: [
    option("question", "Vilken frågan är", "What the question is"),
    option(
      "influence",
      "Vad som går att påverka och inte, med löftet",
      "What can and cannot be influenced, with the promise",
    ),
    option("decision", "Vem som beslutar och när", "Who decides and when"),
    option("feedback", "Hur och när återkopplingen kommer", "How and when feedback comes"),
    option(
      "privacy",
      "Hur personuppgifter hanteras, och vem som hjälper till med tillgänglighet",
      "How personal data are handled, and who helps with accessibility",
    ),
  ],
};

const invite: Item = {
  id: "event.invite",
  title: words(
    "Publicera inbjudan: fråga, inflytande, hur återkoppling sker, hur personuppgifter hanteras.",
    "Publish the invitation: question, influence, how feedback is given, how personal data are handled.",
  ),
  strength: "M",
  responsible: ["communicator"],
  source: ["SEED", "GDPR art. 13", "OECD-P"],
  fields: [
    {
      name: "publishedAt",
      type: "date",
      label: words("Publicerad den", "Published on"),
      required: true,
    },
    channelsField,
    {
      name: "doc",
      type: "docRef",
      label: words("Länk till inbjudan", "Link to the invitation"),
      required: true,
    },
    contents,
  ],
};

/** Compulsory when an occasion has been moved, or cancelled once people are invited (process.md §8 (7), §13.3). */
const notice: Item = {
  id: "event.notice",
  title: words(
    "Berätta att tillfället är ändrat eller inställt.",
    "Tell people that the event has been changed or cancelled.",
  ),
  strength: "M",
  responsible: ["communicator"],
  source: ["SEED", "ASSUMPTION"],
  each: "change",
  fields: [
    { name: "sentAt", type: "date", label: words("Skickat den", "Sent on"), required: true },
    channelsField,
    { name: "doc", type: "docRef", label: words("Länk till texten", "Link to the text") },
  ],
};

/** Step 6: a structured talk with elected officials present (process.md §4.6). */
export const conductDialogue: Step = {
  id: "conduct-dialogue",
  order: 6,
  title: words("Genomföra dialog", "Conduct the dialogue"),
  purpose: words(
    "Ni håller ett strukturerat samtal där förtroendevalda deltar.",
    "You hold a structured talk in which elected officials take part.",
  ),
  decision: words("Inga beslut, bara praktiska frågor.", "No decisions, only practical matters."),
  lane: "together",
  items: [invite, notice, ...OCCASION_ITEMS],
};

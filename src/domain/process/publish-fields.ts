import type { Field } from "../template.ts";
import { REPLY_CHANNELS } from "./shared-fields.ts";
import { words } from "./wording.ts";

/** Where something was published; takes other channels in words (decisions.md §5.5). */
export const channelsField: Field = {
  name: "channels",
  type: "enum",
  label: words("Kanaler", "Channels"),
  required: true,
  list: true,
  other: true,
  options: REPLY_CHANNELS,
};

/** What is recorded of every message to the citizens (process.md §4.9). */
export const PUBLISH_FIELDS: readonly Field[] = [
  { name: "sentAt", type: "date", label: words("Skickat den", "Sent on"), required: true },
  channelsField,
  {
    name: "doc",
    type: "docRef",
    label: words("Länk till texten", "Link to the text"),
    required: true,
  },
  {
    name: "sender",
    type: "userRef",
    label: words("Avsändare", "Sender"),
    hint: words("En förtroendevald.", "An elected official."),
    required: true,
    from: "elected",
  },
];

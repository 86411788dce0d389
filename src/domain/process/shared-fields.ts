import { DIALOGUE_LEVELS } from "../ladder.ts";
import type { Field, Option } from "../template.ts";
import { option, words } from "./wording.ts";

/** Case numbers such as "SBN 2027-0041" (process.md §4.1); a municipality's own template may carry another pattern. */
export const DNR_PATTERN = "[A-ZÅÄÖ]{2,4} \\d{4}[/-]\\d{1,5}";

const dnrHint = words("Till exempel SBN 2027-0041.", "For example SBN 2027-0041.");

/** The field that holds a case number. */
export const dnrField: Field = {
  name: "dnr",
  type: "text",
  label: words("Diarienummer", "Case number"),
  hint: dnrHint,
  required: true,
  pattern: DNR_PATTERN,
};

/** The levels of a planned dialogue as choices (process.md §6: information is none of them). */
export const LEVEL_OPTIONS: readonly Option[] = DIALOGUE_LEVELS.map(({ code, name, citizensGet }) =>
  option(
    code,
    `${name.sv} – ${citizensGet.sv.toLowerCase()}`,
    `${name.en} – ${citizensGet.en.toLowerCase()}`,
  ),
);

/** Ways that reach people without anybody leaving personal data come first (process.md §9 `noContactChannel`). */
export const REPLY_CHANNELS: readonly Option[] = [
  option("web", "Webbsida", "Web page"),
  option("poster", "Affischer på platsen", "Posters on the spot"),
  option("library", "Bibliotek", "Library"),
  option("press", "Tidning och radio", "Press and radio"),
  option("social", "Sociala medier", "Social media"),
  option("meeting", "Möte", "Meeting"),
  option("school", "Skola", "School"),
  option("association", "Förening", "Association"),
  option("letter", "Brev", "Letter"),
  option("sms", "Sms till frivillig lista", "Text message to a voluntary list"),
  option("email", "E-post till frivillig lista", "E-mail to a voluntary list"),
];

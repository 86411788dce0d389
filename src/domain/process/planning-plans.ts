import type { Field, Item } from "../template.ts";
import { COMM_ITEM_FIELDS } from "./comm-item.ts";
import { EVALUATION_PLAN_FIELDS } from "./evaluation-plan.ts";
import { REPLY_CHANNELS } from "./shared-fields.ts";
import { option, words } from "./wording.ts";

const communication: Item = {
  id: "plan.communication",
  title: words(
    "Gör en kommunikationsplan: vem får vilket budskap, när och var?",
    "Make a communication plan: who gets which message, when and where?",
  ),
  strength: "S",
  responsible: ["communicator", "civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "commItems",
      type: "record",
      label: words("Budskap", "Messages"),
      hint: words(
        "Minst inbjudan, påminnelse, tack med enkät, återkoppling 1 och 2, uppföljning och ändrat tillfälle.",
        "At least invitation, reminder, thanks with survey, feedback 1 and 2, follow-up and changed event.",
      ),
      required: true,
      list: true,
      min: 7,
      fields: COMM_ITEM_FIELDS,
    },
    { name: "planDoc", type: "docRef", label: words("Länk till planen", "Link to the plan") },
  ],
};

/** The rounds in which participants are told: heard, decision, follow-up (process.md §9). */
const feedbackRounds: Field = {
  name: "feedbackRounds",
  type: "record",
  label: words("Omgångar av återkoppling", "Rounds of feedback"),
  list: true,
  fields: [
    {
      name: "round",
      type: "enum",
      label: words("Omgång", "Round"),
      required: true,
      options: [
        option("heard", "1. Det här sa ni", "1. What you told us"),
        option("decision", "2. Det här beslutades", "2. What was decided"),
        option("follow_up", "3. Det här har hänt", "3. What has happened"),
      ],
    },
    {
      name: "channel",
      type: "enum",
      label: words("Kanal", "Channel"),
      other: true,
      list: true,
      options: REPLY_CHANNELS,
    },
    { name: "sender", type: "userRef", label: words("Avsändare", "Sender"), from: "elected" },
    { name: "plannedDate", type: "date", label: words("Planerad dag", "Planned day") },
    { name: "receipt", type: "text", label: words("Kvitto", "Receipt") },
  ],
};

const documentation: Item = {
  id: "plan.documentation",
  title: words(
    "Bestäm hur samtalen ska dokumenteras och var underlaget sparas.",
    "Decide how the conversations are documented and where the material is kept.",
  ),
  strength: "S",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "docMethod",
      type: "enum",
      label: words("Så dokumenterar ni", "How you document"),
      hint: words("Inget ljud och ingen film.", "No sound and no film."),
      required: true,
      map: "occasion",
      options: [
        option("notes", "Anteckningar", "Notes"),
        option("posters_photographed", "Fotograferade blädderblad", "Photographed posters"),
        option("digital_board", "Digital tavla", "Digital board"),
      ],
    },
    {
      name: "noteTaker",
      type: "userRef",
      label: words("Antecknar", "Note-taker"),
      required: true,
      map: "occasion",
      from: "employees",
    },
    {
      name: "storage",
      type: "text",
      label: words("Plats för underlaget", "Where the material is kept"),
      hint: words("I ärendet, inte i en privat chatt.", "In the case file, not in a private chat."),
      required: true,
    },
    {
      name: "noNames",
      type: "bool",
      label: words("Inga namn på deltagare", "No names of participants"),
      constant: true,
    },
    {
      name: "registerRule",
      type: "text",
      label: words("Det här diarieförs", "What is registered"),
      hint: words(
        "Anteckningar som hör till ärendet diarieförs. Råmaterial följer gallringsbeslutet.",
        "Notes that belong to the case are registered. Raw material follows the disposal decision.",
      ),
    },
    feedbackRounds,
    {
      name: "contactList",
      type: "bool",
      label: words(
        "Frivillig kontaktlista för återkoppling",
        "Voluntary contact list for feedback",
      ),
      hint: words(
        "Hålls skild från svaren och raderas efter sista utskicket.",
        "Kept apart from the answers and deleted after the last message.",
      ),
    },
    {
      name: "noContactChannel",
      type: "text",
      label: words("Kanal utan personuppgifter", "Channel without personal data"),
      hint: words(
        "Till exempel webbsidan, en affisch på platsen eller biblioteket.",
        "For example the web page, a poster on the spot or the library.",
      ),
    },
  ],
};

const evaluation: Item = {
  id: "plan.evaluation",
  title: words(
    "Bestäm hur ni ska utvärdera, både internt och med deltagarna.",
    "Decide how you will evaluate, both internally and with the participants.",
  ),
  strength: "S",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: EVALUATION_PLAN_FIELDS,
};

/** Parts F–H of the planning (process.md §4.4, §8–10). */
export const PLAN_ITEMS: readonly Item[] = [communication, documentation, evaluation];

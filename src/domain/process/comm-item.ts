import type { Field } from "../template.ts";
import { GROUP_ROWS } from "./target-group.ts";
import { option, words } from "./wording.ts";

/** One message of the communication plan (process.md §8); the row's own id is its id. */
export const COMM_ITEM_FIELDS: readonly Field[] = [
  { name: "message", type: "text", label: words("Budskap", "Message"), required: true },
  {
    name: "purpose",
    type: "enum",
    label: words("Syfte", "Purpose"),
    options: [
      option("invite", "Bjuda in", "Invite"),
      option("remind", "Påminna", "Remind"),
      option("inform", "Informera", "Inform"),
      option("thank", "Tacka", "Thank"),
      option("feedback", "Återkoppla", "Give feedback"),
      option("followup", "Följa upp", "Follow up"),
      option("media", "Medier", "Media"),
    ],
  },
  {
    name: "groups",
    type: "enum",
    label: words("Målgrupper", "Target groups"),
    hint: words(
      "Lämna tomt om budskapet gäller alla.",
      "Leave empty if the message is for everybody.",
    ),
    list: true,
    choicesFrom: GROUP_ROWS,
  },
  {
    name: "channel",
    type: "enum",
    label: words("Kanal", "Channel"),
    hint: words(
      "En inbjudan får inte stå på kommunens anslagstavla.",
      "An invitation may not be put on the municipality’s notice board.",
    ),
    options: [
      option("web", "Webb", "Web"),
      option("notice_board", "Anslagstavla", "Notice board"),
      option("press", "Press", "Press"),
      option("social", "Sociala medier", "Social media"),
      option("letter", "Brev", "Letter"),
      option("sms", "Sms", "Text message"),
      option("poster", "Affisch", "Poster"),
      option("school", "Skola", "School"),
      option("association", "Förening", "Association"),
      option("outreach", "Uppsökande", "Outreach"),
      option("meeting", "Möte", "Meeting"),
      option("other", "Annat", "Other"),
    ],
  },
  {
    name: "language",
    type: "lang",
    label: words("Språk", "Language"),
    hint: words("Språkkod, till exempel sv eller ar.", "Language code, for example sv or ar."),
  },
  {
    name: "format",
    type: "enum",
    label: words("Format", "Format"),
    options: [
      option("standard", "Vanlig text", "Ordinary text"),
      option("easy_read", "Lättläst", "Easy to read"),
      option("audio", "Ljud", "Sound"),
      option("image", "Bild", "Picture"),
      option("sign_language", "Teckenspråk", "Sign language"),
    ],
  },
  { name: "sender", type: "text", label: words("Avsändare", "Sender") },
  { name: "responsible", type: "text", label: words("Ansvarig", "Responsible") },
  { name: "plannedDate", type: "date", label: words("Planerad dag", "Planned day") },
  { name: "sentDate", type: "date", label: words("Skickat den", "Sent on") },
  { name: "doc", type: "docRef", label: words("Länk till texten", "Link to the text") },
  {
    name: "toRegister",
    type: "bool",
    label: words("Ska diarieföras", "To be registered in the diary"),
  },
];

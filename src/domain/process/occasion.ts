import type { Item } from "../template.ts";
import { channelsField } from "./publish-fields.ts";
import { option, words } from "./wording.ts";

const { required: _required, ...optionalChannels } = channelsField;

const remind: Item = {
  id: "event.remind",
  title: words("Påminn inbjudna grupper.", "Remind the groups you have invited."),
  strength: "S",
  responsible: ["communicator"],
  source: ["ASSUMPTION"],
  each: "occasion",
  fields: [
    { name: "sentAt", type: "date", label: words("Skickat den", "Sent on") },
    optionalChannels,
  ],
};

const prepare: Item = {
  id: "event.prepare",
  title: words("Gå igenom roller, material och lokal.", "Go through roles, material and venue."),
  strength: "S",
  responsible: ["civilServant"],
  source: ["BORAS", "BOV"],
  each: "occasion",
  fields: [
    {
      name: "hostElected",
      type: "userRef",
      label: words("Förtroendevald värd", "Elected host"),
      required: true,
      from: "elected",
    },
    {
      name: "facilitator",
      type: "text",
      label: words("Samtalsledare", "Facilitator"),
      required: true,
    },
    {
      name: "noteTaker",
      type: "userRef",
      label: words("Antecknar", "Note-taker"),
      required: true,
      from: "employees",
    },
    {
      name: "materialReady",
      type: "bool",
      label: words("Materialet är klart", "The material is ready"),
      required: true,
    },
  ],
};

const elected: Item = {
  id: "event.elected",
  title: words(
    "Minst en förtroendevald deltar hela tiden.",
    "At least one elected official takes part the whole time.",
  ),
  strength: "M",
  responsible: ["chair"],
  source: ["SEED"],
  each: "occasion",
  fields: [
    {
      name: "electedPresent",
      type: "userRef",
      label: words("Förtroendevalda på plats", "Elected officials present"),
      required: true,
      list: true,
      min: 1,
      from: "elected",
    },
  ],
};

const open: Item = {
  id: "event.open",
  title: words(
    "Berätta vad som går att påverka, vad som händer sedan och hur svaren sparas.",
    "Tell people what can be influenced, what happens next and how the answers are kept.",
  ),
  strength: "M",
  responsible: ["host"],
  source: ["SEED", "GDPR", "IAP2-6"],
  each: "occasion",
  fields: [
    {
      name: "infoGiven",
      type: "bool",
      label: words("Deltagarna har fått veta det", "The participants have been told"),
      required: true,
    },
  ],
};

const document: Item = {
  id: "event.document",
  title: words("Skriv ner vad som sägs, utan namn.", "Write down what is said, without names."),
  strength: "M",
  responsible: ["noteTaker"],
  source: ["SEED"],
  each: "occasion",
  fields: [
    {
      name: "notes",
      type: "docRef",
      label: words("Länk till anteckningarna", "Link to the notes"),
      required: true,
    },
    {
      name: "photosConsent",
      type: "enum",
      label: words("Bilder på personer", "Photos of people"),
      options: [
        option("none", "Inga bilder", "No photos"),
        option("consented", "Med samtycke", "With consent"),
      ],
    },
  ],
};

const count: Item = {
  id: "event.count",
  title: words(
    "Räkna deltagare och uppskatta vilka grupper som kom.",
    "Count the participants and estimate which groups came.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED", "DSL 3:3"],
  each: "occasion",
  fields: [
    {
      name: "attendance",
      type: "int",
      label: words("Antal deltagare", "Number of participants"),
      required: true,
      min: 0,
    },
    {
      name: "groupEstimate",
      type: "enum",
      label: words("Så många kom ur varje grupp", "How many came from each group"),
      hint: words("Uppskatta. Gör aldrig listor på personer.", "Estimate. Never list people."),
      map: "group",
      options: [
        option("0", "Inga", "None"),
        option("few", "Få", "Few"),
        option("some", "Några", "Some"),
        option("many", "Många", "Many"),
      ],
    },
  ],
};

const survey: Item = {
  id: "event.survey",
  title: words("Lämna ut enkäten till deltagarna.", "Hand out the survey to the participants."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  each: "occasion",
  fields: [
    {
      name: "surveyOpenedAt",
      type: "datetime",
      label: words("Enkäten öppnade", "The survey opened"),
      required: true,
    },
    {
      name: "mode",
      type: "enum",
      label: words("Så lämnades enkäten ut", "How the survey was handed out"),
      required: true,
      list: true,
      options: [
        option("qr", "QR-kod", "QR code"),
        option("link", "Länk", "Link"),
        option("paper", "Papper", "Paper"),
      ],
    },
  ],
};

/** Done when it is written, by whoever of the group: D08 is the civil servant's, so no chair fixes it (process.md §13.3). */
const debrief: Item = {
  id: "event.debrief",
  title: words(
    "Gör en kort genomgång: vad fungerade, vad ändrar vi?",
    "Hold a short debrief: what worked, what do we change?",
  ),
  strength: "S",
  responsible: ["steeringGroup"],
  source: ["SEED", "MFD"],
  each: "occasion",
  fields: [
    { name: "keep", type: "text", label: words("Det här behåller vi", "What we keep") },
    { name: "change", type: "text", label: words("Det här ändrar vi", "What we change") },
    { name: "doneAt", type: "date", label: words("Gjord den", "Done on"), required: true },
  ],
};

/** What is done for every occasion (⟳ in process.md §4.6). */
export const OCCASION_ITEMS: readonly Item[] = [
  remind,
  prepare,
  elected,
  open,
  document,
  count,
  survey,
  debrief,
];

import type { Field, Item, Step } from "../template.ts";
import { option, words } from "./wording.ts";

const followUpTitle = words(
  "Berätta vad som har hänt med frågan.",
  "Tell people what has happened with the issue.",
);

const FOLLOW_UP_FIELDS: readonly Field[] = [
  {
    name: "status",
    type: "enum",
    label: words("Läge", "Status"),
    required: true,
    options: [
      option("done", "Genomfört", "Done"),
      option("ongoing", "Pågår", "Ongoing"),
      option("delayed", "Försenat", "Delayed"),
      option("changed", "Ändrat", "Changed"),
    ],
  },
  {
    name: "text",
    type: "text",
    label: words("Det här har hänt", "What has happened"),
    required: true,
  },
  { name: "sentAt", type: "date", label: words("Skickat den", "Sent on"), required: true },
];

/** The chair is the sender of what the civil servant writes. */
function followUp(id: string): Item {
  return {
    id,
    title: followUpTitle,
    strength: "M",
    responsible: ["civilServant", "chair"],
    source: ["SEED"],
    fields: FOLLOW_UP_FIELDS,
  };
}

const finish: Item = {
  id: "follow.finish",
  title: words(
    "Förtroendevalda bestämmer att uppföljningen är klar.",
    "The elected officials decide that the follow-up is finished.",
  ),
  strength: "M",
  responsible: ["chair"],
  source: ["SEED"],
  fields: [
    { name: "finishedAt", type: "date", label: words("Klar den", "Finished on"), required: true },
    {
      name: "by",
      type: "userRef",
      label: words("Bestämt av", "Decided by"),
      required: true,
      from: "elected",
    },
  ],
};

const handOver: Item = {
  id: "follow.export",
  title: words(
    "Lämna över handlingarna till diariet och arkivet.",
    "Hand over the records to the diary and the archive.",
  ),
  strength: "M",
  responsible: ["registrar"],
  source: ["OSL 5", "ARKL 3–6"],
  fields: [
    {
      name: "exportId",
      type: "text",
      label: words("Exportens nummer", "Number of the export"),
      required: true,
    },
    {
      name: "receivedBy",
      type: "text",
      label: words("Mottaget av", "Received by"),
      hint: words(
        "En funktion, till exempel kommunarkivet.",
        "A function, for example the municipal archive.",
      ),
      required: true,
    },
  ],
};

const purge: Item = {
  id: "follow.purge",
  title: words("Ta bort det som inte ska sparas.", "Remove what is not to be kept."),
  strength: "M",
  responsible: ["registrar"],
  source: ["ARKL 10", "GDPR"],
  fields: [
    {
      name: "purgeList",
      type: "text",
      label: words("Det här ska tas bort", "What is to be removed"),
      required: true,
      list: true,
      computed: true,
    },
    {
      name: "gallringsbeslut",
      type: "text",
      label: words("Gallringsbeslut", "Disposal decision"),
      hint: words("Beslutets diarienummer.", "The decision’s case number."),
      required: true,
    },
    { name: "doneAt", type: "date", label: words("Gjort den", "Done on") },
  ],
};

/** Step 11: tell what happened, close, archive (process.md §4.11). Further follow-ups come with D18.3 and on. */
export const followUpAndClosing: Step = {
  id: "follow-up",
  order: 11,
  title: words("Uppföljning och avslut", "Follow-up and closing"),
  purpose: words(
    "Ni berättar vad som har hänt, avslutar och arkiverar.",
    "You tell people what has happened, close and archive.",
  ),
  decision: words("Att uppföljningen är klar.", "That the follow-up is finished."),
  lane: "together",
  items: [
    followUp("follow.m6"),
    followUp("follow.m12"),
    { ...followUp("follow.n"), each: "D18" },
    finish,
    handOver,
    purge,
  ],
};

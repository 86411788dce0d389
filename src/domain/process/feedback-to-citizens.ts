import type { Item, Step } from "../template.ts";
import { PUBLISH_FIELDS } from "./publish-fields.ts";
import { words } from "./wording.ts";

const heard: Item = {
  id: "feedback.heard",
  title: words("Återkoppling 1 – det här sa ni.", "Feedback 1 – this is what you told us."),
  strength: "M",
  responsible: ["chair", "civilServant"],
  source: ["SEED"],
  fields: PUBLISH_FIELDS,
};

/** Compulsory each time D13 comes round, and only then (process.md §4.9). */
const status: Item = {
  id: "feedback.status",
  title: words("Lägesbesked om beslutet dröjer.", "Status notice if the decision takes time."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  each: "D13",
  fields: PUBLISH_FIELDS,
};

const decision: Item = {
  id: "feedback.decision",
  title: words(
    "Återkoppling 2 – det här beslutades och varför.",
    "Feedback 2 – this is what was decided and why.",
  ),
  strength: "M",
  responsible: ["chair", "civilServant"],
  source: ["SEED", "IAP2-7"],
  fields: [
    ...PUBLISH_FIELDS,
    {
      name: "linksToThemeResponses",
      type: "bool",
      label: words("Texten svarar på varje tema", "The text answers each theme"),
      required: true,
    },
  ],
};

const result: Item = {
  id: "feedback.result",
  title: words(
    "Återkoppling 3 – det här har hänt (uppföljning).",
    "Feedback 3 – this is what has happened (follow-up).",
  ),
  strength: "M",
  responsible: ["chair", "civilServant"],
  source: ["SEED"],
  fields: PUBLISH_FIELDS,
};

const reach: Item = {
  id: "feedback.reach",
  title: words(
    "Kontrollera att varje prioriterad grupp har nåtts.",
    "Check that each prioritised group has been reached.",
  ),
  strength: "S",
  responsible: ["communicator"],
  source: ["SEED"],
  fields: [
    {
      name: "reach",
      type: "bool",
      label: words("Gruppen har nåtts", "The group has been reached"),
      hint: words("För varje grupp med prioritet A.", "For each group with priority A."),
      required: true,
      map: "group",
    },
  ],
};

/** Step 9: participants learn the result, the decision and the reasons (process.md §4.9). */
export const feedbackToCitizens: Step = {
  id: "feedback-to-citizens",
  order: 9,
  title: words("Återkoppling till medborgarna", "Feedback to citizens"),
  purpose: words(
    "Deltagarna får veta resultatet, beslutet och skälen.",
    "The participants learn the result, the decision and the reasons.",
  ),
  decision: words("Avsändaren godkänner texten.", "The sender approves the text."),
  lane: "together",
  items: [heard, status, decision, result, reach],
};

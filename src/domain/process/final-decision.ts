import type { Item, Step } from "../template.ts";
import { THEME_ROWS } from "./compile-results.ts";
import { CONFIRM_FIELDS, MINUTES_FIELDS, REGISTER_FIELDS } from "./decision-fields.ts";
import { option, words } from "./wording.ts";

const material: Item = {
  id: "final.material",
  title: words("Lägg rapporten i beslutsunderlaget.", "Put the report in the board’s papers."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "caseMaterial",
      type: "docRef",
      label: words("Länk till beslutsunderlaget", "Link to the board’s papers"),
      required: true,
    },
  ],
};

const use: Item = {
  id: "final.use",
  title: words(
    "Beskriv för varje tema hur det har påverkat förslaget, eller varför inte.",
    "Describe for each theme how it has influenced the proposal, or why not.",
  ),
  strength: "M",
  responsible: ["administration", "elected"],
  source: ["SEED", "IAP2-7"],
  fields: [
    {
      name: "themeResponses",
      type: "record",
      label: words("Svar på varje tema", "Answer to each theme"),
      required: true,
      list: true,
      min: 1,
      fields: [
        {
          name: "themeId",
          type: "enum",
          label: words("Tema", "Theme"),
          required: true,
          choicesFrom: THEME_ROWS,
        },
        {
          name: "outcome",
          type: "enum",
          label: words("Så blev det", "What became of it"),
          options: [
            option("followed", "Följs", "Followed"),
            option("partly", "Följs delvis", "Followed in part"),
            option("not_followed", "Följs inte", "Not followed"),
            option("later", "Prövas senare", "To be considered later"),
          ],
        },
        { name: "reason", type: "text", label: words("Motivering", "Reason"), required: true },
      ],
    },
  ],
};

const register: Item = {
  id: "final.register",
  title: words("Registrera beslutet från protokollet.", "Register the decision from the minutes."),
  strength: "M",
  responsible: ["registrar"],
  source: ["SEED"],
  fields: REGISTER_FIELDS,
};

const confirm: Item = {
  id: "final.confirm",
  title: words("Ordföranden bekräftar.", "The chair confirms."),
  strength: "M",
  responsible: ["chair"],
  source: ["ASSUMPTION"],
  fields: CONFIRM_FIELDS,
};

const owner: Item = {
  id: "final.owner",
  title: words(
    "Ange vem som genomför beslutet och när.",
    "Say who carries out the decision and when.",
  ),
  strength: "S",
  responsible: ["board", "administration"],
  source: ["SEED"],
  fields: [
    {
      name: "implementer",
      type: "text",
      label: words("Den som genomför beslutet", "Who carries out the decision"),
      hint: words(
        "En funktion, till exempel gatuenheten.",
        "A function, for example the streets unit.",
      ),
      required: true,
    },
    {
      name: "milestones",
      type: "record",
      label: words("Hållpunkter", "Milestones"),
      list: true,
      fields: [
        { name: "date", type: "date", label: words("Datum", "Date") },
        {
          name: "text",
          type: "text",
          label: words("Det här ska vara klart", "What will be done"),
          required: true,
        },
      ],
    },
  ],
};

const minutes: Item = {
  id: "final.minutes",
  title: words("Följ protokollet.", "Follow the minutes."),
  strength: "S",
  responsible: ["registrar"],
  source: ["KL"],
  fields: MINUTES_FIELDS,
};

/** Step 8: always an elected body's own decision, never the steering group's (process.md §4.8, KL 6:37–38). */
export const finalDecision: Step = {
  id: "final-decision",
  order: 8,
  title: words("Beslut", "Final decision"),
  purpose: words(
    "De förtroendevalda tar ansvar för beslutet.",
    "The elected officials take responsibility for the decision.",
  ),
  decision: words(
    "Nämndens, styrelsens eller fullmäktiges formella beslut i frågan.",
    "The formal decision on the issue by the board, the executive board or the council.",
  ),
  lane: "elected",
  items: [material, use, register, confirm, owner, minutes],
};

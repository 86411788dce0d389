import type { Item, Step } from "../template.ts";
import { dnrField } from "./shared-fields.ts";
import { GROUP_ROWS } from "./target-group.ts";
import { option, words } from "./wording.ts";

const collect: Item = {
  id: "compile.collect",
  title: words("Samla allt underlag från tillfällena.", "Collect all material from the events."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "sources",
      type: "docRef",
      label: words("Länkar till underlaget", "Links to the material"),
      required: true,
      list: true,
      min: 1,
    },
  ],
};

const redact: Item = {
  id: "compile.redact",
  title: words("Ta bort namn och känsliga uppgifter.", "Remove names and sensitive data."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["GDPR art. 5", "GDPR art. 9"],
  fields: [
    {
      name: "redactedBy",
      type: "userRef",
      label: words("Gjort av", "Done by"),
      required: true,
      from: "employees",
    },
    { name: "redactedAt", type: "date", label: words("Gjort den", "Done on"), required: true },
  ],
};

const themes: Item = {
  id: "compile.themes",
  title: words(
    "Gruppera synpunkterna i teman, också de som är få.",
    "Group the views in themes, also those that few hold.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["OECD-E"],
  fields: [
    {
      name: "themes",
      type: "record",
      label: words("Teman", "Themes"),
      required: true,
      list: true,
      min: 1,
      fields: [
        { name: "title", type: "text", label: words("Tema", "Theme"), required: true },
        { name: "summary", type: "text", label: words("Sammanfattning", "Summary") },
        {
          name: "weight",
          type: "enum",
          label: words("Så många tog upp temat", "How many raised the theme"),
          options: [
            option("many", "Många", "Many"),
            option("some", "Några", "Some"),
            option("few", "Få", "Few"),
          ],
        },
        {
          name: "forgroups",
          type: "enum",
          label: words("Grupper som temat gäller", "Groups the theme concerns"),
          list: true,
          choicesFrom: GROUP_ROWS,
        },
      ],
    },
  ],
};

const heard: Item = {
  id: "compile.heard",
  title: words(
    "Redovisa vilka grupper som hördes och vilka som saknas.",
    "Report which groups were heard and which are missing.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED", "OECD-P"],
  fields: [
    {
      name: "coverage",
      type: "enum",
      label: words("Nådde ni gruppen?", "Did you reach the group?"),
      required: true,
      map: "group",
      options: [
        option("reached", "Ja", "Yes"),
        option("partly", "Delvis", "Partly"),
        option("missed", "Nej", "No"),
      ],
    },
    {
      name: "biasNote",
      type: "text",
      label: words("Det här gör bilden skev", "What makes the picture uneven"),
      required: true,
    },
  ],
};

const check: Item = {
  id: "compile.check",
  title: words(
    "Låt någon annan, gärna deltagare, kontrollera att bilden stämmer.",
    "Let somebody else, preferably participants, check that the picture is right.",
  ),
  strength: "S",
  responsible: ["civilServant"],
  source: ["OECD-E"],
  fields: [
    {
      name: "checkedBy",
      type: "text",
      label: words("Kontrollerat av", "Checked by"),
      hint: words(
        "Skriv roller, till exempel två deltagare. Inga namn.",
        "Write roles, for example two participants. No names.",
      ),
    },
    { name: "corrections", type: "text", label: words("Det här rättades", "What was corrected") },
  ],
};

const report: Item = {
  id: "compile.report",
  title: words("Fastställ rapporten.", "Fix the report."),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "report",
      type: "docRef",
      label: words("Länk till rapporten", "Link to the report"),
      required: true,
    },
    {
      name: "version",
      type: "text",
      label: words("Version", "Version"),
      hint: words("Till exempel 1.0.", "For example 1.0."),
      required: true,
    },
    { name: "fixedAt", type: "date", label: words("Fastställd den", "Fixed on"), required: true },
    {
      name: "toRegister",
      type: "bool",
      label: words("Ska diarieföras", "To be registered in the diary"),
      constant: true,
    },
  ],
};

const handover: Item = {
  id: "compile.handover",
  title: words(
    "Lämna rapporten till styrgruppen och till nämndens ärende.",
    "Hand over the report to the steering group and to the board’s case.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "handedOverAt",
      type: "date",
      label: words("Lämnad den", "Handed over on"),
      required: true,
    },
    dnrField,
  ],
};

/** Where choices of a theme come from. */
export const THEME_ROWS = { item: "compile.themes", field: "themes" } as const;

/** Step 7: a fair and nameless basis for the decision (process.md §4.7). */
export const compileResults: Step = {
  id: "compile-results",
  order: 7,
  title: words("Sammanställa resultat", "Compile results"),
  purpose: words(
    "Ni gör ett underlag som är rättvist, utan namn och går att använda.",
    "You make a basis for the decision that is fair, nameless and usable.",
  ),
  decision: words("Tjänstepersonen fastställer rapporten.", "The civil servant fixes the report."),
  lane: "civilServants",
  items: [collect, redact, themes, heard, check, report, handover],
};

import type { Field } from "../template.ts";
import { option, words } from "./wording.ts";

/**
 * A group, never a list of individuals (process.md §7). The row's own id is the group's id. Shares and ways to reach it
 * are written in plan.target-priority and plan.outreach, and shown here.
 */
export const TARGET_GROUP_FIELDS: readonly Field[] = [
  {
    name: "name",
    type: "text",
    label: words("Gruppen", "The group"),
    hint: words(
      "Till exempel: Unga 13–18 som rör sig på torget. Skriv aldrig namn på personer.",
      "For example: Young people aged 13–18 who use the square. Never write the names of people.",
    ),
    required: true,
  },
  {
    name: "affected",
    type: "int",
    label: words("Hur mycket berörs gruppen?", "How much is the group affected?"),
    hint: words("Från 1, lite, till 4, mycket.", "From 1, a little, to 4, very much."),
    required: true,
    min: 1,
    max: 4,
  },
  {
    name: "affectedHow",
    type: "text",
    label: words("På vilket sätt berörs gruppen?", "In what way is the group affected?"),
    required: true,
  },
  {
    name: "heard",
    type: "int",
    label: words("Hur ofta hörs gruppen?", "How often is the group heard?"),
    hint: words("Från 1, nästan aldrig, till 4, alltid.", "From 1, hardly ever, to 4, always."),
    required: true,
    min: 1,
    max: 4,
  },
  {
    name: "heardToday",
    type: "text",
    label: words("Där hörs gruppen i dag", "Where the group is heard today"),
  },
  {
    name: "sizeEstimate",
    type: "enum",
    label: words("Ungefärlig storlek", "Approximate size"),
    options: [
      option("under_50", "Färre än 50", "Fewer than 50"),
      option("50_to_500", "50–500", "50–500"),
      option("over_500", "Fler än 500", "More than 500"),
      option("unknown", "Okänt", "Unknown"),
    ],
  },
  {
    name: "needs",
    type: "enum",
    label: words("Det här behöver gruppen", "What the group needs"),
    list: true,
    options: [
      option("easy_read", "Lättläst", "Easy to read"),
      option("other_language", "Annat språk", "Another language"),
      option("sign_language", "Teckenspråk", "Sign language"),
      option("hearing_loop", "Hörslinga", "Hearing loop"),
      option("physical_access", "Framkomlighet", "Physical access"),
      option("child_adapted", "Barnanpassat", "Adapted to children"),
      option("evening", "Kvällstid", "In the evening"),
      option("daytime", "Dagtid", "In the daytime"),
      option("digital", "Digitalt", "Digital"),
      option("not_digital", "Ej digitalt", "Not digital"),
    ],
  },
  {
    name: "reach",
    type: "record",
    label: words("Så nås gruppen", "How the group is reached"),
    list: true,
    computed: true,
    fields: [
      { name: "channel", type: "text", label: words("Kanal", "Channel") },
      { name: "bridge", type: "text", label: words("Den som öppnar dörren", "Who opens the door") },
      { name: "place", type: "text", label: words("Plats", "Place") },
    ],
  },
  {
    name: "resourceShare",
    type: "percent",
    label: words("Andel av resurserna", "Share of the resources"),
    computed: true,
  },
  {
    name: "priority",
    type: "enum",
    label: words("Prioritet", "Priority"),
    computed: true,
    options: [
      option("A", "A – berörs mycket, hörs sällan", "A – much affected, seldom heard"),
      option("B", "B – berörs mycket, hörs ofta", "B – much affected, often heard"),
      option("C", "C – berörs lite, hörs sällan", "C – little affected, seldom heard"),
      option("D", "D – berörs lite, hörs ofta", "D – little affected, often heard"),
    ],
  },
  {
    name: "score",
    type: "int",
    label: words("Poäng", "Score"),
    computed: true,
    min: 1,
    max: 16,
  },
];

/** Where choices of a target group come from. */
export const GROUP_ROWS = { item: "plan.target-map", field: "groups" } as const;

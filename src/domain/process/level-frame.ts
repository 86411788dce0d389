import type { Field } from "../template.ts";
import { words } from "./wording.ts";

const joint = { field: "level", is: ["medbeslutande"] } as const;

/** What the board itself must have decided before citizens may choose within a frame (process.md R-LEVEL5). */
export const LEVEL_FRAME_FIELDS: readonly Field[] = [
  {
    name: "frame",
    type: "longtext",
    label: words("Ramen som medborgarna väljer inom", "The frame within which citizens choose"),
    hint: words("Så som den står i nämndens beslut.", "As it stands in the board’s decision."),
    required: joint,
    when: joint,
  },
  {
    name: "boardConfirms",
    type: "bool",
    label: words(
      "Beslutet säger att nämnden fattar det formella beslutet",
      "The decision says that the board makes the formal decision",
    ),
    required: joint,
    when: joint,
  },
];

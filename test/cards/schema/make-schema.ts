import { fileURLToPath } from "node:url";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { createGenerator } from "ts-json-schema-generator";

/** What every card must be, as the SDK types it; the generator finds it in this file by its name. */
export type Card = IAdaptiveCard;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The strict JSON Schema of a card, from the SDK's own types: no property they do not name is allowed. */
export function makeSchema(): string {
  const schema = createGenerator({
    path: here("make-schema.ts"),
    tsconfig: here("../../../tsconfig.json"),
    type: "Card",
    expose: "all",
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema("Card");
  // What the words say is of no use to the check, and two thirds of the file.
  return `${JSON.stringify(schema, (key, value: unknown) => (key === "description" && typeof value === "string" ? undefined : value))}\n`;
}

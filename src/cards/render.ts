import { randomUUID } from "node:crypto";
import type { CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { GlobalSettings, Template } from "adaptivecards-templating";
import { drawable } from "./drawable.ts";
import { withParts } from "./parts.ts";

/** Teams counts more than this in other ways too; below it no message is refused (reliability.md §4.1). */
export const MOST_CARD_BYTES = 28_000;

/** What fills a template. `null` leaves the property out; a field that is not there at all is a mistake of ours. */
export type CardData = { readonly [field: string]: unknown };

// Random, so that no text a person writes can be taken for one of them.
const MISSING = `missing-${randomUUID()}:`;
const NOTHING = `nothing-${randomUUID()}`;
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => `${MISSING}${path};`;

/** A card could not be drawn as it must be; the data or the template is wrong, never what a person wrote. */
export class CardFault extends Error {
  override readonly name = "CardFault";
}

export type DrawCard = (data: CardData, fields?: CardElementArray) => IAdaptiveCard;

/**
 * Compiles a layout once. Drawing it fills in data, which is never itself read as a template, then puts generated
 * elements where the layout says `"id": "fields"` (decisions.md §6.3). Throws CardFault for a field the data lacks
 * and for a card too large to send.
 */
export function compileCard(name: string, layout: object): DrawCard {
  const whole = withParts(name, layout);
  refuseMixedStrings(name, whole);
  const template = new Template(whole);
  return (data, fields) => {
    const expanded = template.expand({ $root: marked(data) }) as object;
    return finished(name, fields ? withFields(name, expanded, fields) : expanded);
  };
}

/** The size of a card as it is sent. */
export function bytesOf(card: object): number {
  return Buffer.byteLength(JSON.stringify(card), "utf8");
}

function finished(name: string, expanded: object): IAdaptiveCard {
  const card = pruned(expanded) as IAdaptiveCard;
  const missing = new RegExp(`${MISSING}([^;]*);`, "u").exec(JSON.stringify(card))?.[1];
  if (missing !== undefined)
    throw new CardFault(`Card ${name} has no value for "${missing}": put it in its data.`);
  const bytes = bytesOf(card);
  if (bytes > MOST_CARD_BYTES)
    throw new CardFault(
      `Card ${name} is ${bytes} bytes, more than ${MOST_CARD_BYTES}: page it or shorten it.`,
    );
  return card;
}

/** Sentences are made in TypeScript; a layout string is fixed, or one whole value. So nothing is ever joined inside a template. */
function refuseMixedStrings(name: string, node: unknown): void {
  if (typeof node === "string") {
    if (node.includes("${") && !/^\$\{[A-Za-z$][\w.$]*\}$/u.test(node))
      throw new CardFault(`Layout ${name}: "${node}" must be one whole \${path}.`);
  } else if (typeof node === "object" && node !== null) {
    for (const child of Object.values(node)) refuseMixedStrings(name, child);
  }
}

/** The data as the template engine takes it: nulls marked, words drawable. */
function marked(value: unknown): unknown {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === "string") return drawable(value);
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, marked(part)]));
}

/** An own copy without what was left out, and without the containers and texts that are then empty. */
function pruned(node: unknown): unknown {
  if (node === null || node === undefined || node === NOTHING) return undefined;
  if (typeof node === "string") return drawable(node);
  if (Array.isArray(node)) return node.map(pruned).filter((part) => part !== undefined);
  if (typeof node !== "object") return node;
  const entries = Object.entries(node)
    .map(([key, part]) => [key, pruned(part)] as const)
    .filter(([, part]) => part !== undefined);
  const result = Object.fromEntries(entries);
  return isEmptyElement(result) ? undefined : result;
}

const CONTENT_OF: { readonly [type: string]: string } = {
  TextBlock: "text",
  RichTextBlock: "inlines",
  TextRun: "text",
  Container: "items",
  ColumnSet: "columns",
  ActionSet: "actions",
  Badge: "text",
};

function isEmptyElement(element: { readonly [key: string]: unknown }): boolean {
  const content = typeof element.type === "string" ? CONTENT_OF[element.type] : undefined;
  if (content === undefined) return false;
  const held = element[content];
  return held === undefined || held === "" || (Array.isArray(held) && held.length === 0);
}

function withFields(name: string, expanded: object, fields: CardElementArray): object {
  let found = 0;
  const filled = JSON.parse(JSON.stringify(expanded), (_key, node: unknown) => {
    if (typeof node !== "object" || node === null || !("id" in node) || node.id !== "fields")
      return node;
    found += 1;
    return { ...node, items: fields };
  }) as object;
  if (found !== 1)
    throw new CardFault(`Layout ${name} needs one element with the id "fields", has ${found}.`);
  return filled;
}

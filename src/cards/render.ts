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
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => `${MISSING}${path}`;

/** A card could not be drawn as it must be; the data or the template is wrong, never what a person wrote. */
export class CardFault extends Error {
  override readonly name = "CardFault";
}

export type DrawCard = (data: CardData, fields?: CardElementArray) => IAdaptiveCard;

/**
 * Takes a layout, and compiles it once, when it is first drawn. Drawing fills in data, which is never itself read as a
 * template, then puts generated elements where the layout says `"id": "fields"` (decisions.md §6.3). Throws CardFault
 * for a field the data lacks and for a card too large to send.
 */
export function compileCard(name: string, layout: object): DrawCard {
  const draw = compiled(name, layout);
  return (data, fields) => smallEnough(name, draw(data, fields));
}

/**
 * As compileCard, for a card whose content nobody limits: the first attempt that is small enough is the card, each made
 * only when the one before was too large. Throws CardFault when not even the last one is.
 */
export function compileFitting(
  name: string,
  layout: object,
): (...attempts: readonly (() => CardData)[]) => IAdaptiveCard {
  const draw = compiled(name, layout);
  return (...attempts) => {
    let card: IAdaptiveCard | undefined;
    for (const attempt of attempts) {
      card = draw(attempt());
      if (bytesOf(card) <= MOST_CARD_BYTES) return card;
    }
    if (!card) throw new CardFault(`Card ${name} was given nothing to draw.`);
    return smallEnough(name, card);
  };
}

/** The size of a card as it is sent. */
export function bytesOf(card: object): number {
  return Buffer.byteLength(JSON.stringify(card), "utf8");
}

function smallEnough(name: string, card: IAdaptiveCard): IAdaptiveCard {
  const bytes = bytesOf(card);
  if (bytes <= MOST_CARD_BYTES) return card;
  throw new CardFault(
    `Card ${name} is ${bytes} bytes, more than ${MOST_CARD_BYTES}: page it or shorten it.`,
  );
}

function compiled(name: string, layout: object): DrawCard {
  const whole = withParts(name, layout);
  refuseMixedStrings(name, whole);
  // Compiling is most of what a start costs, and few layouts are drawn in the first moments of a process.
  let template: Template | undefined;
  const places = JSON.stringify(whole).split('"id":"fields"').length - 1;
  return (data, fields) => {
    if (fields && places !== 1)
      throw new CardFault(`Layout ${name} needs one element with the id "fields", has ${places}.`);
    template ??= new Template(whole);
    const expanded: unknown = template.expand({ $root: marked(data) });
    return pruned(expanded, { name, fields }) as IAdaptiveCard;
  };
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

/** The data as the template engine takes it: an own copy, with what is to be left out marked. */
function marked(value: unknown): unknown {
  if (value === null || value === undefined) return NOTHING;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== "object") return value;
  const copy: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) copy[key] = marked((value as CardData)[key]);
  return copy;
}

type Drawing = { readonly name: string; readonly fields: CardElementArray | undefined };

/** The card with its generated elements, words drawable, without what was left out and the containers and texts that are then empty. */
function pruned(node: unknown, drawing: Drawing): unknown {
  if (node === null || node === undefined || node === NOTHING) return undefined;
  if (typeof node === "string") return checked(node, drawing);
  if (Array.isArray(node)) {
    const kept: unknown[] = [];
    for (const part of node) {
      const own = pruned(part, drawing);
      if (own !== undefined) kept.push(own);
    }
    return kept;
  }
  if (typeof node !== "object") return node;
  const result: { [key: string]: unknown } = {};
  const isPlace = drawing.fields !== undefined && "id" in node && node.id === "fields";
  for (const key of Object.keys(node)) {
    // What is generated holds what people wrote; it is pruned as the rest, but is no place for more.
    const own =
      isPlace && key === "items"
        ? pruned(drawing.fields, { ...drawing, fields: undefined })
        : pruned((node as { [key: string]: unknown })[key], drawing);
    if (own !== undefined) result[key] = own;
  }
  return isEmptyElement(result) ? undefined : result;
}

function checked(text: string, { name }: Drawing): string {
  if (!text.startsWith(MISSING)) return drawable(text);
  throw new CardFault(
    `Card ${name} has no value for "${text.slice(MISSING.length)}": put it in its data.`,
  );
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

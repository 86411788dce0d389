import { createHash, randomBytes } from "node:crypto";
import { isText } from "../domain/text.ts";

/** What an event says of words a person wrote; the words themselves are content, which can be erased. */
type Stored = { readonly ref: string; readonly sha256: string };
export type Content = { readonly ref: string; readonly salt: string; readonly body: string };

/** Ids, enum values, dates and codes look like this; a sentence does not. */
const IDENTIFIER = /^[^\s\p{Cc}\p{Cf}\p{Cs}]{0,300}$/u;

/**
 * The value with every text in it replaced by a reference and a salted hash, and the content to be kept beside it. A
 * text that already refers to one of `known` with the same words shares it. Refuses words that are not marked as text:
 * an event may hold ids, enums, numbers and dates only (decisions.md §10.1).
 */
export function takeWords(
  value: unknown,
  known: ReadonlyMap<string, Content>,
): { readonly value: unknown; readonly content: readonly Content[] } {
  const content: Content[] = [];

  function keep(text: string, ref: string | undefined): Stored {
    const body = JSON.stringify(text);
    const shared = ref === undefined ? undefined : known.get(ref);
    if (shared?.body === body) return { ref: shared.ref, sha256: hashOf(shared) };
    const made = { ref: randomId(), salt: randomId(), body };
    content.push(made);
    return { ref: made.ref, sha256: hashOf(made) };
  }

  function walk(part: unknown, path: string): unknown {
    if (typeof part === "string") return identifier(part, path);
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map((one, index) => walk(one, `${path}[${index}]`));
    if (isText(part)) {
      const extra = Object.keys(part).find((key) => !["text", "ref", "erased"].includes(key));
      if (extra) throw new Error(`A text at ${path} also holds "${extra}", which would be lost.`);
      return "erased" in part ? { erased: true, ref: part.ref } : keep(part.text, part.ref);
    }
    const entries = Object.entries(part).filter(([, one]) => one !== undefined);
    return Object.fromEntries(
      entries.map(([key, one]) => [identifier(key, path), walk(one, `${path}.${key}`)]),
    );
  }

  return { value: walk(value, "event"), content };
}

/** The value with the words put back; words no longer kept read as erased. */
export function putWordsBack(value: unknown, textOf: (ref: string) => string | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => putWordsBack(one, textOf));
  if (isStored(value)) {
    const text = textOf(value.ref);
    return text === undefined ? { erased: true, ref: value.ref } : { text, ref: value.ref };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, putWordsBack(one, textOf)]),
  );
}

/** Every reference and hash in a stored body. */
export function storedWords(value: unknown): readonly Stored[] {
  if (typeof value !== "object" || value === null) return [];
  if (isStored(value)) return [value];
  return Object.values(value).flatMap(storedWords);
}

/** The references that texts still to be stored carry already. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isText(value)) return "text" in value && value.ref !== undefined ? [value.ref] : [];
  return Object.values(value).flatMap(referencesIn);
}

/** Salted, so that short words cannot be found by trying; over the escaped form, so that no two texts share one. */
export function hashOf(content: Content): string {
  return createHash("sha256").update(content.salt).update(content.body).digest("hex");
}

export function textOf(content: Content): string {
  return JSON.parse(content.body) as string;
}

function randomId(): string {
  return randomBytes(16).toString("hex");
}

function isStored(value: object): value is Stored {
  return (
    "ref" in value &&
    typeof value.ref === "string" &&
    "sha256" in value &&
    typeof value.sha256 === "string" &&
    Object.keys(value).length === 2
  );
}

function identifier(text: string, path: string): string {
  if (IDENTIFIER.test(text)) return text;
  throw new Error(
    `${path} holds words. An event may hold ids, codes, numbers and dates only; wrap what a person wrote as a text.`,
  );
}

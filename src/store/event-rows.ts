import type { Event } from "../domain/dialogue.ts";
import type { DialogueId } from "../domain/value.ts";
import { canonicalJson } from "./canonical.ts";
import { chainHash, type EventRow } from "./chain.ts";
import { type Content, putWordsBack, takeWords, textOf } from "./words.ts";

/** The row of one event and the content its words become. */
export function toRow(
  event: Event,
  place: {
    readonly dialogueId: DialogueId;
    readonly version: number;
    readonly previousHash: string;
  },
  known: ReadonlyMap<string, Content>,
): { readonly row: EventRow; readonly content: readonly Content[] } {
  const { type, by, at, ...fact } = event;
  const { value, content } = takeWords(fact, known);
  const row = {
    dialogue_id: place.dialogueId,
    version: place.version,
    type,
    body: canonicalJson(value),
    by,
    at,
    prev_hash: place.previousHash,
  };
  return { row: { ...row, hash: chainHash(row) }, content };
}

/** The event a row tells of, with its words where they are still kept. */
export function toEvent(
  row: Pick<EventRow, "type" | "body" | "by" | "at">,
  content: ReadonlyMap<string, Content>,
): Event {
  const fact = putWordsBack(JSON.parse(row.body), (ref) => {
    const found = content.get(ref);
    return found && textOf(found);
  }) as object;
  // Only toRow writes these rows, and the chain shows whether anybody else has.
  return { type: row.type, ...fact, by: row.by, at: row.at } as Event;
}

export function byReference(content: readonly Content[]): ReadonlyMap<string, Content> {
  return new Map(content.map((one) => [one.ref, one]));
}

import { nothing, type State } from "../domain/dialogue.ts";
import { isExample } from "../domain/permissions.ts";
import { evolve } from "../domain/evolve.ts";
import type { DialogueId } from "../domain/value.ts";
import type { Dialogues } from "./store.ts";

export type Folded = { readonly state: State; readonly version: number };

/** Folded dialogues kept in memory; the least recently used goes first. */
const KEPT_DIALOGUES = 500;

export type Fold = {
  /** The dialogue as the database has it now: only events newer than the remembered fold are read. */
  readonly load: (dialogueId: DialogueId) => Promise<Folded>;
  /** Keeps what has just been saved, so that the next load reads nothing. */
  readonly remember: (dialogueId: DialogueId, folded: Folded) => void;
};

/** Folds dialogues from their events, and remembers them. */
export function createFold(dialogues: Pick<Dialogues, "load">): Fold {
  const kept = new Map<DialogueId, Folded>();

  function remember(dialogueId: DialogueId, folded: Folded): void {
    kept.delete(dialogueId);
    // An example is deleted whole and may be made anew under its name, so none is remembered.
    if (folded.state.status === "none" || isExample(folded.state)) return;
    kept.set(dialogueId, folded);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT_DIALOGUES && oldest !== undefined) kept.delete(oldest);
  }

  async function load(dialogueId: DialogueId): Promise<Folded> {
    const known = kept.get(dialogueId) ?? { state: nothing, version: 0 };
    const { events, version } = await dialogues.load(dialogueId, known.version);
    // Erased words are gone from earlier events too, so the fold starts over.
    const stale = version < known.version || events.some(({ type }) => type === "ContentErased");
    const folded =
      stale && known.version > 0
        ? await foldAll(dialogueId)
        : { state: events.reduce(evolve, known.state), version };
    remember(dialogueId, folded);
    return folded;
  }

  async function foldAll(dialogueId: DialogueId): Promise<Folded> {
    const { events, version } = await dialogues.load(dialogueId);
    return { state: events.reduce(evolve, nothing), version };
  }

  return { load, remember };
}

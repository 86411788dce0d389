import { words } from "../process/wording.ts";
import type { Words } from "../template.ts";

/** How a question is answered (evaluation.md §1). */
export type ScaleId = "agree5" | "change3" | "redo3" | "free";

/** "Vet inte/ej aktuellt" is an answer that is kept and never counted; no answer at all is no key. */
export type DontKnow = null;

/** What an answer on each scale holds. */
export type AnswerOn = {
  readonly agree5: 1 | 2 | 3 | 4 | 5 | DontKnow;
  readonly change3: -1 | 0 | 1 | DontKnow;
  readonly redo3: "a" | "b" | "c";
  readonly free: string;
};

export type ChoiceScale = Exclude<ScaleId, "free">;

/** One choice of a scale: what it means, what a form sends for it, and how it is read. */
export type Choice<S extends ChoiceScale = ChoiceScale> = {
  readonly value: AnswerOn[S];
  /** As a form, a paper's batch and a CSV cell carry it. */
  readonly input: string;
  readonly label: Words;
};

/** What a form sends for "Vet inte/ej aktuellt". */
export const DONT_KNOW_INPUT = "dontKnow";

const DONT_KNOW = words("Vet inte/ej aktuellt", "Don’t know/does not apply");

/** The choices in the order they are shown; the words are the scale, never a colour or a face. */
export const SCALES: { readonly [S in ChoiceScale]: readonly Choice<S>[] } = {
  agree5: [
    { value: 1, input: "1", label: words("Instämmer inte alls", "Do not agree at all") },
    { value: 2, input: "2", label: words("Instämmer inte riktigt", "Do not quite agree") },
    { value: 3, input: "3", label: words("Varken eller", "Neither nor") },
    { value: 4, input: "4", label: words("Instämmer till stor del", "Agree for the most part") },
    { value: 5, input: "5", label: words("Instämmer helt", "Agree completely") },
    { value: null, input: DONT_KNOW_INPUT, label: DONT_KNOW },
  ],
  change3: [
    { value: -1, input: "-1", label: words("Har minskat", "Has decreased") },
    { value: 0, input: "0", label: words("Är oförändrat", "Is unchanged") },
    { value: 1, input: "1", label: words("Har ökat", "Has increased") },
    { value: null, input: DONT_KNOW_INPUT, label: DONT_KNOW },
  ],
  redo3: [
    { value: "a", input: "a", label: words("Ja, på samma sätt", "Yes, in the same way") },
    { value: "b", input: "b", label: words("Ja, men med ändringar", "Yes, but with changes") },
    { value: "c", input: "c", label: words("Nej", "No") },
  ],
};

/** The longest free text, in characters as they are counted everywhere (UTF-16 code units). */
export const FREE_TEXT_MAX = 1000;

/**
 * Words a person wrote: reasons, answers, titles, links. An event carries such words only as a reference to erasable
 * content (decisions.md §10.1): the store swaps `text` for `ref` and a salted hash when it saves, and back when it loads.
 */
export type Text = WrittenText | ErasedText;
export type WrittenText = { readonly text: string; readonly ref?: string };
export type ErasedText = { readonly erased: true; readonly ref: string };

/** What is shown in place of words that have been erased by law or by a registrar's order. */
export const ERASED_WORDS = { sv: "[borttaget]", en: "[removed]" } as const;

/** The words as they are kept: NFC, line ends as LF, otherwise untouched (decisions.md §5.8). */
export function written(text: string): WrittenText {
  return { text: text.normalize("NFC").replaceAll("\r\n", "\n") };
}

/** The words to show, with a fixed phrase where they have been erased. */
export function wordsOf(text: Text, language: "sv" | "en" = "sv"): string {
  return "erased" in text ? ERASED_WORDS[language] : text.text;
}

export function isText(value: unknown): value is Text {
  if (typeof value !== "object" || value === null) return false;
  if ("erased" in value) return value.erased === true;
  return "text" in value && typeof value.text === "string" && !("id" in value);
}

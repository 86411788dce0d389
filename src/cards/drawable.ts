/** Every control character but tab and line feed. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;
const UNDRAWABLE = /[^\P{Cc}\t\n]|\p{Cs}/u;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The words as a card can carry them: NUL, other control characters and lone surrogates are drawn as U+FFFD (decisions.md §5.8). */
export function drawable(text: string): string {
  // Nearly every text is as it should be; a card has hundreds of them.
  if (!UNDRAWABLE.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll(CONTROLS, "\ufffd");
}

/** Letters, digits and single spaces between them need nothing done. */
const PLAIN = /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u;

/** Words for one line of a sentence of ours: no line breaks, and no direction marks that would turn our words round. */
export function oneLine(text: string): string {
  if (PLAIN.test(text)) return text;
  return drawable(text).replaceAll(BIDI_CONTROLS, "").replaceAll(/\s+/gu, " ").trim();
}

/** Lookalikes that no Markdown reads. */
const NEUTRAL: { readonly [mark: string]: string } = {
  "*": "\u2217",
  _: "\u02cd",
  "[": "\u27e6",
  "]": "\u27e7",
  "<": "\u2039",
  ">": "\u203a",
  "`": "\u02cb",
  "~": "\u223c",
  "\\": "\u29f5",
  "#": "\uff03",
  "|": "\u2223",
};
const WORD_JOINER = "\u2060";

/**
 * A person's or dialogue's name made safe for the places of a card that read Markdown or macros: headings, facts,
 * choices. Nothing in it becomes a list, link, macro or emphasis; it looks the same to a reader.
 */
export function neutral(text: string): string {
  if (PLAIN.test(text)) return text;
  return oneLine(text)
    .replaceAll(/[*_[\]<>`~\\#|]/gu, (mark) => NEUTRAL[mark] ?? mark)
    .replaceAll(/\{(?=\{)/gu, `{${WORD_JOINER}`)
    .replaceAll("://", `:${WORD_JOINER}//`)
    .replaceAll(/\bwww\./giu, (www) => `${www.slice(0, 3)}${WORD_JOINER}.`)
    .replaceAll(/(?<=\p{L}|\d)@(?=\p{L}|\d)/gu, `@${WORD_JOINER}`)
    .replace(/^(\d+)([.)])/u, `$1${WORD_JOINER}$2${WORD_JOINER}`)
    .replace(/^([-+])(?=\s)/u, (mark) => (mark === "-" ? "\u2010" : "\uff0b"));
}

/** At most so many UTF-16 units, the last an ellipsis when something was left out; never a part of what a reader sees as one character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = GRAPHEMES.segment(text).containing(most - 1)?.index ?? 0;
  return `${text.slice(0, cut).trimEnd()}…`;
}
const GRAPHEMES = new Intl.Segmenter("sv", { granularity: "grapheme" });

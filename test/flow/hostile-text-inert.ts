import { type CardNode, nodesOf } from "../support/card-reading.ts";

/** Where a client may read Markdown, macros or mentions; runs of a RichTextBlock and the values of inputs are only shown. */
const READ = ["text", "title", "label", "placeholder", "errorMessage", "fallbackText", "altText"];
/** None of our own words hold any of these. Templates are expanded by us alone, so `${` may stand there. */
const ALIVE = /\{\{|<\/?[a-z]|\]\s*\(|\*\*|__|`/iu;
/** What would stand there if a template had looked at what a person wrote. */
const EXPANDED = /\[object|\bundefined\b|\bNaN\b/u;

/** What on the card would come alive in a client, and which traces of templates it shows; nothing on a card that may be sent. */
export function inertFaults(card: CardNode): readonly string[] {
  return nodesOf(card).flatMap((node) => {
    const read = node["type"] === "TextRun" ? [] : wordsOf(node);
    return [
      ...read.filter((words) => ALIVE.test(words)).map((words) => `alive: ${words.slice(0, 80)}`),
      ...read.filter((words) => EXPANDED.test(words)).map((words) => `trace: ${words}`),
      // Only addresses of the municipality's own hosts can be pressed (decisions.md §5.5).
      ...(node["type"] === "Action.OpenUrl" &&
      !String(node["url"]).startsWith("https://granasa.se/")
        ? [`opens ${String(node["url"]).slice(0, 80)}`]
        : []),
    ];
  });
}

function wordsOf(node: CardNode): readonly string[] {
  return READ.flatMap((key) => (typeof node[key] === "string" ? [node[key]] : []));
}

import { nodesOf, valueOf } from "./card-checks.ts";

/** What a reader sees on a card, line by line. */
export function wordsOn(card: object): string {
  return nodesOf(card)
    .filter(({ path }) => !path.includes(".fallback"))
    .flatMap(({ node }) => {
      if (node.type === "RichTextBlock")
        return [(node.inlines as { text: string }[]).map(({ text }) => text).join("")];
      if (node.type === "TextBlock" || node.type === "Badge") return [String(node.text)];
      if (typeof node.label === "string") return [node.label, valueOf(node)];
      return typeof node.title === "string" ? [node.title] : [];
    })
    .join("\n");
}

/** The data of every button on a card, by its title. */
export function buttonsOn(card: object): { readonly [title: string]: { verb: string } } {
  return Object.fromEntries(
    nodesOf(card)
      .filter(
        ({ node, path }) =>
          !path.endsWith(".fallback") &&
          typeof node.type === "string" &&
          node.type.startsWith("Action."),
      )
      .map(({ node }) => [String(node.title), node.data as { verb: string }]),
  );
}

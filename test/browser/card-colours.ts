/** Properties that hold words, ids or addresses and never change how something is coloured. */
const WORDS: ReadonlySet<string> = new Set([
  "id",
  "text",
  "title",
  "label",
  "value",
  "placeholder",
  "altText",
  "errorMessage",
  "name",
  "tooltip",
  "url",
  "verb",
  "lang",
  "speak",
]);

/** Says of each card in turn whether anything on it may be coloured as nothing on the cards before it was. */
export function newColours(): (card: object) => boolean {
  const met = new Set<string>();
  return (card) => {
    const before = met.size;
    for (const look of looksIn(card, "")) met.add(look);
    return met.size > before;
  };
}

/** For every part of a card what may decide its colours: its kind, its settings, links, and the styles it stands in. */
function looksIn(node: unknown, around: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((part) => looksIn(part, around));
  if (typeof node !== "object" || node === null) return [];
  const entries = Object.entries(node).filter(([name]) => name !== "data");
  const settings = entries.flatMap(([name, value]) =>
    typeof value === "object" || WORDS.has(name) ? [] : [`${name}=${String(value)}`],
  );
  const hasLink = entries.some(([, value]) => typeof value === "string" && value.includes("]("));
  const own = `${settings.toSorted().join(" ")}${hasLink ? " link" : ""}`;
  const { type, style } = node as { readonly type?: unknown; readonly style?: unknown };
  const inside = style === undefined ? around : `${around}/${JSON.stringify([type, style])}`;
  return [`${around} ${own}`, ...entries.flatMap(([, value]) => looksIn(value, inside))];
}

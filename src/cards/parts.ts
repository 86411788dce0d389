import badge from "./templates/parts/badge.json" with { type: "json" };
import banner from "./templates/parts/banner.json" with { type: "json" };
import fact from "./templates/parts/fact.json" with { type: "json" };
import header from "./templates/parts/header.json" with { type: "json" };
import icon from "./templates/parts/icon.json" with { type: "json" };
import row from "./templates/parts/row.json" with { type: "json" };
import section from "./templates/parts/section.json" with { type: "json" };

/** Pieces of layout that several cards share. */
const PARTS: { readonly [part: string]: object } = {
  badge,
  banner,
  fact,
  header,
  icon,
  row,
  section,
};

/**
 * The layout with every `{"$part": "row", "$data": "${rows}"}` replaced by the piece it names; keys beside `$part` win.
 * Done once, before compiling, on our own files only. Throws for a piece that does not exist.
 */
export function withParts(layout: string, node: unknown): object {
  return replaced(layout, node) as object;
}

function replaced(layout: string, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((child) => replaced(layout, child));
  if (typeof node !== "object" || node === null) return node;
  if (!("$part" in node)) return eachValue(layout, node);
  const { $part, ...own } = node as { $part: unknown };
  const part = typeof $part === "string" ? PARTS[$part] : undefined;
  if (!part) throw new Error(`Layout ${layout} uses the part ${String($part)}, which is none.`);
  return eachValue(layout, { ...part, ...own });
}

function eachValue(layout: string, node: object): object {
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, replaced(layout, child)]),
  );
}

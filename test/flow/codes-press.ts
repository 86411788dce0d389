import type { Step } from "../support/given.ts";
import type { Called, Pressing } from "./lived.ts";

/** A history, and the press that is answered with the code, with words from the answer in both languages. */
export type Provoked = {
  readonly given: readonly Step[];
  readonly who: Called;
  readonly press: Pressing;
  /** Of a refusal: who can put it right. Of a warning: what it is about. */
  readonly tells: { readonly sv: string; readonly en: string };
};

type Values = Readonly<Record<string, string>>;

/** The form of an item with these fields, drawn when the item had this revision. */
export function save(itemId: string, values: Values, revision = 0): Pressing {
  const inputs = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`in:${itemId}:${name}`, value]),
  );
  const asked = Object.keys(inputs);
  const page = { page: 0, revisions: { [itemId]: revision }, asked, after: "close" };
  return { data: { verb: "saveItem", itemId, ...page }, inputs };
}

/** The form of a row: a new one, or the one with that id as it was when it had this revision. */
export function putRow(
  itemId: string,
  field: string,
  values: Values,
  { rowId = "new", revision = 0 }: { readonly rowId?: string; readonly revision?: number } = {},
): Pressing {
  const inputs = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`in:row:${name}`, value]),
  );
  const at = { itemId, field, rowId, revision };
  return { data: { verb: "putRow", ...at, asked: Object.keys(inputs), after: "rows" }, inputs };
}

export const by = (sv: string, en: string) => ({ sv, en });

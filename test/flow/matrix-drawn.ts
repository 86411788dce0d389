import type { Verb } from "../../src/cards/actions.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { putRow, save } from "./codes-press.ts";
import type { Pressing } from "./lived.ts";

/** A press about this dialogue as it stands: ids and revisions as a button drawn now carries them. */
export type Press = (state: Dialogue) => Pressing;

/** The form of an item as it stands. */
export const form =
  (itemId: string, values: Readonly<Record<string, string>>): Press =>
  (state) =>
    save(itemId, values, state.items[itemId]?.revision ?? 0);
/** A row nobody has written before. */
export const newRow =
  (itemId: string, field: string, values: Readonly<Record<string, string>>): Press =>
  () =>
    putRow(itemId, field, values, { rowId: "ny-rad" });
export const at =
  (data: Pressing["data"] & { readonly verb: Verb }, inputs: Pressing["inputs"] = {}): Press =>
  () => ({ data, inputs });
export const button =
  (data: Pressing["data"] & { readonly verb: Verb }): Press =>
  () => ({ kind: "execute", data });
/** From the page of several items: each with the revision it has. */
export const page =
  (verb: "saveTriage" | "saveRegister", itemId: string, field: string, value: string): Press =>
  (state) => {
    const input = `in:${itemId}:${field}`;
    const revisions = { [itemId]: state.items[itemId]?.revision ?? 0 };
    const data = { verb, page: 0, revisions, asked: [input], after: "close" };
    return { data, inputs: { [input]: value } };
  };

import { createHash } from "node:crypto";
import type { Tables } from "./schema.ts";

/** The hash before the first event of every dialogue. */
export const CHAIN_START = "0".repeat(64);

export type EventRow = Tables["event"];

/** Ties an event to all before it: SHA-256 of the hash before and of everything its row says (decisions.md §10.1). `body` is canonical JSON. */
export function chainHash(row: Omit<EventRow, "hash">): string {
  const said = `{"at":${JSON.stringify(row.at)},"body":${row.body},"by":${JSON.stringify(row.by)},"dialogue":${JSON.stringify(row.dialogue_id)},"type":${JSON.stringify(row.type)},"version":${row.version}}`;
  return createHash("sha256").update(row.prev_hash).update(said).digest("hex");
}

/** The first row that is changed, missing or out of order; undefined when the chain is whole. `rows` are in order of version. */
export function firstBreak(
  rows: readonly EventRow[],
): { readonly version: number; readonly why: string } | undefined {
  let head = CHAIN_START;
  for (const [index, row] of rows.entries()) {
    const version = index + 1;
    if (row.version !== version)
      return { version, why: `event ${version} is missing: ${row.version} comes instead` };
    if (row.prev_hash !== head)
      return { version, why: `event ${version} does not follow on the one before it` };
    if (row.hash !== chainHash(row)) return { version, why: `event ${version} has been changed` };
    head = row.hash;
  }
  return undefined;
}

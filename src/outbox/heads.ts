import type { Log } from "../log.ts";
import type { Instant } from "../domain/time.ts";
import type { Store } from "../store/store.ts";

/**
 * Writes the end of every chain into the log, at the start and then once each day (UTC): kept there, out of reach of whoever
 * can write in the database, they find newest events that are gone together with their index (decisions.md §10.4).
 */
export function createHeads({
  heads,
  now,
  log,
}: {
  readonly heads: Store["heads"];
  readonly now: () => Promise<Instant>;
  readonly log: Log;
}): { readonly run: () => Promise<void> } {
  let written = "";
  return {
    run: async () => {
      const at = await now();
      const [today = ""] = at.split("T");
      if (today === written) return;
      for (const { dialogueId, version, hash } of await heads())
        log.info("chain.head", { dialogueId, version, head: hash, at });
      written = today;
    },
  };
}

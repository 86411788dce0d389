import { describe } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { dialoguesContract } from "./contract-dialogues.ts";

/** What every implementation of the store promises; run against each. `open` gives an empty store that the test's end closes. */
export function storeContract(open: () => Promise<Store>): void {
  describe("dialogues", () => {
    dialoguesContract(open);
  });
}

import { describe } from "vitest";
import { openTestStore } from "../support/store.ts";
import { storeContract } from "./contract.ts";

describe("the store on SQLite", () => {
  storeContract((options) => openTestStore(options));
});

import { writeSync } from "node:fs";
import { openSqliteStore } from "../../../src/store/sqlite.ts";

// Opens the store and keeps it until it is killed.
const [, , path = ""] = process.argv;
try {
  await openSqliteStore({ path, instance: "child" });
  writeSync(1, "open\n");
  setInterval(() => {}, 1_000);
} catch (error) {
  writeSync(1, `refused: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

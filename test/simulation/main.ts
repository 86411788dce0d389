import { parseArgs } from "node:util";
import { openMemoryDatabase } from "./memory-database.ts";
import { simulate } from "./run.ts";

/** Runs seeds one after the other until one finds something; says it in one line of JSON and ends with 1. */
const { values } = parseArgs({
  options: { from: { type: "string" }, runs: { type: "string" } },
});
const from = Number(values.from ?? 1);
const memory = openMemoryDatabase();
for (let seed = from; seed < from + Number(values.runs ?? 10_000); seed++) {
  const finding = await simulate(seed, memory);
  if (!finding) continue;
  process.stdout.write(`${JSON.stringify(finding)}\n`);
  process.exitCode = 1;
  break;
}

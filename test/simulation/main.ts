import { parseArgs } from "node:util";
import { openMemoryDatabase } from "./memory-database.ts";
import { simulate } from "./run.ts";

/** Runs seeds one after the other until one finds something; says it in one line of JSON and ends with 1. With `--traces` it says what happened in each, as a hash. */
const { values } = parseArgs({
  options: { from: { type: "string" }, runs: { type: "string" }, traces: { type: "boolean" } },
});
const from = Number(values.from ?? 1);
const memory = openMemoryDatabase();
for (let seed = from; seed < from + Number(values.runs ?? 10_000); seed++) {
  const { finding, trace } = await simulate(seed, memory);
  if (values.traces) process.stdout.write(`${seed} ${trace}\n`);
  if (!finding) continue;
  process.stdout.write(`${JSON.stringify(finding)}\n`);
  process.exitCode = 1;
  break;
}

import { openMemoryDatabase } from "./memory-database.ts";
import { type Finding, simulate } from "./run.ts";

/** Of one half: 100,000 together in the long run. */
const RUNS = process.env["LONG_TESTS"] === "1" ? 50_000 : 5_000;

/** The first seed from there that finds something, with how to see it again. */
export async function firstFinding(from: number): Promise<string | undefined> {
  const memory = openMemoryDatabase();
  for (let seed = from; seed < from + RUNS; seed++) {
    const { finding } = await simulate(seed, memory);
    if (finding) return told(finding);
  }
  return undefined;
}

function told({ seed, faults, history }: Finding): string {
  const again = `npm run simulate -- --seed ${seed} --runs 1`;
  return [...history.slice(-60), ...faults, again].join("\n");
}

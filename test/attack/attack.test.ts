import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "./folder.ts";

const ROUNDS = 12;
const PROGRAM = join(import.meta.dirname, "attack-program.ts");
type Told = { readonly pairs: number; readonly hits: Readonly<Record<string, number>> };

/**
 * The attacker is a program of its own (test/attack/attacker.ts); chance has one seed, so the numbers are the same every
 * time. By chance alone one of a round's six pairs is right, whatever the round.
 */
describe("who has database, log of writes and a backup after every single answer", () => {
  const directory = temporaryFolder();
  let told: Told;
  beforeAll(async () => {
    const program = [PROGRAM, directory(), String(ROUNDS)];
    const { stdout } = await promisify(execFile)(process.execPath, program);
    told = JSON.parse(stdout) as Told;
  }, 120_000);

  test("names pairs of person and answer no better than chance without EVALUATION_KEY, in any of thirty-five ways", () => {
    const { "the key": _known, ...guesses } = told.hits;
    expect(Object.keys(guesses)).toHaveLength(35);
    // One right a round on the average; the best of thirty-five ways may be lucky, and none comes near all of them.
    const mean = Object.values(guesses).reduce((sum, hits) => sum + hits, 0) / 35;
    expect(mean).toBeLessThan(1.5 * ROUNDS);
    expect(Object.entries(guesses).filter(([, hits]) => hits >= 2.5 * ROUNDS)).toEqual([]);
  });

  test("names every single one with it, which shows that the attacker can", () => {
    expect(told.hits["the key"]).toBe(told.pairs);
    expect(told.pairs).toBe(6 * ROUNDS);
  });
});

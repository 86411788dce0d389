import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HELP = `Usage: npm run simulate -- [--seed n] [--runs n]   runs the simulation of outbox, store and replicas from that seed on
       npm run simulate -- --bugs [--runs n]      plants each bug in a copy of the sources and shows the seed that finds it
       npm run simulate -- --bug name [--runs n]  plants one, and shows what it does in that run`;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUGS = join(ROOT, "test/simulation/bugs");
const NAMES = readdirSync(BUGS)
  .map((patch) => patch.replace(".patch", ""))
  .toSorted();

type Found = {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly history: readonly string[];
};

/** The first seed that finds something there; undefined when none does. */
function simulateIn(directory: string, from: string, runs: string): Found | undefined {
  const program = join(directory, "test/simulation/main.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, "--from", from, "--runs", runs],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (status === 0) return undefined;
  if (stdout === "") throw new Error(stderr);
  // main.ts writes it.
  return JSON.parse(stdout) as Found;
}

/** Each patch has one place. Nothing but Node is needed. */
function plant(patch: string, directory: string): void {
  const [header = "", , , ...hunk] = readFileSync(join(BUGS, patch), "utf8").trimEnd().split("\n");
  const path = join(directory, header.replace("--- a/", ""));
  const side = (sign: string) =>
    hunk.flatMap((line) => (line[0] === " " || line[0] === sign ? [line.slice(1)] : [])).join("\n");
  const [before = "", after, ...others] = readFileSync(path, "utf8").split(side("-"));
  if (after === undefined || others.length > 0) throw new Error(`${patch} no longer applies.`);
  writeFileSync(path, `${before}${side("+")}${after}`);
}

function withBug(patch: string, runs: string): Found | undefined {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-bug-"));
  try {
    for (const part of ["src", "test/simulation", "test/store/given.ts", "package.json"])
      cpSync(join(ROOT, part), join(directory, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(directory, "node_modules"), "junction");
    plant(patch, directory);
    return simulateIn(directory, "1", runs);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function plantBugs(runs: string): void {
  for (const name of NAMES) {
    const found = withBug(`${name}.patch`, runs);
    if (!found) process.exitCode = 1;
    const told = found ? `seed ${found.seed}: ${found.faults[0]}` : "NOT FOUND";
    console.log(`${name.padEnd(26)} ${told}`);
  }
}

function plantBug(name: string, runs: string): void {
  if (!NAMES.includes(name))
    throw new Error(`There is no bug ${name}; there are ${NAMES.join(", ")}.`);
  const found = withBug(`${name}.patch`, runs);
  if (found) tell(found);
  else console.log(`${name} is NOT FOUND in ${runs} runs.`);
  process.exitCode = found ? 0 : 1;
}

function run(seed: string, runs: string): void {
  const found = simulateIn(ROOT, seed, runs);
  if (!found) return console.log(`${runs} runs from seed ${seed}: everything was as promised.`);
  tell(found);
  console.log(`\nAgain: npm run simulate -- --seed ${found.seed} --runs 1`);
  process.exitCode = 1;
}

function tell({ seed, history, faults }: Found): void {
  console.log([...history.slice(-60), "", `Seed ${seed}:`, ...faults].join("\n"));
}

const { values } = parseArgs({
  options: {
    bug: { type: "string" },
    bugs: { type: "boolean" },
    help: { type: "boolean" },
    seed: { type: "string" },
    runs: { type: "string" },
  },
});
if (values.help) console.log(HELP);
else if (values.bug !== undefined) plantBug(values.bug, values.runs ?? "3000");
else if (values.bugs) plantBugs(values.runs ?? "3000");
else run(values.seed ?? "1", values.runs ?? "1000");

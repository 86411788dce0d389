import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ci-"));
  cpSync(".ci/run", join(folder, ".ci/run"));
  cpSync("scripts/count-tests.mjs", join(folder, "scripts/count-tests.mjs"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Outcome = { ci: number; test: number; check: number; report?: object };

/** Runs .ci/run in a folder of its own, with an npm that only says what it was asked and ends as given. */
function ci({ ci: install, test: tested, check, report }: Outcome) {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const write =
    report === undefined
      ? ":"
      : `mkdir -p test-output; cat > "\${file}" <<'END'\n${JSON.stringify(report)}\nEND`;
  const npm = `#!/usr/bin/env bash
echo "npm $*"
for word in "$@"; do case "$word" in --outputFile.json=*) file=\${word#*=};; esac; done
case "$1" in ci) exit ${install};; test) ${write}
exit ${tested};; run) exit ${check};; esac
`;
  writeFileSync(join(bin, "npm"), npm, { mode: 0o755 });
  const { status, stdout } = spawnSync("bash", [join(folder, ".ci/run")], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"]}` },
  });
  const lines = stdout.trimEnd().split("\n");
  return { status, asked: lines.filter((line) => line.startsWith("npm ")), last: lines.at(-1) };
}

const report = (passed: number, failed: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: [],
});

test("it installs, tests and checks, and ends with the count", () => {
  const run = ci({ ci: 0, test: 0, check: 0, report: report(12, 0) });
  expect(run.asked.map((line) => line.split(" ").slice(1, 3).join(" "))).toEqual([
    "ci",
    "test --",
    "run check",
  ]);
  expect([run.status, run.last]).toEqual([0, "12 passed, 0 failed"]);
});

test("failed tests end it, with the count as the last line", () => {
  const run = ci({ ci: 0, test: 1, check: 0, report: report(10, 2) });
  expect(run.asked).toHaveLength(2);
  expect([run.status, run.last]).toEqual([1, "10 passed, 2 failed"]);
});

test("an error between the tests is a failure though no test failed", () => {
  const run = ci({ ci: 0, test: 1, check: 0, report: report(12, 0) });
  expect([run.status, run.last]).toEqual([1, "12 passed, 1 failed"]);
});

test("a failed check ends it in failure, and the tests are counted as what they were", () => {
  const run = ci({ ci: 0, test: 0, check: 3, report: report(12, 0) });
  expect([run.status, run.last]).toEqual([3, "12 passed, 0 failed"]);
});

test("an install that fails, or tests that never ran, give no count", () => {
  expect(ci({ ci: 7, test: 0, check: 0 })).toMatchObject({ status: 7, last: "npm ci" });
  rmSync(join(folder, "bin"), { recursive: true });
  const run = ci({ ci: 0, test: 4, check: 0 });
  expect([run.status, run.last?.startsWith("npm test")]).toEqual([4, true]);
});

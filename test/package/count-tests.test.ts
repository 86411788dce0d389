import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "count-tests-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the count says about real test files with this content, run by the real vitest. */
function countOf(name: string, content: string): { line: string; status: number | null } {
  const report = join(folder, `${name}.json`);
  writeFileSync(join(folder, `${name}.test.ts`), content);
  const vitest = join(process.cwd(), "node_modules/vitest/vitest.mjs");
  const run = spawnSync(
    process.execPath,
    [
      vitest,
      "run",
      "--root",
      folder,
      "--globals",
      "--reporter=json",
      `--outputFile=${report}`,
      name,
    ],
    { encoding: "utf8" },
  );
  const count = spawnSync(
    process.execPath,
    ["scripts/count-tests.mjs", report, String(run.status)],
    { encoding: "utf8" },
  );
  return { line: count.stdout, status: run.status };
}

test.each([
  ["green", 'test("a", () => {}); test("b", () => {});', "2 passed, 0 failed\n", 0],
  ["red", 'test("a", () => {}); test("b", () => { throw Error() });', "1 passed, 1 failed\n", 1],
  ["broken", 'import "./not-there.ts"; test("a", () => {});', "0 passed, 1 failed\n", 1],
  [
    "stray",
    'test("a", () => { void Promise.reject(Error("nobody waits")); });',
    "1 passed, 1 failed\n",
    1,
  ],
])("a %s run is counted as what it is", (name, content, line, status) => {
  expect(countOf(name, content)).toEqual({ line, status });
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FAULTS } from "./matrix.ts";

const TESTS = join(import.meta.dirname, "..");
/** A name that begins with the numbers of what it shows: "F3, F4: …". */
const NAMED = /["'`](F\d+(?:, F\d+)*): /g;

test("every fault of the matrix has a test that names it, and no test names one that is not there", () => {
  const files = globSync("**/*.test.ts", { cwd: TESTS });
  const named = files
    .map((file) => readFileSync(join(TESTS, file), "utf8"))
    .flatMap((text) =>
      [...text.matchAll(NAMED)].flatMap(([, numbers = ""]) => numbers.split(", ")),
    );
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(FAULTS).toSorted());
});

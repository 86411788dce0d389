import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const BUGS = new URL("./bugs/", import.meta.url);
const ROOT = new URL("../../", import.meta.url);

test.each(readdirSync(BUGS))("the planted bug %s still fits the sources as they are", (name) => {
  const [header = "", , ...lines] = readFileSync(new URL(name, BUGS), "utf8").split("\n");
  const source = readFileSync(new URL(header.replace("--- a/", ""), ROOT), "utf8");
  const before = lines.filter((line) => /^[ -]/.test(line)).map((line) => line.slice(1));
  expect(lines.filter((line) => line.startsWith("@@"))).toHaveLength(1);
  expect(source.split(before.join("\n"))).toHaveLength(2);
});

test("a planted bug is found by the command, which shows the seed and what happened in its run", () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL("scripts/simulate.ts", ROOT)), "--bug", "wrong-retry-class"],
    { encoding: "utf8" },
  );
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Seed \d+:\n.+/mu)]);
  expect(stdout).toContain(" to post ");
});

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openMemoryDatabase } from "./memory-database.ts";
import { simulate } from "./run.ts";

const PROGRAM = fileURLToPath(new URL("./main.ts", import.meta.url));
const RUNS = 60;

test("the same seed gives the same run, also in another process, in another zone and after other runs", async () => {
  const memory = openMemoryDatabase();
  const traces = new Map<number, string>();
  for (let seed = RUNS; seed > 0; seed--) traces.set(seed, (await simulate(seed, memory)).trace);
  expect(new Set(traces.values()).size).toBe(RUNS);
  const { stdout } = spawnSync(process.execPath, [PROGRAM, "--runs", `${RUNS}`, "--traces"], {
    encoding: "utf8",
    env: { ...process.env, TZ: "America/New_York" },
  });
  const others = stdout.trim().split("\n");
  expect(others).toEqual(
    others.map((_, index) => `${index + 1} ${traces.get(index + 1) ?? "none"}`),
  );
  expect(others).toHaveLength(RUNS);
});

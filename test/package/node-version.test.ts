import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const GUARD = "./scripts/require-node.mjs";
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

/** This very Node, telling everybody that it is another one. */
const pretending = (version: string) => [
  "--import",
  `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"${version}"})`,
];

/** A Node of the machine that is too old; the pinned one hides it from PATH, so the usual places are tried. */
const old = ["/usr/bin/node", "/usr/local/bin/node"].find((path) => {
  if (!existsSync(path)) return false;
  const version = execFileSync(path, ["--version"], { encoding: "utf8" });
  return Number(version.slice(1).split(".")[0]) < 26;
});

function run(node: string, ...args: string[]) {
  const { status, stderr, stdout } = spawnSync(node, args, { encoding: "utf8", timeout: 20_000 });
  return { status, stdout, said: stderr };
}

test.each(["20.20.2", "24.1.0", "25.9.9"])(
  "Node %s is told in one line what is needed",
  (version) => {
    const { status, said } = run(process.execPath, ...pretending(version), "--import", GUARD);
    expect(status).toBe(1);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(said).toContain(`needs Node 26 and this is Node ${version}`);
  },
);

test.each(["26.0.0", "27.3.1"])("Node %s is let through in silence", (version) => {
  const answer = run(process.execPath, ...pretending(version), "--import", GUARD, "--eval", "0");
  expect(answer).toEqual({ status: 0, stdout: "", said: "" });
});

test.runIf(old)("a Node too old for TypeScript stops before it reads any, and vitest too", () => {
  for (const args of [
    ["--import", GUARD, "src/main.ts"],
    ["node_modules/vitest/vitest.mjs", "run"],
  ]) {
    const { status, said } = run(old ?? "", ...args);
    expect([args[0], status]).toEqual([args[0], 1]);
    expect(said).toContain("Dialoglotsen needs Node 26");
    expect(said).not.toContain("ERR_UNKNOWN_FILE_EXTENSION");
  }
});

test("every script that starts Node itself has the guard first", () => {
  const started = Object.values(manifest.scripts).filter((script) => /\bnode\b/.test(script));
  expect(started.length).toBeGreaterThan(3);
  for (const script of started)
    expect(script).toMatch(/^node --import \.\/scripts\/require-node\.mjs /);
});

test("all machines get one and the same Node", () => {
  const versions = new Set(
    Object.entries(manifest.optionalDependencies).flatMap(([name, version]) =>
      name.startsWith("node-") ? [version] : [],
    ),
  );
  expect([...versions]).toEqual([process.versions.node]);
});

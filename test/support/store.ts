import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openSqliteStore, type SqliteOptions } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";

/** An empty directory that is removed when the test is over. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A store in a file of its own, closed and removed when the test is over. May be closed earlier. */
export async function openTestStore(options: Partial<SqliteOptions> = {}): Promise<Store> {
  const path = options.path ?? join(temporaryDirectory(), "dialog.db");
  const store = await openSqliteStore({ instance: "test", paced: false, ...options, path });
  onTestFinished(() => store.close());
  return store;
}

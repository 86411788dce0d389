import { readdirSync, readFileSync } from "node:fs";
import type BetterSqlite3 from "better-sqlite3";

const DIRECTORY = new URL("./migrations/sqlite/", import.meta.url);

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** The migrations in order. Their files are numbered from 0001 without a gap and are never edited once released. */
export function migrations(): readonly Migration[] {
  const names = readdirSync(DIRECTORY)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  return names.map((name, index) => {
    const number = index + 1;
    if (!name.startsWith(`${String(number).padStart(4, "0")}-`))
      throw new Error(`The migration ${name} stands where number ${number} should.`);
    return { number, name, sql: readFileSync(new URL(name, DIRECTORY), "utf8") };
  });
}

/** The number of migrations the file has had. */
export function schemaVersion(database: BetterSqlite3.Database): number {
  return database.pragma("user_version", { simple: true }) as number;
}

/** Runs what the file has not had yet, each in a transaction together with its number: done or not begun. */
export function migrate(
  database: BetterSqlite3.Database,
  steps: readonly Migration[] = migrations(),
): void {
  for (const step of steps) {
    const run = database.transaction(() => {
      if (schemaVersion(database) >= step.number) return;
      database.exec(step.sql);
      database.pragma(`user_version = ${step.number}`);
    });
    run.immediate();
  }
}

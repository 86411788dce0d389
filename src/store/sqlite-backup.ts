import { existsSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { connect } from "./sqlite-connection.ts";
import { damaged, unusable } from "./sqlite-errors.ts";
import { resolvePath } from "./sqlite-file.ts";
import { inspect } from "./sqlite-inspect.ts";
import { migrations } from "./sqlite-migrate.ts";
import { StoreUnusable } from "./unusable.ts";

/**
 * Copies the database into a new file while the bot goes on writing: as it was at one moment, whole, and looked through
 * afterwards. Refuses, and leaves nothing behind, when the file is there already or the copy is not sound.
 */
export async function backUpSqlite(path: string, to: string): Promise<void> {
  const file = resolvePath(path);
  refuseToOverwrite(to);
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  const database = connect(file, { readonly: true, inspecting: true });
  try {
    await database.backup(unfinished);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw unusable(to, error);
  } finally {
    database.close();
  }
  finish(unfinished, to);
}

/** Lays a backup out as the database of a bot that does not run. Refuses when there is a database already, or when the backup is not sound. */
export async function restoreSqlite(backup: string, path: string): Promise<void> {
  const file = resolvePath(path);
  refuseToOverwrite(file);
  if (!existsSync(backup)) throw new StoreUnusable(`${backup} does not exist. Name a backup.`);
  for (const rest of [`${file}-wal`, `${file}-shm`, `${file}.lock`])
    if (existsSync(rest))
      throw new StoreUnusable(
        `${rest} is left of another database. Move it away together with that database; nothing has been changed.`,
      );
  const unfinished = `${file}.unfinished`;
  await copyFile(backup, unfinished);
  finish(unfinished, file);
}

function finish(unfinished: string, to: string): void {
  try {
    inspect(unfinished, migrations().length);
    assertEveryPage(unfinished);
    renameSync(unfinished, to);
    // Looking at it has left empty ones.
    for (const suffix of ["-wal", "-shm"]) rmSync(unfinished + suffix, { force: true });
  } catch (error) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(unfinished + suffix, { force: true });
    throw error;
  }
}

function assertEveryPage(path: string): void {
  const database = connect(path, { readonly: true, inspecting: true });
  try {
    const answer = database.pragma("integrity_check(1)", { simple: true });
    if (answer !== "ok") throw damaged(path, String(answer));
  } finally {
    database.close();
  }
}

function refuseToOverwrite(path: string): void {
  if (existsSync(path))
    throw new StoreUnusable(
      `${path} is there already, and nothing is overwritten. Name another file, or move it away.`,
    );
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { onTestFinished } from "vitest";
import { temporaryDirectory } from "../support/store.ts";

const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

export function newPath(): string {
  return join(temporaryDirectory(), "dialog.db");
}

/** A connection past the store's back, with what it was opened with switched off. */
export function openRaw(path: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(path, { timeout: 1_000 });
  database.pragma("foreign_keys = on");
  onTestFinished(() => void database.close());
  return database;
}

/** The write-ahead log in pieces: where each frame ends, and whether it ends a transaction. */
export function framesOf(
  log: Buffer,
): readonly { readonly end: number; readonly commits: boolean }[] {
  if (log.length < WAL_HEADER_BYTES) return [];
  const pageBytes = log.readUInt32BE(8);
  const frames: { end: number; commits: boolean }[] = [];
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  for (let at = WAL_HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    // Frames of an earlier round of the log carry another salt.
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break;
    frames.push({ end: at + frameBytes, commits: log.readUInt32BE(at + 4) !== 0 });
  }
  return frames;
}

/** A copy of the database and its log as they lie on the disk now. */
export function copyOf(path: string): { readonly database: Buffer; readonly log: Buffer } {
  const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
  return { database: readFileSync(path), log };
}

/** The copy, or part of it, laid out as a database of its own. */
export function layOut(copy: { readonly database: Buffer; readonly log: Buffer }): string {
  const path = newPath();
  writeFileSync(path, copy.database);
  if (copy.log.length > 0) writeFileSync(`${path}-wal`, copy.log);
  return path;
}

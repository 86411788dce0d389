import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { StoreUnusable } from "./unusable.ts";

const KEY_BYTES = 32;

/**
 * The key that wraps every round's own (decisions.md §11.1): what the environment says, and in development a file beside
 * the database, which no backup takes with it; made when there is none. Undefined for a server in development, where the
 * key lasts as long as the process. Refuses a file that holds anything else.
 */
export async function evaluationKeyOf(config: {
  readonly evaluationKey: Uint8Array | undefined;
  readonly database: { readonly kind: string; readonly path?: string };
}): Promise<Uint8Array | undefined> {
  const { evaluationKey, database } = config;
  if (evaluationKey || database.path === undefined) return evaluationKey;
  const path = `${database.path}.evaluation-key`;
  const kept = await keyIn(path);
  if (kept) return kept;
  const made = randomBytes(KEY_BYTES);
  await writeFile(path, `${made.toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  return made;
}

async function keyIn(path: string): Promise<Uint8Array | undefined> {
  let written: string;
  try {
    written = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const key = Buffer.from(written.trim(), "base64");
  if (key.length === KEY_BYTES) return key;
  throw new StoreUnusable(
    `${path} does not hold a key of ${KEY_BYTES} bytes. Put back the one it was made with, or answers given under it cannot be read.`,
  );
}

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * Seals answers so that database, log and backups together do not show who answered what (decisions.md §11). Every round
 * has a key of its own, which lies in the database wrapped by one that never does; every sealed answer has the same
 * size, whatever it says. What cannot be opened gives undefined: the key is lost, or somebody has been at it.
 */
export type Vault = {
  /** A new round's key, wrapped. `place` is what it belongs to; it opens nowhere else. */
  readonly newRoundKey: (place: string) => string;
  readonly roundKey: (wrapped: string, place: string) => RoundKey | undefined;
  /** Says nothing, in the size of a sealed answer: what a place holds before it is taken. */
  readonly emptyBody: () => string;
  /** 128 random bits in hex. */
  readonly newId: () => string;
};
export type RoundKey = {
  readonly seal: (words: string, place: string) => string;
  readonly open: (body: string, place: string) => string | undefined;
};

/** Twelve choices and a thousand characters, each six bytes at the most, and the length before them. */
const PADDED_BYTES = 8_192;
const LENGTH_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** `key` is EVALUATION_KEY: 32 bytes. */
export function createVault(key: Uint8Array): Vault {
  return {
    newRoundKey: (place) => encrypt(key, randomBytes(KEY_BYTES), place),
    roundKey: (wrapped, place) => {
      const own = decrypt(key, wrapped, place);
      return (
        own && {
          seal: (words, at) => seal(own, words, at),
          open: (body, at) => open(own, body, at),
        }
      );
    },
    emptyBody: () => randomBytes(NONCE_BYTES + PADDED_BYTES + TAG_BYTES).toString("base64"),
    newId: () => randomBytes(16).toString("hex"),
  };
}

function seal(key: Buffer, words: string, place: string): string {
  const said = Buffer.from(words, "utf8");
  if (said.length > PADDED_BYTES - LENGTH_BYTES)
    throw new Error(`An answer of ${said.length} bytes is longer than any that a form can give.`);
  const padded = Buffer.alloc(PADDED_BYTES);
  padded.writeUInt32BE(said.length);
  said.copy(padded, LENGTH_BYTES);
  return encrypt(key, padded, place);
}

function open(key: Buffer, body: string, place: string): string | undefined {
  const padded = decrypt(key, body, place);
  if (padded === undefined) return undefined;
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + padded.readUInt32BE()).toString("utf8");
}

function encrypt(key: Uint8Array, plain: Buffer, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64");
}

function decrypt(key: Uint8Array, sealed: string, place: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, "base64");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const body = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce)
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    // Another key, or a changed body: there is no telling which, and both mean that it cannot be read.
    return undefined;
  }
}

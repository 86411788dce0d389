import { createDecipheriv } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/**
 * Somebody who gets hold of everything: the database, its log of writes and a backup after every single answer, and the
 * database when the round has closed; with or without EVALUATION_KEY. Names, for each way of guessing it knows, who
 * answered what. Run alone: node test/attack/attacker.ts <directory> <answers> [EVALUATION_KEY in base64]
 */
export type Guess = {
  readonly way: string;
  /** The answers as JSON, by person. */
  readonly pairs: Readonly<Record<string, string>>;
};

type Ballot = { readonly person_id: string; readonly used: number };
type Sealed = { readonly slot: string; readonly body: string };
type Look = {
  readonly ballots: readonly Ballot[];
  readonly sealed: readonly Sealed[];
  readonly round: {
    readonly dialogue_id: string;
    readonly round_id: string;
    readonly wrapped_key: string;
  };
};

/** Who answered in which order, and what was written each time: that much every operator can see. */
type Seen = { readonly person: string; readonly written: Sealed };

export function attack(directory: string, answers: number, key?: Buffer): readonly Guess[] {
  const looks = Array.from({ length: answers + 1 }, (_, index) =>
    lookAt(join(directory, index === 0 ? "opened" : `answer-${index}`)),
  );
  const seen = looks.slice(1).map((after, index): Seen => seenBetween(looks[index] as Look, after));
  const closed = join(directory, "closed");
  return key ? [withKey(looks, seen, key)] : withoutKey(seen, closed, looks);
}

/** A copy of file and log together is opened as it was; a backup tells the same. */
function lookAt(snapshot: string): Look {
  const path = join(snapshot, existsSync(join(snapshot, "backup.db")) ? "backup.db" : "dialog.db");
  const database = new Database(path, { readonly: true });
  try {
    return {
      ballots: database.prepare("select person_id, used from ballot").all() as Ballot[],
      sealed: database
        .prepare("select slot, body from sealed_answer order by slot")
        .all() as Sealed[],
      round: database.prepare("select * from evaluation_round").get() as Look["round"],
    };
  } finally {
    database.close();
  }
}

function seenBetween(before: Look, after: Look): Seen {
  const were = new Set(before.ballots.filter(({ used }) => used === 1).map((one) => one.person_id));
  const person = after.ballots.find((one) => one.used === 1 && !were.has(one.person_id));
  const bodies = new Map(before.sealed.map(({ slot, body }) => [slot, body]));
  const written = after.sealed.find(({ slot, body }) => bodies.get(slot) !== body);
  if (!person || !written) throw new Error("Nothing was answered between the two.");
  return { person: person.person_id, written };
}

/** Opens the round's key with the one that wraps it, and with that every place that has been taken. */
function withKey(looks: readonly Look[], seen: readonly Seen[], key: Buffer): Guess {
  const { dialogue_id, round_id, wrapped_key } = (looks[0] as Look).round;
  const place = (slot: string) => `${dialogue_id}\n${round_id}\n${slot}`;
  const own = decrypt(key, wrapped_key, place(""));
  const pairs = seen.map(({ person, written }) => {
    const padded = decrypt(own, written.body, place(written.slot));
    return [person, padded.subarray(4, 4 + padded.readUInt32BE()).toString("utf8")];
  });
  return { way: "the key", pairs: Object.fromEntries(pairs) as Guess["pairs"] };
}

function decrypt(key: Buffer, sealed: string, place: string): Buffer {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

type Kept = { readonly id: string; readonly body: string; readonly at: number };

/** Puts those who answered, and what was answered, in every order there is a reason for, and lays one beside the other. */
function withoutKey(
  seen: readonly Seen[],
  closed: string,
  looks: readonly Look[],
): readonly Guess[] {
  const kept = keptIn(join(closed, "backup.db"));
  const asked = new Map((looks[0] as Look).ballots.map((one, index) => [one.person_id, index]));
  const people: { readonly [way: string]: readonly Seen[] } = {
    "as they answered": seen,
    "as they answered, backwards": seen.toReversed(),
    "as they were asked": by(seen, ({ person }) => asked.get(person) ?? 0),
    "by the place they took": by(seen, ({ written }) => written.slot),
    "by what was sealed": by(seen, ({ written }) => written.body),
    "by how heavy it was": by(seen, ({ written }) => weightOf(written.body)),
    "by its end": by(seen, ({ written }) => written.body.slice(-24)),
  };
  const answers: { readonly [way: string]: readonly Kept[] } = {
    "as they lie in the table": kept,
    "as they lie in the file": by(kept, ({ at }) => at),
    "by their ids": by(kept, ({ id }) => id),
    "by what they say": by(kept, ({ body }) => body),
    "by how long they are": by(kept, ({ body }) => body.length),
  };
  return Object.entries(people).flatMap(([way, persons]) =>
    Object.entries(answers).map(([other, bodies]): Guess => {
      const pairs = persons.map(({ person }, index) => [person, bodies[index]?.body ?? ""]);
      return { way: `${way} / ${other}`, pairs: Object.fromEntries(pairs) as Guess["pairs"] };
    }),
  );
}

function keptIn(path: string): readonly Kept[] {
  const bytes = readFileSync(path);
  const database = new Database(path, { readonly: true });
  try {
    const rows = database
      .prepare("select id, body from internal_response where kind = 'choices'")
      .all() as { id: string; body: string }[];
    return rows.map((row) => ({ ...row, at: bytes.indexOf(row.id) }));
  } finally {
    database.close();
  }
}

function weightOf(body: string): number {
  return Buffer.from(body, "base64").reduce((sum, byte) => sum + byte, 0);
}

function by<T>(all: readonly T[], of: (one: T) => string | number): readonly T[] {
  return all.toSorted((one, other) => (of(one) < of(other) ? -1 : of(one) > of(other) ? 1 : 0));
}

if (import.meta.main) {
  const [directory = "", answers = "0", key] = process.argv.slice(2);
  const guesses = attack(directory, Number(answers), key ? Buffer.from(key, "base64") : undefined);
  process.stdout.write(`${JSON.stringify(guesses, undefined, 2)}\n`);
}

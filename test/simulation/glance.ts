import type BetterSqlite3 from "better-sqlite3";
import type { Instant } from "../../src/domain/time.ts";
import type { Times } from "../../src/store/store.ts";

export type KeptReminder = {
  readonly dialogue_id: string;
  readonly key: string;
  readonly person_id: string;
  readonly about: string;
  readonly due_at: Instant;
  readonly status: string;
  readonly message_id: number | null;
};

/** What the database holds, seen at once and in words of its own: those who watch do not ask the code they watch. */
export type Glance = {
  readonly version: (dialogueId: string) => number;
  /** What the person is due to be reminded of and is in no message. */
  readonly untold: (person: string, now: Instant) => readonly string[];
  readonly reminders: () => readonly KeptReminder[];
  /** An older message to the same conversation that could have gone before that one. */
  readonly overtaken: (messageId: number, times: Times) => string | undefined;
  /** Whether something is on its way, due to leave or to be drawn anew. */
  readonly isBusy: (now: Instant) => boolean;
  /** What is due or to be drawn anew, and where. */
  readonly waiting: (now: Instant) => readonly { readonly key: string; readonly wish: string }[];
};

export function glanceAt(sqlite: BetterSqlite3.Database): Glance {
  const version = sqlite.prepare("select version from dialogue where id = ?").pluck();
  const untold = sqlite
    .prepare(
      "select key from reminder where person_id = ? and due_at <= ? and status = 'planned' order by key",
    )
    .pluck();
  const reminders = sqlite.prepare(
    "select dialogue_id, key, person_id, about, due_at, status, message_id from reminder order by dialogue_id, key",
  );
  // A bare parameter there makes SQLite prepare the statement anew each time, because of its partial indexes.
  const overtaken = sqlite
    .prepare(
      `select older.key from message one join message older on older.conversation = one.conversation
       where one.id = ? + 0 and older.status = 'pending' and older.due_at < one.due_at
         and older.next_at <= ? and older.hold_until <= ?
         and (older.in_thread = 0 or exists (select 1 from thread where dialogue_id = older.dialogue_id))`,
    )
    .pluck();
  const isWaiting = `status = 'pending' and next_at <= ?
    and (in_thread = 0 or exists (select 1 from thread where dialogue_id = message.dialogue_id))`;
  const waiting = sqlite.prepare(
    `select key, wish from message where status = 'sending' or (${isWaiting})
       or (status = 'sent' and shown < wanted and activity_id is not null)`,
  );
  return {
    version: (dialogueId) => (version.get(dialogueId) as number | undefined) ?? 0,
    untold: (person, now) => untold.all(person, now) as string[],
    reminders: () => reminders.all() as KeptReminder[],
    overtaken: (messageId, { now, real }) =>
      overtaken.get(messageId, now, real) as string | undefined,
    isBusy: (now) => waiting.get(now) !== undefined,
    waiting: (now) => waiting.all(now) as { key: string; wish: string }[],
  };
}

import { createHash } from "node:crypto";
import { type ExpressionBuilder, sql } from "kysely";
import type { Reminder } from "../domain/reminders.ts";
import type { Instant } from "../domain/time.ts";
import type { DialogueId, PersonId } from "../domain/value.ts";
import { atMost } from "./at-most.ts";
import { canonicalJson } from "./canonical.ts";
import { newMessage } from "./reconcile.ts";
import { heldBackReminders } from "./row-locks.ts";
import type { Database, Queries, Tables } from "./schema.ts";
import type { Reminders } from "./reminders-kept.ts";

export type ReminderRow = Tables["reminder"];
type Row = ReminderRow;

/**
 * Plans what the dialogue now wants: each key once, for ever (reliability.md §3). What is new and lies before `since` is
 * left out; what is no longer wanted and not yet sent is cancelled, and planned again when it is wanted again in time.
 */
export async function planReminders(
  queries: Queries,
  dialogueId: DialogueId,
  reminders: readonly Reminder[],
  since: Instant,
): Promise<void> {
  const hash = hashOf(reminders);
  const { numUpdatedRows } = await queries
    .updateTable("dialogue")
    .set({ reminders_hash: hash })
    .where("id", "=", dialogueId)
    .where("reminders_hash", "!=", hash)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  const planned = queries.selectFrom("reminder").selectAll().where("dialogue_id", "=", dialogueId);
  const rows = await heldBackReminders(queries, planned).execute();
  const known = new Map(rows.map((row) => [row.key, row]));
  const wanted = new Map(reminders.map((one) => [one.key, one]));
  for (const reminder of wanted.values()) {
    const row = known.get(reminder.key);
    if (reminder.dueAt < since) continue;
    if (!row) await insert(queries, dialogueId, reminder);
    else if (row.status === "cancelled") await setStatus(queries, row, "planned", null);
  }
  const subjects = new Set(reminders.map(({ about }) => canonicalJson(about)));
  for (const row of rows)
    if (row.status === "planned" && !wanted.has(row.key))
      await setStatus(
        queries,
        row,
        "cancelled",
        // The very same is wanted of somebody else, or on another day.
        subjects.has(row.about) ? "replaced" : "not wanted",
      );
}

function hashOf(reminders: readonly Reminder[]): string {
  if (reminders.length === 0) return "";
  return createHash("sha256").update(canonicalJson(reminders)).digest("base64url");
}

async function insert(
  queries: Queries,
  dialogueId: DialogueId,
  { key, person, about, dueAt, unlessAnswered }: Reminder,
): Promise<void> {
  await queries
    .insertInto("reminder")
    .values({
      dialogue_id: dialogueId,
      key,
      person_id: person,
      about: canonicalJson(about),
      due_at: dueAt,
      status: "planned",
      message_id: null,
      round_id: unlessAnswered ?? null,
      code: null,
    })
    .execute();
}

export async function setStatus(
  queries: Queries,
  row: Row,
  status: Row["status"],
  code: string | null,
): Promise<void> {
  await queries
    .updateTable("reminder")
    .set({ status, code })
    .where("dialogue_id", "=", row.dialogue_id)
    .where("key", "=", row.key)
    .execute();
}

/** In so many words, so that the index of what waits is used. */
const isPlanned = sql<boolean>`reminder.status = 'planned'`;

/** A reminder that is for those alone who have not answered, of somebody who has. */
function isAnswered(reminder: ExpressionBuilder<Tables, "reminder">) {
  return reminder.exists(
    reminder
      .selectFrom("ballot")
      .select("ballot.used")
      .whereRef("ballot.dialogue_id", "=", "reminder.dialogue_id")
      .whereRef("ballot.round_id", "=", "reminder.round_id")
      .whereRef("ballot.person_id", "=", "reminder.person_id")
      .where("ballot.used", "=", 1),
  );
}

/** What is due of dialogues that go on; those that are paused keep theirs until they are resumed (decisions.md §9.6). */
function due(queries: Queries, now: Instant) {
  return queries
    .selectFrom("reminder")
    .innerJoin("dialogue", "dialogue.id", "reminder.dialogue_id")
    .where(isPlanned)
    .where("reminder.due_at", "<=", now)
    .where("dialogue.status", "!=", "paused")
    .where((reminder) => reminder.not(isAnswered(reminder)));
}

/** The dialogues in which something is due: what they want is looked at anew before anything is sent. */
async function dialoguesDue(queries: Queries, now: Instant): Promise<readonly DialogueId[]> {
  // From what is due to the dialogues: the other way round every reminder there is would be looked at.
  const ids = queries
    .selectFrom("reminder")
    .select("dialogue_id")
    .where(isPlanned)
    .where("due_at", "<=", now)
    .where((reminder) => reminder.not(isAnswered(reminder)));
  const rows = await queries
    .selectFrom("dialogue")
    .select("id")
    .where("id", "in", ids)
    .where("status", "!=", "paused")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Those who are to be reminded of something now and have not had that morning's message. */
async function peopleDue(
  queries: Queries,
  now: Instant,
  morning: string,
  limit: number,
): Promise<readonly PersonId[]> {
  const rows = await due(queries, now)
    .where((reminder) =>
      reminder.not(
        reminder.exists(
          reminder
            .selectFrom("message")
            .select("message.id")
            .where("message.dialogue_id", "is", null)
            .where(
              "message.key",
              "=",
              sql<string>`'morning:' || reminder.person_id || ':' || ${morning}`,
            ),
        ),
      ),
    )
    .select("reminder.person_id as id")
    .distinct()
    .orderBy("reminder.person_id")
    .limit(atMost(limit))
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Puts everything the person is to be reminded of in one message of that morning: each thing once, by its newest
 * reminder; older ones are expired (decisions.md §9.6). Nothing when the person has had this morning's message already.
 */
async function makeMorning(
  queries: Queries,
  person: PersonId,
  { morning, now }: { readonly morning: string; readonly now: Instant },
  step: MorningWritten | undefined,
): Promise<boolean> {
  const key = `morning:${person}:${morning}`;
  const made = await queries
    .insertInto("message")
    .values(
      newMessage(
        {
          key,
          about: { kind: "morning", date: morning },
          to: { type: "person", person },
          delivery: "repeat",
        },
        null,
        1,
        now,
      ),
    )
    .onConflict((conflicting) => conflicting.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return false;
  const rows = await due(queries, now)
    .selectAll("reminder")
    .where("reminder.person_id", "=", person)
    .orderBy("reminder.due_at")
    .execute();
  const newest = new Map(rows.map((row) => [subjectOf(row), row.key]));
  for (const row of rows) {
    const isNewest = newest.get(subjectOf(row)) === row.key;
    await queries
      .updateTable("reminder")
      .set(isNewest ? { status: "made", message_id: made.id } : { status: "expired" })
      .where("dialogue_id", "=", row.dialogue_id)
      .where("key", "=", row.key)
      .execute();
  }
  step?.("morning.written");
  return true;
}

/** Called when a morning's message has been written and not yet committed, for tests that end the process there. */
type MorningWritten = (step: "morning.written") => void;

/** Everything about reminders that the store keeps. */
export function createReminders({ read, write }: Database, step?: MorningWritten): Reminders {
  return {
    plan: (dialogueId, reminders, since) =>
      write((queries) => planReminders(queries, dialogueId, reminders, since)),
    dialoguesDue: (now) => dialoguesDue(read, now),
    peopleDue: (now, morning, limit) => peopleDue(read, now, morning, limit),
    makeMorning: (person, when) => write((queries) => makeMorning(queries, person, when, step)),
    in: (messageId) => remindersIn(read, messageId),
    next: (later) => nextReminder(read, later),
  };
}

/** What the reminder is about, whichever rung it is. */
export function subjectOf({
  dialogue_id: dialogueId,
  about,
}: Pick<Row, "dialogue_id" | "about">): string {
  const { rung: _rung, ...subject } = JSON.parse(about) as { readonly rung?: string };
  return `${dialogueId} ${canonicalJson(subject)}`;
}

/** What the message of a morning tells of, in the order it became due. */
async function remindersIn(
  queries: Queries,
  messageId: number,
): Promise<readonly (Reminder & { readonly dialogueId: DialogueId })[]> {
  const rows = await queries
    .selectFrom("reminder")
    .selectAll()
    .where("message_id", "=", messageId)
    .orderBy("due_at")
    .orderBy("dialogue_id")
    .orderBy("key")
    .execute();
  return rows.map((row) => ({
    dialogueId: row.dialogue_id,
    key: row.key,
    person: row.person_id,
    // planReminders writes it from a Reminder.
    about: JSON.parse(row.about) as Reminder["about"],
    dueAt: row.due_at,
  }));
}

/** When the next reminder becomes due, after `later`. */
async function nextReminder(queries: Queries, later: Instant): Promise<Instant | undefined> {
  const row = await queries
    .selectFrom("reminder")
    .innerJoin("dialogue", "dialogue.id", "reminder.dialogue_id")
    .select("reminder.due_at")
    .where(isPlanned)
    .where("reminder.due_at", ">", later)
    .where("dialogue.status", "!=", "paused")
    .orderBy("reminder.due_at")
    .limit(atMost(1))
    .executeTakeFirst();
  return row?.due_at;
}

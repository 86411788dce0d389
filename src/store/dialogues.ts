import type { Selectable } from "kysely";
import type { Home } from "../domain/dialogue.ts";
import type { DialogueId, PersonId } from "../domain/value.ts";
import { deleteExample } from "./delete-example.ts";
import { erase } from "./erase.ts";
import { destroys } from "./evaluation-rounds.ts";
import { loadHistory } from "./load.ts";
import { saveChange } from "./save.ts";
import type { Database, Queries, Tables } from "./schema.ts";
import { setTimer, timers } from "./timers.ts";
import { Conflict, type DialogueRow, type Dialogues } from "./store.ts";
import type { Vault } from "./vault.ts";
import { verify } from "./verify.ts";

export function createDialogues(
  database: Database,
  vault: Vault,
  step?: (step: "order.written") => void,
): Dialogues {
  const { read, write } = database;
  return {
    load: (dialogueId, afterVersion = 0) => loadHistory(read, dialogueId, afterVersion),
    async save(change) {
      try {
        const saved = await write(async (queries) => {
          const kept = await saveChange(queries, vault, change);
          step?.("order.written");
          return kept;
        });
        if (change.forgets !== undefined || destroys(change.events)) await database.scrub();
        return saved;
      } catch (cause) {
        if (!database.isUniqueViolation(cause)) throw cause;
        throw new Conflict(
          `Dialogue ${change.dialogueId} was changed by somebody else after version ${change.version}; load it and decide again.`,
          { cause },
        );
      }
    },
    async seen(inboundId) {
      const row = await read
        .selectFrom("inbound")
        .select("id")
        .where("id", "=", inboundId)
        .executeTakeFirst();
      return row !== undefined;
    },
    list: async (of) => (await rowsOf(read, of)).map(toDialogueRow),
    timers: (limit) => timers(read, limit),
    setTimer: (dialogueId, version, at) =>
      write((queries) => setTimer(queries, dialogueId, version, at)),
    findByThread: (channelId, rootActivityId) => findByThread(read, channelId, rootActivityId),
    async erase(erasure) {
      const erased = await write((queries) => erase(queries, erasure));
      await database.scrub();
      return erased;
    },
    async deleteExample(dialogueId) {
      const sent = await write((queries) => deleteExample(queries, dialogueId));
      await database.scrub();
      return sent;
    },
    verify: (dialogueId) => write((queries) => verify(queries, dialogueId)),
  };
}

/** Examples are in no list but their owner's (decisions.md §2.4). */
async function rowsOf(
  queries: Queries,
  of: Parameters<Dialogues["list"]>[0],
): Promise<Selectable<Tables["dialogue"]>[]> {
  const newestFirst = queries
    .selectFrom("dialogue")
    .selectAll()
    .orderBy("started_at", "desc")
    .orderBy("id");
  if (of === "all") return newestFirst.where("example", "=", 0).execute();
  if ("exampleOf" in of)
    return newestFirst.where("example", "=", 1).where("owner", "=", of.exampleOf).execute();
  const real = newestFirst.where("example", "=", 0);
  if ("channelId" in of) return real.where("channel_id", "=", of.channelId).execute();
  if ("with" in of) return real.where("lessons", ">", 0).execute();
  return real.where("id", "in", dialoguesOf(queries, of.person)).execute();
}

function dialoguesOf(queries: Queries, person: PersonId) {
  return queries
    .selectFrom("dialogue_person")
    .select("dialogue_id")
    .where("person_id", "=", person);
}

function toDialogueRow(row: Selectable<Tables["dialogue"]>): DialogueRow {
  return {
    dialogueId: row.id,
    version: row.version,
    home: JSON.parse(row.home) as Home,
    status: row.status,
    example: row.example === 1,
    lessons: row.lessons,
    people: JSON.parse(row.people) as PersonId[],
  };
}

/** The thread's root, or an Översikt that was posted anew in the thread. */
async function findByThread(
  queries: Queries,
  channelId: string,
  activityId: string,
): Promise<DialogueId | undefined> {
  const root = await queries
    .selectFrom("thread")
    .select("dialogue_id")
    .where("channel_id", "=", channelId)
    .where("activity_id", "=", activityId)
    .executeTakeFirst();
  if (root) return root.dialogue_id;
  const anew = await queries
    .selectFrom("message")
    .innerJoin("thread", "thread.dialogue_id", "message.dialogue_id")
    .select("thread.dialogue_id")
    .where("message.activity_id", "=", activityId)
    .where("message.key", "=", "overview")
    .where("thread.channel_id", "=", channelId)
    .executeTakeFirst();
  return anew?.dialogue_id;
}

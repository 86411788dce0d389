import type { Event } from "../domain/dialogue.ts";
import { erase, eraseAll } from "./erase.ts";
import { REPLACED } from "../domain/replaced-words.ts";
import { followRounds } from "./evaluation-rounds.ts";
import { byReference, toEvent, toRow } from "./event-rows.ts";
import { headOf } from "./head.ts";
import { reconcile } from "./reconcile.ts";
import { redrawMornings } from "./redraw-mornings.ts";
import { planReminders } from "./reminders.ts";
import type { Queries, Tables } from "./schema.ts";
import { AlreadyDone, type Change, Conflict } from "./store.ts";
import type { Vault } from "./vault.ts";
import { type Content, referencesIn } from "./words.ts";

/** Everything a change brings with it; the caller runs it in one transaction. */
export async function saveChange(
  queries: Queries,
  vault: Vault,
  change: Change,
): Promise<readonly Event[]> {
  if (change.inboundId !== undefined) await noteInbound(queries, change, change.inboundId);
  const before = await queries
    .selectFrom("dialogue")
    .select("people")
    .where("id", "=", change.dialogueId)
    .executeTakeFirst();
  if (change.version + change.events.length === 0) return [];
  await writeIndex(queries, change, before?.people);
  const events = await appendEvents(queries, change);
  await followRounds(queries, vault, change.dialogueId, change.events);
  const version = change.version + change.events.length;
  await reconcile(queries, change.dialogueId, version, change.messages, change.at);
  if (change.reminders)
    await planReminders(queries, change.dialogueId, change.reminders, change.at);
  const erases = change.forgets !== undefined || (change.replaces ?? []).length > 0;
  await redrawMornings(queries, change.dialogueId, erases ? undefined : change.reminders);
  const by = change.events.at(-1)?.by;
  if (change.forgets !== undefined && by !== undefined)
    await eraseAll(queries, { ...change, ground: change.forgets, by });
  if (by !== undefined)
    for (const ref of change.replaces ?? [])
      await erase(queries, { ...change, ref, ground: REPLACED, by });
  return events;
}

async function noteInbound(queries: Queries, change: Change, id: string): Promise<void> {
  const { numInsertedOrUpdatedRows } = await queries
    .insertInto("inbound")
    .values({ id, dialogue_id: change.dialogueId, at: change.at })
    .onConflict((conflicting) => conflicting.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n)
    throw new AlreadyDone(
      `Activity ${id} has been handled before; answer with the state as it is.`,
    );
}

function conflict(change: Change): Conflict {
  return new Conflict(
    `Dialogue ${change.dialogueId} is no longer at version ${change.version}; load it and decide again.`,
  );
}

/** Also the lock on the dialogue: whoever moves the version on first wins, whatever was read before. */
async function writeIndex(
  queries: Queries,
  change: Change,
  peopleBefore: string | undefined,
): Promise<void> {
  const { dialogueId, index } = change;
  const people = JSON.stringify(index.people);
  const version = change.version + change.events.length;
  const row = {
    version,
    home: JSON.stringify(index.home),
    channel_id: index.home.type === "channel" ? index.home.channelId : null,
    owner: index.home.type === "personal" ? index.home.person : null,
    status: index.status,
    example: Number(index.example),
    lessons: index.lessons ?? 0,
    people,
    timer_at: change.timerAt ?? null,
  } satisfies Partial<Tables["dialogue"]>;
  if (change.version === 0) {
    await queries
      .insertInto("dialogue")
      .values({ id: dialogueId, started_at: change.at, ...row })
      .execute();
  } else {
    const { numUpdatedRows } = await queries
      .updateTable("dialogue")
      .set(row)
      .where("id", "=", dialogueId)
      .where("version", "=", change.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw conflict(change);
  }
  if (people !== peopleBefore) await writePeople(queries, change);
}

async function writePeople(queries: Queries, { dialogueId, index }: Change): Promise<void> {
  await queries.deleteFrom("dialogue_person").where("dialogue_id", "=", dialogueId).execute();
  for (const person of new Set(index.people))
    await queries
      .insertInto("dialogue_person")
      .values({ dialogue_id: dialogueId, person_id: person })
      .execute();
}

async function appendEvents(queries: Queries, change: Change): Promise<Event[]> {
  const { dialogueId } = change;
  let previousHash = await headOf(queries, dialogueId, change.version);
  const known = new Map<string, Content>();
  const appended: Event[] = [];
  for (const [index, event] of change.events.entries()) {
    for (const ref of referencesIn(event)) {
      if (known.has(ref)) continue;
      const shared = await ownContent(queries, dialogueId, ref);
      if (shared) known.set(ref, shared);
    }
    const version = change.version + index + 1;
    const { row, content } = toRow(event, { dialogueId, version, previousHash }, known);
    await queries.insertInto("event").values(row).execute();
    for (const one of content)
      await queries
        .insertInto("content")
        .values({ ...one, dialogue_id: dialogueId, version })
        .execute();
    for (const one of content) known.set(one.ref, one);
    appended.push(toEvent(row, new Map([...known, ...byReference(content)])));
    previousHash = row.hash;
  }
  return appended;
}

/** Words of another dialogue are never shared: deleting or erasing one must not touch the other. */
function ownContent(
  queries: Queries,
  dialogueId: string,
  ref: string,
): Promise<Content | undefined> {
  return queries
    .selectFrom("content")
    .select(["ref", "salt", "body"])
    .where("ref", "=", ref)
    .where("dialogue_id", "=", dialogueId)
    .executeTakeFirst();
}

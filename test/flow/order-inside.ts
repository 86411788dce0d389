import { join } from "node:path";
import Database from "better-sqlite3";
import { createHandle } from "../../src/handle.ts";
import type { Command } from "../../src/domain/dialogue.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { openProcesses } from "../../src/store/processes.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { personNamed, type Story } from "./story.ts";

/** Who orders, what, and when if it is not now. */
type Order = { readonly by: string; readonly at?: string; readonly commands: readonly Command[] };

/** Our own id of a person named so, as the bot's database has it. */
export function idsIn({ town }: Story): (name: string) => string {
  const database = new Database(join(town.directory, "dialog.db"), { readonly: true });
  const people = database.prepare("select entra_id, id from person").raw().all();
  database.close();
  const ids = new Map(people as [string, string][]);
  return (name) => ids.get(personNamed(name)) ?? "";
}

/**
 * Gives orders that no button gives yet, and such as other files have shown by their buttons, through the same handle as
 * every press. The bot rests meanwhile; in its database is one dialogue at the most.
 */
export async function orderInside(story: Story, ...orders: readonly Order[]): Promise<void> {
  const { town } = story;
  const { now } = await town.emulator.clock();
  await town.bot().stop();
  const path = join(town.directory, "dialog.db");
  const database = new Database(path, { readonly: true });
  const dialogueId = (database.prepare("select id from dialogue").pluck().get() ??
    "dialogue-1") as string;
  database.close();
  const id = idsIn(story);
  const store = await openSqliteStore({ path, instance: "test" });
  const processes = await openProcesses(store.templates, builtInTemplate);
  let time = now;
  const handle = createHandle({ store, processes, now: async () => time, saved: () => {} });
  try {
    for (const { by, at = now, commands } of orders) {
      time = at;
      await handle.order({ dialogueId, actor: id(by), commands });
    }
  } finally {
    await store.close();
    await town.restart();
  }
}

import { join } from "node:path";
import Database from "better-sqlite3";
import { createHandle } from "../../src/handle.ts";
import type { Command } from "../../src/domain/dialogue.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { openProcesses } from "../../src/store/processes.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { personNamed, type Story } from "./story.ts";

/** Our own id of the person, as the bot's database has it. */
type PersonOf = (name: string) => string;
type Order = readonly [name: string, command: (id: PersonOf) => Command];

/**
 * Gives orders that no button gives yet, through the same handle as every press: the bot rests meanwhile. One dialogue
 * is in the database.
 */
export async function orderInside({ town }: Story, ...orders: readonly Order[]): Promise<void> {
  const { now } = await town.emulator.clock();
  await town.bot().stop();
  const path = join(town.directory, "dialog.db");
  const database = new Database(path, { readonly: true });
  const dialogueId = database.prepare("select id from dialogue").pluck().get() as string;
  const people = database.prepare("select id from person where entra_id = ?").pluck();
  const id: PersonOf = (name) => people.get(personNamed(name)) as string;
  const all = orders.map(([name, command]) => ({ actor: id(name), commands: [command(id)] }));
  database.close();
  const store = await openSqliteStore({ path, instance: "test" });
  const processes = await openProcesses(store.templates, builtInTemplate);
  const handle = createHandle({ store, processes, now: async () => now, saved: () => {} });
  try {
    for (const order of all) await handle.order({ dialogueId, ...order });
  } finally {
    await store.close();
    await town.restart();
  }
}

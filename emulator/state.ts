import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { World } from "./world.ts";

export type Message = {
  id: string;
  conversationId: string;
  /** The root of the thread in a channel; a root names no other. */
  rootId?: string;
  from: "bot" | (string & {});
  text?: string;
  summary?: string;
  card?: unknown;
  /** The answers to a press, each seen by that person only, until the next edit. */
  cardFor: Record<string, unknown>;
  mentionsBot: boolean;
  edits: number;
  deleted: boolean;
  at: string;
  /** The bot's development clock when the message came, where it has one. */
  clock?: string;
};

export type Conversation =
  | { kind: "channel"; id: string; teamId: string }
  | { kind: "personal"; id: string; personId: string };

/** Everything that outlives a restart. Change it in place, then call the save that belongs to it. */
export type State = {
  world: World;
  installedFor: Set<string>;
  personal: Map<string, Conversation & { kind: "personal" }>;
  messages: Map<string, Message>;
  saved: Map<string, string>;
  saveWorld(): void;
  savePersonal(conversation: Conversation & { kind: "personal" }): void;
  saveMessage(message: Message): void;
  /** Keeps one text under a name, for keys. */
  saveText(name: string, text: string): void;
  nextMessageId(): string;
  close(): void;
};

type Put = (kind: string, id: string, value: unknown) => void;
type Row = { kind: string; id: string; json: string };

/** Opens the state: in memory without a path, else in an SQLite file where every save is kept through kill -9.
 * A world found in the file wins over the one given, but must have the same tenant and bot. */
export function openState(world: World, path: string | undefined): State {
  const file = path === undefined ? undefined : openFile(path);
  const state = emptyState(world, file?.put ?? (() => undefined), () => file?.close());
  for (const row of file?.rows ?? []) readRow(state, row);
  if (state.world.tenantId !== world.tenantId || state.world.botId !== world.botId) {
    file?.close();
    throw new Error(
      `The state in ${path} belongs to tenant ${state.world.tenantId} and bot ${state.world.botId}, ` +
        `the world names ${world.tenantId} and ${world.botId}: remove the file or use its world`,
    );
  }
  state.saveWorld();
  return state;
}

function emptyState(world: World, put: Put, close: () => void): State {
  const state: State = {
    world: structuredClone(world),
    installedFor: new Set(),
    personal: new Map(),
    messages: new Map(),
    saved: new Map(),
    saveWorld: () =>
      put("world", "world", { world: state.world, installedFor: [...state.installedFor] }),
    savePersonal: (conversation) => {
      state.personal.set(conversation.id, conversation);
      put("personal", conversation.id, conversation);
    },
    saveMessage: (message) => {
      state.messages.set(message.id, message);
      put("message", message.id, message);
    },
    saveText: (name, text) => {
      state.saved.set(name, text);
      put("text", name, text);
    },
    nextMessageId: messageIds(() => [...state.messages.keys()].at(-1)),
    close,
  };
  return state;
}

/** Message ids are milliseconds, as in Teams, and always rise. */
function messageIds(newest: () => string | undefined): () => string {
  let last: number | undefined;
  return () => {
    last ??= Number(newest() ?? 0);
    last = Math.max(last + 1, Date.now());
    return String(last);
  };
}

function readRow(state: State, row: Row): void {
  const value: unknown = JSON.parse(row.json);
  // The rows were written by this file alone, so their shapes are known by their kind.
  if (row.kind === "world") {
    const kept = value as { world: World; installedFor: string[] };
    state.world = kept.world;
    state.installedFor = new Set(kept.installedFor);
  } else if (row.kind === "personal") {
    state.personal.set(row.id, value as Conversation & { kind: "personal" });
  } else if (row.kind === "message") {
    state.messages.set(row.id, value as Message);
  } else if (row.kind === "text") {
    state.saved.set(row.id, value as string);
  }
}

function openFile(path: string): { rows: Row[]; put: Put; close: () => void } {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  // WAL with synchronous=NORMAL outlives a killed process; power loss is not promised here.
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.exec(
    "create table if not exists item (kind text, id text, json text not null, primary key (kind, id))",
  );
  const rows = database.prepare<[], Row>("select kind, id, json from item order by id").all();
  const insert = database.prepare(
    "insert into item (kind, id, json) values (?, ?, ?) on conflict do update set json = excluded.json",
  );
  return {
    rows,
    put: (kind, id, value) => void insert.run(kind, id, JSON.stringify(value)),
    close: () => database.close(),
  };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { exampleWorld } from "../support/bot.ts";
import { type EmulatorClient, openEmulator } from "../support/emulator.ts";
import type { CardNode } from "../support/card-reading.ts";
import { bootBot, type BootedBot } from "./stage-bot.ts";
import { CHANNEL, entraId, EVERYBODY, TEAM, type Who } from "./stage-people.ts";

/** A card as it stands in the channel or in somebody's chat. */
export type Posted = {
  readonly conversation: string;
  readonly personal: boolean;
  readonly activityId: string;
  readonly card: CardNode;
};
/** One moment of the story: the whole database, and every card that can be pressed then. */
export type Moment = {
  readonly dialogueId: string;
  readonly database: Buffer;
  readonly cards: readonly Posted[];
};

type Inputs = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;

export type Stage = {
  readonly emulator: EmulatorClient;
  readonly directory: string;
  readonly bot: BootedBot;
  /** What a person sends from a page of a dialog; fails when it is answered with a refusal. */
  readonly order: (who: Who, data: Data, inputs?: Inputs) => Promise<void>;
  readonly execute: (who: Who, data: Data) => Promise<void>;
  /** Every dialogue there is. */
  readonly dialogueIds: () => readonly string[];
  /** Our own id of somebody. */
  readonly id: (who: Who) => string;
  readonly moment: (dialogueId: string) => Promise<Moment>;
  readonly close: () => Promise<void>;
};

/** Granåsa with the bot installed, where everybody has once written to it and pressed something. */
export async function openStage(): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-"));
  const path = join(directory, "story.db");
  const emulator = await openEmulator({ world: exampleWorld as never });
  const bot = await bootBot({ emulatorUrl: emulator.url, path });
  await emulator.setBot(bot.url);
  await emulator.limits(false);
  await emulator.install({ teamId: TEAM, add: true });
  // In no team, but with the app: such a person can press and be answered.
  await emulator.install({ personId: entraId("outsider"), add: true });
  for (const who of EVERYBODY) await meet(emulator, entraId(who));
  const place = { conversation: CHANNEL };
  return {
    emulator,
    directory,
    bot,
    order: async (who, data, inputs = {}) => {
      const wish = { ...place, data: { dl: 1, ...data }, inputs };
      accepted(who, data, await emulator.dialogSubmit(entraId(who), wish));
    },
    execute: async (who, data) => {
      const wish = { conversation: "personal", data: { dl: 1, ...data } };
      accepted(who, data, await emulator.execute(entraId(who), wish));
    },
    dialogueIds: () =>
      read(path, (database) =>
        database.prepare("select id from dialogue").pluck().all(),
      ) as string[],
    id: (who) => ownId(path, who),
    moment: async (dialogueId) => {
      await bot.settle();
      return { dialogueId, database: copyOf(path), cards: await cardsIn(emulator, path) };
    },
    close: async () => {
      await bot.close();
      await emulator.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What is noted of a person at their first word must not be mistaken for a change later. */
export async function meet(emulator: EmulatorClient, person: string): Promise<void> {
  const help = { dl: 1, verb: "openHelp", topic: "how" };
  await emulator.fetch(person, { conversation: "personal", data: help });
  await emulator.fetch(person, { conversation: CHANNEL, data: help });
}

function accepted(who: Who, data: Data, answer: { status: number; shown: object }): void {
  const told = JSON.stringify(answer.shown);
  const refused = /Inget har sparats|E-FORBIDDEN|E-STALE|E-DECISION|"kind":"error"/u.exec(told);
  if (answer.status !== 200 || refused)
    throw new Error(`${who} was refused ${JSON.stringify(data)}: ${told.slice(0, 2_000)}`);
}

function read<T>(path: string, look: (database: Database.Database) => T): T {
  const database = new Database(path, { readonly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}

export function copyOf(path: string): Buffer {
  return read(path, (database) => database.serialize());
}

function ownId(path: string, who: Who): string {
  const row = read(path, (database) =>
    database.prepare("select id from person where entra_id = ?").get(entraId(who)),
  );
  return (row as { id: string }).id;
}

/** Every message that has been sent and still stands, with the card it shows now. */
export async function cardsIn(emulator: EmulatorClient, path: string): Promise<readonly Posted[]> {
  const rows = read(path, (database) =>
    database
      .prepare("select conversation_id, activity_id from message where activity_id is not null")
      .all(),
  ) as { conversation_id: string; activity_id: string }[];
  const posted: Posted[] = [];
  for (const { conversation_id, activity_id } of rows) {
    const conversation = conversation_id.split(";")[0] ?? "";
    const messages = await emulator.messages(conversation);
    const message = messages.find(({ id }) => id === activity_id);
    if (!message?.card || message.deleted) throw new Error(`No card at ${activity_id}.`);
    const personal = !conversation.endsWith("@thread.tacv2");
    const card = message.card as CardNode;
    posted.push({ conversation, personal, activityId: activity_id, card });
  }
  return posted;
}

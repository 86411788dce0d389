import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { ActResult } from "../../emulator/acts.ts";
import type { Command } from "../../src/domain/dialogue.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { exampleWorld } from "../support/bot.ts";
import { type CardNode, wordsOn } from "../support/card-reading.ts";
import { openEmulator } from "../support/emulator.ts";
import type { Step } from "../support/given.ts";
import { type Seat, seat } from "../support/seat.ts";
import { bootBot } from "./stage-bot.ts";
import { CHANNEL, TEAM } from "./stage-people.ts";

/** Who in Granåsa is the person that the histories of test/support call so. */
const CAST = {
  a: "Anna Lindqvist",
  b: "Behzad Karimi",
  c: "Cecilia Nyström",
  d: "David Holmgren",
  e: "Elif Demir",
  reg: "Linnea Sandberg",
  head: "Johan Wallin",
  kom: "Oskar Blom",
  tjp: "Tove Johansson",
  other: "Ulla Bergström",
  "ks-reg": "Petra Lundgren",
  "ks-head": "Margareta Öberg",
  starter: "Rasmus Eklund",
  adm: "Zoran Petrović",
  guest: "Wilhelm Kjellberg",
  outsider: "Yasmin Farouk",
  sub: "Fredrik Ståhl",
} as const;
export type Called = keyof typeof CAST;

type Inputs = Readonly<Record<string, string>>;
export type Pressing = {
  readonly kind?: "execute" | "fetch" | "dialogSubmit";
  readonly data: Readonly<Record<string, unknown>>;
  readonly inputs?: Inputs;
};

/**
 * Granåsa with a bot in this process, in whose database people have the ids of test/support/given.ts: what is told there
 * as a history has happened here, and the next thing is pressed through the front door.
 */
export async function openLived(options: { readonly organisation?: false } = {}) {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-"));
  const path = join(directory, "lived.db");
  await (await openSqliteStore({ path, instance: "test" })).close();
  nameEverybody(path);
  const emulator = await openEmulator({ world: exampleWorld as never });
  const bot = await bootBot({ emulatorUrl: emulator.url, path, ...options });
  await emulator.setBot(bot.url);
  await emulator.limits(false);
  await emulator.install({ teamId: TEAM, add: true });
  return {
    bot,
    /** Lives the history in a dialogue of that id; what one person does in a row is kept at once. */
    live: async (dialogueId: string, steps: readonly Step[]): Promise<void> => {
      for (const { actor, at, commands } of runsIn(steps))
        await bot.live(at, { dialogueId, commands, actor });
    },
    /** Presses in the channel, with a client in that language; what is read then. */
    press: async (
      who: Called,
      { kind = "dialogSubmit", data, inputs = {} }: Pressing,
      language: "sv" | "en",
    ): Promise<string> => {
      const locale = language === "sv" ? "sv-SE" : "en-GB";
      const wish = { conversation: CHANNEL, data: { dl: 1, ...data }, inputs, locale };
      return read(await emulator[kind](entraIdOf(CAST[who]), wish));
    },
    /** The same person at a client of their own in the channel, who presses what is shown. */
    person: (who: Called): Seat => seat(emulator, entraIdOf(CAST[who]), CHANNEL),
    close: async (): Promise<void> => {
      await bot.close();
      await emulator.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
export type Lived = Awaited<ReturnType<typeof openLived>>;

type Run = { readonly actor: string; readonly at: string; readonly commands: Command[] };

/** The history as orders; what one person does in a row is one. */
export function runsIn(steps: readonly Step[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [actor, command, at = "2027-01-11T08:00:00.000Z"] of steps) {
    const home = { type: "channel", teamId: TEAM, channelId: CHANNEL } as const;
    const own = command.type === "StartDialogue" ? { ...command, home } : command;
    const last = runs.at(-1);
    if (last?.actor === actor && last.at === at) last.commands.push(own);
    else runs.push({ actor, at, commands: [own] });
  }
  return runs;
}

/** Everybody gets the id they have in the histories before the bot meets them. */
export function nameEverybody(path: string): void {
  const database = new Database(path);
  const insert = database.prepare("insert into person (id, entra_id, guest) values (?, ?, 0)");
  for (const [id, name] of Object.entries(CAST)) insert.run(id, entraIdOf(name));
  database.close();
}

function entraIdOf(name: string): string {
  const person = exampleWorld.people.find((one) => one.name === name);
  if (!person) throw new Error(`${name} is not in the example's world.`);
  return person.id;
}

function read({ status, shown }: ActResult): string {
  if (shown.kind === "card" || shown.kind === "dialog")
    return wordsOn(shown.card as CardNode).replaceAll("\u00a0", " ");
  if (shown.kind === "note" || shown.kind === "dialogMessage") return shown.text;
  return `${status} ${JSON.stringify(shown)}`;
}

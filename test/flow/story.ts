import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect } from "vitest";
import { exampleWorld, openTown, type Town } from "../support/bot.ts";
import { readOn, type Seat, seat, type Shown } from "../support/seat.ts";
import { checksum } from "./every-button-checksum.ts";

export type Story = Awaited<ReturnType<typeof openStory>>;

const [team] = exampleWorld.teams;
if (!team) throw new Error("The example's world has no team.");
export const TEAM = team;

/** The channel of that name in the example's world. */
export function channelNamed(name: string | null): string {
  const channel = TEAM.channels.find((one) => one.name === name);
  if (!channel) throw new Error(`The example's world has no channel ${name}.`);
  return channel.id;
}

/**
 * Granåsa with the bot in its team and nothing decided, told in one channel: real processes, real tokens, the clock of
 * the story. Weeks pass in a second here, so Teams' limits of real time are lifted; test/outbox shows them.
 */
export async function openStory(channelName: string, env: Readonly<Record<string, string>> = {}) {
  const town = await openTown({ env });
  await town.emulator.limits(false);
  const channel = channelNamed(channelName);

  /** What is due is out, and every card shows its last state. */
  async function settled(): Promise<void> {
    const { now } = await town.emulator.clock();
    const { failed } = await town.emulator.moveClock(now);
    expect(failed).toBe(0);
  }

  /** Runs something that must change nothing: no row of any table, no card anybody sees. */
  async function unchanged<T>(act: () => Promise<T>): Promise<T> {
    await settled();
    const before = await everything(town);
    const outcome = await act();
    await settled();
    expect(await everything(town)).toEqual(before);
    return outcome;
  }

  return {
    town,
    channel,
    settled,
    unchanged,
    /** The person of that name at their client, in this channel unless another is given. */
    person: (name: string, where: string = channel): Seat =>
      seat(town.emulator, personNamed(name), where),
    /** Moves the clock to what it shows on the wall in Sweden. */
    at: async (localTime: string): Promise<void> => {
      const moment = Temporal.PlainDateTime.from(localTime.replace(" ", "T"));
      const instant = moment.toZonedDateTime("Europe/Stockholm").toInstant();
      await town.emulator.moveClock(instant.toString());
    },
    close: () => town.close(),
  };
}

export function personNamed(name: string): string {
  const person = exampleWorld.people.find((one) => one.name === name);
  if (!person) throw new Error(`${name} is not in the example's world.`);
  return person.id;
}

/** A hash of the whole database as another process reads it, and how often each card has been drawn. */
async function everything({ directory, emulator }: Town) {
  const conversations = await emulator.conversations();
  const cards = await Promise.all(conversations.map(({ id }) => emulator.messages(id)));
  return {
    tables: readDatabase(directory, checksum),
    cards: cards.flat().map(({ id, edits, deleted, card }) => ({ id, edits, deleted, card })),
  };
}

/** Looks into the bot's database through a connection that cannot write. */
export function readDatabase<T>(directory: string, look: (database: Database.Database) => T): T {
  const database = new Database(join(directory, "dialog.db"), { readonly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}

/** The living Översikt of the dialogue as this person sees it. */
export async function overviewOf(viewer: Seat, title: string, where?: string): Promise<Shown> {
  const shown = (await viewer.cards(where)).findLast(({ card }) => {
    const [kicker = "", heading] = readOn(card).split("\n");
    return /^(?:EXEMPEL · )?Medborgardialog/u.test(kicker) && heading === title;
  });
  if (!shown) throw new Error(`${viewer.person} sees no Översikt of ${title}.`);
  return shown;
}

/** The same, to read. */
export async function readOverview(viewer: Seat, title: string, where?: string): Promise<string> {
  return readOn((await overviewOf(viewer, title, where)).card);
}

/** Lines that stand right after each other. */
export function lines(...each: readonly string[]): string {
  return each.join("\n");
}

/** A story is told in order: what comes after a row that failed is skipped, so that the first failure is the one to read. */
export function stopsAtFirstFailure(): void {
  let failed = false;
  beforeEach((row) => {
    if (failed) row.skip();
    row.onTestFailed(() => {
      failed = true;
    });
  });
}

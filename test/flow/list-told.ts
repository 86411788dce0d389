import { onTestFinished } from "vitest";
import { checkLists, KEPT_REMINDERS, type KeptReminder } from "./list-check.ts";
import { NY_GRUNDSKOLA } from "./list-ny-grundskola.ts";
import { type Passing, type Play, playThrough } from "./list-play.ts";
import { STATIONSTORGET } from "./list-stationstorget.ts";
import type { Reading } from "./list-replicas.ts";
import type { Tables } from "./list-tables.ts";
import { NY_GRUNDSKOLA_TABLES } from "./list-tables-ny-grundskola.ts";
import { STATIONSTORGET_TABLES } from "./list-tables-stationstorget.ts";
import { openStory, readDatabase, type Story } from "./story.ts";

/** A year and a half takes half a minute; more on a slow machine. */
export const WHOLE = { timeout: 400_000 } as const;

type How = {
  /** Where the bot keeps what it knows, and how that is read; its own file where nothing is said. */
  readonly env?: Readonly<Record<string, string>>;
  readonly read?: Reading;
  readonly passing: (story: Story, tables: Tables) => Passing | Promise<Passing>;
  /** The days on which the process ended before it heard that its messages had been taken. */
  readonly unanswered?: readonly string[];
};

export const scenarioOne = (how: How) => told(STATIONSTORGET, STATIONSTORGET_TABLES, how);
export const scenarioTwo = (how: How) => told(NY_GRUNDSKOLA, NY_GRUNDSKOLA_TABLES, how);

/** Plays the scenario in a town of its own, and compares what came with what is to come; the story as it stands then. */
async function told<Cast>(play: Play<Cast>, tables: Tables, how: How): Promise<Story> {
  const story = await openStory(play.channel, how.env);
  onTestFinished(() => story.close());
  const posts = await playThrough(story, play, await how.passing(story, tables));
  const kept = how.read
    ? await how.read<KeptReminder>(KEPT_REMINDERS)
    : readDatabase(
        story.town.directory,
        (database) => database.prepare(KEPT_REMINDERS).all() as KeptReminder[],
      );
  checkLists(posts, kept, tables, how.unanswered);
  return story;
}

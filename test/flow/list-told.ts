import { onTestFinished } from "vitest";
import { checkLists, KEPT_REMINDERS, type KeptReminder } from "./list-check.ts";
import { NY_GRUNDSKOLA } from "./list-ny-grundskola.ts";
import { type Passing, type Play, playThrough } from "./list-play.ts";
import { STATIONSTORGET } from "./list-stationstorget.ts";
import type { Tables } from "./list-tables.ts";
import { NY_GRUNDSKOLA_TABLES } from "./list-tables-ny-grundskola.ts";
import { STATIONSTORGET_TABLES } from "./list-tables-stationstorget.ts";
import { openStory, readDatabase, type Story } from "./story.ts";

type How = {
  readonly passing: (story: Story, tables: Tables) => Passing;
  /** The days on which the process ended before it heard that its messages had been taken. */
  readonly unanswered?: readonly string[];
};

export const scenarioOne = (how: How) => told(STATIONSTORGET, STATIONSTORGET_TABLES, how);
export const scenarioTwo = (how: How) => told(NY_GRUNDSKOLA, NY_GRUNDSKOLA_TABLES, how);

/** Plays the scenario in a town of its own, and compares what came with what is to come. */
async function told<Cast>(play: Play<Cast>, tables: Tables, how: How): Promise<void> {
  const story = await openStory(play.channel);
  onTestFinished(() => story.close());
  const posts = await playThrough(story, play, how.passing(story, tables));
  const kept = readDatabase(
    story.town.directory,
    (database) => database.prepare(KEPT_REMINDERS).all() as KeptReminder[],
  );
  checkLists(posts, kept, tables, how.unanswered);
}

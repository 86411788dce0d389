import { afterAll, beforeAll } from "vitest";
import type { Client } from "../support/seat.ts";
import { fillIn } from "./acts.ts";
import {
  type Cast,
  type CastOf,
  castOf,
  type Stage,
  TITLE,
  untilConfirmed,
} from "./stationstorget.ts";
import { openStory, readOverview, stopsAtFirstFailure, type Story } from "./story.ts";

/** Scenario 1 while it is told: one story that many rows go on with, each where the one before it ended. */
export type Told = {
  readonly story: Story;
  readonly cast: Cast;
  /** The living Översikt as everybody reads it. */
  readonly overview: () => Promise<string>;
};

/** Opens the story at the kick-off, 2027-02-16; the weeks before it are told in other files. */
export function tellFromKickoff(): Told {
  const told = {} as { story: Story; cast: Cast; overview: () => Promise<string> };
  stopsAtFirstFailure();
  beforeAll(async () => {
    told.story = await openStory("Stationstorget");
    told.cast = castOf(told.story);
    told.overview = () => readOverview(told.cast.anna, TITLE);
    await untilKickoff(told.story, told.cast);
  });
  afterAll(() => told.story.close());
  return told;
}

/** The weeks from the start to the kick-off, as they go when nothing is refused. */
export async function untilKickoff(story: Stage, cast: CastOf<Client>): Promise<void> {
  await untilConfirmed(story, cast);
  const minutes = "Följ protokollet: justerat, anslaget, laga kraft";
  await story.at("2027-02-03 12:00");
  await fillIn(cast.registrar, minutes, { Justerat: "2027-02-02", Anslaget: "2027-02-03" });
  await story.at("2027-02-04 10:00");
  await cast.head.press("Utse tjänsteperson", "personal");
  await cast.head.submit("Spara och stäng", {
    Tjänsteperson: "Tove Johansson",
    "Utsedd den": "2027-02-04",
  });
  await story.at("2027-02-16 10:00");
  await fillIn(cast.tove, "Håll startmöte med styrgruppen", { "Dag för startmötet": "2027-02-16" });
}

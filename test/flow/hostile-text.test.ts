import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { State } from "../../src/domain/dialogue.ts";
import type { CardNode } from "../support/card-reading.ts";
import hostile from "../support/hostile-strings.json" with { type: "json" };
import { openRenderer, type Renderer } from "./hostile-text-browser.ts";
import { inertFaults } from "./hostile-text-inert.ts";
import { keptOtherwise } from "./hostile-text-kept.ts";
import type { Writing } from "./hostile-text-pages.ts";
import { readEverything } from "./hostile-text-readers.ts";
import { answersOf, writeEverything } from "./hostile-text-story.ts";
import { openCopy } from "./stage-copy.ts";
import { openPresser, type Presser } from "./stage-press.ts";
import { openStand } from "./stage-stand.ts";
import { cardsIn, type Moment, openStage, type Stage } from "./stage.ts";

let stage: Stage;
let empty: Moment;
let presser: Presser;
let renderer: Renderer;

beforeAll(async () => {
  stage = await openStage();
  await stage.bot.moveClock("2027-02-04T09:00:00.000Z");
  empty = await stage.moment("");
  presser = await openPresser(stage.emulator, "1");
  renderer = await openRenderer(stage.emulator.url);
});
afterAll(async () => {
  await renderer.close();
  await stage.close();
});

/** Every place for words from the first form to the plan; fewer would mean that some were passed by. */
const PLACES = 84;
/** So many cards of one dialogue are drawn in the browser. */
const DRAWN = 12;

describe.each(hostile.map((text) => [text.slice(0, 40), text] as const))("%j", (_short, text) => {
  let writing: Writing;
  let state: State;
  let posted: readonly CardNode[];

  beforeAll(async () => {
    const copy = await openCopy(stage, empty);
    const stand = openStand(copy, presser, inertFaults);
    const dialogueId = randomUUID();
    writing = { stand, dialogueId, text, answers: answersOf(stage.id), taken: [], faults: [] };
    await writeEverything(writing, () => copy.bot().settle());
    await readEverything(stand, dialogueId);
    state = await copy.bot().load(dialogueId);
    posted = (await cardsIn(stage.emulator, copy.path)).map(({ card }) => card);
    await copy.close();
  }, 60_000);

  test("is taken in every field, or refused by name, limit and length and left in the form; sent as drawn it changes nothing", () => {
    expect(writing.faults).toEqual([]);
    expect(writing.taken.length).toBeGreaterThanOrEqual(PLACES);
  });

  test("comes back from the database as it was written", () => {
    expect(keptOtherwise(state, writing.taken)).toEqual([]);
  });

  test("is inert on every posted card and every page", () => {
    expect(posted.flatMap(inertFaults)).toEqual([]);
    expect(writing.stand.faults).toEqual([]);
  });

  test("is nothing but words to the renderer", async () => {
    const pages = writing.stand.cards;
    const every = Math.ceil(pages.length / DRAWN);
    for (const card of [...posted, ...pages.filter((_, index) => index % every === 0)])
      await renderer.draw(card);
  }, 60_000);
});

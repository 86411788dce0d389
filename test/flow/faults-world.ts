import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { ruleFaults, schemaFaults } from "../cards/card-checks.ts";
import type { CardNode } from "../support/card-reading.ts";
import { openCopy } from "./stage-copy.ts";
import { firstWeeks, type MomentName, type Moments } from "./stage-moments.ts";
import { openPresser, type Presser } from "./stage-press.ts";
import { openStand, type Stand } from "./stage-stand.ts";
import { openStage, type Stage } from "./stage.ts";

/** One moment of the first weeks, to press about in; whatever is answered must be a card that may be sent, and no fault of ours. */
export type Here = Stand & {
  readonly stage: Stage;
  readonly presser: Presser;
  readonly copy: Awaited<ReturnType<typeof openCopy>>;
  readonly dialogueId: string;
  /** The decision that was registered last. */
  readonly decisionId: string;
};

/** Lives the first weeks once; gives any of these moments to any test of the file. */
export function livedMoments(names: readonly MomentName[]): (name: MomentName) => Promise<Here> {
  let stage: Stage;
  let moments: Moments;
  let presser: Presser;
  beforeAll(async () => {
    stage = await openStage();
    moments = await firstWeeks(stage, names);
    presser = await openPresser(stage.emulator, "1");
  });
  afterAll(() => stage.close());
  return async (name) => {
    const moment = moments.get(name);
    if (!moment) throw new Error(`The moment ${name} was not lived.`);
    const copy = await openCopy(stage, moment);
    const stand = openStand(copy, presser, cardFaults);
    onTestFinished(async () => {
      await copy.close();
      expect(stand.faults).toEqual([]);
    });
    const { dialogueId } = moment;
    const state = await stand.load(dialogueId);
    const decisionId = state.status === "none" ? "" : (state.decisions.at(-1)?.id ?? "");
    return { ...stand, stage, presser, copy, dialogueId, decisionId };
  };
}

function cardFaults(card: CardNode): readonly string[] {
  // Only cards of a dialog come back here, but for those that take a pressed card's place.
  const place = JSON.stringify(card).includes('"Action.Execute"') ? "message" : "dialog";
  const faults = ruleFaults(card as unknown as IAdaptiveCard, place);
  return [
    ...schemaFaults(card),
    ...faults.filter((fault) => !/opens a dialog in a dialog|submits from a message/u.test(fault)),
  ];
}

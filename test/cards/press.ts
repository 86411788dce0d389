import { type Action, readAction } from "../../src/cards/actions.ts";
import { commandsOf } from "../../src/cards/commands.ts";
import {
  type Opening,
  type Ordering,
  screenAfter,
  screenOf,
  screenRefused,
} from "../../src/cards/screens.ts";
import type { View } from "../../src/cards/view.ts";
import { decide } from "../../src/domain/decide.ts";
import type { Dialogue, State } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { Rejection } from "../../src/domain/rejection.ts";
import { contextOf } from "../support/given.ts";
import { sceneView } from "./scenes.ts";
import { buttonsOn } from "./words.ts";

export const at = sceneView("sv");
export const dialogueId = "dialogue-1";
/** The page a button opens. */
export const open = (view: View, opening: Opening) => screenOf(view, opening, "new-1");

/** Presses a button of a page with these inputs, through the domain, and gives the page that follows. */
export function press(
  view: View,
  card: object,
  title: string,
  inputs: { [id: string]: string } = {},
) {
  const action = readAction(buttonsOn(card)[title]) as Action as Ordering;
  const viewer = view.viewer ?? "";
  try {
    const state = commandsOf(view, { action, inputs }).reduce<State>(
      (before, command) =>
        decide(before, dialogueId, command, contextOf(viewer)).reduce(evolve, before),
      view.state,
    );
    const next = { ...view, state: state as Dialogue };
    return { view: next, card: screenAfter(next, action, "new-2") };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { view, card: screenRefused(view, { action, inputs }, error.problems, "new-2") };
  }
}

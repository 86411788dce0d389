import { expect, test } from "vitest";
import { after, start } from "../support/given.ts";
import { PRESSES } from "./matrix-orders.ts";
import { pressAllIn } from "./matrix-pressed.ts";
import { PRESSED_BY } from "./matrix-verbs.ts";

pressAllIn([
  "started",
  "triaged",
  "triagedOut",
  "registered",
  "withdrawn",
  "confirmed",
  "planning",
]);

test("every verb of a button that orders something is pressed", () => {
  const state = after(["a", start()]);
  const verbs = Object.entries(PRESSED_BY).map(([verb, order]) => {
    const [, press] = PRESSES.find(([name]) => name === order) ?? [];
    return [verb, press?.(state).data["verb"]];
  });
  expect(verbs.filter(([verb, pressed]) => verb !== pressed)).toEqual([]);
});

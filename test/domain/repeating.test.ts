import { expect, test } from "vitest";
import { followUpItem, followUpNumber } from "../../src/domain/repeating.ts";

test("a follow-up is known by its number, and nothing else is one", () => {
  for (const number of [1, 2, 3, 12]) expect(followUpNumber(followUpItem(number))).toBe(number);
  for (const other of ["follow.finish", "follow.n.x", "feedback.heard", "follow.m6.1"])
    expect(followUpNumber(other)).toBeUndefined();
});

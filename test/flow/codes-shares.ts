import { put, type Step } from "../support/given.ts";

/** The groups most affected and least heard, who get fifteen percent each in variant 1v (scenarios.md). */
export const LITTLE = ["unga", "resenarer", "kvall"] as const;
export const share = (group: string): Step => shareOf(group, "15");

/** The chair changes what was fixed. */
export const shareOf = (group: string, percent: string): Step => [
  "a",
  put("plan.target-priority", "resourceShare", group, percent, 1),
];

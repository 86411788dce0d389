import { describe } from "vitest";
import { pressEveryButton } from "./every-button-lived.ts";
import { firstWeeks, takenBack, tried } from "./stage-moments.ts";
import { MOMENTS } from "./stage-moments.ts";

const BESIDE = ["withdrawn", "example", "exampleAppointing"] as const;
const WEEKS = MOMENTS.filter((name) => !(BESIDE as readonly string[]).includes(name));

const everybody = { thorough: true };
describe("the first weeks", () => {
  pressEveryButton(WEEKS, firstWeeks, everybody);
});
describe("a draft taken back", () => {
  pressEveryButton(["withdrawn"], takenBack, everybody);
});
describe("an example", () => {
  pressEveryButton(["example", "exampleAppointing"], tried, everybody);
});

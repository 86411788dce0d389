import { describe } from "vitest";
import { pressEveryButton } from "./every-button-lived.ts";
import { takenBack, tried } from "./stage-moments.ts";

describe("a draft taken back", () => {
  pressEveryButton(["withdrawn"], takenBack);
});
describe("an example", () => {
  pressEveryButton(["example", "exampleAppointing"], tried);
});

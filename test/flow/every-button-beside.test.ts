import { describe } from "vitest";
import { pressEveryButton } from "./every-button-lived.ts";
import { takenBack, tried } from "./every-button-moments.ts";

describe("a draft taken back", () => {
  pressEveryButton(["withdrawn"], takenBack);
});
describe("an example", () => {
  pressEveryButton(["example", "exampleAppointing"], tried);
});

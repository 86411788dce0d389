import { pressAllIn } from "./matrix-pressed.ts";

pressAllIn([
  "asked",
  "conducting",
  "compiled",
  "decided",
  "following",
  "paused",
  "stopped",
  "closed",
]);

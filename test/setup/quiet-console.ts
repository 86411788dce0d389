import { afterEach, beforeEach } from "vitest";

const METHODS = ["debug", "error", "info", "log", "trace", "warn"] as const;
const original = { ...console };
const noise: string[] = [];

// A test that makes noise fails: a warning nobody reads hides the one that matters. Noise that is meant is spied on.
beforeEach(() => {
  for (const method of METHODS)
    console[method] = (...values: unknown[]) => {
      noise.push(`console.${method}: ${values.map(String).join(" ").slice(0, 500)}`);
    };
});

afterEach(() => {
  for (const method of METHODS) console[method] = original[method];
  const made = noise.splice(0);
  if (made.length > 0) throw new Error(`The test wrote to the console:\n${made.join("\n")}`);
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The programs in children/, by what they do. */
const PROGRAMS = {
  hold: new URL("./children/hold.ts", import.meta.url),
  saveOn: new URL("./children/save-on.ts", import.meta.url),
  dieAt: new URL("./children/die-at.ts", import.meta.url),
  dieMigrating: new URL("./children/die-migrating.ts", import.meta.url),
};

export type Child = {
  /** The next line it says; rejects when it ends without saying one. */
  readonly line: () => Promise<string>;
  /** Kills it at once, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Every line it said until it ended by itself. */
  readonly ended: () => Promise<string[]>;
};

/** A real process running one of the programs in children/; gone at the latest when the test is over. */
export function startChild(program: keyof typeof PROGRAMS, ...values: readonly string[]): Child {
  const script = fileURLToPath(PROGRAMS[program]);
  const child: ChildProcess = spawn(process.execPath, [script, ...values], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  onTestFinished(() => void child.kill("SIGKILL"));
  if (!child.stdout) throw new Error("The child has no output.");
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async line() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended without a word.`);
      return value;
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
    async ended() {
      const said: string[] = [];
      for (let next = await lines.next(); !next.done; next = await lines.next())
        said.push(next.value);
      await gone;
      return said;
    },
  };
}

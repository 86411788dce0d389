import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A machine's clock that a test sets: by how much it is wrong, and what a bot's environment needs to go by it. */
export function openClockFile() {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-clock-"));
  const file = join(directory, "off-by-ms");
  const preload = new URL("wrong-clock.ts", import.meta.url).href;
  /** Whole at once: nobody reads half of it. */
  const isOff = (ms: number): void => {
    writeFileSync(`${file}.new`, String(ms));
    renameSync(`${file}.new`, file);
  };
  isOff(0);
  return {
    isOff,
    env: { NODE_OPTIONS: `--import=${preload}`, WRONG_CLOCK: file },
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
}

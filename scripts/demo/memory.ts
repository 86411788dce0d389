import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

const memorySchema = z.strictObject({
  /** The emulator keeps its port: its address is in everything the bot has stored about where people are reached. */
  emulatorPort: z.int(),
  botPort: z.int(),
  /** Whether the bot has been told that it is in the team. */
  installed: z.boolean(),
  /** The processes of a run that did not end cleanly; 0 and none after one that did. */
  starter: z.int(),
  children: z.array(z.int()),
});

/** What one run of the demo leaves for the next, beside the two databases. */
export type Memory = z.infer<typeof memorySchema>;

/** What the last run left in that file; undefined when there was none. Throws when the file is not ours. */
export function recall(path: string): Memory | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return memorySchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} cannot be read: remove the folder it is in to start afresh`, {
      cause,
    });
  }
}

/** Writes it whole or not at all, whenever the process is killed. */
export function remember(path: string, memory: Memory): void {
  const half = `${path}.new`;
  writeFileSync(half, JSON.stringify(memory));
  renameSync(half, path);
}

/** Whether a process with that number is running (perhaps another one by now). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    return true;
  }
}

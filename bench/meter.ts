import { writeFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What may be asked of a process that carries the meter. */
export type Question = {
  readonly id: number;
  readonly ask: "cpu" | "heap" | "startProfile" | { readonly stopProfile: string };
};
export type Measured = {
  readonly id: number;
  readonly cpuMs: number;
  /** Asked for, what is left in the heap when everything nobody needs has been taken away; otherwise what there is. */
  readonly heapBytes: number;
};

/**
 * Loaded into every process that is measured, before its own program: answers over the process channel how much CPU
 * time it has used, and profiles it for as long as it is asked to. Ends the process when the one that measures is gone.
 */
const profiling = new Session();
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

process.on("message", (question: Question) => void answer(question));
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));

async function answer({ id, ask }: Question): Promise<void> {
  if (ask === "startProfile") {
    profiling.connect();
    await profiling.post("Profiler.enable");
    await profiling.post("Profiler.setSamplingInterval", { interval: 250 });
    await profiling.post("Profiler.start");
  } else if (ask === "heap") {
    collectGarbage();
  } else if (ask !== "cpu") {
    const { profile } = await profiling.post("Profiler.stop");
    profiling.disconnect();
    await writeFile(ask.stopProfile, JSON.stringify(profile));
  }
  const { user, system } = process.cpuUsage();
  const { heapUsed: heapBytes } = process.memoryUsage();
  process.send?.({ id, cpuMs: (user + system) / 1_000, heapBytes } satisfies Measured);
}

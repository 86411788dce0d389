import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { median, percentile } from "./numbers.ts";

/** What the numbers depend on, in one line each. */
export function machineFacts(directory: string): readonly string[] {
  const { p50, p99 } = syncTimes(directory);
  const [cpu] = cpus();
  const [load = 0] = loadavg();
  return [
    `${cpus().length} × ${cpu?.model ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}, Node ${process.versions.node}`,
    `the disk keeps 8 KiB in ${p50.toFixed(2)} ms (p99 ${p99.toFixed(2)} ms)`,
    `load of the last minute when the first round began: ${load.toFixed(1)}`,
  ];
}

/** How long the disk takes to promise that a small write is there: the least a commit can cost. */
function syncTimes(directory: string): { readonly p50: number; readonly p99: number } {
  const file = openSync(join(directory, "sync"), "w");
  const page = Buffer.alloc(8_192, 1);
  const times = Array.from({ length: 100 }, () => {
    const start = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return { p50: median(times), p99: percentile(times, 0.99) };
}

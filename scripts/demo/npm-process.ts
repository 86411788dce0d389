import { execFileSync } from "node:child_process";
import { basename } from "node:path";

/** A process as the machine knows it: the name of its program and the one that started it. */
function lookUp(pid: number): { name: string; parent: number } {
  const line = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const [, parent, name] = /^\s*(\d+)\s+(.*\S)/.exec(line) ?? [];
  return { name: basename(name ?? ""), parent: Number(parent) };
}

/**
 * The process of the npm that started this program, if one did. npm asks a shell to start a script; some shells step
 * aside for it, others stay between the two. Undefined where processes cannot be looked up.
 */
export function npmProcess(): number | undefined {
  if (process.env["npm_lifecycle_event"] === undefined || process.platform === "win32")
    return undefined;
  try {
    const { name, parent } = lookUp(process.ppid);
    return /^-?(sh|dash|bash|ash|zsh|busybox)$/.test(name) ? parent : process.ppid;
  } catch (error) {
    // A machine without ps: the demo then outlives an npm that is killed, and says so when it is started again.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

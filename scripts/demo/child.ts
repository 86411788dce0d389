import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const END_WITH_PARENT = new URL("./end-with-parent.mjs", import.meta.url).href;
const LOG_LIMIT_BYTES = 5_000_000;
const LAST_LINES = 15;

/** One program of the demo, running. */
export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles when the process is gone, with how it went: "exit code 1", "SIGKILL". */
  readonly gone: Promise<string>;
  /** Asks it to stop and waits; after the given time it is killed. Says whether it stopped by itself. */
  readonly stop: (patienceMs: number) => Promise<boolean>;
  /** The last lines it wrote since it was started, for the one who must find out why it does not run. */
  readonly lastLines: () => string;
};

/** The environment a program of the demo gets: where things are on this machine, and what it is told. */
function environment(told: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const machine = [
    "PATH",
    "HOME",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SystemRoot",
    "LANG",
    "LD_LIBRARY_PATH",
    "NODE_COMPILE_CACHE",
  ];
  const kept = machine.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), ...told };
}

function goneOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

/**
 * Starts a TypeScript program that ends when this process ends, however that happens. What it writes goes straight into
 * the log file, so that nothing it says depends on this process. It has a process group of its own: Ctrl-C reaches it
 * through stop() alone. Throws when the machine cannot start it.
 */
export function startChild(options: {
  readonly name: string;
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logPath: string;
}): Child {
  const { name, program, logPath } = options;
  const size = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  const start = size > LOG_LIMIT_BYTES ? 0 : size;
  const log = openSync(logPath, start === 0 ? "w" : "a");
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, program], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: environment(options.environment),
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  const gone = goneOf(child);
  if (child.pid === undefined) throw new Error(`Cannot start the ${name}: ${program} did not run`);

  async function stop(patienceMs: number): Promise<boolean> {
    if (child.connected) child.disconnect();
    const enough = new AbortController();
    const late = wait(patienceMs, "late" as const, { signal: enough.signal });
    const first = await Promise.race([gone, late]);
    if (first === "late") {
      child.kill("SIGKILL");
      await gone;
      return false;
    }
    enough.abort();
    await late.catch(() => "in time");
    return true;
  }

  const lastLines = () =>
    readFileSync(logPath)
      .subarray(start)
      .toString()
      .split("\n")
      // Where in the code it happened helps nobody who only wants it to start; the log has it.
      .filter((line) => line.trim() !== "" && !/^\s+at /.test(line))
      .slice(-LAST_LINES)
      .join("\n");

  return { name, pid: child.pid, gone, stop, lastLines };
}

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Measured, Question } from "./meter.ts";

const METER = new URL("./meter.ts", import.meta.url).href;

/** A process of its own that is measured. */
export type Program = {
  readonly url: string;
  /** CPU time used since it was started, user and system, of all its threads. */
  readonly cpuMs: () => Promise<number>;
  /** What the process keeps in its heap, once what nobody needs has been taken away. */
  readonly heapBytes: () => Promise<number>;
  readonly startProfile: () => Promise<unknown>;
  /** Writes what was sampled since the start to the file. */
  readonly stopProfile: (path: string) => Promise<unknown>;
  /** SIGTERM; rejects when it did not end well, or has logged an error: what failed was answered too, and is no press. */
  readonly stop: () => Promise<void>;
};

/** What the programs write of themselves, as far as it is read here. */
type Line = {
  readonly ready?: string;
  readonly what?: string;
  readonly url?: string;
  readonly level?: string;
};

/** Starts a program with the meter in it and waits until it says where it listens. Rejects with what it wrote when it ends before. */
export async function startProgram(
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<Program> {
  const program = fileURLToPath(new URL(path, import.meta.url));
  const child = spawn(process.execPath, ["--import", METER, program], {
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const faults: string[] = [];
  const errors: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => faults.push(chunk.toString()));
  const ready = new Promise<string>((resolve) => {
    // Read to the end, so that nothing it logs makes it wait; "pipe" above is what makes it a stream.
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      const { ready: told, what, level, url = told } = JSON.parse(line) as Line;
      if (level === "error") errors.push(line);
      // The emulator and the echo say `ready`, the bot logs `bot.ready`.
      if (url !== undefined && (told !== undefined || what === "bot.ready")) resolve(url);
    });
  });
  const early = ended.then((code): never => {
    throw new Error(`${path} ended with ${code} before it was ready: ${faults.join("")}`);
  });
  const url = await Promise.race([ready, early]);

  let asked = 0;
  function ask(question: Question["ask"]): Promise<Measured> {
    const id = ++asked;
    return new Promise((resolve) => {
      const listen = (answer: Measured) => {
        if (answer.id !== id) return;
        child.off("message", listen);
        resolve(answer);
      };
      child.on("message", listen);
      child.send({ id, ask: question } satisfies Question);
    });
  }
  return {
    url,
    cpuMs: async () => (await ask("cpu")).cpuMs,
    heapBytes: async () => (await ask("heap")).heapBytes,
    startProfile: () => ask("startProfile"),
    stopProfile: (file) => ask({ stopProfile: file }),
    async stop() {
      child.kill("SIGTERM");
      const code = await ended;
      if (code !== 0) throw new Error(`${path} ended with ${code}: ${faults.join("")}`);
      if (errors.length > 0)
        throw new Error(`${path} logged ${errors.length} errors, the first one: ${errors[0]}`);
    },
  };
}

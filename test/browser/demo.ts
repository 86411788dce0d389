import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recall } from "../../scripts/demo/memory.ts";

/** What `npm start` starts, on a folder of its own. */
export type Demo = {
  /** The one address it prints; the same after every start. */
  readonly address: string;
  /** Starts it again, where it was. */
  readonly start: () => Promise<void>;
  /** Ctrl-C; the exit code. */
  readonly interrupt: () => Promise<number | null>;
  /** kill -9 of everything that runs, all at once. */
  readonly kill: () => Promise<void>;
  /** Stops what runs and removes the folder. */
  readonly close: () => Promise<void>;
};

type Running = { readonly process: ChildProcess; readonly ended: Promise<number | null> };

/** Starts the demo as a newcomer does and waits for the address it prints. Close it after the test. */
export async function startDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), "first-minutes-"));
  const port = await somePort();
  let running: Running | undefined;
  let address = "";

  async function start(): Promise<void> {
    const args = ["scripts/start.ts", "--data", folder, "--port", String(port)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(child, "close").then(([code]) => code as number | null);
    running = { process: child, ended };
    address = await printedAddress(child, ended);
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (!running) return null;
    const { process: child, ended } = running;
    child.kill(signal);
    running = undefined;
    return ended;
  }

  await start();
  return {
    address,
    start,
    interrupt: () => end("SIGINT"),
    kill: async () => {
      const { children } = recall(join(folder, "demo.json")) ?? { children: [] };
      for (const pid of children) process.kill(pid, "SIGKILL");
      await end("SIGKILL");
    },
    close: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function printedAddress(child: ChildProcess, ended: Promise<number | null>): Promise<string> {
  let said = "";
  const printed = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (data: Buffer) => {
        said += data.toString();
        const found = /http:\/\/\S+/u.exec(said);
        if (found && said.includes("\n")) resolve(found[0]);
      });
  });
  const early = ended.then((code): never => {
    throw new Error(`npm start ended with ${code} before it was up: ${said}`);
  });
  return Promise.race([printed, early]);
}

/** A port nobody uses, with some free ones after it most of the time. */
async function somePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? Math.min(address.port, 64_000) : 41_790;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isRunning, recall } from "../../scripts/demo/memory.ts";
import { answers, isFree } from "../../scripts/demo/ports.ts";

const PATIENCE_MS = 60_000;
vi.setConfig({ testTimeout: 3 * PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS });

let folder: string;
let firstPort: number;
let started: Run[];

type Run = { process: ChildProcess; out: () => string; ended: Promise<number | null> };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "demo-"));
  firstPort = await somePort();
  started = [];
});

afterEach(async () => {
  for (const { process, ended } of started) {
    process.kill("SIGINT");
    await ended;
  }
  await until("every program has ended", () => children().every((pid) => !isRunning(pid)));
  rmSync(folder, { recursive: true });
});

/** A port nobody uses, with some free ones after it most of the time. */
async function somePort(): Promise<number> {
  const server = await listen(0);
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? Math.min(address.port, 64_000) : 41_790;
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

async function until(what: string, question: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await question())) {
    if (performance.now() > end) throw new Error(`Not so within a minute: ${what}`);
    await wait(50);
  }
}

function start(): Run {
  const args = ["scripts/start.ts", "--data", folder, "--port", String(firstPort)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      text += data.toString();
    });
  const ended = once(child, "close").then(([code]) => code as number | null);
  const run = { process: child, out: () => text, ended };
  started.push(run);
  return run;
}

/** Starts the demo and waits for the address it prints. */
async function open(): Promise<Run & { address: string }> {
  const run = start();
  await until(`an address in "${run.out()}"`, () => run.out().includes("\n"));
  const addresses = run.out().match(/http:\/\/\S+/g) ?? [];
  expect([run.out(), addresses.length]).toEqual([run.out(), 1]);
  return { ...run, address: addresses[0] ?? "" };
}

function children(): readonly number[] {
  return recall(join(folder, "demo.json"))?.children ?? [];
}

async function messagesAt(address: string): Promise<string> {
  const response = await fetch(`${address}control/conversations`);
  const conversations = (await response.json()) as { id: string }[];
  const messages = conversations.map(async ({ id }) => {
    const path = `control/conversations/${encodeURIComponent(id)}/messages`;
    return (await fetch(address + path)).text();
  });
  return (await Promise.all(messages)).join("\n");
}

test("it prints one address, the bot has said hello there, and Ctrl-C stops everything", async () => {
  const run = await open();
  expect(await answers(run.address)).toBe(true);
  await until("the welcome is in the team", async () =>
    (await messagesAt(run.address)).includes("AdaptiveCard"),
  );
  const pids = children();
  expect(pids).toHaveLength(2);

  run.process.kill("SIGINT");
  expect(await run.ended).toBe(0);
  expect(run.out()).toContain("Stopped. Everything is kept");
  expect(pids.filter(isRunning)).toEqual([]);
  expect(await isFree(Number(new URL(run.address).port))).toBe(true);
});

test("started again it goes on where it was, at the same address, and does not say hello again", async () => {
  const first = await open();
  await until("the welcome is in the team", async () =>
    (await messagesAt(first.address)).includes("AdaptiveCard"),
  );
  const before = await messagesAt(first.address);
  first.process.kill("SIGINT");
  await first.ended;

  const second = await open();
  expect(second.address).toBe(first.address);
  expect(await messagesAt(second.address)).toBe(before);
  const sent = (await (await fetch(`${second.address}control/sent`)).json()) as object[];
  expect(sent).toEqual([]);
});

test("killed outright it leaves no program behind, and a start at once goes on", async () => {
  const first = await open();
  const pids = children();
  first.process.kill("SIGKILL");
  const second = await open();
  expect(second.address).toBe(first.address);
  expect(pids.filter(isRunning)).toEqual([]);
});

test.each([
  { name: "emulator", at: 0 },
  { name: "bot", at: 1 },
])("when its $name is killed it says so and stops, and a start at once goes on", async (victim) => {
  const first = await open();
  process.kill(children()[victim.at] ?? 0, "SIGKILL");
  const second = await open();
  expect(await first.ended).toBe(1);
  expect(first.out()).toContain(`The ${victim.name} ended unexpectedly (SIGKILL)`);
  expect(second.address).toBe(first.address);
});

test("a second start while it runs is told so, and disturbs nothing", async () => {
  const first = await open();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.out()).toBe(`The demo is running already, at ${first.address}\n`);
  expect(await answers(first.address)).toBe(true);
});

test("a taken port is answered with the next free one the first time, with a sentence later", async () => {
  const taken = await listen(firstPort);
  const first = await open();
  expect(Number(new URL(first.address).port)).toBeGreaterThan(firstPort);
  first.process.kill("SIGINT");
  await first.ended;
  taken.close();

  const again = await open();
  expect(again.address).toBe(first.address);
  again.process.kill("SIGINT");
  await again.ended;

  const other = await listen(Number(new URL(first.address).port));
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.out()).toMatch(/^Port \d+, which this demo lives on, is used by another program/);
  other.close();
});

test("Ctrl-C before it is up stops it too", async () => {
  const run = start();
  await until("the first program is started", () => children().length > 0);
  const pids = children();
  run.process.kill("SIGINT");
  expect(await run.ended).toBe(1);
  expect(run.out()).toBe("Stopped before it was up.\n");
  expect(pids.filter(isRunning)).toEqual([]);
});

test("a wrong option is answered with the right ones", async () => {
  const run = spawn(process.execPath, ["scripts/start.ts", "--prot", "1"], { stdio: "pipe" });
  let said = "";
  run.stderr.on("data", (data: Buffer) => {
    said += data.toString();
  });
  const [code] = await once(run, "close");
  expect([code, said]).toEqual([1, expect.stringContaining("--port")]);
});

test("a folder whose notes are not the demo's is refused, not guessed at", async () => {
  const path = join(folder, "demo.json");
  expect(recall(path)).toBeUndefined();
  expect(() => recall(join(process.cwd(), "package.json"))).toThrow(/cannot be read: remove/);
  expect(readFileSync("package.json", "utf8")).toContain("dialoglotsen");
});

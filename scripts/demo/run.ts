import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Child, startChild } from "./child.ts";
import { isRunning, type Memory, recall, remember } from "./memory.ts";
import { answers, becomesTrue, isFree, nextFree } from "./ports.ts";

const START_MS = 60_000;
const STOP_MS = 12_000;
/** What a killed run needs to finish by itself: it notices within a second and then stops as on Ctrl-C. */
const LEAVE_MS = 15_000;

const worldSchema = z.looseObject({ tenantId: z.string(), botId: z.string() });
const teamsSchema = z.looseObject({ teams: z.array(z.looseObject({ id: z.string() })) });

/** What stands in the way of the demo, said so that whoever started it can do something about it. */
export class DemoError extends Error {
  override readonly name = "DemoError";
}

/** The demo, running. */
export type Demo = {
  /** The one address to open. */
  readonly address: string;
  /** Settles when one of the programs is gone without having been asked: its name and how. */
  readonly broken: Promise<string>;
  /** Stops the bot, then the emulator. Names those that had to be killed. */
  readonly stop: () => Promise<readonly string[]>;
};

type Example = { readonly world: string; readonly organisation: string };

const programPath = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Lets what is left of a killed run finish; refuses when somebody is using the demo right now. */
async function makeRoom(last: Memory): Promise<void> {
  const busy = async () =>
    !(await isFree(last.emulatorPort)) || last.children.some((pid) => isRunning(pid));
  if (!(await busy())) return;
  const starterLeaves = () => last.starter === 0 || !isRunning(last.starter);
  if ((await becomesTrue(starterLeaves, 3000)) && last.children.length > 0)
    await becomesTrue(async () => !(await busy()), LEAVE_MS);
  if (await isFree(last.emulatorPort)) return;
  throw new DemoError(
    starterLeaves()
      ? `Port ${last.emulatorPort}, which this demo lives on, is used by another program: stop that program, or start afresh with: npm start -- --data another-folder`
      : `The demo is running already, at http://127.0.0.1:${last.emulatorPort}/`,
  );
}

async function choosePorts(last: Memory | undefined, first: number) {
  const emulatorPort = last?.emulatorPort ?? (await nextFree(first));
  return { emulatorPort, botPort: await nextFree(last?.botPort ?? first - 1, [emulatorPort]) };
}

/** Waits until the program answers there. Refuses when it ends, is silent too long, or nobody wants it any more. */
async function ready(child: Child, url: string, unwanted: AbortSignal): Promise<void> {
  let ended: string | undefined;
  void child.gone.then((how) => {
    ended = how;
  });
  const settled = async () => unwanted.aborted || ended !== undefined || (await answers(url));
  const up = await becomesTrue(settled, START_MS);
  if (unwanted.aborted) throw new DemoError("Stopped before it was up.");
  if (up && ended === undefined) return;
  throw new DemoError(
    `The ${child.name} does not start (${ended ?? `no answer in ${START_MS / 1000} s`}). It said last:\n${child.lastLines()}`,
  );
}

/** Tells the bot that it has been added to the teams of the example, as Teams does when somebody adds an app. */
async function install(cloudUrl: string): Promise<void> {
  const world = teamsSchema.parse(await (await fetch(`${cloudUrl}/control/world`)).json());
  for (const { id } of world.teams) {
    const response = await fetch(`${cloudUrl}/control/install`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ teamId: id, add: true }),
    });
    const said = await response.text();
    const told = z.array(z.object({ status: z.int() })).safeParse(JSON.parse(said));
    if (!told.success || told.data.some(({ status }) => status !== 200))
      throw new DemoError(`The bot could not be added to the team ${id}: ${said.slice(0, 500)}`);
  }
}

async function stopAll(children: readonly Child[]): Promise<readonly string[]> {
  const killed: string[] = [];
  // The bot first: what it still sends while it stops must find the emulator there.
  for (const child of children.toReversed())
    if (!(await child.stop(STOP_MS))) killed.push(child.name);
  return killed;
}

/** Keeps what the next run must know, from before the first program is started. */
function createNotes(path: string, first: Memory) {
  let memory = first;
  return {
    read: () => memory,
    write: (change: Partial<Memory>) => {
      memory = { ...memory, ...change };
      remember(path, memory);
    },
  };
}

/** What the two programs are told, by their own words for it. */
function environments(
  data: string,
  example: Example,
  ports: { emulatorPort: number; botPort: number },
) {
  const world = worldSchema.parse(JSON.parse(readFileSync(example.world, "utf8")));
  const cloudUrl = `http://127.0.0.1:${ports.emulatorPort}`;
  const botUrl = `http://127.0.0.1:${ports.botPort}`;
  const emulator = {
    EMULATOR_PORT: String(ports.emulatorPort),
    EMULATOR_WORLD: resolve(example.world),
    EMULATOR_STATE: join(data, "emulator.db"),
    BOT_URL: botUrl,
  };
  const bot = {
    PORT: String(ports.botPort),
    CLIENT_ID: world.botId,
    TENANT_ID: world.tenantId,
    DATABASE_URL: `sqlite:${join(data, "dialog.db")}`,
    ORGANISATION: resolve(example.organisation),
    PUBLIC_URL: botUrl,
    TEAMS_CLOUD_URL: cloudUrl,
    DEV_CLOCK: "1",
  };
  return { emulator, bot, cloudUrl, botUrl };
}

/**
 * Starts emulator and bot with the example's people on the databases in that folder, and goes on where the last run
 * ended, cleanly or not. Resolves when both answer and the bot is in the team; throws DemoError with what stands in the
 * way, or when nobody wants it any more, and then leaves nothing running.
 */
export async function runDemo(options: {
  readonly folder: string;
  readonly firstPort: number;
  readonly example: Example;
  readonly unwanted: AbortSignal;
}): Promise<Demo> {
  const { example, unwanted } = options;
  const data = resolve(options.folder);
  mkdirSync(data, { recursive: true });
  const memoryPath = join(data, "demo.json");
  const last = recall(memoryPath);
  if (last !== undefined) await makeRoom(last);

  const ports = await choosePorts(last, options.firstPort);
  const told = environments(data, example, ports);
  const installed = last?.installed ?? false;
  const notes = createNotes(memoryPath, {
    ...ports,
    installed,
    starter: process.pid,
    children: [],
  });
  const children: Child[] = [];
  const start = async (name: "emulator" | "bot", program: string, answersAt: string) => {
    const logPath = join(data, `${name}.log`);
    const environment = told[name];
    const child = startChild({ name, program: programPath(program), environment, logPath });
    children.push(child);
    notes.write({ children: children.map(({ pid }) => pid) });
    await ready(child, answersAt, unwanted);
  };
  const stop = async () => {
    const killed = await stopAll(children);
    notes.write({ starter: 0, children: [] });
    return killed;
  };

  try {
    await start("emulator", "emulator/main.ts", `${told.cloudUrl}/control/world`);
    await start("bot", "src/main.ts", `${told.botUrl}/readyz`);
    if (!installed) await install(told.cloudUrl);
    notes.write({ installed: true });
  } catch (error) {
    await stop();
    throw error;
  }
  const broken = Promise.race(
    children.map(async (child) => `The ${child.name} ended unexpectedly (${await child.gone})`),
  );
  return { address: `${told.cloudUrl}/`, broken, stop };
}

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type EmulatorClient, openEmulator } from "./emulator.ts";

const WORLD = new URL("../../scripts/example/world.json", import.meta.url);
const ORGANISATION = new URL("../../scripts/example/organisation.json", import.meta.url);

export type World = {
  readonly tenantId: string;
  readonly botId: string;
  readonly tabClientId: string;
  readonly teams: readonly {
    readonly id: string;
    readonly channels: readonly { readonly id: string; readonly name: string | null }[];
    readonly members: readonly string[];
  }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly title?: string;
  }[];
};

/** Granåsa kommun, as `npm start` shows it. */
export const exampleWorld = JSON.parse(readFileSync(WORLD, "utf8")) as World;

export type RunningBot = {
  readonly url: string;
  readonly pid: number;
  /** Everything it has logged, line by line. */
  readonly lines: readonly string[];
  /** What it has said beside its log. */
  readonly errors: readonly string[];
  /** SIGTERM, and the exit code. */
  readonly stop: () => Promise<number | null>;
  /** kill -9; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Resolves when the process has ended by itself. */
  readonly ended: Promise<number | null>;
};

/** Starts the real bot process against an emulator and waits until it listens. */
export async function startBot(options: {
  readonly emulatorUrl: string;
  readonly directory: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly world?: World;
  /** What Teams takes at once is real time, so only what is about it keeps to it. */
  readonly paced?: boolean;
  /** What a shell says before it becomes the process: limits, say. */
  readonly shell?: string;
}): Promise<RunningBot> {
  const { botId, tenantId } = options.world ?? exampleWorld;
  const program = [process.execPath, join(import.meta.dirname, "../../src/main.ts")];
  const [file = "", ...words] =
    options.shell === undefined
      ? program
      : ["sh", "-c", `${options.shell}; exec "$0" "$@"`, ...program];
  const child = spawn(file, words, {
    env: {
      PATH: process.env["PATH"] ?? "",
      PORT: "0",
      CLIENT_ID: botId,
      TENANT_ID: tenantId,
      TEAMS_CLOUD_URL: options.emulatorUrl,
      DEV_CLOCK: "1",
      ...(options.paced ? {} : { DEV_PACE: "off" }),
      DATABASE_URL: `sqlite:${join(options.directory, "dialog.db")}`,
      ORGANISATION: ORGANISATION.pathname,
      LOG_LEVEL: "info",
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => resolve(code)),
  );
  const url = await readyUrl(child, lines, errors);
  return {
    url,
    pid: child.pid as number,
    lines,
    errors,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      return ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The process ended instead of listening: with which code, and what it said. */
class EndedEarly extends Error {
  readonly code: number | null;
  readonly told: string;

  constructor(code: number | null, told: string) {
    super(`The bot ended with ${code} before it was ready: ${told}`);
    this.code = code;
    this.told = told;
  }
}

async function readyUrl(
  child: ChildProcess,
  lines: string[],
  errors: readonly string[],
): Promise<string> {
  const output = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ready = new Promise<string>((resolve) => {
    output.on("line", (line) => {
      lines.push(line);
      const { what, url } = JSON.parse(line) as { what?: string; url?: string };
      if (what === "bot.ready" && url !== undefined) resolve(url);
    });
  });
  const early = new Promise<never>((_, reject) =>
    // Not "exit": what it said last may still be on its way then.
    child.once("close", (code) => reject(new EndedEarly(code, errors.join("")))),
  );
  return Promise.race([ready, early]);
}

/** Starts the bot where it must not run: with which code it ended, and what it said. One that runs all the same is killed. */
export async function startRefused(
  options: Parameters<typeof startBot>[0],
): Promise<{ readonly code: number | null | "runs"; readonly told: string }> {
  try {
    await (await startBot(options)).kill();
    return { code: "runs", told: "" };
  } catch (error) {
    if (!(error instanceof EndedEarly)) throw error;
    return { code: error.code, told: error.told };
  }
}

export type Town = {
  readonly emulator: EmulatorClient & { readonly close: () => Promise<void> };
  /** The bot that runs now; another one after `restart`. */
  readonly bot: () => RunningBot;
  readonly directory: string;
  /** Ends the bot, if it has not ended by itself, and starts it again; `env` is for this life only. */
  readonly restart: (
    how?: "stop" | "kill",
    env?: Readonly<Record<string, string>>,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A whole Granåsa: emulator, bot and an empty database, with the bot installed in the team. Close it after the test. */
export async function openTown(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly install?: boolean;
    readonly world?: World;
    readonly paced?: boolean;
    /** Instead of the example's; it names people of the world. */
    readonly organisation?: object;
  } = {},
): Promise<Town> {
  const world = options.world ?? exampleWorld;
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-"));
  const emulator = await openEmulator({ world: world as never });
  const own = organisationIn(directory, options.organisation);
  const start = (env: Readonly<Record<string, string>> = {}) =>
    startBot({
      emulatorUrl: emulator.url,
      directory,
      world,
      paced: options.paced ?? false,
      env: { ...own, ...options.env, ...env },
    });
  let bot = await start();
  await emulator.setBot(bot.url);
  const [team] = world.teams;
  if (options.install !== false && team) await emulator.install({ teamId: team.id, add: true });
  return {
    emulator,
    directory,
    bot: () => bot,
    restart: async (how = "stop", env = {}) => {
      await bot[how]();
      bot = await start(env);
      await emulator.setBot(bot.url);
    },
    close: async () => {
      await bot.stop();
      await emulator.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function organisationIn(directory: string, organisation: object | undefined) {
  if (organisation === undefined) return {};
  const path = join(directory, "organisation.json");
  writeFileSync(path, JSON.stringify(organisation));
  return { ORGANISATION: path };
}

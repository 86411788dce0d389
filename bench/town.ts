import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Granasa, ORGANISATION } from "./granasa.ts";
import type { Activity } from "./presses.ts";
import { type Program, startProgram } from "./program.ts";

// Beside the database of the demo: a temporary directory may lie in memory, where a commit costs nothing.
const DATA = fileURLToPath(new URL("../data", import.meta.url));

/** A directory on a real disk, and the way to remove it. */
export function openDirectory(): { readonly path: string; readonly remove: () => void } {
  mkdirSync(DATA, { recursive: true });
  const path = mkdtempSync(join(DATA, "bench-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The stand-in for Teams, in a process of its own. */
export type Emulator = {
  readonly url: string;
  /** An activity of the elected official in the channel, and a token to send it with. */
  readonly activity: (
    kind: "execute" | "dialogSubmit",
  ) => Promise<{ readonly activity: Activity; readonly token: string }>;
  readonly stop: () => Promise<void>;
};

export async function startEmulator(directory: string, granasa: Granasa): Promise<Emulator> {
  const worldPath = join(directory, "world.json");
  writeFileSync(worldPath, JSON.stringify(granasa.world));
  const { url, stop } = await startProgram("../emulator/main.ts", {
    EMULATOR_WORLD: worldPath,
    EMULATOR_PORT: "0",
  });
  // What Teams allows a conversation is no part of what a press costs.
  await call("PUT", `${url}/control/limits`, { on: false });
  const wish = { person: granasa.official, conversation: granasa.home.channelId };
  return {
    url,
    // Typed by what our own emulator answers.
    activity: (kind) =>
      call("POST", `${url}/control/activity`, {
        ...wish,
        kind,
        action: {},
      }) as ReturnType<Emulator["activity"]>,
    stop,
  };
}

export type Bot = Program & {
  /** Resolves when everything that was to be sent is out and every living card shows its last state. */
  readonly settle: () => Promise<void>;
};

type Surroundings = {
  readonly emulatorUrl: string;
  readonly database: string;
  readonly granasa: Granasa;
};

/** Starts the bot as it is run everywhere. */
export async function startBot(
  surroundings: Surroundings,
  more: Readonly<Record<string, string>> = {},
): Promise<Bot> {
  const environment = { ...environmentOf(surroundings), ...more };
  const program = await startProgram("../src/main.ts", environment);
  const clock = `${program.url}/dev/clock`;
  return {
    ...program,
    async settle() {
      const { now } = (await call("GET", clock)) as { now: string };
      await call("PUT", clock, { now });
    },
  };
}

/** Starts the echo in the same surroundings; it has nothing to send. */
export async function startEcho(surroundings: Surroundings): Promise<Bot> {
  const program = await startProgram("./echo-bot.ts", environmentOf(surroundings));
  return { ...program, settle: async () => {} };
}

function environmentOf({ emulatorUrl, database, granasa }: Surroundings) {
  return {
    PORT: "0",
    CLIENT_ID: granasa.botId,
    TENANT_ID: granasa.tenantId,
    TEAMS_CLOUD_URL: emulatorUrl,
    DEV_CLOCK: "1",
    DATABASE_URL: `sqlite:${database}`,
    ORGANISATION,
  };
}

export async function call(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return JSON.parse(text);
}

import "../scripts/require-node.mjs";
import { startEmulator } from "./server.ts";
import { readWorld } from "./world.ts";

const worldPath = process.env["EMULATOR_WORLD"];
const statePath = process.env["EMULATOR_STATE"];
const port = Number(process.env["EMULATOR_PORT"] ?? 3979);

try {
  if (worldPath === undefined || worldPath === "")
    throw new Error("EMULATOR_WORLD is missing: give the path of the world's JSON file");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error("EMULATOR_PORT is no port: give a number from 0 (any free one) to 65535");
  const emulator = await startEmulator({
    port,
    botUrl: process.env["BOT_URL"] ?? "http://127.0.0.1:3978",
    world: readWorld(worldPath),
    ...(statePath === undefined || statePath === "" ? {} : { statePath }),
  });
  console.log(JSON.stringify({ ready: emulator.url }));
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      void emulator.close().then(() => process.exit(0));
    });
} catch (error) {
  console.error(reasons(error));
  process.exit(2);
}

function reasons(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${reasons(error.cause)}`;
}

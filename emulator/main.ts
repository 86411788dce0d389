import { startEmulator } from "./server.ts";
import { readWorld } from "./world.ts";

const worldPath = process.env["EMULATOR_WORLD"];
if (worldPath === undefined) {
  console.error("EMULATOR_WORLD is missing: give the path of the world's JSON file.");
  process.exit(2);
}

const statePath = process.env["EMULATOR_STATE"];
const emulator = await startEmulator({
  port: Number(process.env["EMULATOR_PORT"] ?? 3979),
  botUrl: process.env["BOT_URL"] ?? "http://127.0.0.1:3978",
  world: readWorld(worldPath),
  ...(statePath === undefined ? {} : { statePath }),
});
console.log(JSON.stringify({ ready: emulator.url }));

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    void emulator.close().then(() => process.exit(0));
  });

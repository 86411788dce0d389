import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { isRunning } from "./demo/memory.ts";
import { npmProcess } from "./demo/npm-process.ts";
import { DemoError, runDemo } from "./demo/run.ts";

const HELP = `Usage: npm start -- [--data folder] [--port number]
  --data   where the demo keeps its databases and logs (default data)
  --port   where its page is to be found the first time, or the next free one (default 3979)`;

const example = (name: string) => fileURLToPath(new URL(`./example/${name}`, import.meta.url));

/** Aborted when somebody wants the demo to end: Ctrl-C, a closed terminal, or npm, which started us, gone. */
function untilUnwanted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => controller.abort());
  const npm = npmProcess();
  if (npm !== undefined)
    setInterval(() => {
      if (!isRunning(npm)) controller.abort();
    }, 250).unref();
  return controller.signal;
}

function options(): { folder: string; port: number } {
  const { values } = parseArgs({
    options: { data: { type: "string" }, port: { type: "string" } },
    strict: true,
  });
  const port = Number(values.port ?? 3979);
  if (!Number.isInteger(port) || port < 1025 || port > 65_000)
    throw new DemoError(`--port must be a number from 1025 to 65000`);
  return { folder: values.data ?? "data", port };
}

async function main(): Promise<number> {
  const unwanted = untilUnwanted();
  const { folder, port } = options();
  const demo = await runDemo({
    folder,
    firstPort: port,
    example: { world: example("world.json"), organisation: example("organisation.json") },
    unwanted,
  });
  console.log(`Dialoglotsen is running. Open ${demo.address} in a browser. Stop with Ctrl-C.`);
  const asked = new Promise<undefined>((resolve) => {
    if (unwanted.aborted) resolve(undefined);
    unwanted.addEventListener("abort", () => resolve(undefined));
  });
  const broken = await Promise.race([asked, demo.broken]);
  for (const name of await demo.stop())
    console.error(`The ${name} did not stop and was killed; nothing that was saved is lost.`);
  if (broken === undefined) console.log("Stopped. Everything is kept: npm start goes on.");
  else console.error(`${broken}. Its log is in ${folder}; start again with: npm start`);
  return broken === undefined ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (!(error instanceof DemoError) && !code.startsWith("ERR_PARSE_ARGS")) throw error;
  console.error((error as Error).message + (error instanceof DemoError ? "" : `\n${HELP}`));
  process.exitCode = 1;
}

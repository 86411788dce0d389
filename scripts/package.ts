import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { buildPackage, PackageError } from "./app-package/build.ts";

const HELP = `Usage: npm run package -- [--client-id GUID] [--publisher name] [--website https://…]
  --client-id   the bot's app registration, as in CLIENT_ID; without it the package is the example's, for the emulator
  --publisher   who answers for the app, as people see it in Teams, such as the municipality
  --website     a page about it, about personal data and about its terms`;

const place = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

function main(): void {
  const { values } = parseArgs({
    options: {
      "client-id": { type: "string" },
      publisher: { type: "string" },
      website: { type: "string" },
    },
  });
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(place("package.json"), "utf8")));
  const { "client-id": clientId, publisher, website } = values;
  const zip = buildPackage(place("appPackage"), { clientId, publisher, website }, version);
  mkdirSync(place("dist"), { recursive: true });
  const target = `dist/dialoglotsen-${version}.zip`;
  writeFileSync(place(target), zip);
  console.log(`${target} is made (${zip.length} bytes) and holds to Microsoft's schema 1.30.`);
  if (clientId === undefined)
    console.log("It names the example's bot. For your own: npm run package -- --client-id <GUID>");
}

try {
  main();
} catch (error) {
  const misread = (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS") === true;
  if (!misread && !(error instanceof PackageError)) throw error;
  console.error((error as Error).message + (misread ? `\n${HELP}` : ""));
  process.exitCode = 1;
}

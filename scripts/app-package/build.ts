import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { manifestSchema, type Stamp, stamped } from "./manifest.ts";
import { type Files, packageFaults } from "./rules.ts";

const SOURCES = ["manifest.json", "en.json", "color.png", "outline.png"];
/** The same files give the same bytes, so that two packages can be compared. */
const ZIP_DATE = "1980-01-01T00:00:00";

/** The package cannot be installed; every reason at once. */
export class PackageError extends Error {
  override readonly name = "PackageError";
}

/** The files of the package from that folder, with the municipality's own bot and address. */
export function packageFiles(folder: string, stamp: Stamp): Files {
  const files = new Map(SOURCES.map((name) => [name, readFileSync(join(folder, name))] as const));
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")),
  );
  return files.set("manifest.json", Buffer.from(JSON.stringify(stamped(manifest, stamp), null, 2)));
}

/** The package as a zip file for Teams. Refuses with PackageError what Teams would refuse, without any network. */
export function buildPackage(folder: string, stamp: Stamp, version: string): Uint8Array {
  const schema = (name: string) =>
    JSON.parse(readFileSync(join(folder, "schema", name), "utf8")) as object;
  const files = packageFiles(folder, stamp);
  const schemas = {
    manifest: schema("MicrosoftTeams.schema.json"),
    localization: schema("MicrosoftTeams.Localization.schema.json"),
  };
  const faults = packageFaults(files, schemas, version);
  if (faults.length > 0)
    throw new PackageError(
      `The app package is wrong:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
    );
  const entries: Zippable = Object.fromEntries(files);
  return zipSync(entries, { mtime: ZIP_DATE, level: 9 });
}

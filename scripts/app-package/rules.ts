import { Ajv } from "ajv";
import { type Manifest, manifestSchema } from "./manifest.ts";
import { readPng } from "./png.ts";

/** A package as files by name, before they are zipped. */
export type Files = ReadonlyMap<string, Buffer>;
type Schemas = { readonly manifest: object; readonly localization: object };

/** Translations are refused by Teams when one of these is missing, though the schema asks for none. */
const TRANSLATED = ["name.short", "name.full", "description.short", "description.full"];

function json(files: Files, name: string): unknown {
  return JSON.parse(files.get(name)?.toString("utf8") ?? "null");
}

/** Microsoft writes the schemas in draft 4, whose keywords used in them mean the same in draft 7. */
function schemaFaults(name: string, schema: object, value: unknown): string[] {
  const { $schema: _draft, ...rest } = schema as { $schema?: string };
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    // Two of their patterns are no patterns under the stricter reading of Unicode.
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const validate = ajv.compile(rest);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${name}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function fileFaults(manifest: Manifest, files: Files): string[] {
  const named = [
    "manifest.json",
    manifest.icons.color,
    manifest.icons.outline,
    ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  return [
    ...named.filter((name) => !files.has(name)).map((name) => `${name} is named but missing`),
    ...[...files.keys()]
      .filter((name) => !named.includes(name))
      .map((name) => `${name} is in the package but not named in the manifest`),
  ];
}

function iconFaults(files: Files, name: string, size: number, kind: "color" | "outline"): string[] {
  const file = files.get(name);
  if (file === undefined) return [];
  let picture: ReturnType<typeof readPng>;
  try {
    picture = readPng(file);
  } catch (error) {
    return [`${name} ${(error as Error).message}`];
  }
  const { width, height, pixels } = picture;
  const isWhite = pixels.every(([r, g, b, alpha]) => alpha === 0 || Math.min(r, g, b) === 255);
  const seeThrough = pixels.filter(([, , , alpha]) => alpha === 0).length;
  return [
    ...(width === size && height === size
      ? []
      : [`${name} is ${width} × ${height}, not ${size} × ${size}`]),
    ...(kind === "outline" && !isWhite ? [`${name} has a colour that is not white`] : []),
    ...(kind === "outline" && (seeThrough === 0 || seeThrough === pixels.length)
      ? [`${name} is not white on a transparent ground`]
      : []),
    ...(kind === "color" && seeThrough > 0 ? [`${name} is not painted to its edges`] : []),
  ];
}

/** Rules of Teams that are in no schema (reliability.md P18; the property of 1.25 also replaces an older one). */
function channelFaults(manifest: Manifest): string[] {
  const [major = 0, minor = 0] = manifest.manifestVersion.split(".").map(Number);
  const inTeams = manifest.bots.some(({ scopes }) => scopes.includes("team"));
  if (major * 1000 + minor < 1025 || !inTeams) return [];
  return [
    ...(manifest["supportsChannelFeatures"] === "tier1"
      ? []
      : ['manifest.json needs "supportsChannelFeatures": "tier1", as a team app since 1.25']),
    ...("supportedChannelTypes" in manifest
      ? ["manifest.json has supportedChannelTypes, which blocks the upload since 1.25"]
      : []),
  ];
}

function commandFaults({ bots }: Manifest): string[] {
  return bots.flatMap(({ commandLists, scopes }) =>
    commandLists.flatMap((list, number) => {
      const titles = list.commands.map(({ title }) => title);
      const where = `manifest.json command list ${number}`;
      return [
        ...titles
          .filter((title, index) => titles.indexOf(title) !== index)
          .map((title) => `${where} has "${title}" twice`),
        ...list.scopes
          .filter((scope) => !scopes.includes(scope))
          .map((scope) => `${where} is for the scope ${scope}, which the bot does not have`),
        // More is cut off in the menu Teams shows them in.
        ...titles
          .filter((title) => title.length > 32)
          .map((title) => `${where} has the title "${title}", longer than 32`),
      ];
    }),
  );
}

function commandKeys({ bots }: Manifest): string[] {
  return (bots[0]?.commandLists ?? []).flatMap((list, listNumber) =>
    list.commands.flatMap((_, number) =>
      ["title", "description"].map(
        (part) => `bots[0].commandLists[${listNumber}].commands[${number}].${part}`,
      ),
    ),
  );
}

function translationFaults(manifest: Manifest, files: Files, schema: object): string[] {
  const wanted = [...TRANSLATED, ...commandKeys(manifest)];
  return manifest.localizationInfo.additionalLanguages.flatMap(({ file }) => {
    const texts = json(files, file);
    if (texts === null || typeof texts !== "object") return [];
    const keys = Object.keys(texts).filter((key) => key !== "$schema");
    return [
      ...schemaFaults(file, schema, texts),
      ...wanted.filter((key) => !keys.includes(key)).map((key) => `${file} does not have ${key}`),
      ...keys.filter((key) => !wanted.includes(key)).map((key) => `${file} has ${key} of nothing`),
    ];
  });
}

function addressFaults({ developer }: Manifest): string[] {
  return [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl]
    .filter((address) => !address.startsWith("https://"))
    .map((address) => `manifest.json developer has ${address}, which is not https`);
}

/** Everything Teams would refuse in the package, and what of ours does not fit together. Empty when it can be installed. */
export function packageFaults(files: Files, schemas: Schemas, version: string): string[] {
  const given = json(files, "manifest.json");
  const bySchema = schemaFaults("manifest.json", schemas.manifest, given);
  const read = manifestSchema.safeParse(given);
  if (!read.success)
    return [
      ...bySchema,
      ...read.error.issues.map((issue) => `manifest.json ${issue.path.join("/")} ${issue.message}`),
    ];
  const manifest = read.data;
  return [
    ...bySchema,
    ...fileFaults(manifest, files),
    ...iconFaults(files, manifest.icons.color, 192, "color"),
    ...iconFaults(files, manifest.icons.outline, 32, "outline"),
    ...channelFaults(manifest),
    ...commandFaults(manifest),
    ...translationFaults(manifest, files, schemas.localization),
    ...addressFaults(manifest),
    ...(manifest.version === version
      ? []
      : [`manifest.json has version ${manifest.version}, package.json ${version}`]),
  ];
}

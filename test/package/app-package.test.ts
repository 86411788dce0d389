import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { buildPackage, PackageError, packageFiles } from "../../scripts/app-package/build.ts";
import { type Manifest, manifestSchema } from "../../scripts/app-package/manifest.ts";
import { readPng } from "../../scripts/app-package/png.ts";
import { type Files, packageFaults } from "../../scripts/app-package/rules.ts";
import { COMMAND_WORDS, readCommand } from "../../src/cards/texts/commands.ts";

const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as object;
const schemas = {
  manifest: read("appPackage/schema/MicrosoftTeams.schema.json"),
  localization: read("appPackage/schema/MicrosoftTeams.Localization.schema.json"),
};
const { version } = read("package.json") as { version: string };
const files = packageFiles("appPackage", {});
const manifest = manifestOf(files);
const CLIENT_ID = "11111111-2222-3333-4444-555555555555";

function manifestOf(package_: Files): Manifest {
  return manifestSchema.parse(JSON.parse(package_.get("manifest.json")?.toString() ?? ""));
}

/** The faults of our package with its manifest, or its English texts, changed. */
function faultsWith(change: (manifest: Manifest) => object): string[] {
  const changed = new Map(files);
  changed.set("manifest.json", Buffer.from(JSON.stringify(change(structuredClone(manifest)))));
  return packageFaults(changed, schemas, version);
}

function faultsWithEnglish(change: (texts: Record<string, string>) => void): string[] {
  const texts = JSON.parse(files.get("en.json")?.toString() ?? "") as Record<string, string>;
  change(texts);
  return packageFaults(
    new Map(files).set("en.json", Buffer.from(JSON.stringify(texts))),
    schemas,
    version,
  );
}

/** A PNG of one colour; its check sums are left at zero, which we do not read. */
function png(width: number, height: number, pixel: readonly number[]): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, "latin1"), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = pixel.length === 4 ? 6 : 2;
  const row = Buffer.from([0, ...Array.from({ length: width }, () => pixel).flat()]);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("the package holds to Microsoft's schema and to the rules beside it", () => {
  expect(packageFaults(files, schemas, version)).toEqual([]);
});

test("the zip holds the four files at its top and nothing else, the same bytes every time", () => {
  const zip = buildPackage("appPackage", {}, version);
  const names = Object.keys(unzipSync(zip)).toSorted();
  expect(names).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
  expect(Buffer.compare(zip, buildPackage("appPackage", {}, version))).toBe(0);
});

test("a municipality's package names its own bot, publisher and page, and nothing else differs", () => {
  const website = "https://granasa.se/dialog";
  const stamp = { clientId: CLIENT_ID, publisher: "Granåsa kommun", website };
  const zip = unzipSync(buildPackage("appPackage", stamp, version));
  const own = manifestSchema.parse(JSON.parse(Buffer.from(zip["manifest.json"] ?? []).toString()));
  expect(own.bots.map(({ botId }) => botId)).toEqual([CLIENT_ID]);
  expect(own.developer).toEqual({
    name: "Granåsa kommun",
    websiteUrl: website,
    privacyUrl: website,
    termsOfUseUrl: website,
  });
  expect({ ...own, bots: [], developer: {} }).toEqual({ ...manifest, bots: [], developer: {} });
});

test("a package that Teams would refuse is not made", () => {
  expect(() => buildPackage("appPackage", { clientId: "our bot" }, version)).toThrow(PackageError);
});

test("the example's package names the example's bot", () => {
  const world = read("scripts/example/world.json") as { botId: string };
  expect(manifest.bots.map(({ botId }) => botId)).toEqual([world.botId]);
});

test("every command in the menus, in both languages, is one the bot understands", () => {
  const english = JSON.parse(files.get("en.json")?.toString() ?? "") as Record<string, string>;
  const lists = manifest.bots[0]?.commandLists ?? [];
  expect(lists.map(({ scopes }) => scopes)).toEqual([["team"], ["personal"]]);
  for (const [at, { commands }] of lists.entries()) {
    const swedish = commands.map(({ title }) => readCommand(title));
    const translated = commands.map((_, number) =>
      readCommand(english[`bots[0].commandLists[${at}].commands[${number}].title`] ?? ""),
    );
    expect(translated).toEqual(swedish);
    // Nothing can be moved to somebody's own chat.
    const others = at === 0 ? [] : ["moveHere"];
    const all = Object.keys(COMMAND_WORDS).filter((command) => !others.includes(command));
    expect(new Set(swedish)).toEqual(new Set(all));
  }
});

test.each<[string, (manifest: Manifest) => object, RegExp]>([
  ["an unknown property", (given) => ({ ...given, tabs: [] }), /additional properties/],
  ["a long short name", (given) => ({ ...given, name: { short: "x".repeat(31) } }), /name\/short/],
  [
    "a bot id that is no GUID",
    ({ bots, ...rest }) => ({ ...rest, bots: [{ ...bots[0], botId: "b" }] }),
    /botId/,
  ],
  ["another schema", (given) => ({ ...given, manifestVersion: "1.29" }), /manifestVersion/],
  [
    "no channel features",
    (given) => ({ ...given, supportsChannelFeatures: undefined }),
    /supportsChannelFeatures/,
  ],
  [
    "the property it replaced",
    (given) => ({ ...given, supportedChannelTypes: [] }),
    /supportedChannelTypes/,
  ],
  ["another version", (given) => ({ ...given, version: "9.9.9" }), /package\.json/],
  [
    "an icon that is not there",
    (given) => ({ ...given, icons: { ...given.icons, color: "c.png" } }),
    /c\.png is named but missing/,
  ],
  [
    "a file nobody names",
    (given) => ({
      ...given,
      localizationInfo: { defaultLanguageTag: "sv", additionalLanguages: [] },
    }),
    /en\.json is in the package but not named/,
  ],
  [
    "a page without https",
    (given) => ({ ...given, developer: { ...given.developer, privacyUrl: "http://a.se" } }),
    /not https/,
  ],
  ["a command twice", withCommand((commands) => [...commands, commands[0]]), /"hjälp" twice/],
  [
    "a command for a scope the bot has not",
    (given) => ({ ...given, bots: given.bots.map((bot) => ({ ...bot, scopes: ["team"] })) }),
    /scope personal/,
  ],
  [
    "a title too long for the menu",
    withCommand((commands) => [...commands, { title: "o".repeat(33) }]),
    /longer than 32/,
  ],
  [
    "a command without English",
    withCommand((commands) => [...commands, { title: "ny" }]),
    /en\.json does not have .*commands\[\d+\]\.title/,
  ],
])("%s is found", (_name, change, fault) => {
  expect(faultsWith(change).join("\n")).toMatch(fault);
});

function withCommand(
  change: (commands: { title: string }[]) => ({ title: string } | undefined)[],
): (manifest: Manifest) => object {
  return (given) => {
    const [bot] = given.bots;
    const [team, ...others] = bot?.commandLists ?? [];
    const commands = change(team?.commands ?? []);
    return { ...given, bots: [{ ...bot, commandLists: [{ ...team, commands }, ...others] }] };
  };
}

test("an English text that is missing, too long or of nothing is found", () => {
  expect(faultsWithEnglish((texts) => delete texts["name.full"])).toEqual([
    "en.json does not have name.full",
  ]);
  expect(
    faultsWithEnglish((texts) => {
      texts["description.short"] = "x".repeat(81);
      texts["bots[0].commandLists[2].commands[0].title"] = "gone";
    }).join("\n"),
  ).toMatch(
    /description\.short must NOT have more than 80[\s\S]*commandLists\[2\]\.commands\[0\]\.title of nothing/,
  );
});

test.each<[string, string, Buffer, RegExp]>([
  ["a small colour icon", "color.png", png(96, 96, [11, 57, 84]), /96 × 96, not 192 × 192/],
  [
    "a colour icon with holes",
    "color.png",
    png(192, 192, [0, 0, 0, 0]),
    /not painted to its edges/,
  ],
  ["a coloured outline", "outline.png", png(32, 32, [255, 0, 0, 255]), /not white/],
  [
    "an outline without ground",
    "outline.png",
    png(32, 32, [255, 255, 255, 255]),
    /transparent ground/,
  ],
  ["an empty outline", "outline.png", png(32, 32, [255, 255, 255, 0]), /transparent ground/],
  ["a picture of another kind", "color.png", Buffer.from("<svg/>"), /is no PNG file/],
])("%s is found", (_name, file, picture, fault) => {
  expect(packageFaults(new Map(files).set(file, picture), schemas, version).join("\n")).toMatch(
    fault,
  );
});

test("pictures are read as a browser drew them: a beam, a band and the ground of the night", () => {
  const { pixels, width } = readPng(readFileSync("appPackage/color.png"));
  const at = (x: number, y: number) => pixels[y * width + x]?.slice(0, 3);
  expect(at(50, 62)).toEqual([246, 196, 83]);
  expect(at(96, 90)).toEqual([200, 69, 47]);
  expect(at(0, 0)).toEqual([11, 57, 84]);
});

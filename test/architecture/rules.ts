import { filesOf, importsOf, literalsOf, type Tree, withoutComments } from "./source.ts";

/** A rule of the house: the faults it finds in a tree, each naming the file. */
export type Rule = (tree: Tree) => string[];

const BEHIND_THE_DOOR = ["log", "handle", "domain", "cards", "store", "outbox", "export"];

/**
 * Who may import whom inside src. A room may import itself; "node:" stands for all of Node. Time, chance and the outside
 * world are not to be had in the domain; the hash in cards and outbox tells whether a card has changed.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  log: [],
  config: ["zod", "crash", "misspelt"],
  misspelt: [],
  crash: [],
  domain: [],
  cards: [
    "domain",
    "zod",
    "@microsoft/teams.cards",
    "adaptivecards-templating",
    "adaptive-expressions",
    "node:crypto",
  ],
  store: ["domain", "kysely", "better-sqlite3", "pg", "node:"],
  handle: ["domain", "store"],
  outbox: ["domain", "cards", "store", "log", "@microsoft/teams.cards", "node:crypto"],
  export: ["domain", "node:"],
  teams: [...BEHIND_THE_DOOR, "config", "@microsoft/", "jose", "zod", "node:"],
  public: ["log", "domain", "store", "uqr", "node:"],
  tab: [...BEHIND_THE_DOOR, "jose", "zod", "node:"],
};

const GUARD = "scripts/require-node.mjs";
const LINES = 300;

/** "src/store/sqlite.ts" lies in the room "store", "src/handle.ts" in "handle"; what is no path is its own room. */
function roomOf(path: string): string {
  if (!path.startsWith("src/")) return path;
  return (
    path
      .slice("src/".length)
      .replace(/\.[a-z]+$/, "")
      .split("/")[0] ?? ""
  );
}

function allowed(room: string, imported: string): boolean {
  const target = roomOf(imported);
  if (target === room) return true;
  return (MAY_IMPORT[room] ?? []).some((name) =>
    /[:/]$/.test(name) ? target.startsWith(name) : target === name,
  );
}

export const roomsImportOnlyWhatTheyMay: Rule = (tree) =>
  filesOf(tree, "src").flatMap(([path, content]) => {
    const room = roomOf(path);
    if (room === "main") return [];
    if (!(room in MAY_IMPORT)) return [`${path}: the room "${room}" is not in the table`];
    return importsOf(path, content)
      .filter((imported) => !allowed(room, imported))
      .map((imported) => `${path} imports ${imported}`);
  });

/** The emulator speaks HTTP with the bot, as Teams does; programs and tests are nobody's ground. */
export const productsDoNotLean: Rule = (tree) =>
  filesOf(tree, "src", "emulator").flatMap(([path, content]) => {
    const [own] = path.split("/");
    return importsOf(path, content)
      .filter((imported) => imported !== GUARD)
      .filter((imported) => /^(src|emulator|scripts|bench|test)\//.test(imported))
      .filter((imported) => !imported.startsWith(`${own}/`))
      .map((imported) => `${path} imports ${imported}`);
  });

/** Programs may use products and one another's folder, never a test; tests may use everything. */
export const programsDoNotUseTests: Rule = (tree) =>
  filesOf(tree, "scripts", "bench").flatMap(([path, content]) =>
    importsOf(path, content)
      .filter((imported) => imported.startsWith("test/"))
      .map((imported) => `${path} imports ${imported}`),
  );

export const onlyTeamsKnowsTheSdk: Rule = (tree) =>
  filesOf(tree, "src", "emulator", "scripts")
    .filter(([path]) => !path.startsWith("src/teams/") && path !== "src/main.ts")
    .flatMap(([path, content]) =>
      importsOf(path, content)
        .filter((imported) => /^@microsoft\/teams\.(apps|api|common)(\/|$)/.test(imported))
        .map((imported) => `${path} imports ${imported}`),
    );

export const importsAreWrittenOut: Rule = (tree) =>
  filesOf(tree, "src", "emulator", "scripts", "bench")
    .filter(([, content]) => /\b(?:import|require)\s*\(\s*[^"'`\s)]/.test(content))
    .map(([path]) => `${path} imports something worked out at run time`);

export const nothingIsNamedForNothing: Rule = (tree) =>
  [...tree.keys()]
    .filter((path) =>
      path
        .replace(/\.[a-z.]+$/, "")
        .split("/")
        .some((name) => /^(utils?|helpers?|services?|types?|common|index|misc|shared)$/.test(name)),
    )
    .map((path) => `${path} has a name that says nothing`);

export const onlyMainReadsTheEnvironment: Rule = (tree) =>
  filesOf(tree, "src", "emulator")
    .filter(([path]) => path !== "src/main.ts" && path !== "emulator/main.ts")
    .filter(([, content]) =>
      /\bprocess\s*(\??\.|\[\s*["'`])\s*env\b|\benv\b[^;\n]*(=\s*process\b|from\s*["'](node:)?process)/.test(
        content,
      ),
    )
    .map(([path]) => `${path} reads the environment`);

export const filesEnd: Rule = (tree) =>
  [...tree]
    .map(([path, content]) => [path, content.trimEnd().split("\n").length] as const)
    .filter(([, lines]) => lines > LINES)
    .map(([path, lines]) => `${path} has ${lines} lines`);

export const noTestIsLeftOut: Rule = (tree) =>
  filesOf(tree, "test")
    .filter(([, content]) =>
      /\b(?:describe|test|it|suite)\s*(?:\.\w+)*\.(?:skip|only|todo|fails)\b|\b[xf](?:describe|it)\s*\(/.test(
        content,
      ),
    )
    .map(([path]) => `${path} leaves a test out, or all others`);

const SQL =
  /^\s*(?:with\b[\s\S]+)?select\b[\s\S]+\bfrom\s+[\w"]+\s*(?:as|group|join|left|limit|order|where|;|$)|\binsert\s+(?:or\s+\w+\s+)?into\b|\bupdate\s+\S+\s+set\b|\bdelete\s+from\b|\bcreate\s+(?:unique\s+)?(?:table|index|trigger|view)\b|\balter\s+table\b|\bdrop\s+table\b|\bpragma\s+\w+|\bbegin\s+immediate\b/i;

/** A guess by its words, so it looks at strings alone. */
export const sqlIsInTheStore: Rule = (tree) =>
  filesOf(tree, "src")
    .filter(([path]) => !path.startsWith("src/store/"))
    .filter(([, content]) => literalsOf(content).some((literal) => SQL.test(literal)))
    .map(([path]) => `${path} speaks SQL`);

export const everythingIsNamed: Rule = (tree) =>
  filesOf(tree, "src", "emulator", "scripts", "bench", "test").flatMap(([path, content]) => [
    ...(/^export\s+default\b/m.test(content) ? [`${path} has a default export`] : []),
    ...(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*from\b/m.test(withoutComments(content))
      ? [`${path} hands on what is another file's`]
      : []),
  ]);

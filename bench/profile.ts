import { readFileSync } from "node:fs";

type ProfileNode = {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
};
type Profile = {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

/** How much of the time the process was busy went where. */
export type Share = { readonly place: string; readonly share: number };

const SRC = /\/src\/(.+)\.ts$/u;
const PACKAGE = /\/node_modules\/(@[^/]+\/[^/]+|[^/]+)\//u;
const NODE = "Node: HTTP, timers, promises";
const SDK = "Teams SDK";

/** Whose work it is when a library goes on after waiting, with nobody above it on the stack. */
const LIBRARIES: Readonly<Record<string, string>> = {
  kysely: "SQLite: statements, commit and the wait for the disk",
  axios: SDK,
  jose: "teams: front door, routes",
};

/** Parts whose cost is asked for by itself. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^store\/sqlite/u, "SQLite: statements, commit and the wait for the disk"],
  [/^store\//u, "store: rows, words, hash chain"],
  [/^cards\/render$/u, "cards: expanding templates"],
  [/^cards\//u, "cards: data and forms"],
  [/^outbox\//u, "outbox: claims, living cards"],
  [/^(handle|domain)(\/|$)/u, "domain and handle: decide, evolve"],
  [/^teams\//u, "teams: front door, routes"],
];

/**
 * Reads a profile and gives each sample to the nearest part of our own code that it was taken in, so that what a library
 * does counts for the one who called it; the SDK, Node itself and the garbage collector stand for themselves.
 */
export function sharesOf(path: string): readonly Share[] {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path, "utf8")) as Profile;
  const places = placesOf(nodes);
  const spent = new Map<string, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const place = places.get(id);
    const micros = timeDeltas[index] ?? 0;
    if (place === undefined) continue;
    spent.set(place, (spent.get(place) ?? 0) + micros);
    total += micros;
  }
  return [...spent]
    .map(([place, micros]) => ({ place, share: micros / total }))
    .toSorted((a, b) => b.share - a.share);
}

/** The place of every node; none for a node in which the process was idle. */
function placesOf(nodes: readonly ProfileNode[]): ReadonlyMap<number, string | undefined> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const places = new Map<number, string | undefined>();
  const [root] = nodes;
  const open: (readonly [ProfileNode, string | undefined])[] = root ? [[root, undefined]] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, above] = next;
    const place = placeOf(node, above);
    places.set(node.id, place);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) open.push([child, place]);
    }
  }
  return places;
}

function placeOf({ callFrame }: ProfileNode, above: string | undefined): string | undefined {
  const { functionName, url } = callFrame;
  if (functionName === "(idle)" || url === "node:inspector") return undefined;
  if (functionName === "(garbage collector)") return "garbage collector";
  const own = SRC.exec(url)?.[1];
  if (own !== undefined) return PARTS.find(([pattern]) => pattern.test(own))?.[1] ?? own;
  const library = PACKAGE.exec(url)?.[1] ?? "";
  if (library.startsWith("@microsoft/teams")) return SDK;
  return above === undefined || above === NODE ? (LIBRARIES[library] ?? NODE) : above;
}

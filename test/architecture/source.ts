import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** Source files by their path from the top of the project; what the rules look at, read from disk or planted. */
export type Tree = ReadonlyMap<string, string>;
type Files = readonly (readonly [path: string, content: string])[];

/** Every file of ours that is code. */
export function readTree(): Tree {
  const paths = globSync("{src,emulator,scripts,bench,test}/**/*.{ts,mjs,js}");
  return new Map(
    paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(path, "utf8")] as const),
  );
}

/** The files below one of the folders (or the file itself), with comments taken out. */
export function filesOf(tree: Tree, ...places: string[]): Files {
  return [...tree]
    .filter(([path]) => places.some((place) => path === place || path.startsWith(`${place}/`)))
    .map(([path, content]) => [path, withoutComments(content)] as const);
}

const STRING_OR_COMMENT =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** The text with comments blanked; strings, which may look like comments, stay. */
export function withoutComments(content: string): string {
  return content.replace(STRING_OR_COMMENT, (found) => (found.startsWith("/") ? " " : found));
}

/** The contents of the string and template literals of a file. */
export function literalsOf(content: string): string[] {
  return [...content.matchAll(STRING_OR_COMMENT)]
    .map(([found]) => found)
    .filter((found) => !found.startsWith("/"))
    .map((found) => found.slice(1, -1));
}

const IMPORT =
  /(?:^|[;}\s])(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']|(?:^|[;}\s])import\s*["']([^"']+)["']|\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*["'`]([^"'`]+)["'`]|\bnew\s+URL\(\s*["']([^"']+)["']\s*,\s*import\.meta\.url/g;

/** What a file imports: paths from the top of the project, and names of packages as they are written. */
export function importsOf(path: string, content: string): string[] {
  return [...content.matchAll(IMPORT)].map((match) => {
    const imported = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
    if (!/^\.{1,2}\//.test(imported)) return match[4] === undefined ? imported : path;
    return posix.join(posix.dirname(path), imported);
  });
}

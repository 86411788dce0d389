import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Answer } from "./http.ts";

const require = createRequire(import.meta.url);
const folder = new URL("./page/", import.meta.url);

/** Nothing inline and nothing from outside: cards can hold what anybody wrote. */
const headers = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** The files of the page, and the renderer from its own package. Undefined for any other path. */
export function pageAnswer(path: string): Answer | undefined {
  if (path === "/") return file(new URL("index.html", folder), "html");
  if (path === "/page/card") return file(new URL("card.html", folder), "html");
  if (path === "/page/adaptivecards.js")
    return file(require.resolve("adaptivecards/dist/adaptivecards.min.js"), "js");
  const [, name, extension] = /^\/page\/([a-z-]+\.(css|js|svg))$/.exec(path) ?? [];
  if (name === undefined || extension === undefined) return undefined;
  return file(new URL(name, folder), extension);
}

function file(path: string | URL, extension: string): Answer | undefined {
  try {
    const content = readFileSync(typeof path === "string" ? path : fileURLToPath(path));
    return { status: 200, raw: { type: types[extension] ?? "text/plain", content }, headers };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

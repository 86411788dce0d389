import { createHash } from "node:crypto";
import type { Language } from "./languages.ts";
import { STYLE } from "./style.ts";

/** Markup that is safe as it stands: everything put into it has been escaped. */
export type Html = { readonly html: string };
type Part = string | number | Html | undefined | readonly Part[];

/** Markup with values in it; a text among them is escaped, so what anybody wrote is never markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const parts = strings.map(
    (text, index) => text + (index < values.length ? markup(values[index]) : ""),
  );
  return { html: parts.join("") };
}

function markup(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  if ("html" in part) return part.html;
  return part.map(markup).join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** No character of it means anything to a browser; what cannot be shown is a replacement character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\u0000", "\uFFFD")
    .replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character);
}

/** What a page is put in. */
export type Frame = {
  readonly language: Language;
  readonly title: string;
  /** The same page in the other languages; none on a sheet of paper. */
  readonly others?: readonly { readonly language: Language; readonly href: string }[];
  readonly links?: readonly { readonly href: string; readonly text: string }[];
  readonly body: Html;
  /** A sheet to print: no links around it. */
  readonly sheet?: true;
};

/** A whole page. It fetches nothing: its style is in it, and it has no script. */
export function pageOf({ language, title, others = [], links = [], body, sheet }: Frame): string {
  const { texts, code, direction } = language;
  const languages = html`<nav class="languages" aria-label="${texts.language}"><ul>${others.map(
    (one) =>
      one.language.code === code
        ? html`<li><span lang="${code}" aria-current="true">${one.language.name}</span></li>`
        : html`<li><a href="${one.href}" lang="${one.language.code}" dir="${one.language.direction}" hreflang="${one.language.code}">${one.language.name}</a></li>`,
  )}</ul></nav>`;
  const foot = html`<footer><ul>${links.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></footer>`;
  const { html: whole } =
    html`<html lang="${code}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="${sheet ? "light" : "light dark"}"><title>${title}</title><link rel="icon" href="data:,">${{ html: `<style>${STYLE}</style>` }}</head><body class="${sheet ? "sheet" : "page"}">${
      sheet ? undefined : html`<a class="skip" href="#main">${texts.skip}</a>`
    }${others.length > 1 ? languages : undefined}<main id="main" tabindex="-1">${body}</main>${links.length > 0 ? foot : undefined}</body></html>`;
  return `<!doctype html>${whole}`;
}

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** What every page is sent with: nothing runs, nothing is fetched, nobody frames it, and no other place learns where one was. */
export const PAGE_HEADERS = {
  "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "x-frame-options": "DENY",
} as const;

import { type Html, html, pageOf } from "./html.ts";
import { filled, type Language } from "./languages.ts";
import { about, controllerOf, framed, type PageName, placeOf } from "./page-parts.ts";
import type { ShownRound } from "./shown-round.ts";

/** What a page says that is about no round: the address is wrong, too many answer, or something broke. */
export type Trouble = "unknown" | "busy" | "foreign" | "large" | "broken";

/** A page for what went wrong, which says what to do. */
export function troublePage(language: Language, trouble: Trouble, reference = ""): string {
  const { texts } = language;
  const heading = texts[`${trouble}Heading`];
  const body = html`<h1>${heading}</h1><p>${filled(texts[trouble], { reference })}</p>`;
  return pageOf({ language, title: heading, body });
}

/** Why nobody can answer now: not yet, not any longer, or never. */
export function notOpenPage(
  shown: ShownRound,
  language: Language,
  on: readonly Language[],
): string {
  const { texts } = language;
  const { round, status } = shown;
  const what =
    status === "planned" || status === "cancelled" ? status : shown.isEnded ? "ended" : "closed";
  const text = filled(texts[what], {
    date: language.date(status === "planned" ? round.opensAt : round.lastDay),
    time: language.time(round.opensAt),
    controller: controllerOf(shown, language),
  });
  return toldPage(shown, language, on, { heading: texts[`${what}Heading`], text });
}

/** The answer is kept; nothing of it is shown again. */
export function thanksPage(
  shown: ShownRound,
  language: Language,
  on: readonly Language[],
  isAgain: boolean,
): string {
  const { texts } = language;
  const heading = isAgain ? texts.againHeading : texts.thanksHeading;
  return toldPage(shown, language, on, {
    heading,
    text: isAgain ? texts.thanksNext : `${texts.thanks} ${texts.thanksNext}`,
    page: "tack",
  });
}

function toldPage(
  shown: ShownRound,
  language: Language,
  on: readonly Language[],
  told: { readonly heading: string; readonly text: string; readonly page?: PageName },
): string {
  const { publicId } = shown;
  const place = { publicId, language, ...(told.page === undefined ? {} : { page: told.page }) };
  const body = html`${about(shown, language)}<h1>${told.heading}</h1><div class="notice"><p>${told.text}</p></div>`;
  return pageOf({ ...framed(place, on), title: `${told.heading} – ${shown.title}`, body });
}

/** How data are handled, or how accessible the pages are (GDPR art. 13, lag 2018:1937). */
export function statementPage(
  shown: ShownRound,
  language: Language,
  on: readonly Language[],
  {
    page,
    contact,
    host,
  }: {
    readonly page: "uppgifter" | "tillganglighet";
    readonly contact: string | undefined;
    readonly host: string;
  },
): string {
  const { publicId } = shown;
  const { heading, sections } = page === "uppgifter" ? language.data : language.accessibility;
  const controller = controllerOf(shown, language);
  const how =
    contact === undefined
      ? html`${filled(language.contactMissing, { controller })}`
      : around(language.contact, "{address}", contactLink(contact));
  const text = (words: string) => around(filled(words, { controller, host }), "{contact}", how);
  const back = { href: placeOf({ publicId, language }), text: language.texts.backLink };
  const body = html`<h1>${heading}</h1>${sections.map(
    ([title = "", words = ""]) => html`<h2>${title}</h2><p>${text(words)}</p>`,
  )}`;
  const frame = framed({ publicId, language, page }, on, [back]);
  return pageOf({ ...frame, title: heading, body });
}

/** The words with markup in the place of what stands in braces. */
function around(words: string, hole: string, inside: Html): Html {
  const [before = "", ...after] = words.split(hole);
  return after.length === 0 ? html`${before}` : html`${before}${inside}${after.join(hole)}`;
}

function contactLink(contact: string): Html {
  const href = contact.startsWith("https://") ? contact : `mailto:${contact}`;
  return html`<a href="${href}" dir="ltr">${contact}</a>`;
}

import { type Frame, type Html, html } from "./html.ts";
import { filled, type Language } from "./languages.ts";
import type { ShownRound } from "./shown-round.ts";

export type PageName = "tack" | "uppgifter" | "tillganglighet" | "affisch" | "papper";
/** An address of ours. */
export type Place = {
  readonly publicId: string;
  readonly language: Language;
  readonly page?: PageName;
  readonly short?: true;
};

/** Where a page of the round is, in its language. */
export function placeOf({ publicId, language, page, short }: Place): string {
  const query = new URLSearchParams({ lang: language.code, ...(short ? { form: "short" } : {}) });
  return `/u/${publicId}${page === undefined ? "" : `/${page}`}?${query.toString()}`;
}

/** The page in the other languages, and what stands at its foot. */
export function framed(
  place: Place,
  on: readonly Language[],
  links: readonly { readonly href: string; readonly text: string }[] = [],
): Pick<Frame, "language" | "others" | "links"> {
  const { language } = place;
  const { texts } = language;
  const to = (page: PageName) => placeOf({ publicId: place.publicId, language, page });
  return {
    language,
    others: on.map((one) => ({ language: one, href: placeOf({ ...place, language: one }) })),
    links: [
      ...links,
      { href: to("uppgifter"), text: texts.dataLink },
      { href: to("tillganglighet"), text: texts.accessibilityLink },
    ],
  };
}

/** Whose dialogue it is, what it is called and which tillfälle it is about. */
export function about(shown: ShownRound, language: Language): Html {
  const { texts } = language;
  const { number, opensAt } = shown.round;
  const when =
    number === undefined
      ? texts.afterDecision
      : filled(texts.occasion, { number, date: language.date(opensAt) });
  return html`<p class="kicker">${controllerOf(shown, language)}</p><p class="soft"><bdi>${filled(
    texts.about,
    {
      title: shown.title,
    },
  )}</bdi><br>${when}</p>`;
}

export function controllerOf(
  { controller }: Pick<ShownRound, "controller">,
  language: Language,
): string {
  return controller ?? language.controllerMissing;
}

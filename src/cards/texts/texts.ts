import type { Language } from "../view.ts";
import { en } from "./en.ts";
import { sv, type Texts } from "./sv.ts";

const TEXTS: { readonly [language in Language]: Texts } = { sv, en };

/** The words of one language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

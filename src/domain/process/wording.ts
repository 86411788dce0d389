import type { Option, Words } from "../template.ts";

/** The same words in Swedish and English. */
export function words(sv: string, en: string): Words {
  return { sv, en };
}

/** One value of an enum with its words. */
export function option(value: string, sv: string, en: string): Option {
  return { value, label: words(sv, en) };
}

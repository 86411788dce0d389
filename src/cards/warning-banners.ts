import { warningsOf } from "../domain/warnings.ts";
import type { WarningCode } from "../domain/dialogue.ts";
import { type BannerData, banner, icon, line, run, strong, subtle } from "./elements.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

/** What to be aware of about the dialogue as it stands; allowed, but said. Warnings of one kind share a banner. */
export function warningBanners({ state, language }: View): readonly BannerData[] {
  const warnings = warningsOf(state);
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return codes.map((code) =>
    warningBanner(
      language,
      code,
      ...warnings.filter((one) => one.code === code).map(({ detail }) => detail),
    ),
  );
}

/** One warning with what it is about and its code in small print. */
export function warningBanner(
  language: Language,
  code: WarningCode,
  ...details: readonly (string | undefined)[]
): BannerData {
  const about = details.length === 0 ? [undefined] : details;
  const words = about.map((detail) => warningWords(language, code, detail));
  return banner(
    "warning",
    icon("Warning", "!"),
    [strong(textsOf(language).warnings[code].title)],
    [...words.map(({ text }) => line(run(text))), line(subtle(code))],
  );
}

/** A warning in words; a consultation is named with the law it follows. */
export function warningWords(
  language: Language,
  code: WarningCode,
  detail?: string,
): { readonly title: string; readonly text: string } {
  const { warnings, consultations } = textsOf(language);
  const words = warnings[code];
  const about = detail === undefined ? "" : (consultations[detail] ?? consultations.other ?? "");
  return { title: words.title, text: words.text(about).trim() };
}

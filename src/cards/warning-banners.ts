import { warningsOf } from "../domain/warnings.ts";
import type { WarningCode } from "../domain/dialogue.ts";
import { type BannerData, banner, icon, line, run, strong, subtle } from "./elements.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

/** What to be aware of about the dialogue as it stands; allowed, but said. */
export function warningBanners(view: View): readonly BannerData[] {
  return warningsOf(view.state).map(({ code, detail }) =>
    warningBanner(view.language, code, detail),
  );
}

/** One warning with its code in small print. */
export function warningBanner(language: Language, code: WarningCode, detail?: string): BannerData {
  const { title, text } = warningWords(language, code, detail);
  return banner(
    "warning",
    icon("Warning", "!"),
    [strong(title)],
    [line(run(text)), line(subtle(code))],
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

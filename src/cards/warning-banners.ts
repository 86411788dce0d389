import { diaryOf, isUnregistered } from "../domain/registration.ts";
import { warningsOf } from "../domain/warnings.ts";
import { confirmedDecisions } from "../domain/decision-matters.ts";
import type { WarningCode } from "../domain/dialogue.ts";
import { type BannerData, banner, icon, type Line, line, run, strong, subtle } from "./elements.ts";
import { decisionMark } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

/** What to be aware of about the dialogue as it stands; allowed, but said. Warnings of one kind share a banner. */
export function warningBanners(view: View): readonly BannerData[] {
  const { state, language } = view;
  const warnings = warningsOf(state);
  const codes = [...new Set(warnings.map(({ code }) => code))];
  const standing = codes.map((code) => {
    const own = warnings.filter((one) => one.code === code);
    const said = warningBanner(language, code, ...own.map(({ detail }) => detail));
    const marks = own.flatMap(({ decisionId }) => markOf(view, decisionId));
    return marks.length === 0 ? said : { ...said, lines: withMarks(said.lines, marks) };
  });
  return [...standing, ...unregistered(view)];
}

/** A record that should be in the diary by now (OSL 5:1, process.md §13.2 ST4). */
function unregistered({ state, template, calendar, now, language }: View): readonly BannerData[] {
  if (state.status === "draft" || state.status === "withdrawn") return [];
  const isLate = isUnregistered(diaryOf(state), template.deadlines, calendar, now);
  return isLate ? [warningBanner(language, "W-NOT-REGISTERED")] : [];
}

/** Which decision a warning is about, once there are several. */
function markOf(view: View, decisionId: string | undefined): readonly string[] {
  const decisions = confirmedDecisions(view.state);
  const decision = decisions.find(({ id }) => id === decisionId);
  return decision === undefined || decisions.length < 2 ? [] : [decisionMark(view, decision)];
}

function withMarks(lines: readonly Line[], marks: readonly string[]): readonly Line[] {
  return [line(strong(marks.join(" · "))), ...lines.slice(-2)];
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

import type { Background } from "../domain/evaluation/survey.ts";
import { QUESTIONNAIRES, type Question } from "../domain/evaluation/questions.ts";
import { SCALES } from "../domain/evaluation/scales.ts";
import ar from "./languages/ar.json" with { type: "json" };
import en from "./languages/en.json" with { type: "json" };
import fi from "./languages/fi.json" with { type: "json" };
import sv from "./languages/sv.json" with { type: "json" };

type Texts = { readonly [Key in keyof typeof sv.texts]: string };
/** Headings with what stands under them. */
type Statement = {
  readonly heading: string;
  readonly sections: readonly (readonly string[])[];
};
type LanguageFile = {
  readonly code: string;
  /** As its own speakers call it. */
  readonly name: string;
  readonly direction: string;
  /** False: nobody who speaks it has read the texts through for the municipality. */
  readonly reviewed: boolean;
  readonly texts: Texts;
  readonly background: { readonly [Key in keyof typeof sv.background]: string };
  readonly data: Statement;
  readonly accessibility: Statement;
  readonly contact: string;
  readonly contactMissing: string;
  readonly controllerMissing: string;
  /** The questions and the choices of their scales; Swedish and English have theirs in the domain. */
  readonly questions?: { readonly [Id in SurveyQuestion]: string };
  readonly scales?: { readonly agree5: readonly string[]; readonly change3: readonly string[] };
};
type SurveyQuestion = (typeof QUESTIONNAIRES)["participant" | "wave2"][number]["id"];

/** What the public pages say in one language. Every word a visitor reads comes from here or was written by the municipality. */
export type Language = LanguageFile & {
  readonly question: (question: Question) => string;
  /** The choices of a question, as a form sends them and as they read. */
  readonly choices: (
    question: Question,
  ) => readonly { readonly input: string; readonly label: string }[];
  /** "torsdag 24 maj 2027", with the digits everybody in Sweden reads. */
  readonly date: (instantOrDate: string) => string;
  readonly time: (instant: string) => string;
};

/** Every language there is. The first two are always on; the others when the municipality turns them on. */
const ALL: readonly LanguageFile[] = [sv, en, ar, fi];
const ALWAYS = ["sv", "en"];

/** Codes of the languages a municipality can turn on. */
export const OPTIONAL_LANGUAGES: readonly string[] = ALL.map(({ code }) => code).filter(
  (code) => !ALWAYS.includes(code),
);

/** The languages that are on, in the order they are offered. */
export function languagesOn(turnedOn: readonly string[]): readonly Language[] {
  return ALL.filter(({ code }) => ALWAYS.includes(code) || turnedOn.includes(code)).map(made);
}

function made(file: LanguageFile): Language {
  const own = file.code === "en" ? "en" : "sv";
  const locale = `${file.code}-u-nu-latn`;
  const day = new Intl.DateTimeFormat(locale, { timeZone: "Europe/Stockholm", dateStyle: "full" });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: "Europe/Stockholm",
    timeStyle: "short",
    hourCycle: "h23",
  });
  return {
    ...file,
    question: ({ id, words }) => file.questions?.[id as SurveyQuestion] ?? words[own],
    choices: ({ scale }) => {
      if (scale === "free") return [];
      const translated = scale === "redo3" ? undefined : file.scales?.[scale];
      return SCALES[scale].map(({ input, label }, index) => ({
        input,
        label: translated?.[index] ?? label[own],
      }));
    },
    date: (at) => day.format(new Date(at.length === 10 ? `${at}T12:00:00Z` : at)),
    time: (at) => clock.format(new Date(at)),
  };
}

/** The language asked for in the address, else the first the browser wants, else the dialogue's. */
export function languageFor(
  on: readonly Language[],
  asked: string | null,
  accepted: string | undefined,
  usual: string,
): Language {
  const wanted = (accepted ?? "").split(",").map((one) => one.trim().slice(0, 2).toLowerCase());
  for (const code of [asked, ...wanted, usual]) {
    const found = on.find((one) => one.code === code);
    if (found) return found;
  }
  const [first] = on;
  if (!first) throw new Error("No language is on.");
  return first;
}

/** The text with what stands in braces filled in. */
export function filled(text: string, values: { readonly [name: string]: string | number }): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** The class of the background question as it reads. */
export function classLabel({ background }: Language, name: string): string {
  return background[name as keyof typeof background];
}

export function backgroundQuestion({ texts }: Language, background: Background): string {
  return background === "age" ? texts.backgroundAge : texts.backgroundPlace;
}

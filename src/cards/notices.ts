import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Problem } from "../domain/rejection.ts";
import { openButton, submitButton } from "./actions.ts";
import { oneLine, shortened } from "./drawable.ts";
import { type Icon, icon, type Line, line, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { faultsIn } from "./forms/faults.ts";
import { bareRefusalWords, refusalWords } from "./refusal-words.ts";
import { compileCard } from "./render.ts";
import layout from "./templates/notice.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { Language, Place, View } from "./view.ts";

const draw = compileCard("notice", layout);

type NoticeParts = {
  readonly language: Language;
  readonly title: string;
  readonly icon: Icon;
  readonly style?: "attention" | "emphasis";
  readonly lines: readonly Line[];
  readonly actions?: ActionArray;
};

/** A notice in a few lines: what has happened, and what can be done. */
export function noticeCard({
  language,
  title,
  lines,
  actions = [],
  ...parts
}: NoticeParts): IAdaptiveCard {
  return draw({
    lang: language,
    fallbackText: title,
    style: parts.style ?? "emphasis",
    icon: parts.icon,
    title,
    lines,
    actions,
  });
}

/** A refusal: what, why, who can put it right, each with its code; nothing has changed (house rule 11). Without a view people are named by their roles alone. */
export function refusalCard(
  problems: readonly Problem[],
  about: { readonly view: View } | { readonly language: Language },
  place: Place = "message",
): IAdaptiveCard {
  const language = "view" in about ? about.view.language : about.language;
  const all = problems.map((problem) => ({
    problem,
    words:
      "view" in about ? refusalWords(about.view, problem) : bareRefusalWords(language, problem),
  }));
  const [first] = all;
  const { cards } = textsOf(language);
  const lines = all.flatMap(({ problem, words }, index) => [
    ...(index === 0 ? [] : [line(strong(words.title))]),
    line(run(words.why)),
    ...faultLines(language, problem),
    line(strong(words.fix)),
    line(subtle(words.code)),
  ]);
  return noticeCard({
    language,
    title: first?.words.title ?? cards.product,
    icon: icon("Warning", "!", "Attention"),
    style: "attention",
    lines,
    actions: place === "dialog" ? [submitButton(cards.buttons.close, { verb: "closeDialog" })] : [],
  });
}

/** The fields of an E-FIELD where no form is at hand to show them beside. */
function faultLines(language: Language, problem: Problem): readonly Line[] {
  const { faults } = textsOf(language);
  const { number } = formatsOf(language);
  const words = faultsIn([problem]).map(({ fault, limit, actual }) =>
    faults[fault]({
      limit: limit === undefined ? "" : number(limit),
      actual: actual === undefined ? "" : number(actual),
    }),
  );
  return [...new Set(words)].slice(0, 10).map((text) => line(run(`• ${text}`)));
}

/** A fault of ours, with the reference that finds it in the log (house rule 15). */
export function errorCard(language: Language, reference: string): IAdaptiveCard {
  const { error } = textsOf(language).views;
  return noticeCard({
    language,
    title: error.title,
    icon: icon("Warning", "!", "Attention"),
    style: "attention",
    lines: [
      line(run(error.text)),
      line(run(error.help)),
      line(subtle(error.reference(shortened(oneLine(reference), 80)))),
    ],
  });
}

/** A short, helpful answer to a message nobody can make sense of; what was written is repeated, inert. */
export function unknownTextCard(language: Language, text: string): IAdaptiveCard {
  const { views, cards } = textsOf(language);
  const said = shortened(oneLine(text), 100);
  return noticeCard({
    language,
    title: views.notices.unknownEmpty,
    icon: icon("Question", "?", "Accent"),
    lines: [
      ...(said === "" ? [] : [line(run(views.notices.unknown(said)))]),
      line(run(views.notices.unknownHelp)),
    ],
    actions: [
      openButton(cards.buttons.how, { verb: "openHelp", topic: "how" }, { main: true }),
      openButton(cards.buttons.start, { verb: "newDialogue" }),
      openButton(cards.buttons.tasks, { verb: "openTasks" }),
    ],
  });
}

/** In the place of a card that Teams found too big: what it was, and the way to all of it (reliability.md F42). */
export function shortCard(
  language: Language,
  title: string,
  dialogueId: string | null,
): IAdaptiveCard {
  const { views, cards } = textsOf(language);
  const open =
    dialogueId === null
      ? openButton(cards.buttons.tasks, { verb: "openTasks" })
      : openButton(cards.buttons.openDialogue, { verb: "openDialogue", dialogueId });
  return noticeCard({
    language,
    title: shortened(title, 200),
    icon: icon("Info", "i"),
    lines: [line(run(views.notices.tooBigText))],
    actions: [open],
  });
}

/** What stands where the Översikt was, when it has been posted anew further down (decisions.md §2.2). */
export function pointerCard(language: Language): IAdaptiveCard {
  const { notices } = textsOf(language).views;
  return noticeCard({
    language,
    title: notices.moved,
    icon: icon("Info", "i"),
    lines: [line(run(notices.movedText))],
  });
}

/** Something that is no longer there: a dialogue removed, an example deleted. */
export function goneCard(language: Language, what: "dialogue" | "example"): IAdaptiveCard {
  const { notices } = textsOf(language).views;
  const example = what === "example";
  return noticeCard({
    language,
    title: example ? notices.exampleDeleted : notices.gone,
    icon: icon("Info", "i"),
    lines: [line(run(example ? notices.exampleDeletedText : notices.goneText))],
  });
}

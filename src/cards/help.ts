import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { FINAL_DECISION_WORDS, LADDER, type LadderLevel } from "../domain/ladder.ts";
import type { Role } from "../domain/roles.ts";
import type { Template } from "../domain/template.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
import { neutral } from "./drawable.ts";
import { header, icon, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { compileCard } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { Language, Place } from "./view.ts";

const draw = compileCard("help", layout);

export type HelpTopic = "how" | "ladder" | "roles";

/** Help on how it works, on delaktighetstrappan, or on who does what; each leads on to the others. */
export function helpCard(
  topic: HelpTopic,
  {
    language,
    template,
    place,
  }: { readonly language: Language; readonly template: Template; readonly place: Place },
): IAdaptiveCard {
  const actions = actionsOf(topic, language, place);
  switch (topic) {
    case "how":
      return howItWorks(language, template, actions);
    case "ladder":
      return ladder(language, actions);
    case "roles":
      return roles(language, template, actions);
  }
}

function howItWorks(language: Language, template: Template, actions: ActionArray): IAdaptiveCard {
  const { cards } = textsOf(language);
  const { help } = cards;
  const lanes = Object.values(template.lanes).map((lane) => lane[language]);
  return draw({
    lang: language,
    fallbackText: help.title,
    header: header(cards.product, help.title),
    banners: [],
    lines: [line(run(help.intro))],
    sections: [
      {
        heading: help.lanesTitle,
        rows: [
          row({
            icon: icon("TaskListLtr", "☑", "Accent"),
            runs: [run(help.lanes)],
            lines: [line(subtle(lanes.join(" · ")))],
          }),
        ],
      },
      {
        heading: help.lockTitle,
        rows: [row({ icon: icon("LockClosed", "🔒", "Accent"), runs: [run(help.lock)] })],
      },
      {
        heading: help.decisionsTitle,
        rows: [row({ icon: icon("Gavel", "§", "Accent"), runs: [run(help.decisions)] })],
      },
      {
        heading: help.commandsTitle,
        rows: help.commands.map(({ word, text }) =>
          row({ runs: [strong(word), run(` – ${text}`)] }),
        ),
      },
    ],
    notes: [line(subtle(help.inChannel))],
    actions,
  });
}

function ladder(language: Language, actions: ActionArray): IAdaptiveCard {
  const { cards } = textsOf(language);
  return draw({
    lang: language,
    fallbackText: cards.ladder.title,
    header: header(cards.product, cards.ladder.title),
    banners: [],
    lines: [line(run(cards.ladder.intro))],
    sections: [
      {
        heading: cards.ladder.levels,
        rows: [...LADDER]
          .toSorted((a, b) => b.step - a.step)
          .map((level) => levelRow(language, level)),
      },
    ],
    notes: [line(subtle(FINAL_DECISION_WORDS[language]))],
    actions,
  });
}

function levelRow(language: Language, level: LadderLevel): RowData {
  const { ladder: words } = textsOf(language).cards;
  const formats = formatsOf(language);
  const methods = formats.and(
    level.methods.map(({ label }) => label[language].toLocaleLowerCase("sv")),
  );
  const notes = [
    ...(level.step === 1 ? [words.notDialogue] : []),
    ...(level.boardOnly === true ? [words.boardOnly] : []),
  ];
  return row({
    runs: [strong(`${level.step}. ${level.name[language]}`)],
    lines: [
      line(
        run(
          `${level.character[language]}. ${words.citizensGet(level.citizensGet[language].toLocaleLowerCase("sv"))}.`,
        ),
      ),
      line(subtle(words.methods(methods))),
      ...(level.promise
        ? [line(run(`”${level.promise[language]}”`, { italic: true, size: "Small" }))]
        : []),
      ...notes.map((note) => line({ ...strong(note), size: "Small" })),
    ],
  });
}

/** Roles somebody is given; the one who started and the initiator come before them. */
const SHOWN: readonly Role[] = [
  "starter",
  "initiator",
  "steeringChair",
  "steeringMember",
  "departmentHead",
  "civilServant",
  "registrar",
  "communicator",
  "observer",
  "admin",
];

function roles(language: Language, template: Template, actions: ActionArray): IAdaptiveCard {
  const { cards } = textsOf(language);
  const words = cards.roles;
  const others = [words.board, words.citizens];
  return draw({
    lang: language,
    fallbackText: words.title,
    header: header(cards.product, words.title),
    banners: [],
    lines: [line(run(words.intro))],
    sections: [
      {
        heading: words.inBot,
        rows: SHOWN.map((role) =>
          roleRow(neutral(template.roles[role][language]), words.does[role]),
        ),
      },
      { heading: words.outside, rows: others.map(({ title, text }) => roleRow(title, text)) },
    ],
    notes: [],
    actions,
  });
}

function roleRow(title: string, text: string): RowData {
  return row({ runs: [strong(title)], lines: [line(run(text, { isSubtle: true }))] });
}

function actionsOf(topic: HelpTopic, language: Language, place: Place): ActionArray {
  const { buttons } = textsOf(language).cards;
  const button = place === "dialog" ? submitButton : openButton;
  const titles: { readonly [other in HelpTopic]: string } = {
    how: buttons.how,
    ladder: buttons.ladder,
    roles: buttons.roles,
  };
  const topics: readonly HelpTopic[] = ["how", "ladder", "roles"];
  const others = topics
    .filter((other) => other !== topic)
    .map((other) => button(titles[other], { verb: "openHelp", topic: other } satisfies Action));
  return place === "dialog"
    ? [submitButton(buttons.close, { verb: "closeDialog" }, { main: true }), ...others]
    : [
        openButton(buttons.start, { verb: "newDialogue" }, { main: true }),
        ...others,
        openButton(buttons.tasks, { verb: "openTasks" }),
      ];
}

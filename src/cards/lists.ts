import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { type NextAction, nextActions } from "../domain/next-actions.ts";
import { maySettle } from "../domain/decisions.ts";
import { rolesOf } from "../domain/permissions.ts";
import { currentStep } from "../domain/progress.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
import { insideDialog } from "./dialogue-card.ts";
import {
  badge,
  header,
  icon,
  type Line,
  line,
  type RowData,
  row,
  run,
  strong,
  subtle,
} from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle, shortTitle, stepTitle } from "./naming.ts";
import { nextTitle, openNext } from "./next-rows.ts";
import { compileCard } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { Language, Place, View } from "./view.ts";

const draw = compileCard("list", layout);

/** Rows on one card; more are on the next page of the dialog (reliability.md F52). */
const MOST_ROWS = 10;

type ListParts = {
  readonly language: Language;
  readonly place: Place;
  readonly title: string;
  readonly rows: readonly RowData[];
  readonly page: number;
  readonly some: string;
  readonly none: readonly [string, string];
  readonly more: (page: number) => Action;
  readonly actions: ActionArray;
};

function listCard({ language, place, title, rows, page, ...parts }: ListParts): IAdaptiveCard {
  const { cards, views } = textsOf(language);
  const pages = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  const number = Math.min(page, pages - 1);
  const slice = rows.slice(number * MOST_ROWS, (number + 1) * MOST_ROWS);
  const button = place === "dialog" ? submitButton : openButton;
  const paging: ActionArray = [
    ...(number + 1 < pages ? [button(cards.buttons.next, parts.more(number + 1))] : []),
    ...(number > 0 ? [button(cards.buttons.previous, parts.more(number - 1))] : []),
  ];
  const empty = rows.length === 0;
  const shown = views.step.shown(
    number * MOST_ROWS + 1,
    number * MOST_ROWS + slice.length,
    rows.length,
  );
  return draw({
    lang: language,
    fallbackText: empty ? `${title}: ${parts.none[0]}` : title,
    header: header(
      cards.product,
      title,
      empty ? undefined : badge(formatsOf(language).number(rows.length)),
    ),
    banners: [],
    lines: linesFor(empty, parts),
    sections: empty
      ? []
      : [
          {
            heading: parts.some,
            rows: place === "dialog" ? slice.map(insideDialog) : slice,
          },
        ],
    notes: pages > 1 ? [line(subtle(shown))] : [],
    actions: [...paging, ...parts.actions],
  });
}

function linesFor(empty: boolean, { none }: Pick<ListParts, "none">): readonly Line[] {
  return empty ? [line(strong(none[0])), line(run(none[1], { isSubtle: true }))] : [];
}

/** Choose a dialogue: those of a channel, or those the viewer has a part in. Never an example (decisions.md §2.4). */
export function dialogueListCard(
  views: readonly View[],
  {
    language,
    place,
    page = 0,
  }: { readonly language: Language; readonly place: Place; readonly page?: number },
): IAdaptiveCard {
  const texts = textsOf(language);
  const { buttons } = texts.cards;
  return listCard({
    language,
    place,
    title: texts.views.dialogues.title,
    rows: views.map((view) => dialogueRow({ ...view, language })),
    page,
    some: texts.views.dialogues.intro,
    none: [texts.views.dialogues.none, texts.views.dialogues.noneHelp],
    more: (number) => ({ verb: "openDialogues", page: number }),
    actions:
      place === "dialog"
        ? [submitButton(buttons.close, { verb: "closeDialog" })]
        : [
            openButton(buttons.start, { verb: "newDialogue" }),
            openButton(buttons.how, { verb: "openHelp", topic: "how" }),
          ],
  });
}

function dialogueRow(view: View): RowData {
  const step = currentStep(view.state, view.template);
  return row({
    icon: icon("PeopleTeam", "•", "Accent"),
    runs: [strong(dialogueTitle(view))],
    lines: [line(subtle(stepTitle(view, step)))],
    open: openButton(shortTitle(view), { verb: "openDialogue", dialogueId: view.state.id }),
    leadsOn: true,
  });
}

/** What waits for one person across their dialogues, most pressing first; a designed nothing when nothing does. */
export function tasksCard(
  views: readonly View[],
  {
    language,
    place,
    page = 0,
  }: { readonly language: Language; readonly place: Place; readonly page?: number },
): IAdaptiveCard {
  const texts = textsOf(language);
  const words = texts.views.tasks;
  const { buttons } = texts.cards;
  const rows = views.flatMap((view) =>
    tasksOf(view).map((action) => taskRow({ ...view, language }, action)),
  );
  return listCard({
    language,
    place,
    title: words.title,
    rows,
    page,
    some: words.some,
    none:
      views.length === 0
        ? [words.noDialogues, texts.views.dialogues.noneHelp]
        : [words.none, words.noneHelp],
    more: (number) => ({ verb: "openTasks", page: number }),
    actions:
      place === "dialog"
        ? [submitButton(buttons.close, { verb: "closeDialog" })]
        : [
            openButton(buttons.dialogues, { verb: "openDialogues" }),
            openButton(buttons.how, { verb: "openHelp", topic: "how" }),
          ],
  });
}

/** What the dialogue waits for that its viewer can do. */
function tasksOf({ state, template, directory, viewer }: View): readonly NextAction[] {
  if (viewer === undefined) return [];
  const held = rolesOf(state, viewer, directory);
  return nextActions(state, template).filter((action) => {
    if (action.what !== "confirmDecision") return action.roles.some((role) => held.has(role));
    const decision = state.decisions.find(({ id }) => id === action.decisionId);
    return decision !== undefined && maySettle(state, decision, viewer, { directory });
  });
}

function taskRow(view: View, action: NextAction): RowData {
  const title = nextTitle(view, action);
  return row({
    icon: icon("ArrowCircleRight", "➜", "Accent"),
    runs: [strong(title)],
    lines: [line(subtle(shortTitle(view)))],
    open: openNext(view, action, title),
    leadsOn: true,
  });
}

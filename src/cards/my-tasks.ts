import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { maySettle } from "../domain/decisions.ts";
import { type NextAction, nextActions } from "../domain/next-actions.ts";
import { isInvited } from "../domain/evaluation/internal-answer.ts";
import { rolesOf } from "../domain/permissions.ts";
import { positionOf, waitsFor } from "../domain/position-state.ts";
import { actsAsChair } from "../domain/seats.ts";
import { openTasks } from "../domain/task.ts";
import { isWorkedOn } from "../domain/task-rights.ts";
import { type LocalDate, localDateOf } from "../domain/time.ts";
import { openButton, submitButton } from "./actions.ts";
import { badge, icon, line, type RowData, row, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { listCard } from "./list-card.ts";
import { shortTitle } from "./naming.ts";
import { undeliveredRows } from "./undelivered-row.ts";
import { nextTitle, openNext } from "./next-rows.ts";
import { byDue, isMine, sentence, TIME_SECTIONS, taskRow, timeSection } from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, Place, View } from "./view.ts";

type Waiting = { readonly due?: LocalDate; readonly row: RowData };

/**
 * Everything that waits for one person across their dialogues: their tasks, also those of a role they hold, and what each
 * dialogue waits for from them; late first, then this week's, then the rest. A designed nothing when nothing does.
 */
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
  const [now] = views;
  const waiting = byDue(views.flatMap((view) => waitingFor({ ...view, language })));
  const rows = TIME_SECTIONS.flatMap((section) =>
    waiting
      .filter(({ due }) => now !== undefined && timeSection(now, due) === section)
      .map((one) => ({ heading: texts.tasks.list[section], row: one.row })),
  );
  return listCard({
    language,
    place,
    title: words.title,
    rows,
    page,
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

/** What one dialogue waits for from its viewer. */
function waitingFor(view: View): readonly Waiting[] {
  const lost = undeliveredRows(view).map((one): Waiting => ({ row: one }));
  const next = nextOf(view).map((action): Waiting => {
    const due = dueOf(view, action);
    return { ...(due === undefined ? {} : { due }), row: nextRow(view, action, due) };
  });
  if (!isWorkedOn(view.state)) return [...lost, ...next];
  const tasks = openTasks(view.state)
    .filter((task) => isMine(view, task))
    .map(
      (task): Waiting => ({
        ...(task.due === undefined ? {} : { due: task.due }),
        row: taskRow(view, task, {
          owner: false,
          stands: true,
          more: [line(subtle(shortTitle(view)))],
        }),
      }),
    );
  return [...lost, ...next, ...tasks];
}

/** What the dialogue waits for that its viewer can do. */
function nextOf({ state, template, directory, viewer, hasAnswered }: View): readonly NextAction[] {
  if (viewer === undefined) return [];
  const held = rolesOf(state, viewer, directory);
  return nextActions(state, template, directory).filter((action) => {
    if (action.what === "answerEvaluation")
      return isInvited(state, viewer, directory) && hasAnswered === false;
    if (action.what === "answerPosition") {
      const position = positionOf(state, action.positionId);
      return position !== undefined && waitsFor(state, position, viewer, directory);
    }
    if (
      action.what === "closePosition" &&
      actsAsChair(state, positionOf(state, action.positionId), viewer, directory)
    )
      return true;
    if (action.what !== "confirmDecision") return action.roles.some((role) => held.has(role));
    const decision = state.decisions.find(({ id }) => id === action.decisionId);
    return decision !== undefined && maySettle(state, decision, viewer, { directory });
  });
}

/** The deadline that doing the item meets, where there is one (process.md §13.3). */
const DEADLINE_OF: { readonly [itemId: string]: string } = {
  "plan.appoint": "D01",
  "plan.kickoff": "D02",
  "plan.feedback-method": "D03",
  "plan.proposal": "D04",
  "event.invite": "D06",
  "compile.report": "D10",
  "feedback.heard": "D11",
  "feedback.decision": "D14",
  "eval.meeting": "D16",
  "eval.report": "D17",
};

function dueOf(view: View, action: NextAction): LocalDate | undefined {
  if (action.what === "answerPosition") {
    const closes = positionOf(view.state, action.positionId)?.closesAt;
    return closes === undefined ? undefined : localDateOf(closes);
  }
  if (action.what === "answerEvaluation") return view.state.internalRound?.closesOn;
  const code = action.what === "item" ? DEADLINE_OF[action.itemId] : undefined;
  if (code === undefined) return undefined;
  const all = deadlinesOf(view.state, view.template, view.calendar);
  return all.find((one) => one.code === code && one.doneOn === undefined)?.due;
}

function nextRow(view: View, action: NextAction, due: LocalDate | undefined): RowData {
  const title = nextTitle(view, action);
  return row({
    icon: icon("ArrowCircleRight", "➜", "Accent"),
    runs: [strong(title)],
    lines: [...whenLines(view, due), line(subtle(shortTitle(view)))],
    ...(due === undefined ? {} : { badge: dueBadge(view, due) }),
    open: openNext(view, action, title),
    leadsOn: due === undefined,
  });
}

function whenLines(view: View, due: LocalDate | undefined) {
  if (due === undefined) return [];
  const { when } = textsOf(view.language).tasks;
  const day = formatsOf(view.language).date(due);
  return [line(subtle(sentence(isLate(view, due) ? when.was(day) : when.due(day))))];
}

function dueBadge(view: View, due: LocalDate) {
  const { when } = textsOf(view.language).tasks;
  return isLate(view, due)
    ? badge(when.badgeLate, "Attention", "Warning")
    : badge(when.badgeDue(formatsOf(view.language).day(due)), "Informative", "Clock");
}

function isLate({ now }: View, due: LocalDate): boolean {
  return localDateOf(now) > due;
}

import type { ActionArray, ISubmitAction } from "@microsoft/teams.cards";
import { matterOfDraft } from "../domain/decision-matters.ts";
import { type NextAction, nextActions } from "../domain/next-actions.ts";
import { isExample } from "../domain/permissions.ts";
import { currentStep } from "../domain/progress.ts";
import { findItem } from "../domain/template.ts";
import { executeButton, openButton } from "./actions.ts";
import { neutral } from "./drawable.ts";
import { icon, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { itemTitle, namingOf, personName } from "./naming.ts";
import { positionButton, positionOpening, positionTitle } from "./positions/position-next.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** More than this is for the step's own card. */
const MOST_NEXT = 3;

/** What the dialogue waits for, the most pressing first and by whom. */
export function nextRows(view: View): readonly RowData[] {
  const actions = nextActions(view.state, view.template, view.directory).slice(0, MOST_NEXT);
  return actions.map((action, index) => nextRow(view, action, index === 0));
}

/** One thing that waits, with who can do it; the row opens where it is done. */
export function nextRow(view: View, action: NextAction, isFirst: boolean): RowData {
  const title = nextTitle(view, action);
  const { overview, next } = textsOf(view.language).views;
  const naming = namingOf(view);
  const missing =
    action.what === "register" && action.missing.length > 0
      ? [line(subtle(next.registerMissing(naming.labels(action.missing))))]
      : [];
  return row({
    icon: isFirst
      ? icon("ArrowCircleRight", "➜", "Accent", "Filled")
      : icon("Circle", "○", "Default"),
    runs: [isFirst ? strong(title) : run(title)],
    lines: [line(subtle(overview.nextBy(whoCan(view, action)))), ...missing],
    open: openNext(view, action, title),
  });
}

function whoCan(view: View, action: NextAction): string {
  if (action.what === "answerEvaluation") return textsOf(view.language).internalEvaluation.next.by;
  return namingOf(view).who(...action.roles);
}

export function nextTitle(view: View, action: NextAction): string {
  const { next } = textsOf(view.language).views;
  switch (action.what) {
    case "confirmInitiator":
      return next.confirmInitiator;
    case "register":
      return next.register;
    case "confirmDecision":
      return next.confirmDecision;
    case "answerPosition":
    case "closePosition":
    case "reopenPosition":
    case "askPosition":
    case "overrideGate":
      return positionTitle(view, action);
    case "handOverTasks": {
      const { handOver } = textsOf(view.language).tasks.next;
      return handOver(neutral(personName(view, action.person)));
    }
    case "answerEvaluation":
      return textsOf(view.language).internalEvaluation.next.title;
    case "diary":
      return textsOf(view.language).time.diary.next;
    case "item": {
      const found = findItem(view.template, action.itemId);
      return found ? itemTitle(view, found.item) : action.itemId;
    }
  }
}

/** Where what waits is done: what a 1:1 card asks can be done from here too (decisions.md §4.2). */
export function openNext(view: View, action: NextAction, title: string): ISubmitAction {
  const dialogueId = view.state.id;
  switch (action.what) {
    case "confirmInitiator":
      return openButton(title, { verb: "openInitiator", dialogueId });
    case "register":
      return openButton(title, { verb: "openRegister", dialogueId });
    case "confirmDecision":
      return openButton(title, {
        verb: "openDecision",
        dialogueId,
        decisionId: action.decisionId,
      });
    case "answerPosition":
    case "closePosition":
    case "reopenPosition":
    case "askPosition":
    case "overrideGate":
      return openButton(title, positionOpening(view, action));
    case "handOverTasks":
      return openButton(title, { verb: "openHandOverTasks", dialogueId, person: action.person });
    case "answerEvaluation":
      return openButton(title, { verb: "openEvaluation", dialogueId });
    case "diary":
      return openButton(title, { verb: "openDiary", dialogueId });
    case "item": {
      const matter = matterOfDraft(action.itemId);
      if (matter !== undefined)
        return openButton(title, { verb: "openMatter", dialogueId, matter });
      return action.stepId === "triage"
        ? openButton(title, { verb: "openTriage", dialogueId })
        : openButton(title, { verb: "openItem", dialogueId, itemId: action.itemId });
    }
  }
}

/** The overview's buttons, the one for the next action first. */
export function overviewButtons(view: View): ActionArray {
  const { state, template, language } = view;
  const { buttons } = textsOf(language).cards;
  const dialogueId = state.id;
  const next = nextActions(state, template, view.directory)[0];
  const step = currentStep(state, template);
  const deleting = isExample(state)
    ? [executeButton(buttons.deleteExample, { verb: "deleteExample", dialogueId })]
    : [];
  const help = openButton(buttons.how, { verb: "openHelp", topic: "how" });
  if (state.status === "withdrawn") return [help, ...deleting];
  const main = next
    ? { ...openNext(view, next, mainTitle(view, next)), style: "positive" as const }
    : undefined;
  const steps = openButton(buttons.openStep(step.order), {
    verb: "openStep",
    dialogueId,
    stepId: step.id,
  });
  return [
    ...(main ? [main] : []),
    ...(main?.title === steps.title ? [] : [steps]),
    openButton(buttons.openDialogue, { verb: "openDialogue", dialogueId }),
    openButton(buttons.tasks, { verb: "openTasks" }),
    help,
    ...deleting,
  ];
}

/** Short enough for a button. */
function mainTitle(view: View, action: NextAction): string {
  const { cards, views } = textsOf(view.language);
  switch (action.what) {
    case "confirmInitiator":
      return views.next.confirmInitiator;
    case "register":
      return cards.buttons.register;
    case "confirmDecision":
      return cards.buttons.confirmDecision;
    case "answerPosition":
    case "closePosition":
    case "reopenPosition":
    case "askPosition":
    case "overrideGate":
      return positionButton(view, action);
    case "handOverTasks":
      return textsOf(view.language).tasks.next.button;
    case "answerEvaluation":
      return textsOf(view.language).internalEvaluation.buttons.answer;
    case "diary":
      return textsOf(view.language).time.diary.open;
    case "item":
      if (action.itemId === "plan.appoint") return cards.buttons.appoint;
      return action.stepId === "triage" ? cards.buttons.openStep(0) : cards.buttons.fillIn;
  }
}

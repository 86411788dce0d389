import type { ActionArray } from "@microsoft/teams.cards";
import { firstClosed } from "../domain/gates.ts";
import { startDecision } from "../domain/permissions.ts";
import { mayAddTask } from "../domain/task-rights.ts";
import type { Step } from "../domain/template.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
import { checkpointButtons } from "./positions/position-next.ts";
import { addTaskButton } from "./step-tasks.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const MOST_ACTIONS = 6;

/** The buttons of the step's card in the thread. */
export function messageActions(view: View, step: Step): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const dialogueId = view.state.id;
  const positions = checkpointButtons(view, step, openButton);
  const first = [
    ...(mayRegister(view, step)
      ? [openButton(buttons.register, { verb: "openRegister", dialogueId }, { main: true })]
      : []),
    ...positions.filter(({ style }) => style === "positive"),
  ];
  const open = openButton(
    buttons.openStep(step.order),
    { verb: "openStep", dialogueId, stepId: step.id },
    { main: first.length === 0 },
  );
  const topic = step.id === "purpose-and-influence" ? "ladder" : "how";
  const help = openButton(topic === "ladder" ? buttons.ladder : buttons.how, {
    verb: "openHelp",
    topic,
  });
  const plan =
    (step.id === "planning" || step.id === "checkpoint") && view.state.gates.G4a !== undefined
      ? [openButton(textsOf(view.language).planPages.read, { verb: "openPlan", dialogueId })]
      : [];
  const add = addTaskButton(view, step, openButton);
  const others = positions.filter(({ style }) => style !== "positive");
  return [...first, open, ...others, ...plan, ...add, help].slice(0, MOST_ACTIONS);
}

function mayRegister({ state, template }: View, step: Step): boolean {
  return (
    step.id === "decide-dialogue" &&
    startDecision(state) === undefined &&
    !state.decisions.some(({ status }) => status === "registered") &&
    firstClosed(state, step.id, template) === undefined
  );
}

/** The buttons of a page of the step inside a dialog. */
export function dialogActions(
  view: View,
  step: Step,
  { page, pages }: { readonly page: number; readonly pages: number },
): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const dialogueId = view.state.id;
  const show = (other: number): Action => ({
    verb: "openStep",
    dialogueId,
    stepId: step.id,
    page: other,
  });
  return [
    ...(mayRegister(view, step)
      ? [submitButton(buttons.register, { verb: "openRegister", dialogueId }, { main: true })]
      : []),
    ...checkpointButtons(view, step, submitButton),
    ...(mayAddTask(view.state, view.viewer ?? "", view)
      ? addTaskButton(view, step, submitButton)
      : []),
    ...(page + 1 < pages ? [submitButton(buttons.next, show(page + 1))] : []),
    ...(page > 0 ? [submitButton(buttons.previous, show(page - 1))] : []),
    submitButton(buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    submitButton(buttons.close, { verb: "closeDialog" }),
  ];
}

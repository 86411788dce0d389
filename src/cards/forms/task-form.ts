import type { CardElementArray, IAdaptiveCard, IChoice } from "@microsoft/teams.cards";
import type { TaskId } from "../../domain/task.ts";
import { LINK, NOTE, placeOf, TITLE } from "../../domain/task-fields.ts";
import { adders, isWorkedOn, mayAddTask } from "../../domain/task-rights.ts";
import { findItem } from "../../domain/template.ts";
import type { Problem } from "../../domain/rejection.ts";
import { submitButton } from "../actions.ts";
import { neutral, shortened } from "../drawable.ts";
import { itemTitle, shortTitle, stepTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import type { Told } from "./faults.ts";
import { NO_CHOICE } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { inputId } from "../input-ids.ts";
import { TASK } from "../../domain/task-fields.ts";
import { choiceInput, dueInputs, ownerInput, taskInput } from "./task-inputs.ts";

/** Characters of an item's words in the list of what the task belongs to. */
const MOST_ABOUT = 90;

/**
 * Asks what is to be done, by whom and by when. `newId` becomes the task's id, so that sending it twice makes one task.
 * `about` is the step or item it was opened from. Who may not add a task is told so before they have written anything.
 */
export function newTaskForm(
  view: View,
  newId: TaskId,
  about: string | undefined,
  told: Told = {},
): IAdaptiveCard {
  const { tasks, forms, cards } = textsOf(view.language);
  const problem = whyNot(view);
  const back = submitButton(cards.buttons.toDialogue, {
    verb: "openDialogue",
    dialogueId: view.state.id,
  });
  if (problem)
    return formCard(view, {
      kicker: shortTitle(view),
      title: tasks.form.title,
      told: { problems: [...(told.problems ?? []), problem].slice(0, 1) },
      fields: [],
      notes: [tasks.form.mayNot],
      actions: [back, submitButton(cards.buttons.close, { verb: "closeDialog" })],
    });
  const around = about === undefined ? {} : { about };
  return formCard(view, {
    kicker: kickerOf(view, about),
    title: tasks.form.title,
    told,
    fields: inputsOf(view, about, told),
    notes: [forms.privacy],
    actions: [
      submitButton(
        tasks.buttons.save,
        { verb: "addTask", dialogueId: view.state.id, taskId: newId, ...around },
        { main: true },
      ),
      back,
    ],
  });
}

function whyNot({ state, viewer, directory }: View): Problem | undefined {
  if (!isWorkedOn(state)) return { code: "E-NOT-ACTIVE", status: state.status };
  if (viewer !== undefined && mayAddTask(state, viewer, { directory })) return undefined;
  return { code: "E-FORBIDDEN", who: adders(state).slice(-4) };
}

function kickerOf(view: View, about: string | undefined): string {
  const { stepId } = placeOf(about ?? "", view.template) ?? {};
  const step = view.template.steps.find(({ id }) => id === stepId);
  return step ? `${shortTitle(view)} · ${stepTitle(view, step)}` : shortTitle(view);
}

function inputsOf(view: View, about: string | undefined, told: Told): CardElementArray {
  const words = textsOf(view.language).tasks.form;
  const chosen = told.inputs?.[inputId(TASK, "about")] ?? about ?? NO_CHOICE;
  return [
    ...taskInput(view, TITLE, { label: words.what, hints: [words.whatHint], required: true }, told),
    ...ownerInput(view, { label: words.who, hints: [words.whoHint] }, told),
    ...dueInputs(
      view,
      { when: words.when, other: { label: words.otherDate, hints: [words.otherDateHint] } },
      told,
    ),
    ...taskInput(view, NOTE, { label: words.note, hints: [words.noteHint] }, told),
    // A task's link has no version: whoever gets it reads what is there.
    ...taskInput(view, LINK, { label: words.link }, told).filter(
      (one) => !("id" in one) || one.id !== inputId(TASK, LINK.name, "version"),
    ),
    choiceInput(view, { name: "about", label: words.about, value: chosen }, places(view, about)),
  ];
}

/** The dialogue and its steps, or the step it was opened from and its items. */
function places(view: View, about: string | undefined): readonly IChoice[] {
  const words = textsOf(view.language).tasks.form;
  const whole = { title: words.wholeDialogue, value: NO_CHOICE };
  const stepId = placeOf(about ?? "", view.template)?.stepId;
  const step = view.template.steps.find(({ id }) => id === stepId);
  if (!step)
    return [
      whole,
      ...view.template.steps.map((one) => ({ title: stepTitle(view, one), value: one.id })),
    ];
  const items = step.items
    .filter(({ each, id }) => each === undefined && findItem(view.template, id) !== undefined)
    .map((item) => ({
      title: shortened(neutral(itemTitle(view, item)), MOST_ABOUT),
      value: item.id,
    }));
  return [{ title: words.wholeStep(stepTitle(view, step)), value: step.id }, ...items, whole];
}

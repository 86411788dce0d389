import type { IExecuteAction, ISubmitAction } from "@microsoft/teams.cards";
import type { z } from "zod";
import { ActionData } from "./action-shapes.ts";
import { isInputId } from "./input-ids.ts";
import { SURVEY_FORMS } from "./survey/survey-verbs.ts";
import { POSITION_FORMS } from "./positions/position-verbs.ts";

type ActionData = z.infer<typeof ActionData>;

type WithoutMark<T> = T extends unknown ? Omit<T, "dl"> : never;
/** What a button asks for: a verb and ids, nothing else (house rule 8). */
export type Action = WithoutMark<ActionData>;
export type Verb = Action["verb"];
export type ActionOf<V extends Verb> = Extract<Action, { verb: V }>;

/** What was pressed, and what stood in the card's inputs by their ids; nothing in them has been checked but that they are text. */
export type Pressed = {
  readonly action: Action;
  readonly inputs: { readonly [inputId: string]: string };
};

/** Looks beside what is pressed; Teams shows no more than that, so words never rely on it. */
export type ButtonLook = { readonly main?: boolean; readonly tooltip?: string };

/** Acts at once and answers with a card; an old client sends the same data as a message instead (decisions.md §5.1). */
export function executeButton(
  title: string,
  action: Action,
  look: ButtonLook = {},
): IExecuteAction {
  const data = dataOf(action);
  return {
    type: "Action.Execute",
    title,
    verb: action.verb,
    data,
    ...styled(look),
    fallback: { type: "Action.Submit", title, data, ...styled(look) },
  };
}

/** Opens a dialog, which in Teams only this kind of button can (decisions.md §5.1). */
export function openButton(title: string, action: Action, look: ButtonLook = {}): ISubmitAction {
  return {
    type: "Action.Submit",
    title,
    data: { ...dataOf(action), msteams: { type: "task/fetch" } },
    associatedInputs: "none",
    ...styled(look),
  };
}

/** A button inside a dialog. One that only shows another page leaves the inputs where they are, unread and unchecked. */
export function submitButton(title: string, action: Action, look: ButtonLook = {}): ISubmitAction {
  return {
    type: "Action.Submit",
    title,
    data: dataOf(action),
    ...(READS_INPUTS.has(action.verb) ? {} : { associatedInputs: "none" as const }),
    ...styled(look),
  };
}

/** Whether a button with this verb sends what stands in the page's inputs. */
export function readsInputs(verb: Verb): boolean {
  return READS_INPUTS.has(verb);
}

const READS_INPUTS: ReadonlySet<Verb> = new Set<Verb>([
  "moveOccasion",
  "cancelOccasion",
  "registerRecord",
  "searchLessons",
  "takeLesson",
  "declineLesson",
  "settleLesson",
  "saveNewDialogue",
  "saveTriage",
  "saveItem",
  "saveRegister",
  "putRow",
  "sendBackDecision",
  "orderLifecycle",
  "saveCorrection",
  "addTask",
  "handOverTask",
  "moveTask",
  "cancelTask",
  "moveTasks",
  "handOverTasks",
  ...POSITION_FORMS,
  ...SURVEY_FORMS,
  "snoozeReminders",
  "answerEvaluation",
  "giveRole",
  "recordAbsence",
]);

/** The action in the data of a pressed button; undefined for anything we did not draw ourselves: unknown verb, extra or malformed ids. */
export function readAction(data: unknown): Action | undefined {
  return readPressed(data)?.action;
}

/** The action and the inputs sent with it. Inputs are told from ids by their names; all other keys must be the action's own. */
export function readPressed(data: unknown): Pressed | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const inputs: [string, string][] = [];
  const rest: [string, unknown][] = [];
  for (const [key, value] of Object.entries(data)) {
    if (isInputId(key)) inputs.push([key, inputText(value)]);
    // Added by Teams itself, or what made the button open a dialog.
    else if (key !== "msteams" && !(key === "type" && value === "task/fetch"))
      rest.push([key, value]);
  }
  const parsed = ActionData.safeParse(Object.fromEntries(rest));
  if (!parsed.success || inputs.length > MOST_INPUTS) return undefined;
  const { dl: _mark, ...action } = parsed.data;
  return { action: action as Action, inputs: Object.fromEntries(inputs) };
}
const MOST_INPUTS = 60;

function inputText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function dataOf(action: Action): { [key: string]: unknown } {
  return { dl: 1, ...action };
}

function styled({ main, tooltip }: ButtonLook) {
  return {
    ...(main ? { style: "positive" as const } : {}),
    ...(tooltip ? { tooltip } : {}),
  };
}

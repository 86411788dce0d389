import type { IExecuteAction, ISubmitAction } from "@microsoft/teams.cards";
import { z } from "zod";
import type { StepId } from "../domain/template.ts";
import { isInputId } from "./input-ids.ts";

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/u);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/u);
const count = z.int().min(0).max(1_000_000);
const page = count.optional();
const STEP_IDS = [
  "triage",
  "identify-issue",
  "purpose-and-influence",
  "decide-dialogue",
  "planning",
  "checkpoint",
  "conduct-dialogue",
  "compile-results",
  "final-decision",
  "feedback-to-citizens",
  "evaluate-and-learn",
  "follow-up",
] as const satisfies readonly StepId[];

const dialogueId = id;
const aRow = { dialogueId, itemId: id, field: name, rowId: id };
const asked = z.array(z.string().max(220).refine(isInputId)).max(40);
/** What a page of fields was drawn from: each item's revision, and the inputs that were on it (an empty one may be left out by the client). */
const aPage = {
  dialogueId,
  page: count,
  revisions: z.record(id, count),
  asked,
  after: z.enum(["next", "close", "step"]),
};
const pressed = <Verb extends string, Ids extends z.ZodRawShape>(verb: Verb, ids: Ids) =>
  z.strictObject({ dl: z.literal(1), verb: z.literal(verb), ...ids });

const ActionData = z.discriminatedUnion("verb", [
  // Open a dialog; inside a dialog the same verbs show that page.
  pressed("newDialogue", {}),
  pressed("openTriage", { dialogueId, page }),
  pressed("openStep", { dialogueId, stepId: z.enum(STEP_IDS), page }),
  pressed("openItem", { dialogueId, itemId: id, page, row: page }),
  pressed("openRow", { ...aRow, page, back: page }),
  pressed("openRegister", { dialogueId, page }),
  pressed("openSendBack", { dialogueId, decisionId: id }),
  pressed("openInitiator", { dialogueId }),
  pressed("openDecision", { dialogueId, decisionId: id }),
  pressed("openDialogue", { dialogueId }),
  pressed("openDialogues", { page }),
  pressed("openTasks", { page }),
  pressed("openHelp", { topic: z.enum(["how", "ladder", "roles"]) }),
  // Act at once.
  pressed("startExample", { dialogueId }),
  pressed("deleteExample", { dialogueId }),
  pressed("playRole", { dialogueId, person: id }),
  pressed("confirmInitiator", { dialogueId }),
  pressed("confirmDecision", { dialogueId, decisionId: id }),
  pressed("withdrawDialogue", { dialogueId }),
  // Inside a dialog only.
  pressed("saveNewDialogue", { dialogueId, asked }),
  pressed("saveTriage", aPage),
  pressed("saveItem", { ...aPage, itemId: id }),
  pressed("saveRegister", aPage),
  pressed("putRow", {
    ...aRow,
    page,
    revision: count,
    asked,
    after: z.enum(["rows", "another", "next", "done"]),
    back: page,
  }),
  pressed("removeRow", { ...aRow, back: page }),
  pressed("fixItem", { dialogueId, itemId: id, revision: count }),
  pressed("registerDecision", { dialogueId, decisionId: id }),
  pressed("sendBackDecision", { dialogueId, decisionId: id }),
  pressed("closeDialog", {}),
]);
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

const READS_INPUTS: ReadonlySet<Verb> = new Set<Verb>([
  "saveNewDialogue",
  "saveTriage",
  "saveItem",
  "saveRegister",
  "putRow",
  "sendBackDecision",
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

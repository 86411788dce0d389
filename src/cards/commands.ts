import type { Command, Home } from "../domain/dialogue.ts";
import type { Action, ActionOf, Pressed, Verb } from "./actions.ts";
import { isEvaluationAction } from "./evaluation/evaluation-verbs.ts";
import { isNoRow, type PersonOf, readItemInputs, readRowInputs } from "./forms/read-inputs.ts";
import { FORM_ITSELF, inputId } from "./input-ids.ts";
import { lessonCommands } from "./lessons/lesson-commands.ts";
import { amongVerbs } from "./among-verbs.ts";
import { isLessonOpening, isLessonOrdering } from "./lessons/lesson-verbs.ts";
import { recordCommandOf } from "./record-commands.ts";
import { isRecordOpening, isRecordOrdering } from "./record-verbs.ts";
import { taskCommandOf } from "./task-commands.ts";
import { isTaskOpening, isTaskOrdering } from "./task-verbs.ts";
import { positionCommands } from "./positions/position-commands.ts";
import { isPositionOpening, isPositionOrdering } from "./positions/position-verbs.ts";
import { roleCommand } from "./role-commands.ts";
import { isRoleOpening, isRoleOrdering } from "./role-verbs.ts";
import { readSnooze } from "./snooze-inputs.ts";
import { isSurveyAction } from "./survey/survey-verbs.ts";
import { timeCommand } from "./time-commands.ts";
import { isTimeOpening, isTimeOrdering } from "./time-verbs.ts";
import type { Language, View } from "./view.ts";

/**
 * The orders a pressed button gives on its dialogue; none for one that only shows something, or saves nothing. `view` is
 * the dialogue as it stands, of which only ids and kept words are used: every right and value is checked by the domain.
 */
export function commandsOf(
  view: Pick<View, "state" | "template" | "language">,
  { action, inputs }: Pressed,
  personOf?: PersonOf,
): readonly Command[] {
  if (isLessonOrdering(action)) return lessonCommands(action, inputs, personOf);
  if (isTaskOrdering(action)) return [taskCommandOf(action, inputs, personOf)];
  if (isPositionOrdering(action)) return positionCommands({ action, inputs }, personOf);
  if (isPositionOpening(action) || isTimeOpening(action) || isLessonOpening(action)) return [];
  if (isTimeOrdering(action)) return [timeCommand(action, inputs)];
  if (isTaskOpening(action) || isRecordOpening(action) || isEvaluationAction(action)) return [];
  if (isSurveyAction(action) || isRoleOpening(action)) return [];
  if (isRoleOrdering(action)) return [roleCommand(action, inputs, personOf)];
  if (isRecordOrdering(action)) return [recordCommandOf(action, inputs)];
  if (onlyShows(action)) return [];
  switch (action.verb) {
    case "confirmInitiator":
      return [{ type: "ConfirmInitiator" }];
    case "withdrawDialogue":
      return [{ type: "WithdrawDialogue" }];
    case "playRole":
      return [{ type: "PlayRole", person: action.person }];
    case "confirmDecision":
      return [{ type: "ConfirmDecision", decisionId: action.decisionId }];
    case "registerDecision":
      return [{ type: "RegisterDecision", decisionId: action.decisionId, matter: "start" }];
    case "sendBackDecision": {
      const reason = inputs[SEND_BACK_REASON] ?? "";
      return [{ type: "SendBackDecision", decisionId: action.decisionId, reason }];
    }
    case "snoozeReminders":
      return [{ type: "SnoozeReminders", ...readSnooze(inputs) }];
    case "fixItem":
      return [{ type: "FixItem", itemId: action.itemId, revision: action.revision }];
    case "saveItem":
    case "saveTriage":
    case "saveRegister":
      return recordItems(view, action, inputs, personOf);
    case "putRow":
      return putRow(view, action, inputs, personOf);
    case "removeRow": {
      const { itemId, field, rowId } = action;
      return [{ type: "RemoveRow", itemId, field, rowId }];
    }
  }
}

/** What gives no order on a dialogue there is: it shows something, or belongs to a page of its own. */
const SHOWING = [
  "newDialogue",
  "saveNewDialogue",
  "startExample",
  "deleteExample",
  "moveDialogue",
  "openTriage",
  "openStep",
  "openItem",
  "openRow",
  "openRegister",
  "openSendBack",
  "openInitiator",
  "openDecision",
  "openDialogue",
  "openTimeline",
  "openPlan",
  "openMap",
  "openText",
  "openResults",
  "openEvaluationReport",
  "openPromises",
  "openReminders",
  "openUndelivered",
  "openSnooze",
  "sendAgain",
  "openDialogues",
  "openTasks",
  "openHelp",
  "closeDialog",
] as const satisfies readonly Verb[];

const onlyShows = amongVerbs(SHOWING);

/** The inputs of the forms that belong to no item. */
const NEW_TITLE = inputId(FORM_ITSELF, "title");
const NEW_INITIATOR = inputId(FORM_ITSELF, "initiator");
const NEW_INITIATOR_PICKED = inputId(FORM_ITSELF, "initiator", "picked");
const SEND_BACK_REASON = inputId(FORM_ITSELF, "reason");

/** The orders that start a dialogue with the first answers already given. */
export function startCommands(
  {
    action,
    inputs,
  }: { readonly action: ActionOf<"saveNewDialogue">; readonly inputs: Pressed["inputs"] },
  {
    home,
    language,
    personOf,
  }: { readonly home: Home; readonly language: Language; readonly personOf?: PersonOf },
): readonly Command[] {
  const title = inputs[NEW_TITLE] ?? "";
  const picked = inputs[NEW_INITIATOR_PICKED];
  const initiator =
    picked === undefined ? (inputs[NEW_INITIATOR] ?? "") : (personOf?.(picked) ?? picked);
  const answers = Object.entries(readItemInputs(undefined, action.asked, inputs));
  const entries = answers.map(([itemId, values]) => ({ itemId, values, revision: 0 }));
  return [
    { type: "StartDialogue", home, language, title, initiator },
    ...(entries.length === 0 ? [] : [{ type: "RecordItems" as const, entries }]),
  ];
}

type SaveAction = Extract<Action, { verb: "saveItem" | "saveTriage" | "saveRegister" }>;

/** Each item of the page with the revision it was drawn from. */
function recordItems(
  view: Pick<View, "state" | "template" | "language">,
  { asked, revisions }: SaveAction,
  inputs: Pressed["inputs"],
  personOf: PersonOf | undefined,
): readonly Command[] {
  const entries = Object.entries(readItemInputs(view, asked, inputs, personOf)).map(
    ([itemId, values]) => ({ itemId, values, revision: revisions[itemId] ?? 0 }),
  );
  return entries.length === 0 ? [] : [{ type: "RecordItems", entries }];
}

function putRow(
  view: Pick<View, "state" | "template" | "language">,
  action: ActionOf<"putRow">,
  inputs: Pressed["inputs"],
  personOf: PersonOf | undefined,
): readonly Command[] {
  if (isNoRow(action, inputs)) return [];
  const { itemId, field, rowId, revision } = action;
  const values = readRowInputs(view, action, inputs, personOf);
  return [{ type: "PutRow", itemId, field, rowId, values, revision }];
}

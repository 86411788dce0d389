import type { Context } from "./context.ts";
import { confirmDecision, registerDecision, sendBackDecision } from "./decisions.ts";
import type { Command, Dialogue, Event, NewFact, State } from "./dialogue.ts";
import { correctRecord } from "./correction.ts";
import { decideSurvey } from "./evaluation/survey-orders.ts";
import { isSurveyOrder, type SurveyCommand } from "./evaluation/survey.ts";
import { releases } from "./evaluation/rounds.ts";
import { evolve } from "./evolve.ts";
import { GATES, unmet } from "./gates.ts";
import { type InternalRoundCommand, isInternalRoundCommand } from "./evaluation/internal-round.ts";
import { decideInternalRound } from "./evaluation/internal-round-time.ts";
import { fixItem, recordItems } from "./items.ts";
import { decideLesson } from "./lesson.ts";
import { decideLifecycle, endings, goingOn, isResting, mayStill } from "./lifecycle.ts";
import { decideMoving } from "./moving.ts";
import { decideOccasion } from "./occasions.ts";
import { overrideGate } from "./override-gate.ts";
import { isExample } from "./permissions.ts";
import { decidePosition } from "./positions.ts";
import { purgeContactList } from "./purge.ts";
import { registerRecord } from "./registration.ts";
import { Rejection } from "./rejection.ts";
import { reopenGate } from "./reopening.ts";
import { decideRole, isRoleOrder } from "./role-orders.ts";
import { putRow, removeRow } from "./rows.ts";
import { snoozeReminders } from "./snooze.ts";
import { confirmInitiator, startDialogue, withdrawDialogue } from "./start.ts";
import { decideTask } from "./tasks.ts";
import { triageResult } from "./triage.ts";
import type { DialogueId } from "./value.ts";

/**
 * What the order changes, as events stamped with the actor and the moment; none if it changes nothing. Throws Rejection.
 * Gates that the change opens or closes, and a triage it settles, follow as events of their own (decisions.md §8.2).
 */
export function decide(
  state: State,
  dialogueId: DialogueId,
  command: Command,
  context: Context,
): Event[] {
  const stamp = (fact: NewFact): Event => ({ ...fact, by: context.actor, at: context.now });
  const events = decideResting(state, dialogueId, command, context).map(stamp);
  if (events.length === 0) return [];
  const after = events.reduce(evolve, state);
  return after.status === "none" ? events : [...events, ...consequences(after, context).map(stamp)];
}

/**
 * In a dialogue that rests nothing is ordered but what belongs there: E-NOT-ACTIVE. Who may not is told so as ever, and
 * what has been done already gives nothing again.
 */
function decideResting(
  state: State,
  dialogueId: DialogueId,
  command: Command,
  context: Context,
): NewFact[] {
  if (state.status === "none" || !isResting(state) || mayStill(state, command))
    return decideOne(state, dialogueId, command, context);
  const resting = { code: "E-NOT-ACTIVE", status: state.status } as const;
  try {
    if (decideOne(goingOn(state), dialogueId, command, context).length === 0) return [];
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    if (error.problems.some(({ code }) => code === "E-FORBIDDEN")) throw error;
    throw new Rejection(resting);
  }
  throw new Rejection(resting);
}

function decideOne(
  state: State,
  dialogueId: DialogueId,
  command: Command,
  context: Context,
): NewFact[] {
  if (command.type === "StartDialogue") return startDialogue(state, dialogueId, command, context);
  // What does not exist and what one may not know of answer alike (decisions.md §5.9).
  if (state.status === "none") throw new Rejection({ code: "E-FORBIDDEN" });
  if (isEvaluationOrder(command)) return decideEvaluation(state, command, context);
  if (isRoleOrder(command)) return decideRole(state, command, context);
  switch (command.type) {
    case "ConfirmInitiator":
      return confirmInitiator(state, context);
    case "WithdrawDialogue":
      return withdrawDialogue(state, context);
    case "RecordItems":
      return recordItems(state, command, context);
    case "PutRow":
      return putRow(state, command, context);
    case "RemoveRow":
      return removeRow(state, command, context);
    case "FixItem":
      return fixItem(state, command, context);
    case "RegisterDecision":
      return registerDecision(state, command, context);
    case "ConfirmDecision":
      return confirmDecision(state, command, context);
    case "SendBackDecision":
      return sendBackDecision(state, command, context);
    case "OpenPosition":
    case "AnswerPosition":
    case "LogOralAnswer":
    case "ConfirmOralAnswer":
    case "CommentPosition":
    case "CallSubstitute":
    case "ClosePosition":
    case "ReopenPosition":
    case "RecordConsensus":
      return decidePosition(state, command, context);
    case "MoveOccasion":
    case "CancelOccasion":
    case "EndOccasion":
      return decideOccasion(state, command, context);
    case "PurgeContactList":
      return purgeContactList(state, context);
    case "AddTask":
    case "CompleteTask":
    case "ReopenTask":
    case "HandOverTask":
    case "MoveTask":
    case "CancelTask":
    case "MoveTasks":
    case "HandOverTasks":
      return decideTask(state, command, context);
    case "PauseDialogue":
    case "ResumeDialogue":
    case "MoveDialogue":
    case "NotePlace":
    case "ReopenGate":
    case "CorrectRecord":
    case "SnoozeReminders":
    case "RegisterRecord":
    case "SettleLesson":
    case "ReviewLesson":
    case "OverrideGate":
    case "PlayRole":
      return decideBeside(state, command, context);
  }
}

type Beside = Extract<
  Command,
  {
    type:
      | "PauseDialogue"
      | "ResumeDialogue"
      | "MoveDialogue"
      | "NotePlace"
      | "ReopenGate"
      | "CorrectRecord"
      | "SnoozeReminders"
      | "RegisterRecord"
      | "SettleLesson"
      | "ReviewLesson"
      | "OverrideGate"
      | "PlayRole";
  }
>;

/** What stands beside the steps of the process. */
function decideBeside(state: Dialogue, command: Beside, context: Context): NewFact[] {
  switch (command.type) {
    case "PauseDialogue":
    case "ResumeDialogue":
      return decideLifecycle(state, command, context);
    case "MoveDialogue":
    case "NotePlace":
      return decideMoving(state, command, context);
    case "ReopenGate":
      return reopenGate(state, command, context);
    case "CorrectRecord":
      return correctRecord(state, command, context);
    case "SnoozeReminders":
      return snoozeReminders(state, command, context);
    case "RegisterRecord":
      return registerRecord(state, command, context);
    case "SettleLesson":
    case "ReviewLesson":
      return decideLesson(state, command, context);
    case "OverrideGate":
      return overrideGate(state, command, context);
    case "PlayRole":
      return playRole(state, command.person, context);
  }
}

type EvaluationOrder = Extract<Command, SurveyCommand | InternalRoundCommand>;

function isEvaluationOrder(command: Command): command is EvaluationOrder {
  return isSurveyOrder(command) || isInternalRoundCommand(command);
}

function decideEvaluation(state: Dialogue, order: EvaluationOrder, context: Context): NewFact[] {
  return isInternalRoundCommand(order)
    ? decideInternalRound(state, order, context)
    : decideSurvey(state, order, context);
}

function playRole(state: Dialogue, person: string, { directory }: Context): NewFact[] {
  if (!isExample(state) || !directory.people.has(person))
    throw new Rejection({ code: "E-FORBIDDEN" });
  return state.playing === person ? [] : [{ type: "RolePlayed", person }];
}

function consequences(state: Dialogue, context: Context): NewFact[] {
  if (isResting(state)) return [];
  const triaged = triageConsequence(state, context);
  const after = triaged.reduce(
    (before, fact) => evolve(before, { ...fact, by: context.actor, at: context.now }),
    state as State,
  ) as Dialogue;
  const gates = GATES.flatMap((gate): NewFact[] => {
    const open = unmet(after, gate, context.template) === undefined;
    const passed = after.gates[gate] !== undefined;
    if (open && !passed) return [{ type: "GatePassed", gate }];
    // From the board's decision on what a gate has read is a record; before it, work goes back and forth (process.md §2).
    // The plan is worked on until the group approves it.
    const plan = gate === "G4b" || gate === "G4c";
    if (!open && passed && (after.gates.G3 === undefined || (plan && after.gates.G5 === undefined)))
      return [{ type: "GateClosed", gate }];
    return [];
  });
  const then = gates.reduce<State>(
    (before, fact) => evolve(before, { ...fact, by: context.actor, at: context.now }),
    after,
  ) as Dialogue;
  const shown = releases(then, context.template, context.calendar);
  return [...triaged, ...gates, ...shown, ...endings(then)];
}

function triageConsequence(state: Dialogue, { template }: Context): NewFact[] {
  if (state.gates.G3 || state.status === "withdrawn") return [];
  const now = triageResult(state, template);
  const same = now?.result === state.triage?.result && now?.overridden === state.triage?.overridden;
  return now && !same ? [{ type: "DialogueTriaged", ...now }] : [];
}

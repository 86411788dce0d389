import type { Context } from "./context.ts";
import { hasInvited } from "./decision-matters.ts";
import type { Command, Dialogue, NewFact } from "./dialogue.ts";
import { reasonOf } from "./reason.ts";
import { rolesOf } from "./permissions.ts";
import { type Problem, Rejection } from "./rejection.ts";
import type { Text } from "./text.ts";

export type LifecycleCommand =
  /** Everything rests: dates stay, timers and reminders wait (decisions.md §9.6). */
  | { readonly type: "PauseDialogue"; readonly reason: string }
  | { readonly type: "ResumeDialogue"; readonly reason: string };

export type LifecycleFact =
  | { readonly type: "DialoguePaused"; readonly reason: Text }
  | { readonly type: "DialogueResumed"; readonly reason: Text }
  /** By a confirmed decision of the board, never otherwise (process.md R-STOP). */
  | { readonly type: "DialogueStopped"; readonly decisionId: string }
  | { readonly type: "DialogueClosed" };

type Resting = Extract<Dialogue, { readonly status: "paused" | "stopped" | "closed" }>;

/** Where nothing goes on, or goes on later. A draft taken back and a question of another form have rules of their own. */
export function isResting(state: Dialogue): state is Resting {
  return state.status === "paused" || state.status === "stopped" || state.status === "closed";
}

/** It has ended: nothing new is shown of it anywhere. One that was stopped still has those to tell who were invited. */
export function hasEnded({ status }: { readonly status: string }): boolean {
  return status === "withdrawn" || status === "triaged_out" || status === "closed";
}

/** The dialogue as if nothing had halted it: to ask who might do what. */
export function goingOn(state: Dialogue): Dialogue {
  return isResting(state) ? { ...state, status: "active" } : state;
}

/** Records that are followed after the dialogue was stopped: the board's own minutes, what those invited are told, and that their addresses go. */
function followsStop(state: Dialogue, itemId: string): boolean {
  if (itemId === "follow.purge") return hasInvited(state);
  return (
    ["decide.minutes", "final.minutes", "stop.notice"].includes(itemId) ||
    itemId.startsWith("minutes.")
  );
}

/** Why the item can be written by nobody now, by the dialogue's status alone. */
export function whyRests(state: Dialogue, itemId: string): Problem | undefined {
  if (!isResting(state)) return undefined;
  if (state.status === "stopped" && followsStop(state, itemId)) return undefined;
  return { code: "E-NOT-ACTIVE", status: state.status };
}

const ABOUT_ROLES: ReadonlySet<Command["type"]> = new Set<Command["type"]>([
  "GiveRole",
  "EndRole",
  "RecordAbsence",
  "EndAbsence",
  "BeginAbsence",
]);

/** What may be ordered although the dialogue rests. */
export function mayStill(state: Resting, command: Command): boolean {
  if (command.type === "CorrectRecord" || command.type === "PlayRole") return true;
  // What people have answered is not left lying, and who was asked is forgotten in time.
  if (command.type === "ForgetBallots") return true;
  if (command.type === "CloseInternalRound") return state.status === "stopped";
  if (command.type === "PauseDialogue") return state.status === "paused";
  // What goes on already needs no order; what is over does not begin again.
  if (command.type === "ResumeDialogue") return true;
  // People come and go while the dialogue rests; once it has ended its roles stay as they were.
  if (command.type === "NotePresence") return true;
  // Its channel may be gone while it rests; what has closed shows nothing new.
  if (command.type === "MoveDialogue" || command.type === "NotePlace")
    return state.status !== "closed";
  if (ABOUT_ROLES.has(command.type)) return state.status === "paused";
  // What is kept of people is not kept longer because the work rests (GDPR 5.1 e).
  if (command.type === "PurgeContactList") return state.status !== "closed";
  if (command.type !== "RecordItems") return false;
  return command.entries.every(({ itemId }) => whyRests(state, itemId) === undefined);
}

/** Chair or civil servant let the dialogue rest or go on, and say why; the same again changes nothing. */
export function decideLifecycle(
  state: Dialogue,
  command: LifecycleCommand,
  { actor, directory }: Context,
): NewFact[] {
  const held = rolesOf(state, actor, directory);
  if (!held.has("steeringChair") && !held.has("civilServant"))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair", "civilServant"] });
  const pauses = command.type === "PauseDialogue";
  if (pauses ? state.status === "paused" : state.status === "active") return [];
  if (state.status === "draft") throw new Rejection({ code: "E-NO-BOARD-DECISION" });
  if (state.status !== "active" && state.status !== "paused")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  const reason = reasonOf(command.reason, { itemId: "lifecycle", field: "reason" });
  return [{ type: pauses ? "DialoguePaused" : "DialogueResumed", reason }];
}

/** What a change leads to by itself: the board's decision stops the dialogue, the last requirement closes it (process.md §3 R-STOP, G11). */
export function endings(state: Dialogue): NewFact[] {
  if (state.status !== "active") return [];
  const stop = state.decisions.findLast(
    ({ matter, status }) => matter === "stop" && status === "confirmed",
  );
  if (stop) return [{ type: "DialogueStopped", decisionId: stop.id }];
  return state.gates.G11 === undefined ? [] : [{ type: "DialogueClosed" }];
}

import type { PositionId } from "./position.ts";
import type { HeldRole, StoodInRole } from "./role-records.ts";
import type { StepId } from "./template.ts";
import type { TaskId } from "./task.ts";
import type { LocalDate } from "./time.ts";
import type { DecisionId, PersonId } from "./value.ts";

/** Where a message goes. A dialogue's channel messages share one thread; its root is the Översikt. */
export type Target =
  | {
      readonly type: "channel";
      readonly teamId: string;
      readonly channelId: string;
      readonly thread: "root" | "reply";
    }
  | { readonly type: "person"; readonly person: PersonId };

/** What a card is about; everything else is looked up when it is drawn. */
export type MessageKind =
  | { readonly kind: "welcome" }
  | { readonly kind: "overview" }
  | { readonly kind: "step"; readonly stepId: StepId }
  | { readonly kind: "confirmInitiator" }
  | { readonly kind: "confirmDecision"; readonly decisionId: DecisionId }
  | { readonly kind: "decisionSentBack"; readonly decisionId: DecisionId }
  | { readonly kind: "appoint" }
  /** The living card of a position in the thread, and what each who may answer is asked. */
  | { readonly kind: "position"; readonly positionId: PositionId }
  | { readonly kind: "answerPosition"; readonly positionId: PositionId }
  /** The internal evaluation in the thread: open till when, and that it has closed. */
  | { readonly kind: "evaluation" }
  | { readonly kind: "hello" }
  /** Somebody has been given a role that no other request tells of. */
  | { readonly kind: "role"; readonly role: HeldRole }
  /** Somebody acts in the place of who is away. */
  | { readonly kind: "standIn"; readonly role: StoodInRole }
  /** Somebody with a part has left the team. */
  | { readonly kind: "left"; readonly person: PersonId }
  /** The channel it lives in is gone, for the first time or another: how to go on. */
  | { readonly kind: "placeLost"; readonly time: number }
  | { readonly kind: "task"; readonly taskId: TaskId; readonly round: number }
  /** Everything one person is reminded of that day, across dialogues (decisions.md §9.4). */
  | { readonly kind: "morning"; readonly date: LocalDate };

/** A message the dialogue wants to have out, by key: the same key is never posted twice. */
export type Wanted = {
  readonly key: string;
  readonly about: MessageKind;
  readonly to: Target;
  /** Posted once for everybody (an unanswered post is `unknown` and not repeated) or asked of one person (one repeat after 10 minutes); reliability.md §3. */
  readonly delivery: "once" | "repeat";
  /** Not before this instant; absent is at once. */
  readonly dueAt?: string;
};

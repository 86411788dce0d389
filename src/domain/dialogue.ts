import type { Correction, CorrectionCommand, CorrectionFact } from "./correction.ts";
import type { LessonCommand, LessonFact, Lessons } from "./lesson.ts";
import type { InternalRound, InternalRoundFact } from "./evaluation/internal-round.ts";
import type { InternalRoundCommand } from "./evaluation/internal-round.ts";
import type { ItemState } from "./item-state.ts";
import type { LifecycleCommand, LifecycleFact } from "./lifecycle.ts";
import type { LostPlace, MovingCommand, MovingFact } from "./moving.ts";
import type { OccasionCommand, OccasionFact, Occasions } from "./occasion.ts";
import type { PositionCommand, PositionFact, Positions } from "./position.ts";
import type { Purge, PurgeCommand, PurgeFact } from "./purge.ts";
import type { RoleCommand, RoleFact, RoleRecords } from "./role-records.ts";
import type { Snooze, SnoozeCommand, SnoozeFact } from "./snooze.ts";
import type { Survey, SurveyCommand, SurveyFact } from "./evaluation/survey.ts";
import type { TaskCommand, TaskFact, Tasks } from "./task.ts";
import type { ReopenCommand, ReopenFact, ReplacedRecord } from "./reopening.ts";
import type { Registered, RegistrationCommand, RegistrationFact } from "./registration.ts";
import type { Instant } from "./time.ts";
import type { Text } from "./text.ts";
import type { DecisionId, DialogueId, Inputs, PersonId, Values } from "./value.ts";

/** process.md §5. */
export type DialogueType =
  | "citizen_dialogue"
  | "stakeholder_dialogue"
  | "user_dialogue"
  | "customer_dialogue"
  | "user_council"
  | "statutory_consultation"
  | "information_only";

/** process.md §3. */
export type GateId =
  | "G0"
  | "G1"
  | "G2"
  | "G3"
  | "G4a"
  | "G4b"
  | "G4c"
  | "G5"
  | "G6"
  | "G7"
  | "G8"
  | "G9"
  | "G10"
  | "G11";

/** Where the dialogue lives: a channel (Teams ids), or the 1:1 chat of the one who tries the example. */
export type Home =
  | { readonly type: "channel"; readonly teamId: string; readonly channelId: string }
  | { readonly type: "personal"; readonly person: PersonId };

/** What a formal decision is about: the start, a change of its frame, a stop, or the matter itself (process.md §3). */
export type DecisionMatter = "start" | "budget" | "level" | "group" | "purpose" | "stop" | "final";

/** A formal decision as it was registered; the fields are those of the items of its step. */
export type FormalDecision = {
  readonly id: DecisionId;
  readonly matter: DecisionMatter;
  readonly facts: Values;
  readonly registeredBy: PersonId;
  readonly registeredAt: Instant;
  readonly status: "registered" | "confirmed" | "sentBack";
  readonly settledBy?: PersonId;
  readonly settledAt?: Instant;
  readonly reason?: Text;
};

export type DialogueFacts = {
  readonly id: DialogueId;
  readonly template: { readonly id: string; readonly version: number; readonly hash: string };
  readonly language: "sv" | "en";
  readonly home: Home;
  readonly lostPlaces: readonly LostPlace[];
  readonly title: Text;
  readonly starter: PersonId;
  /** The starter is no elected official and may draft steps 0–3 (decisions.md §1.2). */
  readonly starterEmployed: boolean;
  readonly initiator: PersonId;
  readonly initiatorConfirmed: boolean;
  readonly startedAt: Instant;
  /** Known when every triage question is answered. */
  readonly triage?: { readonly result: DialogueType; readonly overridden: boolean };
  readonly items: { readonly [itemId: string]: ItemState };
  readonly decisions: readonly FormalDecision[];
  readonly gates: { readonly [gate in GateId]?: Instant };
  readonly positions: Positions;
  readonly occasions: Occasions;
  readonly tasks: Tasks;
  /** Gates the chair has opened again, which wait for a new fact (process.md R-REOPEN). */
  readonly waiting: readonly GateId[];
  /** What stood in items that were opened again, oldest first. */
  readonly replaced: readonly ReplacedRecord[];
  readonly corrections: readonly Correction[];
  /** Soft gates the chair has passed with a reason. */
  readonly overrides: {
    readonly [gate in GateId]?: {
      readonly by: PersonId;
      readonly at: Instant;
      readonly reason: Text;
    };
  };
  /** The steering group's own evaluation, once its time has come. */
  readonly internalRound?: InternalRound;
  /** What has been removed by time. */
  readonly purges: readonly Purge[];
  /** What people have asked to be reminded of later, oldest first. */
  readonly snoozes: readonly Snooze[];
  /** What has become of the dialogue's own lessons, and of those of earlier dialogues here. */
  readonly lessons: Lessons;
  /** What is in the diary. */
  readonly registered: Registered;
  /** The participants' evaluation. */
  readonly survey: Survey;
  /** Who has been given which role by a record, who is absent, who has left, who held what when. */
  readonly roles: RoleRecords;
  /** In an example: the fictional person whose part the owner is playing. */
  readonly playing?: PersonId;
};

export type Dialogue =
  | (DialogueFacts & { readonly status: "draft" | "active" })
  | (DialogueFacts & { readonly status: "triaged_out" })
  | (DialogueFacts & { readonly status: "withdrawn"; readonly withdrawnAt: Instant })
  | (DialogueFacts & {
      readonly status: "paused";
      readonly pausedAt: Instant;
      readonly pausedBy: PersonId;
      readonly pauseReason: Text;
    })
  | (DialogueFacts & {
      readonly status: "stopped";
      readonly stoppedAt: Instant;
      readonly stoppedBy: DecisionId;
    })
  | (DialogueFacts & { readonly status: "closed"; readonly closedAt: Instant });
export type State = { readonly status: "none" } | Dialogue;
export const nothing: State = { status: "none" };

export type Command =
  | {
      readonly type: "StartDialogue";
      readonly home: Home;
      readonly language: "sv" | "en";
      readonly title: string;
      readonly initiator: PersonId;
    }
  | { readonly type: "ConfirmInitiator" }
  | { readonly type: "WithdrawDialogue" }
  /** Overwrites the named fields of one or several items; all or nothing. */
  | {
      readonly type: "RecordItems";
      readonly entries: readonly {
        readonly itemId: string;
        readonly values: Inputs;
        /** The item's revision when the form was drawn. */
        readonly revision: number;
      }[];
    }
  | {
      readonly type: "PutRow";
      readonly itemId: string;
      readonly field: string;
      readonly rowId: string;
      readonly values: Inputs;
      /** The row's revision when the form was drawn; 0 for a new row. */
      readonly revision: number;
    }
  | {
      readonly type: "RemoveRow";
      readonly itemId: string;
      readonly field: string;
      readonly rowId: string;
    }
  /** The chair fixes a steering group item as it stands at this revision. */
  | { readonly type: "FixItem"; readonly itemId: string; readonly revision: number }
  | {
      readonly type: "RegisterDecision";
      readonly decisionId: DecisionId;
      readonly matter: DecisionMatter;
      /** For a decision after the first: fields of its draft to write in the same order. */
      readonly values?: Inputs;
    }
  | { readonly type: "ConfirmDecision"; readonly decisionId: DecisionId }
  | { readonly type: "SendBackDecision"; readonly decisionId: DecisionId; readonly reason: string }
  | PositionCommand
  | OccasionCommand
  | PurgeCommand
  | InternalRoundCommand
  | TaskCommand
  | LifecycleCommand
  | MovingCommand
  | ReopenCommand
  | CorrectionCommand
  | SnoozeCommand
  | RoleCommand
  | RegistrationCommand
  | SurveyCommand
  | LessonCommand
  /** The chair goes on without a part of the plan (G4c). */
  | { readonly type: "OverrideGate"; readonly gate: "G4c"; readonly reason: string }
  /** Example only: go on as another fictional person. */
  | { readonly type: "PlayRole"; readonly person: PersonId };

export type WarningCode =
  | "W-LEGAL-CONSULTATION"
  | "W-MULTI-BOARD"
  | "W-NOT-FINAL"
  | "W-KLAMDAG"
  | "W-NONWORKING"
  | "W-QUIET-PERIOD"
  | "W-LATE"
  | "W-RESOURCE-PRIORITY"
  | "W-METHOD-LEVEL"
  | "W-LEVEL-ONE-EVENT"
  | "W-NOT-REGISTERED";

type Fact =
  | {
      readonly type: "DialogueStarted";
      readonly dialogueId: DialogueId;
      readonly template: { readonly id: string; readonly version: number; readonly hash: string };
      readonly language: "sv" | "en";
      readonly home: Home;
      readonly title: Text;
      readonly starterEmployed: boolean;
      readonly initiator: PersonId;
      readonly initiatorConfirmed: boolean;
    }
  | { readonly type: "InitiatorConfirmed" }
  | { readonly type: "DialogueWithdrawn" }
  | {
      readonly type: "DialogueTriaged";
      readonly result: DialogueType;
      readonly overridden: boolean;
    }
  | {
      readonly type: "ItemRecorded";
      readonly itemId: string;
      /** Only the fields that changed. */
      readonly values: Values;
      readonly warnings: readonly WarningCode[];
    }
  | {
      readonly type: "RowPut";
      readonly itemId: string;
      readonly field: string;
      readonly rowId: string;
      readonly values: Values;
      readonly warnings?: readonly WarningCode[];
    }
  | {
      readonly type: "RowRemoved";
      readonly itemId: string;
      readonly field: string;
      readonly rowId: string;
    }
  | { readonly type: "ItemFixed"; readonly itemId: string }
  | {
      readonly type: "DecisionRegistered";
      readonly decisionId: DecisionId;
      readonly matter: DecisionMatter;
      readonly facts: Values;
    }
  | {
      readonly type: "DecisionConfirmed";
      readonly decisionId: DecisionId;
      readonly warnings: readonly WarningCode[];
    }
  | { readonly type: "DecisionSentBack"; readonly decisionId: DecisionId; readonly reason: Text }
  | { readonly type: "GatePassed"; readonly gate: GateId }
  /** Before G3 a gate closes again when what it reads is changed. */
  | { readonly type: "GateClosed"; readonly gate: GateId }
  | PositionFact
  | OccasionFact
  | PurgeFact
  | InternalRoundFact
  | TaskFact
  | LifecycleFact
  | MovingFact
  | ReopenFact
  | CorrectionFact
  | SnoozeFact
  | RoleFact
  | RegistrationFact
  | SurveyFact
  | LessonFact
  | { readonly type: "GateOverridden"; readonly gate: "G4c"; readonly reason: Text }
  | { readonly type: "RolePlayed"; readonly person: PersonId }
  | { readonly type: "ContentErased"; readonly ref: string; readonly ground: string };

/** A fact with who did it (a person, or `system` for what time does) and when, as the state is folded from it. */
export type Event = Fact & { readonly by: PersonId; readonly at: Instant };
/** A fact as decided, before it is stamped. */
export type NewFact = Fact;

import type { Context } from "../context.ts";
import { isOpen } from "../deadline.ts";
import { deadlinesOf } from "../deadlines-of.ts";
import type { Dialogue, NewFact } from "../dialogue.ts";
import { steeringGroup } from "../group.ts";
import { hostOf, noteTakerOf } from "../occasion-people.ts";
import type { Directory } from "../organisation.ts";
import { hasAccess, holdersOf, isExample } from "../permissions.ts";
import { Rejection } from "../rejection.ts";
import type { Role } from "../roles.ts";
import { written } from "../text.ts";
import {
  addDays,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  reminderInstant,
} from "../time.ts";
import type { PersonId } from "../value.ts";
import { INTERNAL_ROUND, type InternalRoundCommand, type WhyJoint } from "./internal-round.ts";

/** Fewer invited than this, or fewer answers than that, and no single answer is used (evaluation.md §5.8). */
export const FEWEST_INVITED = 7;
export const FEWEST_ANSWERS = 5;
/** How long it is known who was sent a form (legal.md §2). */
const BALLOTS_KEPT_DAYS = 30;

type Around = Pick<Context, "template" | "calendar" | "directory">;

/** The day D15 opens and the day it closes, from the moment feedback 2 is sent; nothing before, and nothing once it is over. */
export function plannedRound(
  state: Dialogue,
  { template, calendar }: Pick<Around, "template" | "calendar">,
): { readonly opensOn: LocalDate; readonly closesOn: LocalDate } | undefined {
  const deadline = deadlinesOf(state, template, calendar).find(({ code }) => code === "D15");
  if (!deadline?.opensOn || !isOpen(deadline)) return undefined;
  return { opensOn: deadline.opensOn, closesOn: deadline.due };
}

const ASKED: readonly Role[] = [
  "steeringMember",
  "steeringChair",
  "civilServant",
  "communicator",
  "departmentHead",
];

/**
 * Whom the round asks: those the plan names, else everybody who has carried the dialogue (evaluation.md §2); only people
 * who have access. Sorted by id, so that the order says nothing.
 */
export function inviteesOf(state: Dialogue, directory: Directory): readonly PersonId[] {
  const named = state.items["plan.evaluation"]?.values.internalInvitees;
  // A field of people holds ids.
  const chosen = Array.isArray(named) && named.length > 0 ? (named as readonly PersonId[]) : [];
  const all = chosen.length > 0 ? chosen : everybodyIn(state, directory);
  return [...new Set(all)].filter((person) => hasAccess(state, person, directory)).toSorted();
}

function everybodyIn(state: Dialogue, directory: Directory): readonly PersonId[] {
  const atOccasions = Object.keys(state.occasions).flatMap((id) => [
    hostOf(state, id),
    noteTakerOf(state, id),
  ]);
  return [
    ...(steeringGroup(state)?.members ?? []),
    ...ASKED.flatMap((role) => holdersOf(state, role, directory)),
    ...atOccasions.filter((person) => person !== undefined),
  ];
}

/** Why there will be no round but a talk; undefined when people are asked. An example asks nobody (decisions.md §2.4). */
export function whyNoRound(
  state: Dialogue,
  invited: readonly PersonId[],
): "planned" | "fewInvited" | undefined {
  const mode = state.items["plan.evaluation"]?.values.internalMode;
  if (mode === "joint_reflection" || isExample(state)) return "planned";
  return invited.length < FEWEST_INVITED ? "fewInvited" : undefined;
}

/** What time does to the internal round next, and when. */
export function internalRoundTimer(
  state: Dialogue,
  around: Pick<Around, "template" | "calendar">,
): { readonly at: Instant; readonly command: InternalRoundCommand } | undefined {
  const round = state.internalRound;
  if (round === undefined) {
    const planned = state.status === "active" ? plannedRound(state, around) : undefined;
    return (
      planned && { at: reminderInstant(planned.opensOn), command: { type: "OpenInternalRound" } }
    );
  }
  switch (round.status) {
    case "joint":
      return undefined;
    case "open": {
      const at = closingOf(state, round.closesOn);
      return at === undefined ? undefined : { at, command: { type: "CloseInternalRound" } };
    }
    case "closed":
      return round.forgottenAt === undefined
        ? { at: forgettingOf(round.closedAt), command: { type: "ForgetBallots" } }
        : undefined;
  }
}

/** The last minute of its day; at once when the dialogue is stopped, so that no answer lies there unread for ever. */
function closingOf(state: Dialogue, closesOn: LocalDate): Instant | undefined {
  if (state.status === "stopped") return state.stoppedAt;
  return state.status === "active" ? closesAt(closesOn) : undefined;
}

export function closesAt(closesOn: LocalDate): Instant {
  return instantOf(closesOn, "23:59");
}

function forgettingOf(closedAt: Instant): Instant {
  return reminderInstant(addDays(localDateOf(closedAt), BALLOTS_KEPT_DAYS));
}

/** By time alone; nothing before its instant, and nothing a second time. */
export function decideInternalRound(
  state: Dialogue,
  { type }: InternalRoundCommand,
  context: Context,
): NewFact[] {
  if (context.actor !== "system") throw new Rejection({ code: "E-FORBIDDEN" });
  const timer = internalRoundTimer(state, context);
  if (timer?.command.type !== type || timer.at > context.now) return [];
  switch (type) {
    case "OpenInternalRound":
      return open(state, context);
    case "CloseInternalRound":
      return close(state, timer.at, context);
    case "ForgetBallots":
      return [{ type: "BallotsForgotten", roundId: INTERNAL_ROUND, meant: timer.at }];
  }
}

function open(state: Dialogue, context: Context): NewFact[] {
  const days = plannedRound(state, context);
  if (!days) return [];
  const invited = inviteesOf(state, context.directory);
  const why = whyNoRound(state, invited);
  if (why === undefined)
    return [{ type: "InternalRoundOpened", roundId: INTERNAL_ROUND, invited, ...days }];
  const count = invited.length;
  return [
    { type: "JointReflectionChosen", why, invited: count, ...days },
    recorded({ joint: true, invited: count, answered: 0, closedOn: days.closesOn }),
  ];
}

function close(state: Dialogue, meant: Instant, { ballots }: Context): NewFact[] {
  const round = state.internalRound;
  if (round?.status !== "open") return [];
  if (!ballots) throw new Error("A round is closed by one who has counted its ballots.");
  const { answered } = ballots;
  const joint = whyUnread(state, ballots);
  return [
    {
      type: "InternalRoundClosed",
      roundId: round.id,
      answered,
      ...(joint === undefined ? {} : { joint }),
      meant,
    },
    ...(state.status === "stopped"
      ? []
      : [
          recorded({
            joint: joint !== undefined,
            invited: round.invited.length,
            answered,
            closedOn: round.closesOn,
          }),
        ]),
  ];
}

function whyUnread(
  state: Dialogue,
  { answered, readable }: NonNullable<Context["ballots"]>,
): Exclude<WhyJoint, "planned" | "fewInvited"> | undefined {
  if (state.status === "stopped") return "stopped";
  if (answered < FEWEST_ANSWERS) return "fewAnswers";
  return readable ? undefined : "keyLost";
}

/** What the case file says of it (process.md §4.10 eval.internal). */
function recorded(of: {
  readonly joint: boolean;
  readonly invited: number;
  readonly answered: number;
  readonly closedOn: LocalDate;
}): NewFact {
  return {
    type: "ItemRecorded",
    itemId: "eval.internal",
    values: {
      roundId: written(INTERNAL_ROUND),
      mode: of.joint ? "joint_reflection" : "anonymous",
      invited: of.invited,
      n: of.answered,
      closedAt: of.closedOn,
    },
    warnings: [],
  };
}

import type { PositionAnswer, PositionResult, Tally } from "./tally.ts";
import type { Text } from "./text.ts";
import type { Instant } from "./time.ts";
import type { PersonId } from "./value.ts";

export type PositionId = string;
/** A local day and time as a form hands them in. */
export type LocalMoment = {
  readonly date?: string | undefined;
  readonly time?: string | undefined;
};
/** What the steering group may be asked about (decisions.md §8.6). */
export type PositionMatter = "proposal" | "feedback-method" | "level" | "lessons" | "other";

/** One member's answer. Its value is words like any other until the position closes, so that a changed one can disappear (decisions.md §10.2). */
export type SeatAnswer = {
  /** `approve`, `return` …, as erasable words. */
  readonly answer: Text;
  readonly reason?: Text;
  readonly revision: number;
  readonly by: PersonId;
  readonly at: Instant;
  /** Given by word of mouth: counts when the member has confirmed it. */
  readonly oral?: "logged" | "confirmed";
};

export type Comment = {
  readonly id: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: Text;
};

/** The record of a closed position: everybody's answer, dissent verbatim. */
export type ClosedPosition = {
  readonly at: Instant;
  readonly by: PersonId;
  readonly tally: Tally;
  readonly answers: readonly {
    readonly seat: PersonId;
    readonly answer: PositionAnswer;
    readonly reason?: Text;
  }[];
  /** Recorded by the chair at a meeting where everybody present agreed (decisions.md §8.7). */
  readonly consensus?: true;
};

export type Position = {
  readonly id: PositionId;
  readonly matter: PositionMatter;
  readonly question: Text;
  /** Of the implementation proposal this is about; it is frozen while the position is open. */
  readonly version?: number;
  readonly openedBy: PersonId;
  readonly openedAt: Instant;
  readonly closesAt: Instant;
  /** The members when it opened; an empty seat still counts (process.md §1.2). */
  readonly seats: readonly PersonId[];
  /** Substitutes called into a named seat before closing. */
  readonly substitutes: { readonly [seat: PersonId]: PersonId };
  readonly answers: { readonly [seat: PersonId]: SeatAnswer };
  /** Declared jäv before a substitute was called into their seat; they take no part all the same. */
  readonly recused?: readonly PersonId[];
  readonly comments: readonly Comment[];
  readonly closed?: ClosedPosition;
  /** No longer holds, since the chair opened the gate again (process.md R-REOPEN). */
  readonly superseded?: Instant;
};
export type Positions = readonly Position[];

export type PositionCommand =
  | {
      readonly type: "OpenPosition";
      readonly positionId: PositionId;
      readonly matter: PositionMatter;
      readonly question: string;
      /** When it closes by itself, as the form says it; blank is 17:00 the working day before D05, at the earliest the next working day. */
      readonly closesAt?: LocalMoment;
    }
  | {
      readonly type: "AnswerPosition";
      readonly positionId: PositionId;
      readonly answer: PositionAnswer;
      readonly reason: string;
      /** The revision of one's own answer the form was drawn from; 0 before the first. */
      readonly revision: number;
    }
  | {
      readonly type: "LogOralAnswer";
      readonly positionId: PositionId;
      readonly seat: PersonId;
      readonly answer: PositionAnswer;
      readonly reason: string;
    }
  | {
      readonly type: "ConfirmOralAnswer";
      readonly positionId: PositionId;
      /** Of the answer that is confirmed: another one may have been logged in the meantime. */
      readonly revision: number;
    }
  | {
      readonly type: "CommentPosition";
      readonly positionId: PositionId;
      readonly commentId: string;
      readonly text: string;
    }
  | {
      readonly type: "CallSubstitute";
      readonly positionId: PositionId;
      readonly seat: PersonId;
      readonly substitute: PersonId;
    }
  | { readonly type: "ClosePosition"; readonly positionId: PositionId }
  /** One that closed without a result is taken up again until another time; the answers stand. */
  | {
      readonly type: "ReopenPosition";
      readonly positionId: PositionId;
      readonly closesAt?: LocalMoment;
    }
  | {
      readonly type: "RecordConsensus";
      readonly positionId: PositionId;
      readonly matter: PositionMatter;
      readonly question: string;
      readonly present: readonly PersonId[];
    };

export type PositionFact =
  | {
      readonly type: "PositionOpened";
      readonly positionId: PositionId;
      readonly matter: PositionMatter;
      readonly question: Text;
      readonly version?: number;
      readonly closesAt: Instant;
      readonly seats: readonly PersonId[];
    }
  | {
      readonly type: "PositionAnswered";
      readonly positionId: PositionId;
      readonly seat: PersonId;
      readonly answer: Text;
      readonly reason?: Text;
      readonly oral?: true;
    }
  | {
      readonly type: "OralAnswerConfirmed";
      readonly positionId: PositionId;
      readonly seat: PersonId;
    }
  | {
      readonly type: "PositionCommented";
      readonly positionId: PositionId;
      readonly commentId: string;
      readonly text: Text;
    }
  | {
      readonly type: "SubstituteCalled";
      readonly positionId: PositionId;
      readonly seat: PersonId;
      readonly substitute: PersonId;
    }
  | {
      readonly type: "PositionClosed";
      readonly positionId: PositionId;
      readonly tally: Tally;
      readonly answers: ClosedPosition["answers"];
      readonly consensus?: true;
      /** Closed by time: when it was to be; the bot may have been away then (decisions.md §9.1). */
      readonly meant?: Instant;
    }
  | {
      readonly type: "PositionReopened";
      readonly positionId: PositionId;
      readonly closesAt: Instant;
    };

type Stamped<F> = F extends unknown ? F & { readonly by: PersonId; readonly at: Instant } : never;

/** The positions after the fact. Never throws. */
export function evolvePositions(positions: Positions, event: Stamped<PositionFact>): Positions {
  if (event.type === "PositionOpened") return [...positions, opened(event)];
  return positions.map((position) =>
    position.id === event.positionId ? evolvePosition(position, event) : position,
  );
}

function opened(event: Stamped<Extract<PositionFact, { type: "PositionOpened" }>>): Position {
  const { positionId: id, matter, question, version, closesAt, seats, by, at } = event;
  return {
    id,
    matter,
    question,
    ...(version === undefined ? {} : { version }),
    openedBy: by,
    openedAt: at,
    closesAt,
    seats,
    substitutes: {},
    answers: {},
    comments: [],
  };
}

function evolvePosition(
  position: Position,
  event: Exclude<Stamped<PositionFact>, { type: "PositionOpened" }>,
): Position {
  switch (event.type) {
    case "PositionAnswered":
      return {
        ...position,
        answers: { ...position.answers, [event.seat]: answered(position, event) },
      };
    case "OralAnswerConfirmed":
      return withAnswer(position, event.seat, (answer) => ({ ...answer, oral: "confirmed" }));
    case "PositionCommented": {
      const { commentId: id, text, by, at } = event;
      return { ...position, comments: [...position.comments, { id, by, at, text }] };
    }
    case "SubstituteCalled":
      return withSubstitute(position, event);
    case "PositionClosed": {
      const { tally, answers, consensus, by } = event;
      const at = event.meant ?? event.at;
      return {
        ...position,
        closed: { at, by, tally, answers, ...(consensus ? { consensus } : {}) },
      };
    }
    case "PositionReopened": {
      const { closed: _without, ...open } = position;
      return { ...open, closesAt: event.closesAt };
    }
  }
}

/** The seat is the substitute's to answer for; who declared jäv in it stays recused. */
function withSubstitute(
  position: Position,
  { seat, substitute }: Extract<PositionFact, { type: "SubstituteCalled" }>,
): Position {
  const substitutes = { ...position.substitutes, [seat]: substitute };
  const { [seat]: recusal, ...answers } = position.answers;
  if (!recusal) return { ...position, substitutes };
  const recused = [...(position.recused ?? []), position.substitutes[seat] ?? seat];
  return { ...position, substitutes, answers, recused };
}

function answered(
  position: Position,
  event: Stamped<Extract<PositionFact, { type: "PositionAnswered" }>>,
): SeatAnswer {
  const { seat, answer, reason, oral, by, at } = event;
  return {
    answer,
    ...(reason === undefined ? {} : { reason }),
    revision: (position.answers[seat]?.revision ?? 0) + 1,
    by,
    at,
    ...(oral ? { oral: "logged" as const } : {}),
  };
}

function withAnswer(
  position: Position,
  seat: PersonId,
  change: (answer: SeatAnswer) => SeatAnswer,
): Position {
  const current = position.answers[seat];
  if (!current) return position;
  return { ...position, answers: { ...position.answers, [seat]: change(current) } };
}

/** The result of the newest closed position on the matter, if the group has taken one. */
export function resultOn(positions: Positions, matter: PositionMatter): PositionResult | undefined {
  return positions.findLast(
    (position) => position.matter === matter && position.closed && !position.superseded,
  )?.closed?.tally.result;
}

/** How a member answers a matter put to the steering group (decisions.md §8.6). */
export type PositionAnswer = "approve" | "return" | "refer" | "abstain" | "recuse";
export const POSITION_ANSWERS: readonly PositionAnswer[] = [
  "approve",
  "return",
  "refer",
  "abstain",
  "recuse",
];

/** What the steering group takes position for. It never replaces the board's decision. */
export type PositionResult = "approve" | "return" | "refer";

export type Tally = {
  /** Seats in the group, recused ones included (process.md §1.2). */
  readonly seats: number;
  /** Answers other than recuse: those count as present. */
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstained: number;
  readonly recused: number;
  /** More than half of all seats are present. */
  readonly quorum: boolean;
  /** The casting vote decided. */
  readonly castingVote: boolean;
  /** Absent without quorum, or when a tie meets no vote of the chair. */
  readonly result?: PositionResult;
};

export type Ballot = { readonly answer: PositionAnswer; readonly isChair: boolean };

/** Counts a position by the rules of process.md §1.2 and decisions.md §8.6. `ballots` holds one answer for each seat that has given one. */
export function tally(seats: number, ballots: readonly Ballot[]): Tally {
  const count = (...answers: readonly PositionAnswer[]) =>
    ballots.filter(({ answer }) => answers.includes(answer)).length;
  const [yes, no] = [count("approve"), count("return", "refer")];
  const present = ballots.length - count("recuse");
  const quorum = present * 2 > seats;
  const counted = {
    seats,
    present,
    yes,
    no,
    abstained: count("abstain"),
    recused: count("recuse"),
    quorum,
  };
  const chair = ballots.find(({ isChair }) => isChair)?.answer;
  const outcome = quorum ? decided(yes, no, count("return"), count("refer"), chair) : undefined;
  return {
    ...counted,
    castingVote: outcome?.castingVote ?? false,
    ...(outcome ? { result: outcome.result } : {}),
  };
}

type Outcome = { readonly result: PositionResult; readonly castingVote: boolean };

function decided(
  yes: number,
  no: number,
  returned: number,
  referred: number,
  chair: PositionAnswer | undefined,
): Outcome | undefined {
  if (yes > no) return { result: "approve", castingVote: false };
  if (yes < no) return amongNo(returned, referred, chair, false);
  if (chair === "approve") return { result: "approve", castingVote: true };
  if (chair === "return" || chair === "refer") return amongNo(returned, referred, chair, true);
  return undefined;
}

/** Of those who said no the larger part decides how; when they are equal, the chair. */
function amongNo(
  returned: number,
  referred: number,
  chair: PositionAnswer | undefined,
  castingVote: boolean,
): Outcome | undefined {
  if (returned > referred) return { result: "return", castingVote };
  if (referred > returned) return { result: "refer", castingVote };
  return chair === "return" || chair === "refer" ? { result: chair, castingVote: true } : undefined;
}

import type { ClosedPosition, Position } from "../../domain/position.ts";
import { isSuperseded } from "../../domain/position-state.ts";
import { POSITION_ANSWERS } from "../../domain/tally.ts";
import { wordsOf } from "../../domain/text.ts";
import type { PersonId } from "../../domain/value.ts";
import { shortened } from "../drawable.ts";
import {
  type Badge,
  badge,
  type BannerData,
  banner,
  type FactData,
  fact,
  icon,
  type Line,
  line,
  paragraphs,
  run,
  type Run,
  strong,
  subtle,
} from "../elements.ts";
import { formatsOf } from "../formats.ts";
import { personName } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";

type Box = { readonly heading: readonly Run[]; readonly lines: readonly Line[] };
export type Record = {
  readonly mark: Badge;
  readonly banner: BannerData;
  readonly facts: readonly FactData[];
  readonly boxes: readonly Box[];
  readonly notes: readonly Line[];
  /** Pages of written reasons in a dialog. */
  readonly pages: number;
};
type Closed = Position & { readonly closed: ClosedPosition };

/** More reasons than this on one card make none of them readable. */
const MOST_REASONS = 8;
/** Characters of all reasons together on the card in the thread. */
const MOST_WORDS = 5_000;

/** What a closed position says, for everybody: the result and how it came about (process.md §1.2). */
export function recordOf(
  view: View,
  position: Position,
  { words: most, page }: { readonly words: number; readonly page?: number },
): Record {
  const closed = position as Closed;
  const reasons = reasonsIn(closed);
  const shown = page === undefined ? reasons.slice(0, MOST_REASONS) : reasons.slice(page, page + 1);
  const { record, resultMeans } = textsOf(view.language).positions;
  // Many long ones would make a card nobody reads: the whole of each is a press away.
  const words = page === undefined ? Math.min(most, Math.ceil(MOST_WORDS / shown.length)) : most;
  const { result } = closed.closed.tally;
  const isCut =
    page === undefined &&
    (reasons.length > shown.length || shown.some(({ reason }) => lengthOf(view, reason) > words));
  return {
    mark: badge(record.closed, result === "approve" ? "Good" : "Subtle"),
    banner: resultBanner(view, closed),
    facts: factsOf(view, closed),
    boxes: shown.map((one) => reasonBox(view, closed, one, words)),
    notes: [
      ...(position.matter === "proposal" && result ? [line(subtle(resultMeans[result]))] : []),
      ...(isCut ? [line(subtle(record.cut))] : []),
      ...(page !== undefined && reasons.length > 1
        ? [line(subtle(record.page(page + 1, reasons.length)))]
        : []),
      ...(isSuperseded(view.state, position) ? [line(subtle(record.superseded))] : []),
    ],
    pages: reasons.length,
  };
}

function resultBanner(view: View, { closed }: Closed): BannerData {
  const { record } = textsOf(view.language).positions;
  const { number } = formatsOf(view.language);
  const { tally } = closed;
  if (tally.result === undefined) {
    const why = tally.quorum
      ? record.noneTie
      : record.noneQuorum(number(tally.present), number(tally.seats));
    return banner(
      "warning",
      icon("Warning", "!", "Warning"),
      [strong(record.none)],
      [line(run(why)), line(run(record.noneNext))],
    );
  }
  const votes = closed.consensus ? record.consensus : `${number(tally.yes)}–${number(tally.no)}`;
  const title = closed.consensus
    ? [strong(record.results[tally.result])]
    : [strong(`${record.results[tally.result]} ${votes}`)];
  return banner(
    tally.result === "approve" ? "good" : "emphasis",
    tally.result === "approve"
      ? icon("CheckmarkCircle", "✓", "Good", "Filled")
      : icon("ArrowUndo", "↩"),
    title,
    [
      ...(closed.consensus ? [line(run(record.consensus))] : []),
      ...(tally.castingVote ? [line(run(record.casting))] : []),
    ],
  );
}

/** Numbers first, then everybody by what they answered: 25 names are a few lines. */
function factsOf(view: View, position: Closed): readonly FactData[] {
  const { record, facts, given } = textsOf(view.language).positions;
  const { number, and } = formatsOf(view.language);
  const { tally, answers, consensus } = position.closed;
  const names = (people: readonly PersonId[]) =>
    and(people.map((seat) => memberName(view, position, seat)));
  const missing = position.seats.filter((seat) => !answers.some((one) => one.seat === seat));
  return [
    ...(consensus
      ? []
      : [
          fact(
            record.votes,
            record.count(number(tally.yes), number(tally.no), number(tally.abstained)),
          ),
        ]),
    fact(
      record.quorum,
      `${tally.quorum ? facts.yes : facts.no}: ${record.present(number(tally.present), number(tally.seats))}`,
    ),
    ...POSITION_ANSWERS.flatMap((answer) => {
      const seats = answers.filter((one) => one.answer === answer).map(({ seat }) => seat);
      const replaced = answer === "recuse" ? (position.recused ?? []) : [];
      const people = [
        ...seats.map((seat) => memberName(view, position, seat)),
        ...replaced.map((person) => personName(view, person)),
      ];
      return people.length === 0 ? [] : [fact(given[answer], and(people))];
    }),
    ...(missing.length === 0
      ? []
      : [fact(consensus ? record.absentAtMeeting : record.absent, names(missing))]),
    fact(record.closed, closedWhen(view, position)),
  ];
}

function closedWhen(view: View, { closed }: Closed): string {
  const { record } = textsOf(view.language).positions;
  const moment = formatsOf(view.language).moment(closed.at);
  return closed.by === "system"
    ? record.closedByTime(moment)
    : record.closedBy(moment, personName(view, closed.by));
}

/** Who sat in the seat: the member, or the substitute called into it; and that the answer was given by word of mouth. */
function memberName(view: View, { substitutes, answers }: Position, seat: PersonId): string {
  const { record } = textsOf(view.language).positions;
  const substitute = substitutes[seat];
  const name =
    substitute === undefined
      ? personName(view, seat)
      : record.for(personName(view, substitute), personName(view, seat));
  return answers[seat]?.oral === "confirmed" ? record.oral(name) : name;
}

type Reasoned = ClosedPosition["answers"][number] & {
  readonly reason: NonNullable<ClosedPosition["answers"][number]["reason"]>;
};

/** Dissent first: it is what must not be lost. */
function reasonsIn({ closed }: Closed): readonly Reasoned[] {
  const reasoned = closed.answers.filter((one): one is Reasoned => one.reason !== undefined);
  const isDissent = ({ answer }: Reasoned) => dissents(closed, answer);
  return [...reasoned.filter(isDissent), ...reasoned.filter((one) => !isDissent(one))];
}

/** An answer that went against the result; abstaining is no other opinion. */
function dissents({ tally }: ClosedPosition, answer: Reasoned["answer"]): boolean {
  return tally.result !== undefined && answer !== "abstain" && answer !== tally.result;
}

function reasonBox(
  view: View,
  position: Closed,
  { seat, answer, reason }: Reasoned,
  words: number,
): Box {
  const { record, given } = textsOf(view.language).positions;
  const who = memberName(view, position, seat);
  const heading = dissents(position.closed, answer) ? record.dissent(who) : record.reason(who);
  const text = wordsOf(reason, view.language);
  return {
    heading: [strong(heading), subtle(` · ${given[answer]}`)],
    lines: words === 0 ? [] : paragraphs(shortened(text, words)),
  };
}

function lengthOf({ language }: View, reason: Reasoned["reason"]): number {
  return wordsOf(reason, language).length;
}

import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Position, PositionId, SeatAnswer } from "../../domain/position.ts";
import { ownAnswer, positionOf } from "../../domain/position-state.ts";
import { isRecused, seatOf } from "../../domain/seats.ts";
import type { PositionAnswer } from "../../domain/tally.ts";
import { wordsOf } from "../../domain/text.ts";
import { executeButton, openButton } from "../actions.ts";
import { opening } from "../confirm-initiator.ts";
import { neutral, shortened } from "../drawable.ts";
import { fact, type FactData, paragraphs } from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { formatsOf } from "../formats.ts";
import { personName, shortTitle, withShortNames } from "../naming.ts";
import { requestCard, type RequestParts } from "../request-card.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { aboutFacts } from "./position-facts.ts";

/**
 * Asks one member, or who is called into a seat, what they think; shows their own answer, which may be changed until the
 * position closes. A receipt after jäv, when somebody else answers in the seat, and once it is closed.
 */
export function answerCard(view: View, positionId: PositionId, told: Told = {}): IAdaptiveCard {
  const position = positionOf(view.state, positionId);
  const { viewer = "" } = view;
  if (!position) return receipt(view, undefined, { gone: "goneTitle", told });
  if (isRecused(position, viewer)) return receipt(view, position, { gone: "recusedTitle", told });
  if (position.closed) return closedReceipt(view, position, told);
  const substitute = position.substitutes[viewer];
  if (substitute !== undefined) return replaced(view, position, personName(view, substitute), told);
  if (seatOf(view.state, position, viewer, view.directory) === undefined)
    return receipt(view, position, { gone: "goneTitle", told });
  const drawn = (words: number, names: number) => () =>
    question(withShortNames(view, names), position, told, words);
  return requestCard(view, drawn(5_000, 80)(), drawn(1_000, 40), drawn(200, 20));
}

function question(view: View, position: Position, told: Told, words: number): RequestParts {
  const { positions } = textsOf(view.language);
  const own = ownAnswer(view.state, position, view.viewer ?? "", view.directory);
  const given = own ? (wordsOf(own.answer) as PositionAnswer) : undefined;
  const isOral = own?.oral === "logged";
  const moment = formatsOf(view.language).moment(position.closesAt);
  const seat = Object.entries(position.substitutes).find(([, one]) => one === view.viewer)?.[0];
  return {
    ...(own === undefined ? { ask: positions.ask1.ask } : {}),
    ...(isOral ? { ask: positions.ask1.oralAsk } : {}),
    ...(given && !isOral ? { receipt: positions.ask1.yours(positions.answers[given]) } : {}),
    kicker: `${positions.kicker} · ${shortTitle(view)}`,
    title: neutral(wordsOf(position.question, view.language)),
    lines: [
      ...(seat === undefined ? [] : [positions.ask1.substitute(personName(view, seat))]),
      ...(given && isOral
        ? [positions.ask1.oralText(personName(view, own?.by ?? ""), positions.answers[given])]
        : []),
      ...(given && !isOral ? [positions.ask1.change(moment)] : []),
    ],
    boxes: reasonBox(view, own, words),
    facts: [...aboutFacts(view, position), fact(positions.facts.closes, moment)],
    notes: [positions.means[position.matter], positions.notDecision],
    told,
    actions: answering(view, position, own),
  };
}

function reasonBox(view: View, own: SeatAnswer | undefined, words: number): readonly FactData[] {
  if (own?.reason === undefined) return [];
  const text = shortened(wordsOf(own.reason, view.language), words);
  return [{ label: textsOf(view.language).positions.ask1.ownReason, lines: paragraphs(text) }];
}

/** What needs no words acts at once; jäv cannot be taken back and is asked about first. */
function answering(view: View, position: Position, own: SeatAnswer | undefined): ActionArray {
  const { positions } = textsOf(view.language);
  const { answers, buttons } = positions;
  const about = { dialogueId: view.state.id, positionId: position.id };
  const revision = own?.revision ?? 0;
  const isOral = own?.oral === "logged";
  const confirm = isOral
    ? [
        executeButton(
          buttons.confirmOral,
          { verb: "confirmOral", ...about, revision },
          { main: true },
        ),
      ]
    : [
        executeButton(
          answers.approve,
          { verb: "answerPosition", ...about, answer: "approve", revision },
          { main: own === undefined },
        ),
      ];
  const asks = (answer: PositionAnswer) =>
    openButton(answers[answer], { verb: "openAnswer", ...about, answer });
  if (isOral)
    return [
      ...confirm,
      openButton(buttons.answer, { verb: "openAnswer", ...about }),
      openButton(buttons.show, { verb: "openPosition", ...about }),
    ];
  return [
    ...confirm,
    asks("return"),
    asks("refer"),
    executeButton(answers.abstain, {
      verb: "answerPosition",
      ...about,
      answer: "abstain",
      revision,
    }),
    asks("recuse"),
    openButton(buttons.show, { verb: "openPosition", ...about }),
  ];
}

function receipt(
  view: View,
  position: Position | undefined,
  { gone, told }: { readonly gone: "goneTitle" | "recusedTitle"; readonly told: Told },
): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  return requestCard(view, {
    gone: positions.ask1[gone],
    kicker: `${positions.kicker} · ${shortTitle(view)}`,
    title: position ? neutral(wordsOf(position.question, view.language)) : positions.kicker,
    lines: [gone === "goneTitle" ? positions.ask1.goneText : positions.ask1.recusedText],
    told,
    actions: opening(view),
  });
}

function replaced(view: View, position: Position, who: string, told: Told): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  return requestCard(view, {
    gone: positions.ask1.replacedTitle(who),
    kicker: `${positions.kicker} · ${shortTitle(view)}`,
    title: neutral(wordsOf(position.question, view.language)),
    lines: [positions.ask1.replacedText],
    told,
    actions: opening(view),
  });
}

function closedReceipt(view: View, position: Position, told: Told): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const { viewer = "" } = view;
  const seat =
    Object.entries(position.substitutes).find(([, one]) => one === viewer)?.[0] ?? viewer;
  const own = position.closed?.answers.find((one) => one.seat === seat);
  const replacedBy = seat === viewer ? position.substitutes[viewer] : undefined;
  const mine = replacedBy === undefined ? own : undefined;
  const { result } = position.closed?.tally ?? {};
  return requestCard(view, {
    receipt: result === undefined ? positions.record.none : positions.record.results[result],
    kicker: `${positions.kicker} · ${shortTitle(view)}`,
    title: neutral(wordsOf(position.question, view.language)),
    lines: [
      mine === undefined
        ? positions.ask1.closedNone
        : positions.ask1.yours(positions.given[mine.answer]),
    ],
    facts: [
      fact(
        positions.record.closed,
        formatsOf(view.language).moment(position.closed?.at ?? position.closesAt),
      ),
    ],
    notes: [positions.notDecision],
    told,
    actions: [
      openButton(positions.buttons.record, {
        verb: "openPosition",
        dialogueId: view.state.id,
        positionId: position.id,
      }),
      ...opening(view),
    ],
  });
}

import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Position, PositionId } from "../../domain/position.ts";
import { mayReopen } from "../../domain/position-closing.ts";
import { positionOf, standing } from "../../domain/position-state.ts";
import { wordsOf } from "../../domain/text.ts";
import { type Action, openButton, submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { correctButtons, correctionFacts } from "../corrections.ts";
import { neutral } from "../drawable.ts";
import {
  badge,
  type BannerData,
  banner,
  fact,
  header,
  icon,
  laidOut,
  line,
  strong,
  subtle,
} from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { problemBanner } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { shortTitle, withShortNames } from "../naming.ts";
import { noticeBanner } from "../notice-banner.ts";
import { compileFitting } from "../render.ts";
import layout from "../templates/position.json" with { type: "json" };
import { textsOf } from "../texts/texts.ts";
import type { Place, View } from "../view.ts";
import { aboutFacts } from "./position-facts.ts";
import { recordOf } from "./position-record.ts";
import { leadsPosition, rightsIn } from "./position-rights.ts";

const draw = compileFitting("position", layout);

export type PositionPlace = {
  readonly place: Place;
  readonly told?: Told;
  /** Inside a dialog the written reasons are read one at a time. */
  readonly page?: number;
};

/**
 * The card of a position. While it is open: what the group is asked, how many have answered and whether there is a quorum,
 * never who or what (decisions.md §3.3). Once closed it is the record: result, numbers, everybody's answer, dissent word
 * for word. In a dialog those who may lead it find their buttons there.
 */
export function positionCard(
  view: View,
  positionId: PositionId,
  { place, told = {}, page }: PositionPlace,
): IAdaptiveCard {
  const position = positionOf(view.state, positionId);
  if (!position) return noSuch(view, told);
  const drawn = (words: number, names: number) => () =>
    position.closed
      ? closedParts(withShortNames(view, names), position, { place, told, page, words })
      : openParts(withShortNames(view, names), position, { place, told });
  return draw(drawn(5_000, 80), drawn(1_500, 80), drawn(400, 40), drawn(120, 24), drawn(0, 12));
}

function frame(view: View, position: Position, told: Told) {
  const { positions } = textsOf(view.language);
  const question = neutral(wordsOf(position.question, view.language));
  return {
    lang: view.language,
    fallbackText: `${positions.kicker}: ${question}`,
    kicker: `${positions.kicker} · ${shortTitle(view)}`,
    question,
    toldBanners: [
      ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
    ],
  };
}

function openParts(
  view: View,
  position: Position,
  { place, told }: { readonly place: Place; readonly told: Told },
) {
  const { positions } = textsOf(view.language);
  const formats = formatsOf(view.language);
  const { answered, seats } = standing(position);
  const { kicker, question, toldBanners, ...top } = frame(view, position, told);
  const count = positions.answered(formats.number(answered), formats.number(seats));
  return {
    ...top,
    header: header(kicker, question, badge(count, "Accent"), {
      value: answered,
      max: Math.max(1, seats),
    }),
    banners: [...toldBanners, quorumBanner(view, position)],
    lines: [],
    facts: laidOut([
      ...aboutFacts(view, position),
      fact(positions.facts.closes, formats.moment(position.closesAt)),
    ]),
    boxes: [],
    notes: [positions.means[position.matter], positions.hidden, positions.noThread]
      .map((words) => line(subtle(words)))
      .concat(line(strong(positions.notDecision))),
    actions: openActions(view, position, place),
  };
}

/** How many are needed before it can be closed with a result. */
export function quorumBanner(view: View, position: Position): BannerData {
  const { positions } = textsOf(view.language);
  const { quorum, needed } = standing(position);
  return quorum
    ? banner("good", icon("CheckmarkCircle", "✓", "Good"), [strong(positions.quorumMet)])
    : banner("emphasis", icon("People", "•"), [
        strong(positions.quorumNot(formatsOf(view.language).number(needed))),
      ]);
}

function openActions(view: View, position: Position, place: Place): ActionArray {
  const { buttons } = textsOf(view.language).positions;
  const about = { dialogueId: view.state.id, positionId: position.id };
  if (place === "message")
    return [
      openButton(buttons.answer, { verb: "openAnswer", ...about }, { main: true }),
      openButton(buttons.comments, { verb: "openComments", ...about }),
      openButton(buttons.show, { verb: "openPosition", ...about }),
    ];
  const { answers, reads, leads, logs } = rightsIn(view, position);
  const shown: readonly (readonly [boolean, string, Action])[] = [
    [answers, buttons.answer, { verb: "openAnswer", ...about }],
    [reads, buttons.comments, { verb: "openComments", ...about }],
    [leads || logs, buttons.close, { verb: "openClosePosition", ...about }],
    [leads, buttons.substitute, { verb: "openSubstitute", ...about }],
    [logs, buttons.oral, { verb: "openOral", ...about }],
  ];
  return [
    ...shown.filter(([may]) => may).map(([, title, action]) => submitButton(title, action)),
    ...closing(view),
  ];
}

function closedParts(
  view: View,
  position: Position,
  {
    place,
    told,
    page,
    words,
  }: {
    readonly place: Place;
    readonly told: Told;
    readonly page: number | undefined;
    readonly words: number;
  },
) {
  const { kicker, question, toldBanners, ...top } = frame(view, position, told);
  const record = recordOf(view, position, { words, ...(page === undefined ? {} : { page }) });
  return {
    ...top,
    header: header(kicker, question, record.mark),
    banners: [...toldBanners, record.banner],
    lines: [],
    facts: laidOut([...record.facts, ...aboutFacts(view, position).slice(0, 1)]),
    boxes: [
      ...correctionFacts(view, { kind: "position", positionId: position.id }).map(
        ({ label, lines }) => ({ heading: [strong(label)], lines }),
      ),
      ...record.boxes,
    ],
    notes: [...record.notes, line(strong(textsOf(view.language).positions.notDecision))],
    actions: closedActions(view, position, place, { page: page ?? 0, pages: record.pages }),
  };
}

function closedActions(
  view: View,
  position: Position,
  place: Place,
  { page, pages }: { readonly page: number; readonly pages: number },
): ActionArray {
  const { cards, positions } = textsOf(view.language);
  const about = { dialogueId: view.state.id, positionId: position.id };
  const show = (to: number): Action => ({ verb: "openPosition", ...about, page: to });
  if (place === "message")
    return [openButton(positions.buttons.record, { verb: "openPosition", ...about })];
  const reopens = mayReopen(view.state, position) && leadsPosition(view, position);
  return [
    ...(page + 1 < pages ? [submitButton(cards.buttons.next, show(page + 1))] : []),
    ...(page > 0 ? [submitButton(cards.buttons.previous, show(page - 1))] : []),
    ...(reopens ? [submitButton(positions.buttons.reopen, { verb: "openReopen", ...about })] : []),
    ...(rightsIn(view, position).reads
      ? [submitButton(positions.buttons.comments, { verb: "openComments", ...about })]
      : []),
    ...correctButtons(view, { kind: "position", positionId: position.id }),
    ...closing(view),
  ];
}

function noSuch(view: View, told: Told): IAdaptiveCard {
  return draw(() => ({
    lang: view.language,
    fallbackText: textsOf(view.language).positions.kicker,
    header: header(shortTitle(view), textsOf(view.language).positions.kicker),
    banners: [
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
      problemBanner(view, { code: "E-FORBIDDEN" }),
    ],
    lines: [],
    facts: [],
    boxes: [],
    notes: [],
    actions: closing(view),
  }));
}

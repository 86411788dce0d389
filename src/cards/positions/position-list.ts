import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Position } from "../../domain/position.ts";
import { standing } from "../../domain/position-state.ts";
import { localDateOf } from "../../domain/time.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { icon, line, type RowData, row, strong, subtle } from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { problemBanner } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { listCard } from "../list-card.ts";
import { shortTitle } from "../naming.ts";
import { noticeBanner } from "../notice-banner.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { isCivilServant, leadsPosition } from "./position-rights.ts";

/** Every position of the dialogue, the newest first, and for those who may the way to a new one. */
export function positionList(view: View, page: number | undefined, told: Told = {}): IAdaptiveCard {
  const { list } = textsOf(view.language).positions;
  const dialogueId = view.state.id;
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: shortTitle(view),
    title: list.title,
    rows: view.state.positions.toReversed().map((position) => ({
      heading: "",
      row: positionRow(view, position),
    })),
    page: page ?? 0,
    banners: [
      ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
    ],
    none: [list.none, textsOf(view.language).positions.notDecision],
    more: (number) => ({ verb: "openPositions", dialogueId, page: number }),
    actions: listActions(view),
  });
}

function listActions(view: View): ActionArray {
  const { buttons } = textsOf(view.language).positions;
  const { cards } = textsOf(view.language);
  const dialogueId = view.state.id;
  const leads = leadsPosition(view);
  const works = view.state.status === "active";
  return [
    ...(works && (leads || isCivilServant(view))
      ? [submitButton(buttons.ask, { verb: "openAsk", dialogueId })]
      : []),
    ...(works && leads
      ? [submitButton(buttons.consensus, { verb: "openConsensus", dialogueId })]
      : []),
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    ...closing(view),
  ];
}

function positionRow(view: View, position: Position): RowData {
  const { matters } = textsOf(view.language).positions;
  const version =
    position.version === undefined ? "" : ` ${formatsOf(view.language).number(position.version)}`;
  const title = `${matters[position.matter]}${version}`;
  return row({
    icon:
      position.closed === undefined
        ? icon("PeopleTeam", "•", "Accent")
        : icon("CheckmarkCircle", "✓", "Good", "Filled"),
    runs: [strong(title)],
    lines: [line(subtle(saidOf(view, position)))],
    open: submitButton(title, {
      verb: "openPosition",
      dialogueId: view.state.id,
      positionId: position.id,
    }),
    leadsOn: true,
  });
}

function saidOf(view: View, position: Position): string {
  const { list, record, answered } = textsOf(view.language).positions;
  const { number, moment, shortDate } = formatsOf(view.language);
  if (!position.closed) {
    const { answered: count, seats } = standing(position);
    return list.rowOpen(answered(number(count), number(seats)), moment(position.closesAt));
  }
  const { result } = position.closed.tally;
  const said = result === undefined ? record.none : record.results[result];
  return list.rowClosed(said, shortDate(localDateOf(position.closed.at)));
}

/** The way there from the dialogue's own page, once there is a group that can be asked. */
export function positionsWay({ state, language }: View): readonly RowData[] {
  if (state.gates.G4a === undefined) return [];
  const { list } = textsOf(language).positions;
  return [
    row({
      icon: icon("PeopleTeam", "•", "Accent"),
      runs: [strong(list.open)],
      lines: [line(subtle(list.openText))],
      open: submitButton(list.open, { verb: "openPositions", dialogueId: state.id }),
      leadsOn: true,
    }),
  ];
}

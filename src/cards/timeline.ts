import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Event } from "../domain/dialogue.ts";
import { findItem } from "../domain/template.ts";
import { localDateOf } from "../domain/time.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
import { closing } from "./confirm-initiator.ts";
import { neutral } from "./drawable.ts";
import { badge, header, type RowData, row, run, strong, subtle, line } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle, personName, shortTitle, withShortNames } from "./naming.ts";
import { type CardData, compileFitting } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import { REPLACED } from "../domain/replaced-words.ts";
import { aboutItem } from "./timeline-items.ts";
import type { Room } from "./timeline-details.ts";
import { titleOf } from "./timeline-entry.ts";
import { entryOf } from "./timeline-words.ts";
import type { Place, View } from "./view.ts";

const draw = compileFitting("timeline", layout);

/** Events on one page; the newest are first. */
const MOST_ROWS = 10;

export type TimelinePlace = {
  /** Of one item alone; of the whole dialogue when absent. */
  readonly itemId?: string;
  /** From 0, the newest. A page beyond the last is the last. */
  readonly page?: number;
  readonly place: Place;
};

/**
 * Who did what when, from the events themselves, newest first by day; names stay also of those who have left. Content
 * is shown by the viewer's rights as on the items' own pages, and nothing of an open position but that somebody answered.
 */
export function timelineCard(
  view: View,
  events: readonly Event[],
  at: TimelinePlace,
): IAdaptiveCard {
  const { itemId } = at;
  // That an earlier answer went with a changed one would say who has changed theirs.
  const all = events.filter((one) => one.type !== "ContentErased" || one.ground !== REPLACED);
  const told = itemId === undefined ? all : all.filter((one) => aboutItem(view, one, itemId));
  const pages = Math.max(1, Math.ceil(told.length / MOST_ROWS));
  const page = Math.min(at.page ?? 0, pages - 1);
  const last = told.length - page * MOST_ROWS;
  const slice = told.slice(Math.max(0, last - MOST_ROWS), last).toReversed();
  const shown = { ...at, page, pages, total: told.length, first: page * MOST_ROWS };
  return draw(
    () => dataOf(view, slice, shown, { lines: 5, words: 240 }),
    () => dataOf(view, slice, shown, { lines: 3, words: 80 }),
    () => dataOf(withShortNames(view, 40), slice, shown, { lines: 1, words: 40 }),
    () => dataOf(withShortNames(view, 20), slice, shown, { lines: 0, words: 40 }),
  );
}

type Shown = TimelinePlace & {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly first: number;
};

function dataOf(view: View, slice: readonly Event[], at: Shown, room: Room): CardData {
  const { timeline, views } = textsOf(view.language);
  const { number } = formatsOf(view.language);
  const title = at.itemId === undefined ? dialogueTitle(view) : neutral(titleOf(view, at.itemId));
  const kicker =
    at.itemId === undefined ? timeline.title : `${timeline.title} · ${shortTitle(view)}`;
  const empty = slice.length === 0;
  return {
    lang: view.language,
    fallbackText: `${timeline.title}: ${title}`,
    header: header(kicker, title, empty ? undefined : badge(number(at.total))),
    banners: [],
    lines: empty
      ? [line(strong(timeline.none)), line(run(timeline.noneHelp, { isSubtle: true }))]
      : [],
    sections: days(view, slice, room),
    notes:
      at.pages > 1
        ? [line(subtle(views.step.shown(at.first + 1, at.first + slice.length, at.total)))]
        : [],
    actions: actionsOf(view, at),
  };
}

/** A heading for each day, as people remember what happened. */
function days(view: View, slice: readonly Event[], room: Room) {
  const { date } = formatsOf(view.language);
  const byDay = Map.groupBy(slice, ({ at }) => localDateOf(at));
  return [...byDay].map(([day, events]) => ({
    heading: upper(date(day)),
    rows: events.map((event) => eventRow(view, event, room)),
  }));
}

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}

function eventRow(view: View, event: Event, room: Room): RowData {
  const entry = entryOf(view, event, room);
  const { timeline } = textsOf(view.language);
  const name =
    entry.who === "system"
      ? timeline.someone
      : entry.who === undefined
        ? undefined
        : personName(view, entry.who);
  return row({
    icon: entry.icon,
    runs: name === undefined ? [run(entry.words)] : [strong(name), run(` ${entry.words}`)],
    lines: entry.lines,
    side: formatsOf(view.language).time(event.at),
    sideOnTop: true,
  });
}

function actionsOf(view: View, { itemId, page, pages, place }: Shown): ActionArray {
  const { timeline, cards } = textsOf(view.language);
  const dialogueId = view.state.id;
  const button = place === "dialog" ? submitButton : openButton;
  const of = itemId === undefined ? {} : { itemId };
  const show = (number: number): Action => ({
    verb: "openTimeline",
    dialogueId,
    ...of,
    page: number,
  });
  const back =
    itemId !== undefined && findItem(view.template, itemId)
      ? button(timeline.toItem, { verb: "openItem", dialogueId, itemId })
      : button(place === "dialog" ? cards.buttons.toDialogue : cards.buttons.openDialogue, {
          verb: "openDialogue",
          dialogueId,
        });
  return [
    ...(page + 1 < pages ? [button(timeline.older, show(page + 1))] : []),
    ...(page > 0 ? [button(timeline.newer, show(page - 1))] : []),
    ...(page + 2 < pages ? [button(timeline.oldest, show(pages - 1))] : []),
    back,
    ...(place === "dialog" ? closing(view) : []),
  ];
}

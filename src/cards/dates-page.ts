import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { type Deadline, isOpen } from "../domain/deadline.ts";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { forecastsOf } from "../domain/forecast.ts";
import { submitButton } from "./actions.ts";
import { deadlineName, deadlineRow } from "./deadline-rows.ts";
import { badge, header, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle, whoHas, withShortNames } from "./naming.ts";
import { type CardData, compileFitting } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileFitting("dates", layout);

/** Dates on one page. */
const MOST_ROWS = 10;

/** Every date of the dialogue: what is to be done, what lies further on as a forecast, what is done or no longer needed (process.md §13.3). */
export function datesPage(view: View, page = 0): IAdaptiveCard {
  return draw(
    () => dataOf(view, page),
    () => dataOf(withShortNames(view, 40), page),
  );
}

type Dated = { readonly heading: string; readonly row: RowData };

function dataOf(view: View, page: number): CardData {
  const { time, views, cards } = textsOf(view.language);
  const all = everyDate(view);
  const pages = Math.max(1, Math.ceil(all.length / MOST_ROWS));
  const number = Math.min(page, pages - 1);
  const slice = all.slice(number * MOST_ROWS, (number + 1) * MOST_ROWS);
  const headings = [...new Set(slice.map(({ heading }) => heading))];
  const dialogueId = view.state.id;
  const first = number * MOST_ROWS;
  const count = formatsOf(view.language).number(all.length);
  return {
    lang: view.language,
    fallbackText: `${time.dates.title}: ${dialogueTitle(view)}`,
    header: header(
      time.dates.title,
      dialogueTitle(view),
      all.length === 0 ? undefined : badge(count),
    ),
    banners: [],
    lines:
      all.length === 0
        ? [line(strong(time.dates.none)), line(run(time.dates.noneHelp, { isSubtle: true }))]
        : [],
    sections: headings.map((heading) => ({
      heading,
      rows: slice.filter((one) => one.heading === heading).map((one) => one.row),
    })),
    notes: [
      ...(headings.includes(time.dates.forecast) ? [line(subtle(time.dates.forecastText))] : []),
      ...(pages > 1
        ? [line(subtle(views.step.shown(first + 1, first + slice.length, all.length)))]
        : []),
    ],
    actions: [
      ...(number + 1 < pages
        ? [
            submitButton(cards.buttons.next, {
              verb: "openDates",
              dialogueId,
              page: number + 1,
            }),
          ]
        : []),
      ...(number > 0
        ? [
            submitButton(cards.buttons.previous, {
              verb: "openDates",
              dialogueId,
              page: number - 1,
            }),
          ]
        : []),
      submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
      submitButton(cards.buttons.close, { verb: "closeDialog" }),
    ],
  };
}

function everyDate(view: View): readonly Dated[] {
  const { dates } = textsOf(view.language).time;
  const { state, template, calendar } = view;
  const known = deadlinesOf(state, template, calendar);
  const goesOn = state.status === "active" && known.length > 0;
  const forecasts = goesOn ? forecastsOf(state, template, calendar) : [];
  return [
    ...sorted(known.filter(isOpen)).map((one) => ({
      heading: dates.coming,
      row: deadlineRow(view, one),
    })),
    ...sorted(forecasts).map((one) => ({
      heading: dates.forecast,
      row: forecastRow(view, one),
    })),
    ...sorted(known.filter((one) => !isOpen(one))).map((one) => ({
      heading: dates.over,
      row: deadlineRow(view, one),
    })),
  ];
}

function sorted(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

function forecastRow(view: View, deadline: Deadline): RowData {
  const { time, views } = textsOf(view.language);
  const { date, day } = formatsOf(view.language);
  const who =
    deadline.responsible === "system"
      ? views.deadlines.system
      : whoHas(view, [deadline.responsible]);
  return row({
    runs: [run(deadlineName(view, deadline))],
    lines: [line(subtle(`${time.dates.expected(date(deadline.due))} · ${who}`))],
    badge: badge(day(deadline.due), "Subtle"),
  });
}

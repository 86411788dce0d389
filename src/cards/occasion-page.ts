import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { rowsOf } from "../domain/fields.ts";
import { hostOf, noteTakerOf } from "../domain/occasion-people.ts";
import { occasionNotices } from "../domain/occasion-notices.ts";
import type { Occasion } from "../domain/occasion.ts";
import { isHeld } from "../domain/occasions.ts";
import { rolesOf, writersOf } from "../domain/permissions.ts";
import { findItem, type Step, stepOf } from "../domain/template.ts";
import { isText, wordsOf } from "../domain/text.ts";
import { localDateOf, localTimeOf } from "../domain/time.ts";
import type { Values } from "../domain/value.ts";
import { submitButton } from "./actions.ts";
import { oneLine, shortened } from "./drawable.ts";
import {
  type Badge,
  badge,
  type BannerData,
  banner,
  header,
  icon,
  type Line,
  line,
  type RowData,
  row,
  run,
  strong,
  subtle,
} from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { problemBanner } from "./forms/form-card.ts";
import { formatsOf } from "./formats.ts";
import { personName, shortTitle, whoHas, withShortNames } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { mayReadPlan, planHidden } from "./plan-rights.ts";
import { type CardData, compileFitting } from "./render.ts";
import { itemRow } from "./step-items.ts";
import { itemsOf } from "./step-pages.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileFitting("occasion", layout);

/** One tillfälle: when, where and by whom, how it stands, what is done for it; moved and cancelled from here (process.md §4.6). */
export function occasionPage(
  view: View,
  occasionId: string,
  told: Told = {},
): IAdaptiveCard | undefined {
  const occasion = view.state.occasions[occasionId];
  if (!occasion) return undefined;
  if (!mayReadPlan(view)) return planHidden(view);
  return draw(
    () => dataOf(view, occasion, told, 300),
    () => dataOf(withShortNames(view, 40), occasion, told, 80),
  );
}

function dataOf(view: View, occasion: Occasion, told: Told, most: number): CardData {
  const { time } = textsOf(view.language);
  const step = stepOf(view.template, "conduct-dialogue");
  const title = time.occasion.title(occasion.number);
  const items = occasion.status === "planned" ? itemsOf(view, step, occasion) : [];
  return {
    lang: view.language,
    fallbackText: `${title}: ${whenOf(view, occasion)}`,
    header: header(shortTitle(view), title, statusBadge(view, occasion)),
    banners: [
      ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
      ...standing(view, occasion, most),
    ],
    lines: [],
    sections: [
      { heading: time.occasion.when, rows: [factsRow(view, occasion, most)] },
      {
        heading: time.occasion.items,
        rows: items.map((item) => itemRow(view, step, item, "dialog", { marksOptional: true })),
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: [],
    actions: actionsOf(view, occasion, step),
  };
}

/** "onsdag 12 maj 2027 kl. 18.00–20.30" */
export function whenOf({ language }: Pick<View, "language">, { start, end }: Occasion): string {
  const { date, moment, time } = formatsOf(language);
  const { until } = textsOf(language).time.occasion;
  const from = `${date(localDateOf(start))} ${time(start)}`;
  if (localDateOf(start) !== localDateOf(end)) return until(`${from} `, ` ${moment(end)}`);
  const clock = localTimeOf(end);
  return until(from, language === "sv" ? clock.replace(":", ".") : clock);
}

function statusBadge(view: View, occasion: Occasion): Badge {
  const { occasion: words } = textsOf(view.language).time;
  if (occasion.status === "cancelled") return badge(words.cancelled, "Subtle");
  if (isHeld(view.state, occasion)) return badge(words.held, "Good", "Checkmark");
  return occasion.end <= view.now
    ? badge(words.over, "Warning", "Clock")
    : badge(words.planned, "Informative", "Clock");
}

/** Why it was moved or cancelled, whether people have been told, and that its time has passed without anybody saying more. */
function standing(view: View, occasion: Occasion, most: number): readonly BannerData[] {
  const { occasion: words } = textsOf(view.language).time;
  const { status, moves, reason } = occasion;
  const why =
    reason === undefined
      ? []
      : [line(run(shortened(oneLine(wordsOf(reason, view.language)), most)))];
  const isOver = status === "planned" && occasion.end <= view.now && !isHeld(view.state, occasion);
  const calendar = icon("CalendarLtr", "▣");
  return [
    ...(status === "cancelled"
      ? [
          banner(
            "emphasis",
            calendar,
            [strong(words.cancelledTitle)],
            [...why, ...notice(view, occasion)],
          ),
        ]
      : moves > 0
        ? [
            banner(
              "emphasis",
              calendar,
              [strong(words.movedTitle)],
              [...why, ...notice(view, occasion)],
            ),
          ]
        : []),
    ...(isOver
      ? [
          banner(
            "warning",
            icon("Warning", "!"),
            [strong(words.notHeldTitle)],
            [line(run(words.notHeld)), line(subtle("E-NO-ELECTED-PRESENT"))],
          ),
        ]
      : []),
  ];
}

function notice(view: View, { id }: Occasion): readonly Line[] {
  const { occasion: words } = textsOf(view.language).time;
  const newest = occasionNotices(view.state).findLast(({ occasionId }) => occasionId === id);
  if (!newest) return [];
  const sent = view.state.items[`event.notice.${newest.key}`]?.values.sentAt;
  if (typeof sent === "string")
    return [line(subtle(words.noticeSent(formatsOf(view.language).shortDate(sent))))];
  const found = findItem(view.template, `event.notice.${newest.key}`);
  const who = found ? whoHas(view, writersOf(view.state, found.item, found.step).slice(0, 1)) : "";
  return [line(strong(`${words.notice}. `), run(words.noticeText(who)))];
}

/** When, where, in what form and by whom, as one line with smaller ones under it. */
function factsRow(view: View, occasion: Occasion, most: number): RowData {
  const { occasion: words } = textsOf(view.language).time;
  const values: Values =
    rowsOf(view.state.items["plan.events"]?.values.events).find(({ id }) => id === occasion.id)
      ?.values ?? {};
  const person = (id: string | undefined) =>
    id === undefined ? words.unknown : personName(view, id);
  const place = isText(values.place)
    ? shortened(oneLine(wordsOf(values.place, view.language)), most)
    : undefined;
  const where = [place, formOf(view, values.form)].filter((one) => one !== undefined);
  return row({
    icon: icon("CalendarLtr", "▣", "Accent"),
    runs: [strong(upper(whenOf(view, occasion)))],
    lines: [
      ...(where.length === 0 ? [] : [line(run(where.join(" · ")))]),
      line(subtle(`${words.host}: ${person(hostOf(view.state, occasion.id))}`)),
      line(subtle(`${words.noteTaker}: ${person(noteTakerOf(view.state, occasion.id))}`)),
    ],
  });
}

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}

function formOf({ template, language }: View, form: unknown): string | undefined {
  const events = findItem(template, "plan.events")?.item.fields[0]?.fields ?? [];
  const options = events.find(({ name }) => name === "form")?.options ?? [];
  return options.find(({ value }) => value === form)?.label[language];
}

function actionsOf(view: View, occasion: Occasion, step: Step): ActionArray {
  const { time, cards, survey } = textsOf(view.language);
  const { state, viewer, directory } = view;
  const dialogueId = state.id;
  const occasionId = occasion.id;
  const isCivilServant =
    viewer !== undefined && rolesOf(state, viewer, directory).has("civilServant");
  const mayChange =
    isCivilServant &&
    state.status === "active" &&
    state.gates.G5 !== undefined &&
    occasion.status === "planned" &&
    !isHeld(state, occasion);
  return [
    ...(mayChange
      ? [
          submitButton(time.occasion.move, { verb: "openMoveOccasion", dialogueId, occasionId }),
          submitButton(time.occasion.cancel, {
            verb: "openCancelOccasion",
            dialogueId,
            occasionId,
          }),
        ]
      : []),
    ...(isCivilServant && state.gates.G5 !== undefined
      ? [submitButton(survey.button, { verb: "openRound", dialogueId, roundId: occasionId })]
      : []),
    submitButton(time.occasion.toStep, { verb: "openStep", dialogueId, stepId: step.id }),
    submitButton(cards.buttons.close, { verb: "closeDialog" }),
  ];
}

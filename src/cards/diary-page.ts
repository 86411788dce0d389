import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { followUpNumber } from "../domain/repeating.ts";
import { rolesOf } from "../domain/permissions.ts";
import { type DiaryEntry, diaryOf, isUnregistered, registerBy } from "../domain/registration.ts";
import { findItem, type Field } from "../domain/template.ts";
import { wordsOf } from "../domain/text.ts";
import { localDateOf } from "../domain/time.ts";
import { submitButton } from "./actions.ts";
import { oneLine, shortened } from "./drawable.ts";
import { badge, header, icon, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { faultWords, type Told } from "./forms/faults.ts";
import { fieldInputs } from "./forms/field-inputs.ts";
import { formCard, problemBanner } from "./forms/form-card.ts";
import { writtenParts } from "./forms/page-fields.ts";
import { formatsOf } from "./formats.ts";
import { FORM_ITSELF } from "./input-ids.ts";
import { dialogueTitle, itemTitle, shortTitle } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { type CardData, compileFitting } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";
import { warningBanner } from "./warning-banners.ts";

const draw = compileFitting("diary", layout);

/** Records on one page. */
const MOST_ROWS = 10;

/** "Att diarieföra": what is to be put in the diary, the oldest first, and what is there (OSL 5:1, process.md §13.3 D20). */
export function diaryPage(view: View, page = 0, told: Told = {}): IAdaptiveCard {
  return draw(
    () => dataOf(view, page, told, 120),
    () => dataOf(view, page, told, 50),
  );
}

function dataOf(view: View, page: number, told: Told, most: number): CardData {
  const { time, views, cards } = textsOf(view.language);
  const diary = diaryOf(view.state);
  const waiting = diary.filter(({ registered }) => !registered);
  const all = [...waiting, ...diary.filter(({ registered }) => registered)];
  const pages = Math.max(1, Math.ceil(all.length / MOST_ROWS));
  const number = Math.min(page, pages - 1);
  const slice = all.slice(number * MOST_ROWS, (number + 1) * MOST_ROWS);
  const rows = (some: readonly DiaryEntry[]) =>
    some.map((one) => diaryRow(view, one, number, most));
  const dialogueId = view.state.id;
  const isLate = isUnregistered(diary, view.template.deadlines, view.calendar, view.now);
  const first = number * MOST_ROWS;
  const show = (other: number) => ({ verb: "openDiary", dialogueId, page: other }) as const;
  return {
    lang: view.language,
    fallbackText: `${time.diary.title}: ${dialogueTitle(view)}`,
    header: header(
      time.diary.title,
      dialogueTitle(view),
      waiting.length === 0 ? undefined : badge(formatsOf(view.language).number(waiting.length)),
    ),
    banners: [
      ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
      ...(isLate ? [warningBanner(view.language, "W-NOT-REGISTERED")] : []),
    ],
    lines:
      all.length === 0
        ? [line(strong(time.diary.none)), line(run(time.diary.noneHelp, { isSubtle: true }))]
        : [],
    sections: [
      { heading: time.diary.waiting, rows: rows(slice.filter(({ registered }) => !registered)) },
      { heading: time.diary.done, rows: rows(slice.filter(({ registered }) => registered)) },
    ].filter((section) => section.rows.length > 0),
    notes:
      pages > 1
        ? [line(subtle(views.step.shown(first + 1, first + slice.length, all.length)))]
        : [],
    actions: [
      ...(number + 1 < pages ? [submitButton(cards.buttons.next, show(number + 1))] : []),
      ...(number > 0 ? [submitButton(cards.buttons.previous, show(number - 1))] : []),
      submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
      submitButton(cards.buttons.close, { verb: "closeDialog" }),
    ],
  };
}

/** What the record is called. */
export function recordName(
  view: View,
  { record, kind }: Pick<DiaryEntry, "record" | "kind">,
  most = 120,
): string {
  if (kind === "item") {
    const number = followUpNumber(record);
    // All of them are asked for in the same words (process.md §4.11); in the diary each is a record of its own.
    if (number !== undefined)
      return textsOf(view.language).public.promises.followUp(String(number));
    const found = findItem(view.template, record);
    return found ? itemTitle(view, found.item) : record;
  }
  const position = view.state.positions.find(({ id }) => id === record);
  const question = position ? oneLine(wordsOf(position.question, view.language)) : "";
  return textsOf(view.language).time.diary.position(shortened(question, most));
}

function diaryRow(view: View, entry: DiaryEntry, page: number, most: number): RowData {
  const { diary } = textsOf(view.language).time;
  const { shortDate, day } = formatsOf(view.language);
  const name = recordName(view, entry, most);
  const due = registerBy(entry, view.template.deadlines, view.calendar);
  const { registered } = entry;
  if (registered) {
    const on = shortDate(localDateOf(registered.at));
    const number =
      registered.registerId &&
      shortened(oneLine(wordsOf(registered.registerId, view.language)), 60);
    return row({
      icon: icon("CheckmarkCircle", "✓", "Good", "Filled"),
      runs: [run(name)],
      lines: [line(subtle(number ? diary.numbered(on, number) : diary.doneOn(on)))],
    });
  }
  const dialogueId = view.state.id;
  const isLate = localDateOf(view.now) > due;
  return row({
    icon: icon("Circle", "○", "Default"),
    runs: [run(name)],
    lines: [line(subtle(diary.by(shortDate(entry.on), shortDate(due))))],
    badge: isLate
      ? badge(diary.late, "Attention", "Warning")
      : badge(diary.due(day(due)), "Informative", "Clock"),
    ...(isRegistrar(view)
      ? {
          open: submitButton(name, {
            verb: "openRegistration",
            dialogueId,
            record: entry.record,
            page,
          }),
        }
      : {}),
  });
}

function isRegistrar({ state, viewer, directory }: View): boolean {
  return viewer !== undefined && rolesOf(state, viewer, directory).has("registrar");
}

const NUMBER: Field = { name: "registerId", type: "text", label: { sv: "", en: "" } };

/** Says that one record is in the diary, with its number where it has one. */
export function registrationForm(
  view: View,
  record: string,
  page: number,
  told: Told = {},
): IAdaptiveCard {
  const { time, forms } = textsOf(view.language);
  const entry = diaryOf(view.state).find((one) => one.record === record);
  if (!entry || entry.registered) return diaryPage(view, page, told);
  const { shortDate } = formatsOf(view.language);
  const due = registerBy(entry, view.template.deadlines, view.calendar);
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: `${time.diary.form} · ${shortTitle(view)}`,
    title: recordName(view, entry),
    told,
    intro: `${time.diary.by(shortDate(entry.on), shortDate(due))} ${time.diary.intro}`,
    fields: fieldInputs(view, {
      field: NUMBER,
      place: FORM_ITSELF,
      label: time.diary.number,
      required: false,
      parts: told.inputs
        ? writtenParts({ item: { id: FORM_ITSELF }, field: NUMBER }, told.inputs)
        : {},
      hints: [time.diary.numberHint],
      faults: faultWords(view.language, told.problems, {
        itemId: "diary",
        field: NUMBER.name,
      }),
    }),
    actions: [
      submitButton(
        time.diary.mark,
        { verb: "registerRecord", dialogueId, record, page },
        { main: true },
      ),
      submitButton(forms.back, { verb: "openDiary", dialogueId, page }),
    ],
  });
}

import type { Event } from "../domain/dialogue.ts";
import type { Subject } from "../domain/snooze.ts";
import { taskOf } from "../domain/task.ts";
import { deadlineName } from "./deadline-rows.ts";
import { oneLine, shortened } from "./drawable.ts";
import { formatsOf } from "./formats.ts";
import { taskTitle } from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const MOST_TITLE = 80;
const MOST_NAMED = 4;

/** What a reminder is about, by the id it is put off by. */
export function subjectName(view: View, id: Subject["id"]): string {
  const [type, ...rest] = id.split(":");
  const of = rest.join(":");
  if (type === "deadline") return deadlineName(view, { code: of });
  const task = taskOf(view.state, of);
  const title = task ? taskTitle(view, task) : textsOf(view.language).reminders.task;
  return shortened(oneLine(title), MOST_TITLE);
}

export function snoozedWords(
  view: View,
  { subjects, until }: Extract<Event, { type: "RemindersSnoozed" }>,
): string {
  const formats = formatsOf(view.language);
  const { cards, reach } = textsOf(view.language);
  const named = subjects.slice(0, MOST_NAMED).map((id) => `”${subjectName(view, id)}”`);
  const left = subjects.length - named.length;
  const things =
    left > 0 ? `${named.join(", ")} ${cards.moreOf(formats.number(left))}` : formats.and(named);
  return reach.snooze.did(things, formats.date(until));
}

import type { Event } from "../domain/dialogue.ts";
import { lessonsOf } from "../domain/lesson.ts";
import { icon } from "./elements.ts";
import { textsOf } from "./texts/texts.ts";
import { reasonLines, type Room } from "./timeline-details.ts";
import type { Entry } from "./timeline-entry.ts";
import type { View } from "./view.ts";

const read = icon("Lightbulb", "○", "Accent");

/** What has been said of lessons, as it is told. */
export function lessonEntry(
  view: View,
  event: Extract<Event, { type: "LessonSettled" | "LessonReviewed" }>,
  room: Room,
): Entry {
  const { did } = textsOf(view.language).lessons;
  const lines = event.word === undefined ? [] : reasonLines(view, event.word, room);
  const entry = { icon: read, who: event.by, lines };
  if (event.type === "LessonReviewed")
    return { ...entry, words: event.taskId === undefined ? did.declined : did.taken };
  const lesson = lessonsOf(view.state).find(({ rowId }) => rowId === event.rowId);
  return { ...entry, words: did.settled[event.status](lesson?.number ?? "") };
}

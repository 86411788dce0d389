import type { Event } from "../domain/dialogue.ts";
import { findItem } from "../domain/template.ts";
import { recordName } from "./diary-page.ts";
import { icon, line, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { textsOf } from "./texts/texts.ts";
import { reasonLines, type Room } from "./timeline-details.ts";
import type { Entry } from "./timeline-entry.ts";
import type { View } from "./view.ts";

type Of<T extends Event["type"]> = Extract<Event, { type: T }>;
type OccasionEvent = Of<"OccasionMoved" | "OccasionCancelled" | "OccasionEnded">;

const day = icon("CalendarLtr", "▣", "Accent");
const removed = icon("Subtract", "–", "Default");
const settled = icon("CheckmarkCircle", "✓", "Good", "Filled");

/** What has become of a tillfälle, of the diary and of the contact list, as it is told. */
export function timeEntry(
  view: View,
  event: OccasionEvent | Of<"RecordRegistered" | "ContactListPurged">,
  room: Room,
): Entry {
  const { time } = textsOf(view.language);
  switch (event.type) {
    case "RecordRegistered": {
      const words = time.diary.did(registeredName(view, event.record));
      return { icon: settled, who: event.by, words, lines: [] };
    }
    case "ContactListPurged":
      return { icon: removed, words: time.listPurged, lines: [] };
    case "OccasionMoved":
    case "OccasionCancelled":
    case "OccasionEnded":
      return occasionEntry(view, event, room);
  }
}

function registeredName(view: View, record: string): string {
  const kind = findItem(view.template, record) ? "item" : "position";
  return recordName(view, { record, kind }, 60);
}

function occasionEntry(view: View, event: OccasionEvent, room: Room): Entry {
  const { timeline } = textsOf(view.language);
  const { moment, time } = formatsOf(view.language);
  const number = view.state.occasions[event.occasionId]?.number ?? 0;
  switch (event.type) {
    case "OccasionMoved":
      return {
        icon: day,
        who: event.by,
        words: timeline.did.occasionMoved(number),
        lines: [
          line(subtle(timeline.moved(moment(event.start), time(event.end)))),
          ...reasonLines(view, event.reason, room),
        ],
      };
    case "OccasionCancelled":
      return {
        icon: day,
        who: event.by,
        words: timeline.did.occasionCancelled(number),
        lines: reasonLines(view, event.reason, room),
      };
    case "OccasionEnded":
      return { icon: day, words: timeline.is.occasionEnded(number), lines: [] };
  }
}

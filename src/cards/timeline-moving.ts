import type { Event } from "../domain/dialogue.ts";
import type { MovingFact } from "../domain/moving.ts";
import { icon } from "./elements.ts";
import { textsOf } from "./texts/texts.ts";
import type { Entry } from "./timeline-entry.ts";
import type { View } from "./view.ts";

/** That the channel was gone, came back, or was left for another. */
export function movingEntry(
  { language }: View,
  event: Extract<Event, { type: MovingFact["type"] }>,
): Entry {
  const { did, is } = textsOf(language).moving;
  switch (event.type) {
    case "PlaceLost":
      return { icon: icon("Warning", "!", "Warning"), words: is.lost, lines: [] };
    case "PlaceFound":
      return { icon: icon("CheckmarkCircle", "✓", "Good", "Filled"), words: is.found, lines: [] };
    case "DialogueMoved":
      return { icon: icon("ArrowRight", "→", "Accent"), who: event.by, words: did, lines: [] };
  }
}

import type { Event } from "../domain/dialogue.ts";
import type { SurveyFact } from "../domain/evaluation/survey.ts";
import { wordsOf } from "../domain/text.ts";
import { oneLine, shortened } from "./drawable.ts";
import { icon, line, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { roundTitle } from "./survey-names.ts";
import { textsOf } from "./texts/texts.ts";
import type { Room } from "./timeline-details.ts";
import type { Entry } from "./timeline-entry.ts";
import type { View } from "./view.ts";

const asked = icon("Poll", "▤", "Accent");
const settled = icon("CheckmarkCircle", "✓", "Good", "Filled");
const wrote = icon("Edit", "✎", "Accent");
const removed = icon("Subtract", "–", "Default");

/** What has become of the participants' evaluation, as it is told; never what anybody answered. */
export function surveyEntry(view: View, event: Extract<Event, SurveyFact>, room: Room): Entry {
  const { did } = textsOf(view.language).survey;
  const by = { who: event.by, lines: [] };
  switch (event.type) {
    case "RoundClosed": {
      const count = formatsOf(view.language).number(event.answers);
      const words = did.closed(roundTitle(view, event.roundId), count);
      return { icon: settled, words, lines: [] };
    }
    case "RoundFormChosen":
      return { icon: asked, ...by, words: did.form(roundTitle(view, event.roundId), event.form) };
    case "BackgroundChosen":
      return { icon: asked, ...by, words: did.background[event.background] };
    case "SecondWaveOpened":
      return { icon: asked, ...by, words: did.secondWave };
    case "ResultsReleased":
      return { icon: settled, words: textsOf(view.language).results.released, lines: [] };
    case "ThemePut": {
      const title = shortened(oneLine(wordsOf(event.title, view.language)), room.words);
      return { icon: wrote, who: event.by, words: did.theme, lines: [line(subtle(title))] };
    }
    case "ThemeRemoved":
      return { icon: removed, ...by, words: did.themeRemoved };
  }
}

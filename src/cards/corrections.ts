import type { ISubmitAction } from "@microsoft/teams.cards";
import {
  type CorrectionAbout,
  correctionsOf,
  isLockedRecord,
  mayCorrect,
  recordOf,
} from "../domain/correction.ts";
import { wordsOf } from "../domain/text.ts";
import { localDateOf } from "../domain/time.ts";
import { submitButton } from "./actions.ts";
import { oneLine, shortened } from "./drawable.ts";
import { type FactData, line, run, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { personName } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Newest first; older ones are in the history. */
const MOST_SHOWN = 5;
const MOST_WORDS = 600;

/** The corrections of a record, to stand beside it with day and name. */
export function correctionFacts(view: View, about: CorrectionAbout): readonly FactData[] {
  const { correction } = textsOf(view.language).lifecycle;
  const words = (text: Parameters<typeof wordsOf>[0]) =>
    shortened(oneLine(wordsOf(text, view.language)), MOST_WORDS);
  return correctionsOf(view.state, about)
    .toReversed()
    .slice(0, MOST_SHOWN)
    .map(({ by, at, was, shouldBe, why }) => ({
      label: correction.shown(formatsOf(view.language).shortDate(localDateOf(at))),
      lines: [
        line(run(correction.lines.was(words(was)))),
        line(run(correction.lines.shouldBe(words(shouldBe)))),
        line(run(correction.lines.why(words(why)))),
        line(subtle(correction.lines.by(personName(view, by)))),
      ],
    }));
}

/** For the one who may correct a record that is locked. */
export function correctButtons(view: View, about: CorrectionAbout): readonly ISubmitAction[] {
  const { state, viewer, directory, template } = view;
  if (viewer === undefined) return [];
  const looking = { actor: viewer, directory, template };
  if (!mayCorrect(state, about, looking) || !isLockedRecord(state, about, looking)) return [];
  return [
    submitButton(textsOf(view.language).lifecycle.correction.make, {
      verb: "openCorrection",
      dialogueId: state.id,
      kind: about.kind,
      id: recordOf(about),
    }),
  ];
}

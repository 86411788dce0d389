import { internalEvaluationCard } from "../../src/cards/evaluation/internal-card.ts";
import { internalEvaluationPage, thanksPage } from "../../src/cards/evaluation/internal-form.ts";
import { internalTextsPage } from "../../src/cards/evaluation/internal-texts.ts";
import type { Told } from "../../src/cards/forms/faults.ts";
import { morningCard } from "../../src/cards/morning.ts";
import type { Language, View } from "../../src/cards/view.ts";
import type { Dialogue, State } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Event } from "../../src/domain/dialogue.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import type { Shown } from "./every-card.ts";
import { viewOf } from "./scenes.ts";

const OPENED = "2027-08-17 09:00";
/** A form that comes back: an answer of no scale and too many words, with what was answered beside. */
const FAULTY: Told = {
  inputs: {
    "in:eval.internal:I1": "4",
    "in:eval.internal:I12": "b",
    "in:eval.internal:I12F": "Vi började för sent. ".repeat(60),
  },
  problems: [
    {
      code: "E-FIELD",
      faults: [
        { itemId: "eval.internal", field: "I12F", fault: "tooLong", limit: 1000, actual: 1260 },
      ],
    },
  ],
};

const WRITTEN = [
  "Börja på torget i stället för i Folkets hus.",
  "Vi borde ha bjudit in de unga tidigare.\n\nOch på en kväll.",
  "[Klicka](https://example.org) **nu** <at>Anna</at>",
  "Bra att samma tjänsteperson var med hela vägen.",
  "Lägg mer tid på sammanställningen. ".repeat(25),
  "Fler kvällar.",
];

/** The internal evaluation: what the channel shows, the form and what replaces it, and the kind words for all others. */
export function internalEvaluationCards(language: Language): readonly Shown[] {
  const open = played(scenarioOne, OPENED);
  const closed = played(scenarioOne, "2027-08-31 09:00");
  const before = played(scenarioOne, "2027-08-14 09:00");
  const at = (
    { state, now }: { readonly state: Dialogue; readonly now: string },
    viewer: string,
    more: Partial<View> = {},
  ): View => ({ ...viewOf(state, { language, now }), viewer, ...more });
  const joint = (event: Event) => ({
    ...before,
    state: evolve(before.state as State, event) as Dialogue,
  });
  const chosen = joint({
    type: "JointReflectionChosen",
    why: "fewInvited",
    invited: 6,
    opensOn: "2027-08-16",
    closesOn: "2027-08-30",
    by: "system",
    at: before.now,
  });
  const page = (name: string, view: View, told: Told = {}): Shown => ({
    name: `internal-evaluation-${name}`,
    place: "dialog",
    card: internalEvaluationPage(view, told),
  });
  const channel = (name: string, view: View): Shown => ({
    name: `internal-evaluation-channel-${name}`,
    place: "message",
    card: internalEvaluationCard(view),
  });
  const texts = (name: string, view: View, written: readonly string[]): Shown => ({
    name: `internal-evaluation-texts-${name}`,
    place: "dialog",
    card: internalTextsPage(view, written),
  });
  const morning = (name: string, view: View): Shown => ({
    name: `internal-evaluation-morning-${name}`,
    place: "message",
    card: morningCard(language, "2027-08-16", [
      {
        view,
        reminders: [
          {
            key: "D15",
            about: { type: "evaluation", rung: "open" },
            person: "a",
            dueAt: "2027-08-16T06:30:00.000Z",
          },
        ],
      },
    ]),
  });
  return [
    channel("open", at(open, "a")),
    channel("closed", at(closed, "a")),
    channel("joint", at(chosen, "a")),
    page("form", at(open, "a", { hasAnswered: false })),
    page("form-faulty", at(open, "a", { hasAnswered: false }), FAULTY),
    { name: "internal-evaluation-thanks", place: "dialog", card: thanksPage(at(open, "a")) },
    page("answered", at(open, "a", { hasAnswered: true })),
    page("counted", at(open, "tjp", { hasAnswered: true, answerCount: 6 })),
    page("not-invited", at(open, "head")),
    page("before", at(before, "a")),
    page("closed", at(closed, "a")),
    page("joint", at(chosen, "a")),
    page("closed-civil-servant", at(closed, "tjp")),
    texts("few", at(closed, "tjp"), ["Börja på torget."]),
    texts("many", at(closed, "tjp"), WRITTEN),
    morning("asked", at(open, "a", { hasAnswered: false })),
    morning("answered", at(open, "a", { hasAnswered: true })),
    morning("closed", at(closed, "a")),
  ];
}

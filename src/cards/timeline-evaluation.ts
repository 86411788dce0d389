import type { Event } from "../domain/dialogue.ts";
import { icon } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { textsOf } from "./texts/texts.ts";
import type { Entry } from "./timeline-entry.ts";
import type { View } from "./view.ts";

type InternalRoundEvent = Extract<
  Event,
  {
    readonly type:
      | "InternalRoundOpened"
      | "JointReflectionChosen"
      | "InternalRoundClosed"
      | "BallotsForgotten";
  }
>;

const form = icon("Flag", "⚑", "Accent");
const over = icon("CheckmarkCircle", "✓", "Good", "Filled");
const together = icon("PeopleTeam", "●", "Accent");
const removed = icon("Subtract", "–", "Default");

/** What has become of the internal evaluation, as it is told: never who has answered. */
export function evaluationEntry(view: View, event: InternalRoundEvent): Entry {
  const { happened } = textsOf(view.language).internalEvaluation;
  const { number } = formatsOf(view.language);
  const itself = (mark: Entry["icon"], words: string): Entry => ({ icon: mark, words, lines: [] });
  switch (event.type) {
    case "InternalRoundOpened":
      return itself(form, happened.opened(number(event.invited.length)));
    case "JointReflectionChosen":
      return itself(together, happened.joint);
    case "InternalRoundClosed": {
      const round = view.state.internalRound;
      const invited = round?.status === "closed" ? round.invited.length : 0;
      return itself(over, happened.closed(number(event.answered), number(invited)));
    }
    case "BallotsForgotten":
      return itself(removed, happened.forgotten);
  }
}

import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { rolesOf } from "../domain/permissions.ts";
import type { PersonId } from "../domain/value.ts";
import { openButton } from "./actions.ts";
import { opening } from "./confirm-initiator.ts";
import { icon, row, run } from "./elements.ts";
import { dialogueTitle, shortTitle } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** A short hello to each elected member of the steering group: what will be asked of them, and that it is little. */
export function helloCard(view: View, member: PersonId): IAdaptiveCard {
  const { requests, cards } = textsOf(view.language);
  const words = requests.hello;
  const roles = rolesOf(view.state, member, view.directory);
  if (!roles.has("steeringMember") || view.state.status === "withdrawn")
    return requestCard(view, {
      gone: words.goneTitle,
      kicker: cards.citizenDialogue,
      title: dialogueTitle(view),
      lines: [words.goneText],
    });
  const isChair = roles.has("steeringChair");
  const asked = isChair ? [...words.asked, words.askedChair] : words.asked;
  return requestCard(view, {
    kicker: cards.citizenDialogue,
    title: words.title(shortTitle(view)),
    lines: [isChair ? words.chair : words.member],
    sections: [
      {
        heading: words.askedTitle,
        rows: asked.map((text) =>
          row({ icon: icon("CheckmarkCircle", "•", "Accent"), runs: [run(text)] }),
        ),
      },
    ],
    notes: [words.quiet, words.notice],
    actions: [
      ...opening(view),
      openButton(cards.buttons.how, { verb: "openHelp", topic: "how" }),
      openButton(cards.buttons.tasks, { verb: "openTasks" }),
    ],
  });
}

import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { holdersOf, leadBody, startDecision } from "../domain/permissions.ts";
import { openButton } from "./actions.ts";
import { opening } from "./confirm-initiator.ts";
import { fact, type FactData } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { bodyName, dialogueTitle, personName, shortTitle } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Asks the head of department to appoint the civil servant, with the date it is due (process.md §3 G4a); a receipt once somebody is. */
export function appointCard(view: View): IAdaptiveCard {
  const { requests, cards } = textsOf(view.language);
  const words = requests.appoint;
  const { state } = view;
  const [appointed] = holdersOf(state, "civilServant", view.directory);
  if (appointed !== undefined) {
    const name = personName(view, appointed);
    const byMe = state.items["plan.appoint"]?.recordedBy === view.viewer;
    return requestCard(view, {
      receipt: words.doneTitle,
      kicker: cards.citizenDialogue,
      title: dialogueTitle(view),
      lines: [byMe ? words.doneText(name) : words.doneBy(name)],
      actions: opening(view),
    });
  }
  const heads = holdersOf(state, "departmentHead", view.directory);
  const mine = view.viewer === undefined || heads.includes(view.viewer);
  if (!mine || state.status === "withdrawn" || startDecision(state) === undefined)
    return requestCard(view, {
      gone: words.goneTitle,
      kicker: cards.citizenDialogue,
      title: dialogueTitle(view),
      lines: [words.goneText],
    });
  return requestCard(view, {
    ask: words.ask,
    kicker: shortTitle(view),
    title: words.title,
    lines: [words.text(bodyName(view, leadBody(state) ?? ""))],
    facts: factsOf(view),
    notes: [words.means],
    actions: [
      openButton(
        cards.buttons.appoint,
        { verb: "openItem", dialogueId: state.id, itemId: "plan.appoint" },
        { main: true },
      ),
      ...opening(view),
    ],
  });
}

function factsOf(view: View): readonly FactData[] {
  const { requests } = textsOf(view.language);
  const formats = formatsOf(view.language);
  const meeting = startDecision(view.state)?.facts.meetingDate;
  const due = deadlinesOf(view.state, view.template, view.calendar).find(
    ({ code }) => code === "D01",
  )?.due;
  return [
    fact(requests.facts.dialogue, dialogueTitle(view)),
    ...(typeof meeting === "string" ? [fact(requests.facts.meeting, formats.date(meeting))] : []),
    ...(due === undefined ? [] : [fact(requests.facts.due, formats.date(due))]),
  ];
}

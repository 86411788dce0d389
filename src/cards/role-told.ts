import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { type HeldRole, namedIn, type StoodInRole } from "../domain/role-records.ts";
import type { PersonId } from "../domain/value.ts";
import { openButton } from "./actions.ts";
import { opening } from "./confirm-initiator.ts";
import { neutral } from "./drawable.ts";
import { icon, line, row, run, strong } from "./elements.ts";
import { dialogueTitle, personName, shortTitle } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import {
  absenceWords,
  fixWords,
  hasLeft,
  roleName,
  rolesStillNamed,
  standIn,
} from "./role-holders.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Tells a person of the role they have been given and what it means; a receipt once they hold it no more. */
export function roleToldCard(view: View, role: HeldRole, person: PersonId): IAdaptiveCard {
  const { holding, cards } = textsOf(view.language);
  const words = Object.hasOwn(holding.told, role)
    ? holding.told[role as keyof typeof holding.told]
    : undefined;
  const holds = namedIn(view.state, role).includes(person);
  if (!words || !holds || view.state.status === "withdrawn")
    return requestCard(view, {
      gone: holding.toldGone,
      kicker: cards.citizenDialogue,
      title: dialogueTitle(view),
      lines: [holding.toldGoneText],
    });
  return requestCard(view, {
    kicker: shortTitle(view),
    title: words.title,
    lines: [words.text],
    actions: [
      ...opening(view),
      openButton(cards.buttons.tasks, { verb: "openTasks" }),
      openButton(cards.buttons.how, { verb: "openHelp", topic: "roles" }),
    ],
  });
}

/** Asks who stands in for somebody to go in now, with how long it is known to last; a receipt when it is over (decisions.md §1.6, §9.3). */
export function standInCard(view: View, role: StoodInRole, person: PersonId): IAdaptiveCard {
  const { holding, cards } = textsOf(view.language);
  const words = holding.standIn[role];
  const [away] = namedIn(view.state, role);
  if (standIn(view, role) !== person || away === undefined)
    return requestCard(view, {
      receipt: holding.standIn.over,
      kicker: cards.citizenDialogue,
      title: dialogueTitle(view),
      lines: [holding.standIn.overText],
      actions: opening(view),
    });
  const why = hasLeft(view, away) ? holding.left : absenceWords(view, away);
  return requestCard(view, {
    ask: holding.standIn.ask,
    kicker: shortTitle(view),
    title: words.title,
    lines: [`${neutral(personName(view, away))} · ${why ?? ""}`, words.text],
    actions: [...opening(view), openButton(cards.buttons.tasks, { verb: "openTasks" })],
  });
}

/** Tells the civil servant that somebody has left the team, and which roles need somebody else (decisions.md §1.5). */
export function personLeftCard(view: View, person: PersonId): IAdaptiveCard {
  const { holding, cards } = textsOf(view.language);
  const words = holding.leftCard;
  const roles = rolesStillNamed(view, person);
  if (!hasLeft(view, person) || roles.length === 0)
    return requestCard(view, {
      receipt: words.done,
      kicker: cards.citizenDialogue,
      title: dialogueTitle(view),
      lines: [words.doneText],
      actions: opening(view),
    });
  return requestCard(view, {
    ask: words.ask,
    kicker: shortTitle(view),
    title: neutral(words.title(personName(view, person))),
    lines: [words.text],
    sections: [
      {
        heading: words.rolesTitle,
        rows: roles.map((role) =>
          row({
            icon: icon("Person", "●", "Attention"),
            runs: [strong(roleName(view, role))],
            lines: [line(run(fixWords(view, role), { size: "Small" }))],
          }),
        ),
      },
    ],
    actions: [
      openButton(holding.open, { verb: "openRoles", dialogueId: view.state.id }, { main: true }),
      ...opening(view),
    ],
  });
}

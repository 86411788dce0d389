import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { openButton } from "../actions.ts";
import { formatsOf } from "../formats.ts";
import { shortTitle } from "../naming.ts";
import { requestCard } from "../request-card.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";

/**
 * The internal evaluation in the channel: until when it is open, and that it has closed. Never who has answered, nor how
 * many while it is open: the channel is everybody's (decisions.md §3.1, §11.3).
 */
export function internalEvaluationCard(view: View): IAdaptiveCard {
  const words = textsOf(view.language).internalEvaluation;
  const { date, number } = formatsOf(view.language);
  const round = view.state.internalRound;
  const dialogueId = view.state.id;
  const kicker = `${words.kicker} · ${shortTitle(view)}`;
  const show = [openButton(words.buttons.show, { verb: "openEvaluation", dialogueId })];
  if (round === undefined || round.status === "joint")
    return requestCard(view, {
      kicker,
      title: words.channel.joint,
      lines: [...(round === undefined ? [] : [words.joint[round.why]]), words.channel.jointText],
      actions: show,
    });
  if (round.status === "open")
    return requestCard(view, {
      kicker,
      title: words.channel.open(date(round.closesOn)),
      lines: [words.channel.openText],
      notes: [words.channel.hidden, words.honest, words.promise],
      actions: [
        openButton(words.buttons.answer, { verb: "openEvaluation", dialogueId }, { main: true }),
      ],
    });
  return requestCard(view, {
    kicker,
    title: words.channel.closed(date(round.closesOn)),
    lines: [
      words.channel.closedText(number(round.answered), number(round.invited.length)),
      ...(round.joint === undefined ? [] : [words.joint[round.joint], words.channel.jointText]),
    ],
    actions: [
      openButton(textsOf(view.language).results.open, { verb: "openResults", dialogueId }),
      ...show,
    ],
  });
}

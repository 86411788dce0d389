import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { hasEnded } from "../domain/lifecycle.ts";
import { isPlaceLost, moverOf } from "../domain/moving.ts";
import { localDateOf } from "../domain/time.ts";
import { executeButton } from "./actions.ts";
import { opening } from "./confirm-initiator.ts";
import { oneLine, shortened } from "./drawable.ts";
import { type BannerData, banner, icon, line, row, run, strong } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle, shortTitle } from "./naming.ts";
import { noticeCard } from "./notices.ts";
import { requestCard } from "./request-card.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

/** Says since when nothing can be shown where the dialogue lives, and who can move it; nothing while something can. */
export function lostBanner({ state, language }: View): readonly BannerData[] {
  const since = isPlaceLost(state) ? state.lostPlaces.at(-1)?.since : undefined;
  if (since === undefined || state.status === "closed") return [];
  const { moving } = textsOf(language);
  const mover = moverOf(state) === "civilServant" ? "civilServant" : "initiator";
  return [
    banner(
      "warning",
      icon("Warning", "!", "Warning"),
      [strong(moving.banner(formatsOf(language).shortDate(localDateOf(since))))],
      [line(run(moving.bannerText(moving.mover[mover])))],
    ),
  ];
}

/** Tells who can move the dialogue that its channel is gone and how to go on; a receipt when it is back or moved (reliability.md F49). */
export function placeLostCard(view: View, time: number): IAdaptiveCard {
  const { cards, moving } = textsOf(view.language);
  const words = moving.lost;
  const over = view.state.lostPlaces[time]?.over;
  const receipt = { kicker: cards.citizenDialogue, title: dialogueTitle(view) };
  if (over !== undefined)
    return requestCard(view, {
      ...receipt,
      receipt: words[over],
      lines: [over === "back" ? words.backText : words.movedText],
      actions: opening(view),
    });
  if (hasEnded(view.state))
    return requestCard(view, { ...receipt, gone: words.over, lines: [words.overText] });
  return requestCard(view, {
    ask: words.ask,
    kicker: shortTitle(view),
    title: words.title,
    lines: [words.text, words.kept],
    sections: [
      {
        heading: words.how,
        rows: words.steps.map((text, index) => row({ runs: [run(`${index + 1}. ${text}`)] })),
      },
    ],
    notes: [words.orBack],
    actions: opening(view),
  });
}

/** Says in the new channel that the dialogue lives there now, and who with a part in it is not in the team (decisions.md §1.4). */
export function movedHereCard(view: View, missing: readonly string[]): IAdaptiveCard {
  const { here } = textsOf(view.language).moving;
  const { and } = formatsOf(view.language);
  return noticeCard({
    language: view.language,
    title: here.title,
    icon: icon("CheckmarkCircle", "✓", "Good", "Filled"),
    lines: [
      line(strong(dialogueTitle(view))),
      line(run(here.text)),
      ...(missing.length === 0
        ? []
        : [line(strong(here.missing(and(namesOf(missing))))), line(run(here.missingText))]),
    ],
  });
}

const MOST_NAMES = 12;

function namesOf(people: readonly string[]): readonly string[] {
  const names = people.slice(0, MOST_NAMES).map((name) => shortened(oneLine(name), 60));
  return people.length > MOST_NAMES ? [...names, `+${people.length - MOST_NAMES}`] : names;
}

const MOST_CHOICES = 6;

/** Which of the dialogues that have lost their channel moves to this one; for the person's own chat. */
export function chooseMoveCard(
  views: readonly View[],
  {
    language,
    channelId,
    channel,
  }: {
    readonly language: Language;
    readonly channelId: string;
    readonly channel?: string;
  },
): IAdaptiveCard {
  const { choose } = textsOf(language).moving;
  const name = channel === undefined ? choose.thatChannel : `”${oneLine(channel)}”`;
  return noticeCard({
    language,
    title: choose.title,
    icon: icon("Question", "?", "Accent"),
    lines: [
      line(run(choose.text(name))),
      ...(views.length > MOST_CHOICES ? [line(run(choose.more))] : []),
    ],
    actions: views.slice(0, MOST_CHOICES).map((view) =>
      executeButton(shortTitle({ ...view, language }), {
        verb: "moveDialogue",
        dialogueId: view.state.id,
        channelId,
      }),
    ),
  });
}

/** What stands where the dialogue's cards were, should the channel it was moved from come back. */
export function movedAwayCard(language: Language): IAdaptiveCard {
  const { away } = textsOf(language).moving;
  return noticeCard({
    language,
    title: away.title,
    icon: icon("Info", "i"),
    lines: [line(run(away.text))],
  });
}

import {
  chooseMoveCard,
  movedAwayCard,
  movedHereCard,
  placeLostCard,
} from "../../src/cards/moving.ts";
import { overviewCard } from "../../src/cards/overview.ts";
import { screenOf } from "../../src/cards/screens.ts";
import { timelineCard } from "../../src/cards/timeline.ts";
import type { View } from "../../src/cards/view.ts";
import type { Dialogue, Event, Home } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { MovingFact } from "../../src/domain/moving.ts";
import { DIALOGUE, TEAM } from "../support/given.ts";
import type { Shown, ViewAt } from "./every-card.ts";

const NEW: Home & { readonly type: "channel" } = {
  type: "channel",
  teamId: TEAM,
  channelId: "19:new@thread.tacv2",
};
const lost = { type: "PlaceLost", told: "tjp" } as const;
const found = { type: "PlaceFound" } as const;
const moved = { type: "DialogueMoved", home: NEW } as const;

/** The dialogue's channel is gone, comes back or is left for another: what is told of it, and where. */
export function movingCards(at: ViewAt): readonly Shown[] {
  const when = (view: View, ...facts: readonly MovingFact[]): View => {
    const state = facts.reduce<Dialogue>(
      (before, fact) =>
        evolve(before, {
          ...fact,
          by: fact.type === "DialogueMoved" ? "tjp" : "system",
          at: "2027-02-04T08:00:00.000Z",
        }) as Dialogue,
      view.state,
    );
    return { ...view, state };
  };
  const named = (name: string, place: Shown["place"], card: Shown["card"]): Shown => ({
    name: `moving-${name}`,
    place,
    card,
  });
  const message = (name: string, card: Shown["card"]) => named(name, "message", card);
  const led = at("appointed", "tjp");
  const { language } = led;
  const open = { verb: "openDialogue", dialogueId: DIALOGUE } as const;
  const stamp = { by: "system", at: "2027-02-04T08:00:00.000Z" } as const;
  const entries: readonly Event[] = [
    { ...lost, ...stamp },
    { ...found, ...stamp },
    { ...lost, ...stamp },
    { ...moved, ...stamp, by: "tjp" },
  ];
  return [
    message("lost", placeLostCard(when(led, lost), 0)),
    message("back", placeLostCard(when(led, lost, found), 0)),
    message("moved", placeLostCard(when(led, lost, moved), 0)),
    message("over", placeLostCard(when(at("withdrawn", "a"), lost), 0)),
    message("overview-lost", overviewCard(when(at("appointed"), lost))),
    message("overview-lost-early", overviewCard(when(at("triaged"), lost))),
    named("dialogue-lost", "dialog", screenOf(when(led, lost), open, "new")),
    message("here", movedHereCard(when(led, lost, moved), [])),
    message(
      "here-missing",
      movedHereCard(when(led, lost, moved), ["Cecilia Ek", "Mats Ödman", "Sara *Nyman*"]),
    ),
    message(
      "choose",
      chooseMoveCard([led, at("triaged", "a"), at("started", "tjp")], {
        language,
        channelId: NEW.channelId,
        channel: "Dialoger",
      }),
    ),
    message(
      "choose-many",
      chooseMoveCard(Array<View>(8).fill(led), { language, channelId: NEW.channelId }),
    ),
    message("away", movedAwayCard(language)),
    named("timeline", "dialog", timelineCard(led, entries, { place: "dialog" })),
  ];
}

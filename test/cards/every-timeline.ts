import { timelineCard } from "../../src/cards/timeline.ts";
import * as history from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";
import type { Shown, ViewAt } from "./every-card.ts";

const voted: readonly history.Step[] = [
  ...planned(),
  goOn,
  open,
  answer("a", "approve"),
  answer("b", "approve"),
  answer("c", "approve"),
  answer("d", "recuse"),
  answer("e", "return", "Vi når inte skiftarbetarna."),
  close,
];

/** The history of a dialogue and of its items, as those with and without a role read it. */
export function everyTimeline(at: ViewAt): Shown[] {
  const first = history.eventsOf(...history.appointed);
  const all = history.eventsOf(...voted);
  const state = history.after(...voted);
  const later = (viewer: string) => ({ ...at("appointed", viewer), state: titled(at, state) });
  const unclosed = { ...later("a"), state: titled(at, history.after(...voted.slice(0, -1))) };
  const shown = (name: string, card: Shown["card"], place: Shown["place"] = "dialog"): Shown => ({
    name: `timeline-${name}`,
    place,
    card,
  });
  const dialog = { place: "dialog" } as const;
  return [
    shown("first", timelineCard(at("appointed", "a"), first, dialog)),
    shown("first-no-role", timelineCard(at("appointed", "other"), first, dialog)),
    shown("oldest", timelineCard(at("appointed", "a"), first, { ...dialog, page: 99 })),
    shown("message", timelineCard(at("appointed", "a"), first, { place: "message" }), "message"),
    shown("closed-position", timelineCard(later("a"), all, dialog)),
    shown("open-position", timelineCard(unclosed, all.slice(0, -2), dialog)),
    shown("plan", timelineCard(later("tjp"), all, { ...dialog, page: 3 })),
    shown(
      "item",
      timelineCard(at("appointed", "a"), first, { ...dialog, itemId: "decide.budget" }),
    ),
    shown("item-none", timelineCard(at("appointed", "a"), [], { ...dialog, itemId: "plan.level" })),
    shown(
      "sent-back",
      timelineCard(
        at("sentBack", "reg"),
        history.eventsOf(...history.registered, sentBack),
        dialog,
      ),
    ),
  ];
}

const sentBack: history.Step = [
  "a",
  { type: "SendBackDecision", decisionId: "decision-1", reason: "Budgeten ska vara 175 000 kr." },
];

/** With the scene's own title, which may be as long as titles get. */
function titled(at: ViewAt, state: ReturnType<typeof history.after>) {
  return { ...state, title: at("appointed").state.title };
}

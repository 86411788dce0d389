import type { Event } from "../domain/dialogue.ts";
import { icon } from "./elements.ts";
import { textsOf } from "./texts/texts.ts";
import { reasonLines, type Room } from "./timeline-details.ts";
import { type Entry, titleOf } from "./timeline-entry.ts";
import type { View } from "./view.ts";

type Of<T extends Event["type"]> = Extract<Event, { type: T }>;
type LifecycleEvent = Of<
  | "DialoguePaused"
  | "DialogueResumed"
  | "DialogueStopped"
  | "DialogueClosed"
  | "GateReopened"
  | "RecordCorrected"
>;

const rests = icon("Pause", "‖", "Warning");
const goesOn = icon("Play", "▶", "Good");
const back = icon("ArrowUndo", "↩", "Attention");
const over = icon("CheckmarkCircle", "✓", "Good", "Filled");
const halted = icon("Warning", "!", "Attention");
const wrote = icon("Edit", "✎", "Accent");

/** Pause, stop, closing, what was opened again and what was corrected, as they are told. */
export function lifecycleEntry(view: View, event: LifecycleEvent, room: Room): Entry {
  const { did, is, gates } = textsOf(view.language).lifecycle;
  const who = event.by;
  switch (event.type) {
    case "DialoguePaused":
      return { icon: rests, who, words: did.paused, lines: reasonLines(view, event.reason, room) };
    case "DialogueResumed":
      return {
        icon: goesOn,
        who,
        words: did.resumed,
        lines: reasonLines(view, event.reason, room),
      };
    case "DialogueStopped":
      return { icon: halted, words: is.stopped, lines: [] };
    case "DialogueClosed":
      return { icon: over, words: is.closed, lines: [] };
    case "GateReopened":
      return {
        icon: back,
        who,
        words: did.reopened(gates[event.gate]),
        lines: reasonLines(view, event.reason, room),
      };
    case "RecordCorrected":
      return {
        icon: wrote,
        who,
        words: did.corrected(correctedWords(view, event.about)),
        lines: reasonLines(view, event.why, room),
      };
  }
}

function correctedWords(view: View, about: Of<"RecordCorrected">["about"]): string {
  const { matters, positions } = textsOf(view.language).timeline;
  switch (about.kind) {
    case "item":
      return `”${titleOf(view, about.itemId)}”`;
    case "decision":
      return matters[
        view.state.decisions.find(({ id }) => id === about.decisionId)?.matter ?? "start"
      ];
    case "position":
      return positions[
        view.state.positions.find(({ id }) => id === about.positionId)?.matter ?? "other"
      ];
  }
}

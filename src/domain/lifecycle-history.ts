import type { Dialogue, DialogueFacts, Event } from "./dialogue.ts";
import { reopened } from "./reopening.ts";

const TYPES = [
  "DialoguePaused",
  "DialogueResumed",
  "DialogueStopped",
  "DialogueClosed",
  "GateReopened",
  "RecordCorrected",
] as const;
type LifecycleEvent = Extract<Event, { readonly type: (typeof TYPES)[number] }>;

/** Whether the event halts, ends or reopens something, or corrects a record. */
export function isLifecycleEvent(event: Event): event is LifecycleEvent {
  return TYPES.some((type) => type === event.type);
}

/** The dialogue after it. Never throws. */
export function evolveLifecycle(state: Dialogue, event: LifecycleEvent): Dialogue {
  const { by, at } = event;
  const facts: DialogueFacts = state;
  switch (event.type) {
    case "DialoguePaused": {
      const { reason: pauseReason } = event;
      return { ...facts, status: "paused", pausedAt: at, pausedBy: by, pauseReason };
    }
    case "DialogueResumed":
      return { ...facts, status: "active" };
    case "DialogueStopped":
      return { ...facts, status: "stopped", stoppedAt: at, stoppedBy: event.decisionId };
    case "DialogueClosed":
      return { ...facts, status: "closed", closedAt: at };
    case "GateReopened":
      return reopened(state, event);
    case "RecordCorrected": {
      const { correctionId: id, about, was, shouldBe, why } = event;
      const correction = { id, about, was, shouldBe, why, by, at };
      return { ...state, corrections: [...state.corrections, correction] };
    }
  }
}

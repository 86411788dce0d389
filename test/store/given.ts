import type { Event, Home } from "../../src/domain/dialogue.ts";
import type { Wanted } from "../../src/domain/messages.ts";
import { written } from "../../src/domain/text.ts";
import type { Change } from "../../src/store/store.ts";

export const AT = "2027-01-11T08:00:00.000Z";
export const CHANNEL: Home = { type: "channel", teamId: "team-1", channelId: "19:channel@thread" };
export const PERSONAL: Home = { type: "personal", person: "p-owner" };

/** So many milliseconds after the moment most tests stand at. */
export function after(milliseconds: number): string {
  return new Date(Date.parse(AT) + milliseconds).toISOString();
}
export function times(milliseconds = 0) {
  return { now: after(milliseconds), real: after(milliseconds) };
}

export function started(dialogueId: string, home: Home = CHANNEL, title = "Stationstorget"): Event {
  return {
    type: "DialogueStarted",
    dialogueId,
    template: { id: "granasa", version: 1, hash: "abc" },
    language: "sv",
    home,
    title: written(title),
    starterEmployed: false,
    initiator: "p-a",
    initiatorConfirmed: true,
    by: "p-a",
    at: AT,
  };
}

export function recorded(text: string, itemId = "identify.question"): Event {
  const values = { question: written(text) };
  return { type: "ItemRecorded", itemId, values, warnings: [], by: "p-b", at: AT };
}

/** A change with one event on an empty dialogue, unless said otherwise. */
export function change(dialogueId: string, more: Partial<Change> = {}): Change {
  const home = more.index?.home ?? CHANNEL;
  return {
    dialogueId,
    version: 0,
    events: [started(dialogueId, home)],
    messages: [],
    index: { home, status: "draft", example: home.type === "personal", people: ["p-a"] },
    at: AT,
    ...more,
  };
}

/** A change that begins an example in its owner's chat. */
export function exampleChange(dialogueId: string, more: Partial<Change> = {}): Change {
  const index = { home: PERSONAL, status: "draft", example: true, people: ["p-owner"] };
  return change(dialogueId, { index, ...more });
}

export const overview: Wanted = {
  key: "overview",
  about: { kind: "overview" },
  to: { type: "channel", teamId: "team-1", channelId: "19:channel@thread", thread: "root" },
  delivery: "once",
};
export function step(stepId: "triage" | "planning" = "triage"): Wanted {
  return {
    key: `step.${stepId}`,
    about: { kind: "step", stepId },
    to: { type: "channel", teamId: "team-1", channelId: "19:channel@thread", thread: "reply" },
    delivery: "once",
  };
}
export function hello(person = "p-a"): Wanted {
  return {
    key: `hello.${person}`,
    about: { kind: "hello" },
    to: { type: "person", person },
    delivery: "repeat",
  };
}

export const ROOT = {
  conversationId: "19:channel@thread;messageid=100",
  activityId: "100",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
};
export function at(activityId: string, conversationId = ROOT.conversationId) {
  return { conversationId, activityId, serviceUrl: ROOT.serviceUrl };
}

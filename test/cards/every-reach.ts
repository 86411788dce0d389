import { remindersPage } from "../../src/cards/reminders-page.ts";
import { screenOf, screenRefused } from "../../src/cards/screens.ts";
import { timelineCard } from "../../src/cards/timeline.ts";
import { type Reach, undeliveredPage } from "../../src/cards/undelivered-page.ts";
import * as history from "../support/given.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import { add } from "../support/tasks.ts";
import type { Shown, ViewAt } from "./every-card.ts";
import { viewOf } from "./scenes.ts";

const dialogueId = history.DIALOGUE;
const toPerson = (person: string) => ({ type: "person", person }) as const;
const channel = {
  type: "channel",
  teamId: history.TEAM,
  channelId: history.CHANNEL,
  thread: "reply",
} as const;

const reach: Reach = {
  messages: [
    {
      id: 1,
      about: { kind: "morning", date: "2027-02-04" },
      to: toPerson("b"),
      status: "failed",
      code: "ConversationBlockedByUser",
    },
    {
      id: 2,
      about: { kind: "step", stepId: "planning" },
      to: channel,
      status: "unknown",
      code: "Http504",
    },
    { id: 3, about: { kind: "hello" }, to: toPerson("d"), status: "failed", code: "NotInTeam" },
    {
      id: 4,
      about: { kind: "task", taskId: "t1", round: 0 },
      to: toPerson("c"),
      status: "failed",
      code: "MessageSizeTooBig",
    },
  ],
  people: [
    { person: "b", code: "ConversationBlockedByUser" },
    { person: "d", code: "NotInTeam" },
    { person: "kom", code: "AppRemoved" },
  ],
};

/** What will be sent, what has not arrived, and what is put off. */
export function reachCards(at: ViewAt): readonly Shown[] {
  const dialog = (name: string, card: Shown["card"]): Shown => ({ name, place: "dialog", card });
  const started = at("started", "tjp");
  const { language } = started;
  const task: history.Step = ["tjp", add("t1", { owner: "b", due: "2027-01-14" })];
  const put: history.Step = [
    "b",
    {
      type: "SnoozeReminders",
      subjects: "task:t1",
      until: "2027-01-13",
      reason: "Jag är på kurs till på onsdag.",
    },
  ];
  const steps = [...history.appointed, task, put];
  const snoozed = { ...at("appointed", "b"), state: history.after(...steps) };
  const spring = played(scenarioOne, "2027-05-07 09:00");
  const may = { ...viewOf(spring.state, { language, now: spring.now }), viewer: "tjp" };
  const held = played(scenarioOne, "2027-05-13 09:00");
  const due = { ...viewOf(held.state, { language, now: held.now }), viewer: "tjp" };
  const page = { place: "dialog" } as const;
  const wrong = { ...at("appointed", "tjp"), state: history.after(...history.appointed) };
  const snooze = { verb: "snoozeReminders", dialogueId } as const;
  return [
    dialog("reminders-started", remindersPage(started, page)),
    dialog("reminders-late", remindersPage(started, { ...page, days: 90 })),
    dialog("reminders-spring", remindersPage(may, page)),
    dialog("reminders-none", remindersPage(at("drafted", "reg"), { ...page, days: 14 })),
    { name: "reminders-message", place: "message", card: remindersPage(may, { place: "message" }) },
    dialog("undelivered", undeliveredPage(snoozed, reach, { ...page, may: "all" })),
    dialog("undelivered-counts", undeliveredPage(started, reach, { ...page, may: "counts" })),
    dialog(
      "undelivered-none",
      undeliveredPage(started, { messages: [], people: [] }, { ...page, may: "all" }),
    ),
    dialog(
      "dialogue-undelivered",
      screenOf({ ...started, undelivered: 3 }, { verb: "openDialogue", dialogueId }, "new"),
    ),
    dialog("snooze", screenOf(due, { verb: "openSnooze", dialogueId }, "new")),
    dialog(
      "snooze-none",
      screenOf(at("appointed", "other"), { verb: "openSnooze", dialogueId }, "new"),
    ),
    dialog(
      "snooze-refused",
      screenRefused(
        wrong,
        { action: snooze, inputs: { "in:task:subjects": "", "in:task:until": "2027-02-06" } },
        [
          {
            code: "E-FIELD",
            faults: [
              { itemId: "task", field: "subjects", fault: "missing" },
              { itemId: "task", field: "until", fault: "notAChoice" },
              { itemId: "task", field: "reason", fault: "missing" },
            ],
          },
        ],
        "new",
      ),
    ),
    dialog("timeline-snoozed", timelineCard(snoozed, history.eventsOf(...steps), page)),
  ];
}

import type { svReminders } from "./sv-reminders.ts";

/** The reminders: one message for each person and morning. */
export const enReminders: typeof svReminders = {
  title: (date) => `This waits for you on ${date}`,
  summary: (count) => `Reminder: ${count}`,
  one: "thing waits for you",
  other: "things wait for you",
  lead: "You get at most one message like this a day. What is done is ticked off here.",
  late: "Late, and citizens are waiting. Talk to the person responsible, or help.",
  allDone: "Everything is done. You need not do anything more.",
  occasionLine: (place) => `You are expected · ${place}`,
  occasionBadge: "Event",
  task: "Task",
  gone: "No longer asked for",
};

import type { Message } from "../../src/store/store.ts";
import type { KeptReminder } from "./glance.ts";

/** What may not have become of the reminders in the end: one message a person and morning tells of each thing once, by its newest. */
export function reminderFaults(
  reminders: readonly KeptReminder[],
  messages: readonly Message[],
): readonly string[] {
  const told = reminders.filter(({ status }) => status === "made");
  return [
    ...told.flatMap((one) => tellingFaults(one, messages)),
    ...reminders
      .filter(({ status }) => status === "expired")
      .filter((one) => !told.some((newer) => tellsOfTheSame(newer, one)))
      .map(({ key }) => `the reminder ${key} is left out, and no newer one is told`),
    ...[...Map.groupBy(told, inOneMessage)]
      .filter(([, same]) => same.length > 1)
      .map(([, [one]]) => `the reminder ${one?.key} is told beside another of the same thing`),
  ];
}

function tellingFaults(
  { key, person_id: person, message_id: id }: KeptReminder,
  messages: readonly Message[],
): readonly string[] {
  const message = messages.find((one) => one.id === id);
  const isRight = message?.to.type === "person" && message.to.person === person;
  return isRight ? [] : [`the reminder ${key} is told by no message to ${person}`];
}

function tellsOfTheSame(newer: KeptReminder, older: KeptReminder): boolean {
  return subjectOf(newer) === subjectOf(older) && newer.due_at >= older.due_at;
}

function inOneMessage(reminder: KeptReminder): string {
  return `${reminder.message_id} ${subjectOf(reminder)}`;
}

function subjectOf({ dialogue_id: dialogueId, person_id: person, about }: KeptReminder): string {
  const { taskId } = JSON.parse(about) as { readonly taskId: string };
  return `${dialogueId} ${person} ${taskId}`;
}

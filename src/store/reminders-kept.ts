import type { Reminder } from "../domain/reminders.ts";
import type { Instant } from "../domain/time.ts";
import type { DialogueId, PersonId } from "../domain/value.ts";

/** What people are to be reminded of: planned once for each key, and sent in one message a person and morning (reliability.md §3). */
export type Reminders = {
  /** Plans what the dialogue wants; what is new and lies before `since` is left out, what is no longer wanted is cancelled. */
  plan(dialogueId: DialogueId, reminders: readonly Reminder[], since: Instant): Promise<void>;
  /** Dialogues in which something is due by now; paused ones keep theirs. */
  dialoguesDue(now: Instant): Promise<readonly DialogueId[]>;
  /** At most `limit` of those who are to be reminded of something and have not had that morning's message. */
  peopleDue(now: Instant, morning: string, limit: number): Promise<readonly PersonId[]>;
  /** Puts what is due for the person in one message; older reminders of the same thing are expired. False when that morning's message is made already. */
  makeMorning(
    person: PersonId,
    when: { readonly morning: string; readonly now: Instant },
  ): Promise<boolean>;
  /** What the message of a morning tells of. */
  in(messageId: number): Promise<readonly (Reminder & { readonly dialogueId: DialogueId })[]>;
  /** The first instant after `later` at which something becomes due. */
  next(later: Instant): Promise<Instant | undefined>;
};

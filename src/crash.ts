/**
 * Every step between an activity and its card, between an instant and what time does then, between what is due in a morning
 * and its message, and between a message and its place in Teams, in the order they are taken.
 * test/outbox/steps.test.ts finds two things that last and have none between them.
 */
export const CRASH_STEPS = [
  ...(["timer.due", "timer.done", "morning.due", "morning.written", "morning.made"] as const),
  ...(["activity.in", "order.decided", "order.written", "order.saved", "answer.drawn"] as const),
  ...(["post.claimed", "post.drawn"] as const),
  ...(["chat.made", "chat.noted", "post.taken", "post.marked"] as const),
  ...(["edit.claimed", "edit.drawn", "edit.taken", "edit.marked"] as const),
] as const;
export type CrashStep = (typeof CRASH_STEPS)[number];

/** A step, from the activity on that is the so-many-th to come in; with 0 from the start. */
export type CrashAt = { readonly step: CrashStep; readonly activity: number };

/** Reads `post.taken@2`, or `post.taken` for from the start; undefined for anything else. */
export function readCrashAt(value: string): CrashAt | undefined {
  const [, name, activity = "0"] = /^([a-z.]+)(?:@(\d{1,4}))?$/.exec(value) ?? [];
  const step = CRASH_STEPS.find((one) => one === name);
  return step && { step, activity: Number(activity) };
}

/**
 * Ends the process as kill -9 does at the step a test asks for; without one it does nothing. What the parts of the
 * program call between their steps, so that a test can show that nothing is lost at any of them (reliability.md P13).
 */
export function createCrash(at: CrashAt | undefined): (step: CrashStep) => void {
  let activities = 0;
  return (step) => {
    if (step === "activity.in") activities += 1;
    if (step === at?.step && activities >= at.activity) process.kill(process.pid, "SIGKILL");
  };
}

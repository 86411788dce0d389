import type { Command } from "../domain/dialogue.ts";
import { Rejection } from "../domain/rejection.ts";
import type { Timer } from "../domain/timers.ts";
import type { Instant } from "../domain/time.ts";
import type { DialogueId } from "../domain/value.ts";
import type { Log } from "../log.ts";
import type { Dialogues } from "../store/store.ts";

export type Timers = {
  /** Gives everything that is due to the handle, in the order of the instants, until nothing is; one run at a time. */
  readonly run: (stopping: () => boolean) => Promise<void>;
  /** When time changes something next; what failed and waits to be tried again is not in it. */
  readonly next: () => Promise<Instant | undefined>;
};

export type TimersOptions = {
  readonly dialogues: Pick<Dialogues, "timers" | "setTimer">;
  /** Gives the order to the handle, as `system`. */
  readonly give: (dialogueId: DialogueId, command: Command) => Promise<unknown>;
  /** What time will do to the dialogue, earliest first, and the version that says so. */
  readonly timersOf: (
    dialogueId: DialogueId,
  ) => Promise<{ readonly timers: readonly Timer[]; readonly version: number }>;
  readonly now: () => Promise<Instant>;
  /** The time the machine goes by: how long what failed waits. */
  readonly real: () => Instant;
  readonly log: Log;
  /** Called between every two steps, for tests that end the process there. */
  readonly step?: (step: TimerStep) => void;
};
export type TimerStep = "timer.due" | "timer.done";

type Next = { readonly dialogueId: DialogueId; readonly timer: Timer };
type Held = {
  readonly dialogueId: DialogueId;
  readonly tries: number;
  readonly untilMs: number;
};

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Does what happens by time (decisions.md §9.1). One that is refused or fails is told in the log and waits, longer each
 * time; neither its dialogue's other timers nor anybody else's wait for it. A restart tries it anew.
 */
export function createTimers(options: TimersOptions): Timers {
  const { dialogues, give, timersOf, now, real, log, step } = options;
  const held = new Map<string, Held>();
  let running: Promise<void> = Promise.resolve();

  /** The earliest there is that is not held, due or not. */
  async function earliest(): Promise<Next | undefined> {
    const heldDialogues = new Set([...held.values()].map(({ dialogueId }) => dialogueId));
    const rows = await dialogues.timers(heldDialogues.size + 1);
    const found: Next[] = [];
    for (const { dialogueId, at } of rows) {
      const { timers, version } = await timersOf(dialogueId);
      const timer = timers.find((one) => !isHeld(dialogueId, one));
      if (timer) found.push({ dialogueId, timer });
      // What was written down by an earlier version of the program, or of the rules.
      if (timers[0]?.at !== at) await dialogues.setTimer(dialogueId, version, timers[0]?.at);
      if (timers[0]?.at !== at) return earliest();
    }
    return found.toSorted((a, b) => (a.timer.at < b.timer.at ? -1 : 1))[0];
  }

  function isHeld(dialogueId: DialogueId, timer: Timer): boolean {
    const wait = held.get(keyOf(dialogueId, timer));
    return wait !== undefined && Date.parse(real()) < wait.untilMs;
  }

  async function runAll(stopping: () => boolean): Promise<void> {
    while (!stopping()) {
      const next = await earliest();
      if (!next || next.timer.at > (await now())) return;
      await runOne(next);
    }
  }

  async function runOne({ dialogueId, timer }: Next): Promise<void> {
    const key = keyOf(dialogueId, timer);
    const told = { dialogueId, command: timer.command.type, dueAt: timer.at };
    step?.("timer.due");
    try {
      await give(dialogueId, timer.command);
      step?.("timer.done");
      const { timers } = await timersOf(dialogueId);
      // It may have happened otherwise meanwhile; but what is still waiting was refused without a word.
      if (timers.some((one) => keyOf(dialogueId, one) === key))
        throw new Error("The order changed nothing, and its timer is still there.");
      held.delete(key);
    } catch (error) {
      const tries = (held.get(key)?.tries ?? 0) + 1;
      const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
      held.set(key, { dialogueId, tries, untilMs: Date.parse(real()) + waitMs });
      const code = error instanceof Rejection ? error.problems[0]?.code : undefined;
      log.error("timer.failed", { ...told, attempt: tries, waitMs, code, error });
    }
  }

  return {
    run: (stopping) => {
      const mine = running.then(() => runAll(stopping));
      running = mine.catch(() => undefined);
      return mine;
    },
    next: async () => (await earliest())?.timer.at,
  };
}

function keyOf(dialogueId: DialogueId, { command }: Timer): string {
  return `${dialogueId} ${JSON.stringify(command)}`;
}

import type { Context } from "./domain/context.ts";
import { decide } from "./domain/decide.ts";
import type { Command, Dialogue, Event, State } from "./domain/dialogue.ts";
import { evolve } from "./domain/evolve.ts";
import { actorIn, directoryFor } from "./domain/example.ts";
import { indexOf } from "./domain/dialogue-index.ts";
import { readInternalAnswer } from "./domain/evaluation/internal-answer.ts";
import type { Instant } from "./domain/time.ts";
import type { DialogueId, PersonId } from "./domain/value.ts";
import { Rejection } from "./domain/rejection.ts";
import { replacedWords } from "./domain/replaced-words.ts";
import { leavesNoWords } from "./domain/start.ts";
import { remindersOf, type RemindersOptions } from "./domain/reminders.ts";
import { type Timer, timersOf } from "./domain/timers.ts";
import { wantedMessages } from "./domain/wanted.ts";
import { ConnectionLost } from "./store/connection-lost.ts";
import { createFold } from "./store/fold.ts";
import { withAnswersCounted } from "./store/count-answers.ts";
import type { Process, Processes } from "./store/processes.ts";
import { AlreadyDone, Conflict, type Store } from "./store/store.ts";

export type Order = {
  readonly dialogueId: DialogueId;
  /** Decided one after the other on each other's results; all of them or none. */
  readonly commands: readonly Command[];
  readonly actor: PersonId;
  /** The id of the activity that asked for it; the same id never acts twice. */
  readonly inboundId?: string;
};
export type Done = { readonly state: State; readonly events: readonly Event[] };

export type Handle = {
  /** The one way anything changes: load, decide, save. Throws Rejection; orders on one dialogue wait for each other. */
  readonly order: (order: Order) => Promise<Done>;
  /** The dialogue as it stands. */
  readonly load: (dialogueId: DialogueId) => Promise<State>;
  /** All that has happened in the dialogue, oldest first, with its words as they are kept now. */
  readonly history: (dialogueId: DialogueId) => Promise<readonly Event[]>;
  /**
   * Takes one person's answers to the internal round, which become no event and stay nowhere as theirs (decisions.md §11).
   * Throws Rejection: also for a second answer, which changes nothing.
   */
  readonly answer: (answer: Answering) => Promise<void>;
  /** What time will do to the dialogue, earliest first, and the version that says so. */
  readonly timers: (
    dialogueId: DialogueId,
  ) => Promise<{ readonly timers: readonly Timer[]; readonly version: number }>;
  /** Plans the reminders of the dialogue anew by who holds which role now. */
  readonly remind: (dialogueId: DialogueId, now: Instant) => Promise<void>;
  /** The process the dialogue runs by. */
  readonly processOf: (state: State) => Promise<Process>;
};

/** Another replica's changes are decided again this many times (decisions.md §8.1). */
const TRIES = 10;
export type HandleOptions = {
  readonly store: Store;
  readonly processes: Processes;
  readonly now: () => Promise<Instant>;
  /** Called after every commit, so that messages and edits leave at once. */
  readonly saved: () => void;
  /** Called between every two steps, for tests that end the process there. */
  readonly step?: (step: HandleStep) => void;
  /** Waits before deciding again; absent by the machine's own time. */
  readonly sleep?: (ms: number) => Promise<void>;
};
export type HandleStep = "order.decided" | "order.saved";

/** Makes the handle. Orders on different dialogues go side by side. */
export function createHandle(options: HandleOptions): Handle {
  const { store, processes, now, saved, step, sleep = sleepOn } = options;
  const fold = createFold(store.dialogues);
  const processOf = async (state: State): Promise<Process> =>
    state.status === "none" ? processes.current : processes.byHash(state.template.hash);

  async function attempt({ dialogueId, commands, actor, inboundId }: Order): Promise<Done> {
    const { state, version } = await fold.load(dialogueId);
    if (inboundId !== undefined && (await store.dialogues.seen(inboundId)))
      return { state, events: [] };
    const { template, hash: templateHash, calendar } = await processOf(state);
    const at = await now();
    const directory = await store.addressBook.directory();
    const counted = await ballotsFor(state, commands, store);
    const context = { now: at, template, templateHash, calendar, ...counted };
    const orders = await withAnswersCounted(state, commands, { actor, context, ...store });
    const { after, events } = decideAll(state, dialogueId, orders, (current, command) => ({
      ...context,
      actor: actorIn(current, command, actor),
      directory: directoryFor(current, command, directory),
    }));
    if (events.length === 0 || after.status === "none") return { state, events };
    step?.("order.decided");
    const forgets = leavesNoWords(after) ? { forgets: "withdrawn" } : {};
    const replaced = replacedWords(state, after);
    const kept = await store.dialogues.save({
      dialogueId,
      version,
      events,
      ...wantsOf(after, { template, calendar, directory }),
      at,
      ...forgets,
      replaces: replaced,
      ...(inboundId === undefined ? {} : { inboundId }),
    });
    step?.("order.saved");
    // Words are gone from what was folded before.
    if ("forgets" in forgets || replaced.length > 0) {
      saved();
      return { state: (await fold.load(dialogueId)).state, events: kept };
    }
    // As it is kept, with the references of its words.
    const folded = kept.reduce(evolve, state);
    fold.remember(dialogueId, { state: folded, version: version + kept.length });
    saved();
    return { state: folded, events: kept };
  }

  async function remind(dialogueId: DialogueId, at: Instant): Promise<void> {
    const { state } = await fold.load(dialogueId);
    if (state.status === "none") return;
    const directory = directoryFor(state, undefined, await store.addressBook.directory());
    const around = { ...(await processOf(state)), directory };
    await store.reminders.plan(dialogueId, remindersOf(state, around), at);
  }

  const inTurn = createTurns();
  return {
    order: (asked) =>
      inTurn(asked.dialogueId, () =>
        settled(
          () => attempt(asked),
          async () => ({ state: (await fold.load(asked.dialogueId)).state, events: [] }),
          sleep,
        ),
      ),
    processOf,
    answer: (given) =>
      inTurn(given.dialogueId, () => answerIn({ store, load: fold.load, now, saved }, given)),
    load: async (dialogueId) => (await fold.load(dialogueId)).state,
    history: async (dialogueId) => (await store.dialogues.load(dialogueId)).events,
    remind: (dialogueId, at) => inTurn(dialogueId, () => remind(dialogueId, at)),
    timers: async (dialogueId) => timersIn(await fold.load(dialogueId), processOf),
  };
}

/** A round is closed by its number of answers, which no event tells before. */
async function ballotsFor(
  state: State,
  commands: readonly Command[],
  { evaluation }: Pick<Store, "evaluation">,
): Promise<Pick<Context, "ballots">> {
  const closes = commands.some(({ type }) => type === "CloseInternalRound");
  const round = state.status === "none" ? undefined : state.internalRound;
  if (!closes || state.status === "none" || round?.status !== "open") return {};
  return { ballots: await evaluation.ballots({ dialogueId: state.id, roundId: round.id }) };
}

async function timersIn(
  { state, version }: { readonly state: State; readonly version: number },
  processOf: Handle["processOf"],
) {
  const { template, calendar } = await processOf(state);
  return { timers: timersOf(state, template, calendar), version };
}

/**
 * What another replica has changed meanwhile is decided again; what was done before is answered with how it is. When the
 * answer to a commit was lost, looking again by the activity's id tells whether it was done (reliability.md F16).
 */
async function settled(
  attempt: () => Promise<Done>,
  doneBefore: () => Promise<Done>,
  sleep: (ms: number) => Promise<void>,
): Promise<Done> {
  let lost = false;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof AlreadyDone) return doneBefore();
      const again = error instanceof ConnectionLost ? !lost : error instanceof Conflict;
      if (!again || tries === TRIES) throw error;
      lost ||= error instanceof ConnectionLost;
      await sleep(waitMs(tries));
    }
  }
}

/** What follows from the dialogue as it is: its messages, its reminders, what is shown of it in lists, and when time changes it next. */
function wantsOf(state: Dialogue, { template, calendar, ...known }: RemindersOptions) {
  const directory = directoryFor(state, undefined, known.directory);
  const around = { template, calendar, directory };
  const timer = timersOf(state, template, calendar)[0];
  return {
    messages: wantedMessages(state, template, directory),
    reminders: remindersOf(state, around),
    index: indexOf(state, directory),
    ...(timer === undefined ? {} : { timerAt: timer.at }),
  };
}

/** Lets the work on one dialogue go one after the other, in the order it was asked for (decisions.md §8.1). */
function createTurns(): <T>(dialogueId: DialogueId, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<DialogueId, Promise<unknown>>();
  return (dialogueId, work) => {
    const before = waiting.get(dialogueId) ?? Promise.resolve();
    const mine = before.then(work);
    // The next order goes on whatever became of this one; the one who asked is told.
    const settled = mine
      .catch(() => undefined)
      .finally(() => {
        if (waiting.get(dialogueId) === settled) waiting.delete(dialogueId);
      });
    waiting.set(dialogueId, settled);
    return mine;
  };
}

function decideAll(
  state: State,
  dialogueId: DialogueId,
  commands: readonly Command[],
  contextFor: (state: State, command: Command) => Context,
): { readonly after: State; readonly events: readonly Event[] } {
  let after = state;
  const events: Event[] = [];
  for (const command of commands) {
    const decided = decide(after, dialogueId, command, contextFor(after, command));
    after = decided.reduce(evolve, after);
    events.push(...decided);
  }
  return { after, events };
}

/** Random, so that replicas that met once do not meet again. */
function waitMs(tries: number): number {
  return Math.random() * 5 * 2 ** Math.min(tries, 6);
}

function sleepOn(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** One person's answers, given. */
type Answering = {
  readonly dialogueId: DialogueId;
  readonly actor: PersonId;
  readonly inputs: { readonly [question: string]: string | undefined };
};

/** Why an answer was not taken, by what the store says of the ballot. */
const NOT_TAKEN = {
  used: { code: "E-ALREADY-ANSWERED", evaluation: true },
  closed: { code: "E-ROUND-CLOSED" },
  keyLost: { code: "E-ROUND-CLOSED", why: "keyLost" },
} as const;

/** Answers pass by the events: nothing of them is decided, kept or told but that the ballot is used. */
async function answerIn(
  {
    store,
    load,
    now,
    saved,
  }: Pick<HandleOptions, "store" | "now" | "saved"> & {
    readonly load: (dialogueId: DialogueId) => Promise<{ readonly state: State }>;
  },
  { dialogueId, actor, inputs }: Answering,
): Promise<void> {
  const { state } = await load(dialogueId);
  const directory = await store.addressBook.directory();
  const context = { actor, now: await now(), directory };
  const { roundId, answers } = readInternalAnswer(state, inputs, context);
  const taken = await store.evaluation.cast({ dialogueId, roundId }, actor, answers);
  if (taken !== "taken") throw new Rejection(NOT_TAKEN[taken]);
  saved();
}

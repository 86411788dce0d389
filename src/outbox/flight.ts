import type { Log } from "../log.ts";

/** Whether each delivery of one queue came. */
type Outcomes = readonly boolean[];

/** Deliveries under way, which no round waits for longer than a moment. */
export type Flight = {
  readonly underWay: () => number;
  /** Lets these go, waits a moment for them, and gives what has come of them by then. Throws what went wrong with any by then. */
  readonly join: (queues: readonly Promise<Outcomes>[]) => Promise<Outcomes>;
  /** What has come of the next one to land that a round did not wait for; nothing when none is under way. */
  readonly next: () => Promise<Outcomes>;
  /** Until all have landed. */
  readonly all: () => Promise<void>;
};

/** What Teams answers it answers in less; whoever is silent is waited for beside the others (reliability.md F38). */
const MOMENT_MS = 1_000;

type Round = { readonly came: boolean[]; isOver: boolean };

/**
 * Keeps those who answer slowly from keeping the others: each holds one place of those that may be under way at once. `wait`
 * waits a moment for the work, by the machine's own time when absent.
 */
export function createFlight(log: Log, wait: typeof aMoment = aMoment): Flight {
  const flying = new Set<Promise<Outcomes>>();

  function letGo(queue: Promise<Outcomes>, round: Round): Promise<void> {
    const landed = async (): Promise<Outcomes> => {
      try {
        const outcomes = await queue;
        round.came.push(...outcomes);
        return outcomes;
      } catch (error) {
        if (!round.isOver) throw error;
        log.error("outbox.round", { error });
        return [];
      } finally {
        flying.delete(flight);
      }
    };
    const landing = landed();
    const flight = landing.catch((): Outcomes => []);
    flying.add(flight);
    return landing.then(() => undefined);
  }

  return {
    underWay: () => flying.size,
    join: async (queues) => {
      const round: Round = { came: [], isOver: false };
      try {
        await wait(Promise.all(queues.map((queue) => letGo(queue, round))));
      } finally {
        round.isOver = true;
      }
      return round.came;
    },
    next: async () => (flying.size > 0 ? Promise.race(flying) : []),
    all: async () => {
      await Promise.all(flying);
    },
  };
}

async function aMoment(work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, MOMENT_MS);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

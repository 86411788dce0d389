import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { createCalendar } from "../../src/domain/calendar.ts";
import { createHandle } from "../../src/handle.ts";
import { dispatch } from "../../src/outbox/dispatch.ts";
import type { DrawnCard } from "../../src/outbox/delivery.ts";
import { createFlight } from "../../src/outbox/flight.ts";
import { createMornings } from "../../src/outbox/mornings.ts";
import { createRound, type Round } from "../../src/outbox/round.ts";
import { createTimers } from "../../src/outbox/timers.ts";
import { createWay } from "../../src/outbox/way.ts";
import type { Log } from "../../src/log.ts";
import type { Process } from "../../src/store/processes.ts";
import type { Message, Store } from "../../src/store/store.ts";
import type { FakeTeams } from "./fake-teams.ts";
import type { Life } from "./life.ts";
import type { WorldClock } from "./world-clock.ts";

const MOMENT_MS = 1_000;
const PROCESS: Process = { template: builtInTemplate, hash: "abc", calendar: createCalendar() };
const PROCESSES = { current: PROCESS, byHash: async () => PROCESS };

export type ReplicaParts = {
  readonly life: Life;
  /** As this life uses it. */
  readonly store: Store;
  readonly clock: WorldClock;
  readonly teams: FakeTeams;
  readonly draw: (message: Message) => Promise<DrawnCard>;
  readonly plan: (dialogueId: string, now: string) => Promise<void>;
  readonly fault: (what: string) => void;
};

/** The real parts of one process as main.ts wires them, on the run's clock, database and Teams. */
export function replicaOf(parts: ReplicaParts): Round {
  const { life, store, clock, teams, draw, plan } = parts;
  const log = logOf(parts);
  const { step, owner } = life;
  const now = async () => clock.times.now;
  const real = () => clock.times.real;
  const handle = createHandle({
    store,
    processes: PROCESSES,
    now,
    saved: () => {},
    step,
    sleep: (ms) => clock.sleep(ms),
  });
  const timers = createTimers({
    ...store,
    give: (dialogueId, command) =>
      handle.order({ dialogueId, commands: [command], actor: "system" }),
    timersOf: handle.timers,
    now,
    real,
    log,
    step,
  });
  const mornings = createMornings({ ...store, plan, now, calendar: PROCESS.calendar, step });
  const way = createWay();
  const times = async () => clock.times;
  const deliver = teams.deliverFor(life);
  const flight = createFlight(log, (work) =>
    Promise.race([work.then(() => undefined), clock.sleep(MOMENT_MS)]),
  );
  const sending = { store, times, owner, log, deliver, draw, way, flight, step };
  return createRound({
    store,
    clock: { now, real },
    timers,
    mornings,
    way,
    owner,
    log,
    dispatch: (round) => dispatch({ ...sending, ...round }),
  });
}

/** What is told as an error is a fault, but that Teams has refused the token for a while. */
function logOf({ life, fault }: ReplicaParts): Log {
  const error = (what: string, { error: cause }: { readonly error?: unknown } = {}) => {
    if (!life.over && what !== "outbox.stands-still") fault(`${what}: ${String(cause)}`);
  };
  return { error, warn: () => {}, info: () => {}, debug: () => {} };
}

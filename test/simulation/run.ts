import type { Message } from "../../src/store/store.ts";
import type { MemoryDatabase } from "./memory-database.ts";
import { World } from "./world.ts";

export type Finding = {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly history: readonly string[];
};

/** One run from its seed; undefined when everything was as promised. */
export async function simulate(seed: number, memory: MemoryDatabase): Promise<Finding | undefined> {
  const { random } = Math;
  const world = new World(seed, memory);
  // The outbox strews its waits: that comes from the seed too.
  Math.random = world.random.next;
  try {
    memory.clear();
    await world.open();
    for (let acts = actsOf(world); acts > 0; acts--) await world.act();
    await world.settle();
    const messages = await world.store.outbox.peek();
    const faults = [
      ...world.watcher.faults,
      ...world.teams.faults,
      ...messages.flatMap((message) => faultsOf(message, messages, world)),
      ...world.wanted
        .filter(({ key }) => !messages.some((message) => message.key === key))
        .map(({ key }) => `${key} is lost`),
    ];
    return faults.length === 0 ? undefined : { seed, faults, history: world.history };
  } finally {
    Math.random = random;
  }
}

function faultsOf(message: Message, all: readonly Message[], world: World): readonly string[] {
  const { key, to, status, delivery, sent, dialogueId, withdrawn } = message;
  const living = dialogueId !== null && world.wanted.some((wanted) => wanted.key === key);
  const rootIsOut = all.some((one) => one.key === "overview" && one.sent);
  const waits = to.type === "channel" && key !== "overview" && !rootIsOut;
  const delivered = world.teams.delivered.get(key) ?? 0;
  const shown = world.teams.shows.get(sent?.activityId ?? "");
  return [
    ...(status === "sending" || (status === "pending" && !waits)
      ? [`${key} is still ${status}`]
      : []),
    ...(dialogueId !== null && withdrawn === living
      ? [`${key} is ${withdrawn ? "" : "not "}withdrawn`]
      : []),
    ...(status === "cancelled" && living ? [`${key} is wanted and cancelled`] : []),
    ...(delivered > (delivery === "once" ? 1 : 2)
      ? [`${key} is delivered ${delivered} times`]
      : []),
    ...(status === "sent" && delivered === 0 ? [`${key} is sent and was never delivered`] : []),
    ...(living &&
    sent &&
    !world.teams.givenUp.has(sent.activityId ?? "") &&
    shown !== `${world.version}`
      ? [`${key} shows ${shown} and not ${world.version}`]
      : []),
  ];
}

/** Most runs are short: a fault seldom needs more than a few things that go wrong, and many seeds find more than long runs. */
function actsOf({ random }: World): number {
  return random.chance(0.3) ? random.whole(8, 16) : random.whole(3, 7);
}

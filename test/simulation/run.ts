import { createHash } from "node:crypto";
import type { Message } from "../../src/store/store.ts";
import { reminderFaults } from "./reminder-faults.ts";
import type { MemoryDatabase } from "./memory-database.ts";
import { World } from "./world.ts";

export type Finding = {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly history: readonly string[];
};
export type Run = {
  /** Undefined when everything was as promised. */
  readonly finding: Finding | undefined;
  /** Of everything that happened, in order: the same for the same seed. */
  readonly trace: string;
};

/** One run from its seed. */
export async function simulate(seed: number, memory: MemoryDatabase): Promise<Run> {
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
      ...reminderFaults(memory.glance.reminders(), messages),
      ...(await Promise.all(messages.map((one) => faultsOf(one, messages, world)))).flat(),
      ...lostOf(messages, world),
    ];
    const history = [...world.history, ...messages.map(({ key, status }) => `${key} ${status}`)];
    const trace = createHash("sha256").update(history.join("\n")).digest("base64url");
    return { trace, finding: faults.length === 0 ? undefined : { seed, faults, history } };
  } finally {
    Math.random = random;
  }
}

function lostOf(messages: readonly Message[], { wishes }: World): readonly string[] {
  return [...wishes].flatMap(([dialogueId, { messages: wanted }]) =>
    wanted
      .filter(({ key }) => !messages.some((one) => isSame(one, dialogueId, key)))
      .map(({ key }) => `${key} of ${dialogueId} is lost`),
  );
}

function isSame(message: Message, dialogueId: string, key: string): boolean {
  return message.dialogueId === dialogueId && message.key === key;
}

async function faultsOf(
  message: Message,
  all: readonly Message[],
  world: World,
): Promise<readonly string[]> {
  const { key, to, status, delivery, sent, dialogueId, withdrawn } = message;
  const living = world.wishes.get(dialogueId ?? "")?.messages.some((one) => one.key === key);
  const rootIsOut = all.some((one) => one.key.startsWith("overview") && one.sent);
  const waits = to.type === "channel" && key !== "overview" && !rootIsOut;
  const delivered = world.teams.delivered.get(key.replace(/\.moved\.\d+$/u, "")) ?? 0;
  const least = delivery === "once" ? 1 : 2;
  const most = least * (1 + (world.askedAgain.get(key.replace(/\.moved\.\d+$/u, "")) ?? 0));
  const shown = world.teams.shows.get(sent?.activityId ?? "");
  const mended = sent && !world.teams.givenUp.has(sent.activityId ?? "");
  const wanted = mended ? await world.state(message) : undefined;
  const isStale = withdrawn ? !shown?.endsWith(" withdrawn") : shown !== wanted;
  return [
    ...(status === "sending" || (status === "pending" && !waits)
      ? [`${key} is still ${status}`]
      : []),
    ...(dialogueId !== null && withdrawn === (living ?? false)
      ? [`${key} is ${withdrawn ? "" : "not "}withdrawn`]
      : []),
    ...(status === "cancelled" && living ? [`${key} is wanted and cancelled`] : []),
    ...(delivered > most ? [`${key} is delivered ${delivered} times`] : []),
    ...(status === "sent" && delivered === 0 ? [`${key} is sent and was never delivered`] : []),
    ...(mended && isStale ? [`${key} shows ${shown} and not ${wanted}`] : []),
  ];
}

/** Most runs are short: a fault seldom needs more than a few things that go wrong, and many seeds find more than long runs. */
function actsOf({ random }: World): number {
  return random.chance(0.2) ? random.whole(7, 13) : random.whole(3, 6);
}

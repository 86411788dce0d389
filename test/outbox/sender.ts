import { afterAll, afterEach, beforeAll } from "vitest";
import type { Wanted } from "../../src/domain/messages.ts";
import { createLog } from "../../src/log.ts";
import { dispatch, type Dispatched } from "../../src/outbox/dispatch.ts";
import type { Message, Store } from "../../src/store/store.ts";
import { createPace } from "../../src/outbox/pace.ts";
import { createWay } from "../../src/outbox/way.ts";
import { createDeliver } from "../../src/teams/deliver.ts";
import { change, recorded, started } from "../store/given.ts";
import { openTestStore } from "../support/store.ts";
import {
  anna,
  bertil,
  channelId,
  openRecordingBot,
  teamId,
  tenantId,
} from "../teams/recording-bot.ts";

const START = Date.parse("2027-01-11T08:00:00.000Z");
type Fault = {
  readonly status?: number;
  readonly retryAfter?: number;
  readonly body?: unknown;
  readonly deliver?: boolean;
  readonly silent?: boolean;
  readonly delayMs?: number;
};

/** What people in the tests are called in the store, once it knows them. */
export type People = { readonly anna: string; readonly bertil: string };
export type Sender = Awaited<ReturnType<typeof openSender>>;

/** The real way from the outbox to a real server that can be told to fail, with a short time-out; its faults are cleared after each test. */
export function useSenders() {
  let bot: Awaited<ReturnType<typeof openRecordingBot>>;
  beforeAll(async () => {
    bot = await openRecordingBot({ limits: { outboundTimeoutMs: 700 } });
  });
  afterEach(() => bot.emulator.clearFaults());
  afterAll(() => bot.close());
  return { open: () => openSender(bot), clear: () => bot.emulator.clearFaults() };
}

/** A sender on a store of its own, by way of this bot. */
export async function openSender(bot: Awaited<ReturnType<typeof openRecordingBot>>) {
  const store = await openTestStore();
  const people = await seeded(store, bot);
  const lines: string[] = [];
  const log = createLog({ level: "info", write: (line) => void lines.push(line) });
  const clock = { now: START, real: START };
  const stamp = (ms: number) => new Date(ms).toISOString();
  const pace = createPace(store.outbox, {
    now: async () => stamp(clock.now),
    real: () => stamp(clock.real),
  });
  const { addressBook } = store;
  const deliver = createDeliver({ connector: bot.teams.connector, addressBook, pace });
  const words = { text: "först", broken: "" };
  const since = (await bot.emulator.received()).at(-1)?.seq ?? 0;
  const way = createWay();
  let version = 0;
  const { emulator } = bot;

  return {
    store,
    people,
    words,
    clock,
    way,
    logged: () => lines.join(""),
    fault: async (match: object, answer: Fault, count = 1) => {
      await emulator.fault({ match, answer, times: count });
    },
    /** The dialogue changes, and wants these messages from now on. */
    want: async (...messages: readonly Wanted[]): Promise<void> => {
      const events = version === 0 ? [started("d1")] : [recorded(`ändring ${version}`)];
      await store.dialogues.save(change("d1", { version, events, messages, at: stamp(clock.now) }));
      version += 1;
    },
    /** One round, at the two clocks as they stand; `looked` is told of each look at them. */
    round: ({
      looked = () => {},
      ...more
    }: {
      readonly stopping?: () => boolean;
      readonly looked?: () => void;
    } = {}): Promise<Dispatched> =>
      dispatch({
        store,
        deliver,
        draw: async ({ key }, how) => {
          if (words.broken === key) throw new Error(`No words for ${key}.`);
          if (how?.short) return { card: cardOf(`${key}: kort`), summary: key };
          return { card: cardOf(`${key}: ${words.text}`), summary: key };
        },
        owner: "test",
        times: async () => {
          const times = { now: stamp(clock.now), real: stamp(clock.real) };
          looked();
          return times;
        },
        log,
        way,
        pace,
        ...more,
      }),
    /** The clock of the rules and real time go on together, or only real time. */
    wait: (ms: number) => {
      clock.now += ms;
      clock.real += ms;
    },
    message: async (key: string): Promise<Message> => {
      const found = (await store.outbox.peek()).find((one) => one.key === key);
      if (!found) throw new Error(`There is no message ${key}.`);
      return found;
    },
    /** How often a card with this key was asked to be posted or edited, and how often Teams took it. */
    calls: async (method: "POST" | "PUT", key: string) => {
      const all = await emulator.received(since);
      const mine = all.filter(
        (one) => one.method === method && JSON.stringify(one.body ?? null).includes(`"${key}: `),
      );
      return {
        taken: mine.filter(({ applied }) => applied).length,
        bodies: mine.map(({ body }) => body),
      };
    },
    /** The keys of what was posted, in the order it came. */
    taken: async () =>
      (await emulator.received(since)).flatMap(({ method, applied, body }) => {
        const [, key] = /"([\w.]+): /u.exec(JSON.stringify(body ?? null)) ?? [];
        return method === "POST" && applied && key !== undefined ? [key] : [];
      }),
    /** How often anything was sent to the Connector. */
    requests: async () =>
      (await emulator.received(since)).filter(({ path }) => path.startsWith("/v3/")).length,
  };
}

function cardOf(text: string) {
  return { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] } as never;
}

export async function seeded(
  { addressBook }: Store,
  { emulator }: Awaited<ReturnType<typeof openRecordingBot>>,
): Promise<People> {
  const serviceUrl = `${emulator.url}/`;
  await addressBook.noteTeam({ teamId, serviceUrl, tenantId, installed: true });
  const known = async (entraId: string) => {
    const { activity } = await emulator.activity({
      person: entraId,
      kind: "message",
      conversation: channelId,
      text: "hej",
    });
    const id = await addressBook.personFor(entraId);
    await addressBook.notePerson(id, { teamsUserId: (activity["from"] as { id: string }).id });
    await addressBook.joinTeam(teamId, id);
    return id;
  };
  return { anna: await known(anna), bertil: await known(bertil) };
}

const to = { type: "channel", teamId, channelId } as const;
export const root: Wanted = {
  key: "overview",
  about: { kind: "overview" },
  to: { ...to, thread: "root" },
  delivery: "once",
};
export const reply: Wanted = {
  key: "step",
  about: { kind: "step", stepId: "planning" },
  to: { ...to, thread: "reply" },
  delivery: "once",
};
export function request(person: string): Wanted {
  return {
    key: `hello.${person}`,
    about: { kind: "hello" },
    to: { type: "person", person },
    delivery: "repeat",
  };
}

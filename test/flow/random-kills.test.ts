import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { Target } from "../../src/domain/messages.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import type { Message, Store } from "../../src/store/store.ts";
import { createCloudToken } from "../../src/teams/cloud-token.ts";
import { randomOf } from "../simulation/random.ts";
import { openEmulator } from "../support/emulator.ts";
import { openPostgres } from "../support/postgres.ts";
import { crowdOf } from "./crowd.ts";

const PROGRAM = fileURLToPath(new URL("./children/send-on.ts", import.meta.url));
const COMPILED = join(tmpdir(), "dialoglotsen-compiled");
const KILLS = 50;
const AT_ONCE = 20;
/** Fewer than the steps of one round of messages, so that one is always killed before they are all out. */
const MOST_STEPS = 30;
const START = "2027-01-11T08:00:00.000Z";
/** When those that may have arrived and may be repeated have been. */
const LATER = "2027-01-11T08:11:00.000Z";

const crowd = crowdOf({ registrars: 0, elected: 50, channels: 50 });

test("1,000 messages while two replicas are killed 50 times, each at any step: none is lost, and only what may be repeated comes twice", {
  timeout: 300_000,
}, async ({ annotate }) => {
  const { store, replicas, quiet, delivered } = await openScene();
  await store.clock.set(START);
  const random = randomOf(50);
  for (let kill = 0; kill < KILLS; kill++) {
    const victim = replicas.afterSteps(random.whole(1, MOST_STEPS));
    const round = Array.from({ length: AT_ONCE }, (_, index) => wanted(kill * AT_ONCE + index));
    await Promise.all(round.map((message) => store.outbox.post(message, START)));
    await replicas.kill(await victim);
  }
  await quiet(START);
  await store.clock.set(LATER);
  await quiet(LATER);
  const messages = await store.outbox.peek();
  const counts = await delivered();
  expect(messages).toHaveLength(KILLS * AT_ONCE);
  expect(messages.flatMap((message) => faultsOf(message, counts.get(message.key) ?? 0))).toEqual(
    [],
  );
  await annotate(told(messages, counts));
});

function wanted(number: number) {
  const to: Target =
    number % 2 === 0
      ? { type: "person", person: crowd.elected[(number / 2) % 50] ?? "" }
      : {
          type: "channel",
          teamId: crowd.teamId,
          channelId: crowd.channels[((number - 1) / 2) % 50] ?? "",
          thread: "root",
        };
  return {
    key: `message ${number}`,
    about: { kind: "welcome" as const },
    to,
    delivery: number % 2 === 0 ? ("repeat" as const) : ("once" as const),
  };
}

/** What a message may not be in the end, by its class (reliability.md §3). */
function faultsOf({ key, status, delivery }: Message, delivered: number): readonly string[] {
  const told = `${key}, ${delivery}, is ${status} and was delivered ${delivered} times`;
  const isLost = delivered === 0 && (delivery === "repeat" || status !== "unknown");
  const isRight = status === "sent" || (status === "unknown" && delivery === "once");
  return isLost || !isRight || delivered > (delivery === "once" ? 1 : 2) ? [told] : [];
}

function told(messages: readonly Message[], counts: ReadonlyMap<string, number>): string {
  const twice = [...counts.values()].filter((count) => count === 2).length;
  const unknown = messages.filter(({ status }) => status === "unknown");
  const arrived = unknown.filter(({ key }) => counts.has(key)).length;
  return `${twice} came twice; ${unknown.length} are shown as unknown, ${arrived} of which had come; 0 lost`;
}

async function openScene() {
  const server = await openPostgres();
  onTestFinished(() => server.stop());
  const emulator = await openEmulator({
    world: { ...crowd.world, botInstalledIn: [crowd.teamId] } as never,
  });
  onTestFinished(() => emulator.close());
  await emulator.limits(false);
  const url = await server.database();
  const store: Store = await openPostgresStore({ url, instance: "test", paced: false });
  onTestFinished(() => store.close());
  const { tenantId, botId } = crowd.world;
  const cloud = { cloudUrl: emulator.url, tenantId, clientId: botId, clientSecret: "emulated" };
  const token = await createCloudToken(cloud).get("https://api.botframework.com/.default");
  const replicas = startReplicas((place) => [url, place, emulator.url, tenantId, token]);
  onTestFinished(() => replicas.stop());
  return {
    store,
    replicas,
    /** Nothing is on its way and nothing is due. */
    quiet: async (now: string): Promise<void> => {
      await expect
        .poll(
          async () => {
            const due = await store.outbox.peek();
            const next = (await store.outbox.nextDue()) ?? "9";
            return next > now && due.every(({ status }) => status !== "sending");
          },
          { timeout: 120_000, interval: 100 },
        )
        .toBe(true);
    },
    /** How often each message has come to Teams. */
    delivered: async (): Promise<ReadonlyMap<string, number>> => {
      const counts = new Map<string, number>();
      for (const { applied, path, body } of await emulator.received()) {
        if (!applied || path !== "/v3/conversations") continue;
        const { text } = (body as { activity: { text: string } }).activity;
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      return counts;
    },
  };
}

/** Two real processes that share the work; one that is killed is started again in its place. */
function startReplicas(argumentsOf: (place: string) => readonly string[]) {
  const lives = new Map<string, ChildProcess>();
  let steps = 0;
  let waiting: { readonly steps: number; readonly resolve: (place: string) => void } | undefined;

  function start(place: string): void {
    const child = spawn(process.execPath, [PROGRAM, ...argumentsOf(place)], {
      env: { PATH: process.env["PATH"] ?? "", NODE_COMPILE_CACHE: COMPILED },
      stdio: ["ignore", "pipe", "inherit"],
    });
    lives.set(place, child);
    if (!child.stdout) throw new Error("The child has no output.");
    createInterface(child.stdout).on("line", () => {
      steps += 1;
      if (!waiting || steps < waiting.steps || lives.get(place) !== child) return;
      waiting.resolve(place);
      waiting = undefined;
    });
  }
  async function end(place: string): Promise<void> {
    const child = lives.get(place);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
  start("one");
  start("two");
  return {
    /** Resolves with the replica that takes the last of that many steps from now on. */
    afterSteps: (more: number) =>
      new Promise<string>((resolve) => {
        waiting = { steps: steps + more, resolve };
      }),
    async kill(place: string): Promise<void> {
      await end(place);
      start(place);
    },
    stop: async () => {
      await Promise.all([end("one"), end("two")]);
    },
  };
}

import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createClock } from "../../../src/outbox/clock.ts";
import { type Deliver, DeliveryError } from "../../../src/outbox/delivery.ts";
import { dispatch } from "../../../src/outbox/dispatch.ts";
import { openPostgresStore } from "../../../src/store/postgres.ts";

// Sends what is due until it is killed, and says each step it takes. Each message says its own key. Only the way to Teams
// is short here: no SDK is loaded, so that a life begins soon after the one before has ended.
const [, , url = "", instance = "", teams = "", tenantId = "", token = ""] = process.argv;
const QUIET = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const store = await openPostgresStore({ url, instance, paced: false, connections: 4 });
const clock = createClock(store, true);

async function create(body: object): Promise<{ readonly id: string; readonly activityId: string }> {
  const response = await fetch(`${teams}/v3/conversations`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new DeliveryError("unknown", "NoAnswer", { cause });
  });
  if (!response.ok) throw new Error(`Teams answered ${response.status}.`);
  // The emulator's own answer.
  return (await response.json()) as { readonly id: string; readonly activityId: string };
}

const deliver: Pick<Deliver, "post"> = {
  async post(to, { summary }) {
    const goal =
      to.type === "person"
        ? { members: [{ id: to.person }], tenantId }
        : { channelData: { channel: { id: to.channelId } } };
    const { id, activityId } = await create({
      ...goal,
      activity: { type: "message", text: summary },
    });
    return { conversationId: id, activityId, serviceUrl: teams };
  },
};

await store.outbox.releaseOthers(instance, await clock.now());
for (;;) {
  const { more } = await dispatch({
    store,
    // Nothing is edited here.
    deliver: deliver as Deliver,
    draw: async ({ key }) => ({
      card: { type: "AdaptiveCard", version: "1.5", body: [] },
      summary: key,
    }),
    owner: instance,
    times: async () => ({ now: await clock.now(), real: clock.real() }),
    log: QUIET,
    step: (step) => void writeSync(1, `${step}\n`),
  });
  if (!more) await sleep(20);
}

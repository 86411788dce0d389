import { type Clock, ClockRefusal } from "../outbox/clock.ts";
import type { Walk } from "../outbox/walk.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import { StoreUnusable } from "../store/unusable.ts";
import { errorAnswer, type HttpAnswer, type HttpRequest } from "./http-answer.ts";
import type { TeamsApp } from "./sdk.ts";

export type OperatorOptions = {
  readonly store: Store;
  readonly clock: Clock;
  /** Takes the development clock on; absent without one. */
  readonly walk: Walk | undefined;
  /** Why nothing is sent, in words; empty when all is well. */
  readonly troubles: () => readonly string[];
  readonly log: Log;
};

/** Adds what an operator and a hosting platform ask: alive, ready with the reason when not, counts, and the development clock when there is one. */
export function addOperatorRoutes({ adapter, keys }: TeamsApp, options: OperatorOptions): void {
  const { clock, store, walk } = options;
  adapter.addRoute({
    method: "GET",
    path: "/healthz",
    handler: () => ({ status: 200, body: { status: "alive" } }),
  });
  adapter.addRoute({ method: "GET", path: "/readyz", handler: () => readiness(keys, options) });
  adapter.addRoute({ method: "GET", path: "/metrics", handler: () => metrics(store) });
  if (!walk) return;
  const told = async (more = {}) => ({ status: 200, body: { now: await clock.now(), ...more } });
  adapter.addRoute({ method: "GET", path: "/dev/clock", handler: () => told() });
  adapter.addRoute({
    method: "PUT",
    path: "/dev/clock",
    handler: (request) => moveClock(request, walk, told),
  });
}

async function moveClock(
  request: HttpRequest,
  walk: Walk,
  told: (more: object) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const body = await request.readJson();
  if (!body.ok) return errorAnswer(body.refusal, request.reference);
  const { now, jump } = (body.value ?? {}) as { now?: unknown; jump?: unknown };
  try {
    return await told(await walk(now, { jump: jump === true }));
  } catch (error) {
    if (!(error instanceof ClockRefusal)) throw error;
    const { status, message } = error;
    return errorAnswer({ status, code: "ClockNotMoved", message }, request.reference);
  }
}

async function readiness(
  keys: TeamsApp["keys"],
  { store, log, troubles }: OperatorOptions,
): Promise<HttpAnswer> {
  const reasons: string[] = [];
  await store.check().catch((error: unknown) => {
    log.error("ready.database", { error });
    const told = error instanceof StoreUnusable ? error.reason : undefined;
    reasons.push(`database: ${told ?? "cannot be read and written"}; see the log`);
  });
  if (!(await keys.ready()))
    reasons.push("keys: the Connector's signing keys have not been fetched");
  reasons.push(...troubles());
  return reasons.length === 0
    ? { status: 200, body: { status: "ready" } }
    : { status: 503, body: { status: "not ready", reasons } };
}

async function metrics(store: Store): Promise<HttpAnswer> {
  const counts = Object.entries(await store.outbox.counts());
  const lines = counts.map(
    ([status, count]) => `dialoglotsen_messages{status="${status}"} ${count}`,
  );
  const head =
    "# HELP dialoglotsen_messages Messages in the outbox by status.\n# TYPE dialoglotsen_messages gauge";
  return {
    status: 200,
    text: `${[head, ...lines].join("\n")}\n`,
    contentType: "text/plain; version=0.0.4",
  };
}

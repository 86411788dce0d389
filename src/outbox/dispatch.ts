import { createHash } from "node:crypto";
import type { Instant } from "../domain/time.ts";
import type { Log } from "../log.ts";
import type { Message, Store, Times } from "../store/store.ts";
import { StoreUnusable } from "../store/unusable.ts";
import { type Deliver, DeliveryError, type DrawnCard } from "./delivery.ts";
import type { Flight } from "./flight.ts";
import type { Pace } from "./pace.ts";
import { afterFault } from "./policy.ts";
import type { Way } from "./way.ts";

export type DispatchOptions = {
  readonly store: Store;
  readonly deliver: Deliver;
  /** Draws a message from fresh state, in a few words when asked; undefined when there is nothing left to draw it from. */
  readonly draw: (
    message: Message,
    how?: { readonly short: boolean },
  ) => Promise<DrawnCard | undefined>;
  /** Names this process; its leases are let go when it starts again under the same name. */
  readonly owner: string;
  readonly times: () => Promise<Times>;
  readonly log: Log;
  /** Absent where no token is ever refused. */
  readonly way?: Way;
  /** Makes room for a second request for the same message; absent where Teams has no limits. */
  readonly pace?: Pace;
  /** Absent where each round waits for all it has sent. */
  readonly flight?: Flight;
  /** A card is edited at once and then at most this often (decisions.md §6.1). */
  readonly editGapMs?: number;
  /** True once nothing more may be begun: what is claimed by then goes back as it was. */
  readonly stopping?: () => boolean;
  /** Called between every two steps, for tests that end the process there. */
  readonly step?: (step: DispatchStep) => void;
};
export type DispatchStep =
  | `post.${"claimed" | "drawn" | "taken" | "marked"}`
  | `edit.${"claimed" | "drawn" | "taken" | "marked"}`;
export type Dispatched = {
  readonly sent: number;
  readonly failed: number;
  readonly more: boolean;
  /** How long what is due and held back (a limit, a Retry-After) cannot leave; absent when nothing is. */
  readonly heldForMs?: number;
};

/** Longer than a delivery may take with its 10-second time-out, so that a live lease is never taken over. */
const LEASE_MS = 30_000;
/** After a claim: what is begun by then is over before the lease is, also when its short form has to be sent as well. */
const BEGUN_WITHIN_MS = 10_000;
const EDIT_GAP_MS = 2_000;
const MARK_AGAIN_MS = 200;
/** Deliveries under way at once. */
const AT_ONCE = 8;

/**
 * Sends what is due and redraws what has moved on, once through. Each message is drawn when it is sent, from the state as
 * it is then; a crash anywhere leaves a lease that runs out (reliability.md §3).
 */
export async function dispatch(options: DispatchOptions): Promise<Dispatched> {
  const { store, owner, times, way, flight } = options;
  const under = async (queues: readonly Promise<readonly boolean[]>[]) =>
    flight ? flight.join(queues) : (await Promise.all(queues)).flat();
  const closedForMs = way?.heldForMs((await times()).real) ?? 0;
  if (closedForMs > 0) return { sent: 0, failed: 0, more: false, heldForMs: closedForMs };
  // The first one finds out whether the way is open again.
  const atOnce = way?.trouble() === undefined ? AT_ONCE : 1;
  const free = () => Math.max(0, atOnce - (flight?.underWay() ?? 0));
  const before = await times();
  const posts = await store.outbox.claimPosts(owner, before, LEASE_MS, free());
  if (posts.length > 0) options.step?.("post.claimed");
  const posting = { send: post, claimedAt: before.real };
  const posted = await under(byPlace(posts).map((queue) => inTurn(queue, options, posting)));
  const gapMs = options.editGapMs ?? EDIT_GAP_MS;
  const most = free();
  const between = await times();
  const edits = await store.outbox.claimEdits(owner, between, LEASE_MS, gapMs, most);
  if (edits.length > 0) options.step?.("edit.claimed");
  const editing = { send: edit, claimedAt: between.real };
  const edited = await under(byPlace(edits).map((queue) => inTurn(queue, options, editing)));
  const outcomes = [...posted, ...edited];
  const { real } = await times();
  // By the time of the claim: what has come free since was not in it, and is not to be forgotten.
  const chance = await store.outbox.nextChance({ ...(await times()), real: before.real });
  return {
    sent: outcomes.filter((ok) => ok).length,
    failed: outcomes.filter((ok) => !ok).length,
    // Each place gives one post at a time.
    more: posts.length > 0 || (most > 0 && edits.length === most),
    ...(chance === undefined
      ? {}
      : { heldForMs: Math.max(1, Date.parse(chance) - Date.parse(real)) }),
  };
}

/** Messages to one place keep their order; places do not wait for each other. */
function byPlace(messages: readonly Message[]): readonly (readonly Message[])[] {
  return Object.values(
    Object.groupBy(messages, ({ to }) =>
      to.type === "person" ? `person ${to.person}` : `channel ${to.channelId}`,
    ),
  ).filter((queue) => queue !== undefined);
}

type Send = (message: Message, options: DispatchOptions) => Promise<boolean>;

/**
 * What those before it in the queue have kept waiting goes back: somebody else may have claimed it since, and shown more
 * than this claim knows.
 */
async function inTurn(
  queue: readonly Message[],
  options: DispatchOptions,
  { send, claimedAt }: { readonly send: Send; readonly claimedAt: Instant },
): Promise<readonly boolean[]> {
  const { store, times, stopping, way } = options;
  const outcomes: boolean[] = [];
  for (const message of queue) {
    const { real } = await times();
    const isLate = Date.parse(real) - Date.parse(claimedAt) > BEGUN_WITHIN_MS;
    if (stopping?.() || isLate || way?.heldForMs(real))
      await store.outbox.retryLater(message, { countAttempt: false }, "put back", real);
    else outcomes.push(await guarded(message, options, send));
  }
  return outcomes;
}

async function guarded(message: Message, options: DispatchOptions, send: Send): Promise<boolean> {
  try {
    return await send(message, options);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { fault, code } = error;
    if (fault === "unauthorized") options.way?.refused(code, (await options.times()).real);
    options.log.warn("outbox.failed", {
      messageId: message.id,
      kind: message.about.kind,
      reason: fault,
      code,
    });
    await afterFault(message, error, options.store.outbox, await options.times());
    return false;
  }
}

async function post(message: Message, options: DispatchOptions): Promise<boolean> {
  const { store, deliver, times, step } = options;
  const drawn = await drawnOrNot(message, options);
  step?.("post.drawn");
  if (!drawn) {
    await store.outbox.markEnded(message, "cancelled", "nothing-to-show", (await times()).real);
    return true;
  }
  const { taken: sent, shown } = await fitting(message, drawn, options, (card) =>
    deliver.post(message.to, card, message.thread),
  );
  step?.("post.taken");
  await kept(
    async () => store.outbox.markSent(message, sent, hashOf(shown), await times()),
    options,
  );
  step?.("post.marked");
  return true;
}

/**
 * Where a message is in Teams is known to nobody else: while the database cannot be written it is tried again, as long as
 * the lease lasts, so that a full disk or a lock does not leave in doubt what is certain (reliability.md F6, F12).
 */
async function kept(mark: () => Promise<unknown>, { stopping }: DispatchOptions): Promise<void> {
  const giveUpAt = performance.now() + LEASE_MS;
  for (;;) {
    try {
      await mark();
      return;
    } catch (error) {
      const mayPass = error instanceof StoreUnusable && performance.now() < giveUpAt;
      if (!mayPass || stopping?.()) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, MARK_AGAIN_MS));
  }
}

async function edit(message: Message, options: DispatchOptions): Promise<boolean> {
  const { store, deliver, times, step } = options;
  if (message.dialogueId === null && message.withdrawn && message.sent) {
    // Its example was deleted while it was on its way: now that it is out, it is taken up (decisions.md §2.4).
    await deliver.remove(message.sent, message.to);
    await store.outbox.markEnded(message, "cancelled", "example-deleted", (await times()).real);
    return true;
  }
  if (await hasLeft(message, options)) {
    await store.outbox.markEdited(message, message.shownHash ?? "", await times());
    return true;
  }
  const drawn = await drawnOrNot(message, options);
  step?.("edit.drawn");
  let hash = drawn ? hashOf(drawn) : message.shownHash;
  const { sent, to } = message;
  if (drawn && sent?.activityId !== undefined && hash !== message.shownHash) {
    const { shown } = await fitting(message, drawn, options, (card) =>
      deliver.edit(sent, card, to),
    );
    hash = hashOf(shown);
  }
  step?.("edit.taken");
  await store.outbox.markEdited(message, hash ?? "", await times());
  step?.("edit.marked");
  return true;
}

/** What Teams finds too big it has not taken: it gets the short form, which leads to the rest (reliability.md F42). */
async function fitting<Taken>(
  message: Message,
  drawn: DrawnCard,
  { draw, way, pace, log }: DispatchOptions,
  deliver: (card: DrawnCard) => Promise<Taken>,
): Promise<{ readonly taken: Taken; readonly shown: DrawnCard }> {
  const tried = async (shown: DrawnCard) => {
    try {
      const taken = await deliver(shown);
      way?.open();
      return { taken, shown };
    } catch (error) {
      // What Teams does not understand is a fault of ours: told with what can be compared, never with what it says.
      if (error instanceof DeliveryError && isOurFault(error)) {
        const { code } = error;
        const { id: messageId, about } = message;
        log.error("outbox.bad-request", { messageId, kind: about.kind, code, head: hashOf(shown) });
      }
      throw error;
    }
  };
  try {
    return await tried(drawn);
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.fault !== "tooBig") throw error;
    const short = await draw(message, { short: true });
    if (!short) throw error;
    log.error("outbox.shortened", { messageId: message.id, kind: message.about.kind });
    return pace ? await pace(message.to, () => tried(short)) : await tried(short);
  }
}

/** reliability.md §4.2: what somebody has to look at, since it will not pass by itself. */
function isOurFault({ fault, code }: DeliveryError): boolean {
  return fault === "badRequest" || code === "InvalidBotApiHost";
}

/** The cards of somebody who is in no team any more stay as they are: there is nobody to show another to. */
async function hasLeft({ to }: Message, { store }: DispatchOptions): Promise<boolean> {
  if (to.type !== "person") return false;
  const person = await store.addressBook.person(to.person);
  return person !== undefined && person.teams.length === 0 && person.personal === undefined;
}

/** A bug in one card must not keep the others: it is told in the log, and the message tries again before it is given up. */
async function drawnOrNot(
  message: Message,
  { draw, log }: DispatchOptions,
): Promise<DrawnCard | undefined> {
  try {
    return await draw(message);
  } catch (cause) {
    log.error("outbox.undrawn", { messageId: message.id, kind: message.about.kind, error: cause });
    throw new DeliveryError("undrawn", "NotDrawn", { cause });
  }
}

function hashOf({ card }: DrawnCard): string {
  return createHash("sha256").update(JSON.stringify(card)).digest("base64url");
}

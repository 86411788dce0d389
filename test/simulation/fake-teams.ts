import { type Deliver, DeliveryError, type DrawnCard } from "../../src/outbox/delivery.ts";
import type { SentMessage } from "../../src/store/store.ts";
import type { Life } from "./life.ts";
import type { Random } from "./random.ts";
import type { WorldClock } from "./world-clock.ts";

/** What the card drawn by a run says of itself. */
export type Shown = { readonly posting: string; readonly state: string };

const TIMEOUT_MS = 10_000;
/** What Teams takes, written down here anew and not taken from the code: reliability.md §4.1. */
const IN_ONE_PLACE = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
];
const MOST_KEPT = 1_801;
const FROM_THE_APP = [{ ms: 1_000, most: 50 }];
const STALLS_MS = [15_000, 45_000, 700_000] as const;
/** As long as a claim is good for; what is posted later is nobody's any more. */
const LEASE_MS = 30_000;

type Posting = { readonly life: Life; readonly since: number };

/** Teams as it may be: slow, full, silent, gone; with a note of everything that lies there. */
export class FakeTeams {
  readonly delivered = new Map<string, number>();
  readonly shows = new Map<string, string>();
  readonly #clock: WorldClock;
  readonly #random: Random;
  readonly #note: (what: string) => void;
  readonly #slowestMs: number;
  readonly #came = new Map<string, number[]>();
  readonly #beingPosted = new Map<string, Set<Posting>>();
  /** What came faster than Teams takes it, or at once to one place. */
  readonly faults: string[] = [];
  /** Where Teams takes no edit any more. */
  readonly givenUp = new Set<string>();
  calm = false;

  constructor(clock: WorldClock, random: Random, note: (what: string) => void) {
    this.#clock = clock;
    this.#random = random;
    this.#note = note;
    this.#slowestMs = random.one(10, 300);
  }

  /** So much has come to that place before. */
  cameBefore(place: string, instants: readonly string[]): void {
    this.#came.set(
      place,
      instants.map((at) => Date.parse(at)),
    );
  }

  deliverFor(life: Life): Deliver {
    return { ...this.#deliver, post: (...given) => this.#alone(life, given) };
  }

  /** New messages to one place come one after the other, while whoever claimed them lives and the claim is good. */
  async #alone(life: Life, given: Parameters<Deliver["post"]>): Promise<SentMessage> {
    const [to, drawn] = given;
    const place = to.type === "person" ? to.person : to.channelId;
    const others = this.#beingPosted.get(place) ?? new Set();
    const since = this.#clock.realMs;
    if ([...others].some((one) => !one.life.over && since - one.since < LEASE_MS))
      this.faults.push(`${shownBy(drawn).posting} is posted to ${place} beside another`);
    const mine = { life, since };
    this.#beingPosted.set(place, others.add(mine));
    return this.#deliver.post(...given).finally(() => others.delete(mine));
  }

  readonly #deliver: Deliver = {
    post: async (to, drawn, thread): Promise<SentMessage> => {
      const { posting, state } = shownBy(drawn);
      const isReply = to.type === "channel" && to.thread === "reply";
      if (isReply && !thread) throw new Error(`${posting} is posted without its thread`);
      const conversationId = to.type === "person" ? to.person : (thread?.conversationId ?? posting);
      let activityId = "";
      await this.#call(`post ${posting}`, conversationId, ["403", "404"], () => {
        const count = (this.delivered.get(posting) ?? 0) + 1;
        this.delivered.set(posting, count);
        activityId = `${posting}#${count}`;
        this.shows.set(activityId, state);
      });
      return { conversationId, activityId, serviceUrl: "https://smba.example/" };
    },
    edit: async ({ conversationId, activityId = "" }, drawn) => {
      const { state } = shownBy(drawn);
      await this.#call(`edit ${activityId} to ${state}`, conversationId, ["403"], () =>
        this.shows.set(activityId, state),
      ).catch((error: unknown) => {
        if (error instanceof DeliveryError && error.fault === "terminal")
          this.givenUp.add(activityId);
        throw error;
      });
    },
    remove: async ({ activityId = "" }) => void this.shows.delete(activityId),
  };

  async #call(
    what: string,
    place: string,
    terminal: readonly ["403", ...("403" | "404")[]],
    arrive: () => void,
  ): Promise<void> {
    const random = this.#random;
    const ends = this.calm || random.chance(0.6) ? "delivers" : this.#trouble(terminal);
    this.#note(`${what}: ${ends}`);
    await this.#clock.sleep(random.whole(0, this.#slowestMs));
    if (ends !== "fails before" && ends !== "is silent" && ends !== "401") {
      const isFull = [
        this.#comes(place, IN_ONE_PLACE),
        this.#comes("the app", FROM_THE_APP),
      ].includes(true);
      if (isFull) throw new DeliveryError("throttled", "429", { retryAfterMs: 1_000 });
    }
    if (ends === "delivers" || ends === "fails after" || ends === "answers late") arrive();
    switch (ends) {
      case "delivers":
        return;
      case "answers late":
        return this.#clock.sleep(random.one(...STALLS_MS));
      case "fails before":
        throw new DeliveryError("unreachable", "ECONNREFUSED");
      case "fails after":
        throw new DeliveryError("unknown", "502", { status: 502 });
      case "is silent":
        await this.#clock.sleep(TIMEOUT_MS);
        throw new DeliveryError("unknown", "Timeout");
      case "401":
        throw new DeliveryError("unauthorized", "401", { status: 401 });
      case "429":
        throw new DeliveryError("throttled", "429", { retryAfterMs: random.whole(1, 60) * 1_000 });
      case "412":
        throw new DeliveryError("conflict", "412", { status: 412 });
      case "404":
        throw new DeliveryError("notFound", "404", { status: 404 });
      case "403":
        throw new DeliveryError("terminal", "403", { status: 403 });
    }
  }

  /** Counted when it comes, however long ago it left: it is Teams that would refuse it with 429. */
  #comes(
    place: string,
    windows: readonly { readonly ms: number; readonly most: number }[],
  ): boolean {
    const at = this.#clock.realMs;
    const came = [...(this.#came.get(place) ?? []), at].slice(-MOST_KEPT);
    this.#came.set(place, came);
    const full = windows.filter(({ ms, most }) => (came.at(-most - 1) ?? -Infinity) > at - ms);
    for (const { ms, most } of full)
      this.faults.push(`more than ${most} come to ${place} within ${ms} ms`);
    return full.length > 0;
  }

  #trouble(terminal: readonly ["403", ...("403" | "404")[]]) {
    if (this.#random.chance(0.08)) return this.#random.one(...terminal);
    if (this.#random.chance(0.03)) return "401" as const;
    return this.#random.one(
      "answers late" as const,
      "answers late" as const,
      "fails before" as const,
      "fails after" as const,
      "is silent" as const,
      "429" as const,
      "412" as const,
    );
  }
}

function shownBy({ summary }: DrawnCard): Shown {
  // The run draws it so.
  return JSON.parse(summary) as Shown;
}

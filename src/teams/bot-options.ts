import type { Handle } from "../handle.ts";
import type { Log } from "../log.ts";
import type { Clock } from "../outbox/clock.ts";
import type { Deliver } from "../outbox/delivery.ts";
import type { Pace } from "../outbox/pace.ts";
import type { See } from "../outbox/see.ts";
import type { AddressBook, Outbox, Store } from "../store/store.ts";
import type { Connector } from "./outbound.ts";
import type { PeopleOptions } from "./people.ts";

/** What answering people takes. */
export type BotOptions = {
  readonly store: Store;
  readonly addressBook: AddressBook;
  readonly outbox: Outbox;
  readonly handle: Handle;
  readonly see: See;
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly connector: Connector;
  /** Every request to the Connector that is not the outbox's goes by it. */
  readonly pace: Pace;
  readonly mayReadAgain: PeopleOptions["mayReadAgain"];
  readonly log: Log;
  /** The origin at which participants reach the survey; undefined where there is none. */
  readonly surveyUrl: () => string | undefined;
  /** Messages or edits may be waiting: look at once. */
  readonly saved: () => void;
  /** Called between every two steps, for tests that end the process there. */
  readonly step?: (step: AnswerStep) => void;
};
export type AnswerStep = "activity.in" | "answer.drawn";

import type { Event } from "../domain/dialogue.ts";
import type { DialogueIndex } from "../domain/dialogue-index.ts";
import type { Wanted } from "../domain/messages.ts";
import type { Directory } from "../domain/organisation.ts";
import type { Reminder } from "../domain/reminders.ts";
import type { Instant } from "../domain/time.ts";
import type { DialogueId, PersonId } from "../domain/value.ts";
import type { Head } from "./heads.ts";
import type { Directly } from "./directly.ts";
import type { Reminders } from "./reminders-kept.ts";
import type { Responses } from "./response.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Undelivered } from "./undelivered.ts";

/** The events of a dialogue after a version, with the words they refer to put back in (erased words say so). */
export type History = {
  readonly events: readonly Event[];
  /** The number of events in the whole stream. */
  readonly version: number;
};

export type Change = {
  readonly dialogueId: DialogueId;
  /** The version the events were decided on; another one in the database is a Conflict. */
  readonly version: number;
  readonly events: readonly Event[];
  /** Every message this dialogue wants from now on (house rule 7). Unsent ones that are missing are cancelled; all sent ones are marked for redrawing. */
  readonly messages: readonly Wanted[];
  /** Every reminder this dialogue wants from now on; absent leaves them as they are. */
  readonly reminders?: readonly Reminder[];
  /** What is shown about the dialogue without folding it; rebuilt from events at any time. */
  readonly index: DialogueIndex;
  /** When time itself changes the dialogue next; absent when nothing waits (decisions.md §9.1). */
  readonly timerAt?: Instant;
  /** Every word of the dialogue goes with the change, on this ground: a code (decisions.md §2.1, §10.1). */
  readonly forgets?: string;
  /** References of words that others have taken the place of: they go with the change (decisions.md §10.2). */
  readonly replaces?: readonly string[];
  /** The activity id this change answers; the second of two with the same id throws AlreadyDone. */
  readonly inboundId?: string;
  readonly at: Instant;
};

export type DialogueRow = DialogueIndex & {
  readonly dialogueId: DialogueId;
  readonly version: number;
};

/** Somebody else changed the dialogue between load and save. Load again and decide again. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}

/** This activity has been handled before; answer with the state as it is. */
export class AlreadyDone extends Error {
  override readonly name = "AlreadyDone";
}

type Listed = "all" | { with: "lessons" } | { channelId: string } | { person: PersonId };

export type Dialogues = {
  load(dialogueId: DialogueId, afterVersion?: number): Promise<History>;
  /**
   * Appends the events, moves their words to content, reconciles messages, notes the inbound id: one transaction or
   * nothing. Returns the events as `load` gives them, with the references of their words; a change that forgets must be
   * loaded anew. Throws Conflict or AlreadyDone.
   */
  save(change: Change): Promise<readonly Event[]>;
  seen(inboundId: string): Promise<boolean>;
  /** Dialogues of one channel, of one person, with lessons that hold, or all (newest first); examples only for their owner. */
  list(of: Listed | { exampleOf: PersonId }): Promise<DialogueRow[]>;
  /** The dialogues that time changes next, earliest first, at most so many. */
  timers(limit: number): Promise<readonly { dialogueId: DialogueId; at: Instant }[]>;
  /** Puts right when time changes the dialogue next, if it is still at this version. */
  setTimer(dialogueId: DialogueId, version: number, at: Instant | undefined): Promise<void>;
  /** The dialogue whose Översikt is this message, if any. */
  findByThread(channelId: string, rootActivityId: string): Promise<DialogueId | undefined>;
  /**
   * Removes words for good, salt included, and appends ContentErased; the ground is a code, not a sentence. Words that
   * are gone already, or that this dialogue does not have, change nothing and give false (decisions.md §10.1).
   */
  erase(erasure: {
    readonly dialogueId: DialogueId;
    readonly ref: string;
    readonly ground: string;
    readonly by: PersonId;
    readonly at: Instant;
  }): Promise<boolean>;
  /** Deletes an example whole: events, content, messages. Refuses a dialogue that is no example. Returns what had been sent, to be withdrawn. */
  deleteExample(dialogueId: DialogueId): Promise<readonly SentMessage[]>;
  /**
   * Walks the hash chain of one dialogue; says the first row that is changed, missing or out of order, and words that
   * are changed or gone without having been erased. Cut-off newest events are found against a head kept elsewhere.
   */
  verify(
    dialogueId: DialogueId,
  ): Promise<
    | { readonly ok: true; readonly head: string }
    | { readonly ok: false; readonly version: number; readonly why: string }
  >;
};

export type Message = Wanted & {
  readonly id: number;
  readonly dialogueId: DialogueId | null;
  readonly status: "pending" | "sending" | "sent" | "unknown" | "failed" | "cancelled" | "expired";
  /** Deliveries tried so far, this one included. */
  readonly attempts: number;
  /** Names this claim; a later mark with another number changes nothing (fencing). */
  readonly fence: number;
  readonly sent?: SentMessage;
  /** For a channel message of a dialogue: the root of its thread, once that has been sent. */
  readonly thread?: SentMessage;
  /** Of the card last shown; an edit with the same hash is skipped. */
  readonly shownHash?: string;
  /** Set when the dialogue no longer asks for it: it is drawn once more, as a receipt. */
  readonly withdrawn: boolean;
};
export type SentMessage = {
  readonly conversationId: string;
  readonly activityId?: string;
  readonly serviceUrl: string;
};

/**
 * Two clocks (decisions.md §9.5): `now` decides what is due and when a failed delivery is tried again, and stands still under
 * a development clock; `real` measures leases, the gap between edits and a Retry-After.
 */
export type Times = { readonly now: Instant; readonly real: Instant };
export type Wait = { dueAt?: Instant; holdUntil?: Instant; countAttempt: boolean };

/** What must still be posted or edited (reliability.md §3). `real` is when Teams answered: its limits count from then. */
export type Outbox = Directly & {
  /** Messages to post, oldest due first, at most `limit` and one for each place, each with a lease till real + leaseMs. Rows whose lease ran out become `unknown` here, or pending again (due 10 minutes later by `now`) when their class allows one repeat. Replies wait for their thread's root. */
  claimPosts(owner: string, times: Times, leaseMs: number, limit: number): Promise<Message[]>;
  /** Sent messages whose dialogue has moved on since they were drawn and whose last edit is at least `minGapMs` old (real). */
  claimEdits(
    owner: string,
    times: Times,
    leaseMs: number,
    minGapMs: number,
    limit: number,
  ): Promise<Message[]>;
  /** false: the fence was another's. */
  markSent(message: Message, sent: SentMessage, shownHash: string, times: Times): Promise<boolean>;
  markEdited(message: Message, shownHash: string, times: Times): Promise<boolean>;
  /** Back to pending (or still to be edited): not before `dueAt` by now and not before `holdUntil` in real time. */
  retryLater(message: Message, wait: Wait, code: string, real?: Instant): Promise<boolean>;
  /** A post whose answer was lost, as when its lease runs out: once more 10 minutes later by `now` when its class allows one repeat, else the end, `unknown`. An edit is none: false. */
  markUnanswered(message: Message, code: string, times: Times): Promise<boolean>;
  /** The end: failed, unknown or cancelled, with the code that says why. */
  markEnded(
    message: Message,
    status: "failed" | "unknown" | "cancelled",
    code: string,
    real?: Instant,
  ): Promise<boolean>;
  /** Where the message with this key is, once it has been sent. */
  placeOf(dialogueId: DialogueId, key: string): Promise<SentMessage | undefined>;
  /** The message of an edit is gone from Teams; `again` makes it pending. */
  forgetSent(message: Message, again: boolean, real?: Instant): Promise<boolean>;
  /** A message that belongs to no dialogue (welcome). Nothing happens when the key exists. */
  post(wanted: Wanted, at: Instant): Promise<void>;
  /** Post the message with this key anew: the old place becomes a pointer (`översikt`). Returns the old place. */
  repost(dialogueId: DialogueId, key: string, at: Instant): Promise<SentMessage | undefined>;
  /** What ended without arriving for certain, of the dialogue and of the mornings that told of it, oldest first. */
  undelivered(dialogueId: DialogueId): Promise<readonly Undelivered[]>;
  /** Makes one of those wait to be posted again, untried; false when it is none of them, or is on its way already. */
  sendAgain(dialogueId: DialogueId, messageId: number, at: Instant): Promise<boolean>;
  /**
   * What failed with one of these codes because the person or the team was not reached waits to be sent again; of the
   * person's mornings only the newest, with all that the others told of (reliability.md F51).
   */
  offerMissed(
    to: { readonly person: PersonId } | { readonly teamId: string },
    codes: readonly string[],
    at: Instant,
  ): Promise<void>;
  /** What lies in the outbox of a dialogue, or all: for tests, health and the coordinator's list. */
  peek(dialogueId?: DialogueId): Promise<Message[]>;
  /** How many messages there are of each status that occurs. */
  counts(): Promise<{ readonly [status in Message["status"]]?: number }>;
  /** At start: leases of earlier owners of this instance are let go at once. */
  releaseOthers(owner: string, now: Instant): Promise<void>;
  /** When, in real time, something due that is held may leave (a limit, a Retry-After); undefined when nothing is held. */
  nextChance(times: Times): Promise<Instant | undefined>;
  /** The next instant a message is to be posted by `now`, later than the one given, if any; edits and leases go by real time. */
  nextDue(later?: Instant): Promise<Instant | undefined>;
  /** Whether a post or an edit is on its way, whichever process has it. */
  isUnderWay(real: Instant): Promise<boolean>;
};

export type Person = {
  readonly id: PersonId;
  readonly entraId: string;
  /** Absent until the roster has told it, and after erasure. */
  readonly name?: string;
  readonly locale?: string;
  readonly guest: boolean;
  readonly teams: readonly string[];
  /** The 29: id and where a 1:1 chat exists, when known. */
  readonly teamsUserId?: string;
  readonly personal?: { readonly conversationId: string; readonly serviceUrl: string };
  /** Why 1:1 does not reach the person now, e.g. "403 ConversationBlockedByUser". */
  readonly unreachable?: string;
};

/** People, teams and channels: erasable, never in events. Who people are is kept in memory until something of it changes. */
export type AddressBook = {
  /** The person with this Entra id; made when new, so that ids can be given before anybody has spoken. */
  personFor(entraId: string): Promise<PersonId>;
  person(id: PersonId): Promise<Person | undefined>;
  people(): Promise<ReadonlyMap<PersonId, Person>>;
  /** Notes what an activity or the roster tells; absent fields stay as they were. */
  notePerson(
    id: PersonId,
    told: {
      name?: string;
      locale?: string;
      guest?: boolean;
      teamsUserId?: string;
      personal?: { conversationId: string; serviceUrl: string };
      unreachable?: string | null;
    },
  ): Promise<void>;
  /** The whole roster of a team as just read: those missing have left. */
  setRoster(teamId: string, members: readonly PersonId[]): Promise<void>;
  joinTeam(teamId: string, person: PersonId): Promise<void>;
  leaveTeam(teamId: string, person: PersonId): Promise<void>;
  noteTeam(team: {
    teamId: string;
    name?: string;
    aadGroupId?: string;
    serviceUrl: string;
    tenantId: string;
    installed: boolean;
  }): Promise<void>;
  team(
    teamId: string,
  ): Promise<
    | { teamId: string; name?: string; serviceUrl: string; tenantId: string; installed: boolean }
    | undefined
  >;
  noteChannel(channel: {
    channelId: string;
    teamId: string;
    name?: string;
    deleted?: boolean;
    /** Why nothing can be posted there until the bot is added anew or somebody asks for it; null: it can. */
    stopped?: string | null;
  }): Promise<void>;
  /** Nothing stops any channel of the team any more; gives the reasons there were. */
  openChannels(teamId: string): Promise<readonly string[]>;
  channel(
    channelId: string,
  ): Promise<
    | { channelId: string; teamId: string; name?: string; deleted: boolean; stopped?: string }
    | undefined
  >;
  /** The organisation file as applied last, with its hash. */
  organisation(): Promise<{ hash: string; body: unknown } | undefined>;
  setOrganisation(hash: string, body: unknown): Promise<void>;
  /** What rights are decided from. `undefined` organisation when no file was ever applied. */
  directory(): Promise<Directory>;
};

/** Everything that must survive a restart. One implementation per database, one contract suite. */
export type Store = {
  readonly dialogues: Dialogues;
  readonly outbox: Outbox;
  readonly reminders: Reminders;
  readonly evaluation: Evaluation;
  readonly addressBook: AddressBook;
  readonly responses: Responses;
  /** Template text by hash (decisions.md §12.1). `keep` throws StoreUnusable when the same id and version is kept with other content. */
  readonly templates: {
    keep(template: { id: string; version: number; hash: string; body: string }): Promise<void>;
    body(hash: string): Promise<string | undefined>;
  };
  /** The development clock, kept so that it goes on after a restart; how far the database's own time is ahead of this machine's, and the newest moment it knows of. */
  readonly clock: {
    get(): Promise<Instant | undefined>;
    set(at: Instant): Promise<void>;
    aheadMs(): Promise<number>;
    newestKnown(): Promise<Instant | undefined>;
  };
  readonly heads: () => Promise<readonly Head[]>;
  /** While what a backup would send is held: the last moment it knows of. */
  held(): Promise<Instant | undefined>;
  /** Rejects with the reason when the database cannot be read and written now. */
  check(): Promise<void>;
  close(): Promise<void>;
};

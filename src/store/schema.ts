import type { Generated, Kysely } from "kysely";

/** The tables as both databases hold them: flags are 0 and 1, JSON and instants are text. */
export type Tables = {
  event: {
    dialogue_id: string;
    version: number;
    type: string;
    body: string;
    by: string;
    at: string;
    prev_hash: string;
    hash: string;
  };
  deletion_permit: { dialogue_id: string };
  content: { ref: string; dialogue_id: string; version: number; salt: string; body: string };
  dialogue: {
    id: string;
    version: number;
    /** JSON of Home. */
    home: string;
    channel_id: string | null;
    /** The person in whose own chat it lives, when it is an example. */
    owner: string | null;
    status: string;
    example: number;
    /** How many of its own lessons hold. */
    lessons: number;
    /** JSON list of person ids; `dialogue_person` is the same, for looking up. */
    people: string;
    started_at: string;
    /** When time itself changes it next; null when nothing waits. */
    timer_at: string | null;
    /** Of the reminders as last planned. */
    reminders_hash: Generated<string>;
  };
  dialogue_person: { dialogue_id: string; person_id: string };
  departure: {
    place: string;
    /** When it came, or until when it may be on its way. */
    at: string;
    claim: Generated<string>;
  };
  thread: {
    dialogue_id: string;
    channel_id: string;
    conversation_id: string;
    activity_id: string | null;
    service_url: string;
  };
  message: MessageTable;
  reminder: {
    dialogue_id: string;
    key: string;
    person_id: string;
    /** JSON of what the person is reminded of. */
    about: string;
    due_at: string;
    status: "planned" | "made" | "cancelled" | "expired";
    /** The message of the morning that told of it. */
    message_id: number | null;
    /** Why it was cancelled. */
    code: string | null;
    /** Of a nudge that is for those alone who have not answered in this round. */
    round_id: string | null;
  };
  evaluation_round: { dialogue_id: string; round_id: string; wrapped_key: string };
  ballot: { dialogue_id: string; round_id: string; person_id: string; used: number };
  sealed_answer: { dialogue_id: string; round_id: string; slot: string; body: string };
  internal_response: {
    dialogue_id: string;
    round_id: string;
    id: string;
    /** What somebody chose, or what somebody wrote; JSON. */
    kind: "choices" | "text";
    body: string;
  };
  inbound: { id: string; dialogue_id: string; at: string };
  person: {
    id: string;
    entra_id: string;
    name: string | null;
    locale: string | null;
    guest: number;
    teams_user_id: string | null;
    conversation_id: string | null;
    service_url: string | null;
    unreachable: string | null;
  };
  membership: { team_id: string; person_id: string };
  team: {
    id: string;
    name: string | null;
    aad_group_id: string | null;
    service_url: string;
    tenant_id: string;
    installed: number;
  };
  channel: {
    id: string;
    team_id: string;
    name: string | null;
    deleted: number;
    /** Why nothing can be posted there; null when something can. */
    stopped: string | null;
  };
  organisation: { id: number; hash: string; body: string };
  template: { hash: string; id: string; version: number; body: string };
  clock: { id: number; at: string };
  round_link: {
    public_id: string;
    dialogue_id: string;
    round_id: string;
    closed: Generated<number>;
  };
  /** JSON of answers by question, and the reference of what was written. */
  response: {
    dialogue_id: string;
    round_id: string;
    id: string;
    answers: string;
    words: string | null;
  };
  /** A backup that was laid out: the last moment it knows of, and 1 while what it would send is held. */
  restored: { id: number; until: string; held: number };
  probe: { id: number; body: string };
  /** Only where several processes may write: what they keep of people in memory goes by it. */
  address_book: { id: number; revision: string };
};

export type MessageTable = {
  id: Generated<number>;
  dialogue_id: string | null;
  key: string;
  /** JSON of what was wanted: about, to, delivery, dueAt. */
  wish: string;
  /** Messages with the same one are shown in the same place: new ones go before edits there. */
  conversation: string;
  /** 1: a reply that must wait for its thread's root. */
  in_thread: number;
  /** 1: one repeat is allowed when nobody knows whether it arrived. */
  repeats: number;
  due_at: string;
  status: "pending" | "sending" | "sent" | "unknown" | "failed" | "cancelled" | "expired";
  /** Not posted before this instant, by the clock the rules go by. */
  next_at: string;
  /** Neither posted nor edited before this instant of real time; "" when nothing holds it. */
  hold_until: Generated<string>;
  /** The last edit that changed the card, in real time; "" before the first. */
  edited_at: Generated<string>;
  attempts: Generated<number>;
  edit_attempts: Generated<number>;
  /** How often it was posted without anybody learning whether it arrived. */
  doubts: Generated<number>;
  /** Who holds the lease: the place, the life of the process in that place, and the claimer in it. */
  instance: string | null;
  session: string | null;
  owner: string | null;
  fence: Generated<number>;
  lease_until: string | null;
  code: string | null;
  conversation_id: string | null;
  activity_id: string | null;
  service_url: string | null;
  /** The dialogue's version the card should show, the one being drawn, and the one it shows. */
  wanted: number;
  drawn: Generated<number>;
  shown: Generated<number>;
  shown_hash: string | null;
  withdrawn: Generated<number>;
};

export type Queries = Kysely<Tables>;

/** What the store's parts need of a database; everything that differs between databases is behind it. */
export type Database = {
  /** Sees only what is committed. */
  readonly read: Queries;
  /**
   * Runs the work in one transaction: committed when the promise resolves, nothing left when it rejects. The work uses
   * only the queries it is given, never `read` or `write`, and may be run again from its beginning.
   */
  readonly write: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  /** Sees one moment of it from beginning to end, whatever others save meanwhile; one process alone needs nothing for that. */
  readonly snapshot: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  /** How many milliseconds the database's own time is ahead of this machine's; none where it has no time of its own. */
  readonly aheadMs: () => Promise<number>;
  /** A row with the same key was there already. */
  readonly isUniqueViolation: (error: unknown) => boolean;
  /** What has been deleted goes from the files too, not only from the tables: at once, or with one of the next saves when the disk has no room for that. */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
};

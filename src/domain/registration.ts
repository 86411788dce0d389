import type { Calendar } from "./calendar.ts";
import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { rolesOf } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import type { DeadlineCounts } from "./template.ts";
import { type Text, written } from "./text.ts";
import { type Instant, type LocalDate, localDateOf } from "./time.ts";
import type { PersonId } from "./value.ts";

export type RegistrationCommand = {
  readonly type: "RegisterRecord";
  /** The record: the item that holds it, or the position's id. */
  readonly record: string;
  /** The number it has in the diary, when there is one. */
  readonly registerId?: string;
};
export type RegistrationFact = {
  readonly type: "RecordRegistered";
  readonly record: string;
  readonly registerId?: Text;
};

/** What has been put in the diary, by record. */
export type Registered = {
  readonly [record: string]: {
    readonly by: PersonId;
    readonly at: Instant;
    readonly registerId?: Text;
  };
};

/** A record that belongs in the diary, open until it is there (OSL 5:1, process.md §13.3 D20). */
export type DiaryEntry = {
  readonly record: string;
  /** Whether an item holds it, or a position of the steering group. */
  readonly kind: "item" | "position";
  /** The day it was sent, received or fixed. */
  readonly on: LocalDate;
  readonly registered?: Registered[string];
};

/** What is in the diary after the fact. */
export function evolveRegistered(
  registered: Registered,
  {
    record,
    registerId,
    by,
    at,
  }: RegistrationFact & { readonly by: PersonId; readonly at: Instant },
): Registered {
  const done = { by, at, ...(registerId === undefined ? {} : { registerId }) };
  return { ...registered, [record]: done };
}

/** Items that become records the day they are sent or fixed, with the field that says when. */
const RECORDS: readonly (readonly [item: string, field: string])[] = [
  ["event.invite", "publishedAt"],
  ["event.notice", "sentAt"],
  ["compile.report", "fixedAt"],
  ["feedback.heard", "sentAt"],
  ["feedback.status", "sentAt"],
  ["feedback.decision", "sentAt"],
  ["feedback.result", "sentAt"],
  ["eval.report", "reportedAt"],
  ["follow.m6", "sentAt"],
  ["follow.m12", "sentAt"],
  ["follow.n", "sentAt"],
];

/** Every record of the dialogue that belongs in the diary, oldest first. */
export function diaryOf(state: Dialogue): readonly DiaryEntry[] {
  const items = Object.entries(state.items).flatMap(([record, { values }]) => {
    const found = RECORDS.find(([item]) => record === item || record.startsWith(`${item}.`));
    const on = found && values[found[1]];
    return typeof on === "string" ? [entry(state, record, "item", on)] : [];
  });
  const positions = state.positions.flatMap(({ id, closed }) =>
    closed?.tally.result ? [entry(state, id, "position", localDateOf(closed.at))] : [],
  );
  return [...items, ...positions].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function entry(
  { registered }: Dialogue,
  record: string,
  kind: DiaryEntry["kind"],
  on: LocalDate,
): DiaryEntry {
  const done = registered[record];
  return { record, kind, on, ...(done === undefined ? {} : { registered: done }) };
}

/** The queue "Att diarieföra": what is not in the diary yet. */
export function registrationQueue(state: Dialogue): readonly DiaryEntry[] {
  return diaryOf(state).filter(({ registered }) => registered === undefined);
}

/** The record belongs in the diary by the end of this day (ST4: the next working day). */
export function registerBy(
  { on }: Pick<DiaryEntry, "on">,
  { D20 }: Pick<DeadlineCounts, "D20">,
  calendar: Calendar,
): LocalDate {
  return calendar.addWorkingDays(on, D20.wd);
}

/** W-NOT-REGISTERED: a record that should have been in the diary before this day. */
export function isUnregistered(
  entries: readonly DiaryEntry[],
  counts: Pick<DeadlineCounts, "D20">,
  calendar: Calendar,
  now: Instant,
): boolean {
  const today = localDateOf(now);
  return entries.some(
    (one) => one.registered === undefined && registerBy(one, counts, calendar) < today,
  );
}

/** The registrar says that a record is in the diary; nothing when that has been said. Refuses anybody else, and what is no record. */
export function registerRecord(
  state: Dialogue,
  { record, registerId: words = "" }: RegistrationCommand,
  { actor, directory }: Context,
): RegistrationFact[] {
  const found = diaryOf(state).find((one) => one.record === record);
  if (!rolesOf(state, actor, directory).has("registrar") || !found)
    throw new Rejection({ code: "E-FORBIDDEN", who: ["registrar"] });
  if (state.status !== "active" && state.status !== "closed")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  if (found.registered) return [];
  const registerId = written(words.trim());
  const actual = registerId.text.length;
  const limit = CHARACTER_LIMITS.text;
  if (actual > limit) {
    const at = { itemId: "diary", field: "registerId", fault: "tooLong" } as const;
    throw new Rejection({ code: "E-FIELD", faults: [{ ...at, limit, actual }] });
  }
  return [{ type: "RecordRegistered", record, ...(actual === 0 ? {} : { registerId }) }];
}

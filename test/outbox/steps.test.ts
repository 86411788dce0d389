import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CRASH_STEPS, type CrashStep } from "../../src/crash.ts";
import { createCalendar } from "../../src/domain/calendar.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { createHandle } from "../../src/handle.ts";
import { createLog } from "../../src/log.ts";
import { dispatch } from "../../src/outbox/dispatch.ts";
import { createMornings } from "../../src/outbox/mornings.ts";
import { createPace } from "../../src/outbox/pace.ts";
import { createTimers } from "../../src/outbox/timers.ts";
import type { Change } from "../../src/store/store.ts";
import { createDeliver } from "../../src/teams/deliver.ts";
import { change, started } from "../store/given.ts";
import { openTestStore } from "../support/store.ts";
import { channelId, openRecordingBot, teamId } from "../teams/recording-bot.ts";
import { request, root, seeded } from "./sender.ts";

/** What lasts and cannot simply be found out anew. */
const LASTING =
  /^(?:insert into|update|delete from) "?(?:event|content|inbound|dialogue|message|thread|reminder|person)"? /u;
/** Taken by the front door, which is not in this test; the crash points are pressed through it. */
const AT_THE_DOOR: readonly CrashStep[] = ["activity.in", "answer.drawn"];

type Step = Exclude<CrashStep, "activity.in" | "answer.drawn">;
let bot: Awaited<ReturnType<typeof openRecordingBot>>;
beforeAll(async () => {
  bot = await openRecordingBot();
});
afterAll(() => bot.close());

/** Writes down each commit of something that lasts, in every database of this process. */
function watchCommits(note: (what: string) => void): void {
  // oxlint-disable-next-line typescript/unbound-method -- both are called with their database below
  const { prepare, exec } = BetterSqlite3.prototype;
  let isChanged = false;
  const see = (text: string, count: number) => (isChanged ||= LASTING.test(text) && count > 0);
  vi.spyOn(BetterSqlite3.prototype, "exec").mockImplementation(function (
    this: BetterSqlite3.Database,
    text: string,
  ) {
    const done = exec.call(this, text);
    if (text === "commit" && isChanged) note("commit");
    if (text === "commit" || text === "rollback") isChanged = false;
    return done;
  });
  vi.spyOn(BetterSqlite3.prototype, "prepare").mockImplementation(function (
    this: BetterSqlite3.Database,
    text: string,
  ) {
    const statement = prepare.call(this, text) as BetterSqlite3.Statement;
    const [run, all] = [statement.run.bind(statement), statement.all.bind(statement)];
    statement.run = (...values: unknown[]) => {
      const done = run(...values);
      see(text, done.changes);
      return done;
    };
    statement.all = (...values: unknown[]) => {
      const rows = all(...values);
      see(text, rows.length);
      return rows;
    };
    return statement as never;
  });
}

test("no two things that last are done without a step between them, at which the process can be killed", async () => {
  const trace: string[] = [];
  const note = (what: string) => void trace.push(what);
  watchCommits(note);
  const bot = await openScene(note);
  trace.length = 0;
  await bot.press();
  await bot.send();
  await bot.press();
  await bot.send();
  await bot.to("2027-01-12T23:00:00.000Z");
  await bot.send();
  await bot.to("2027-01-13T07:30:00.000Z");
  await bot.send();
  const isStep = (what: string | undefined) => CRASH_STEPS.some((step) => step === what);
  const bare = trace.flatMap((what, index) =>
    index === 0 || isStep(what) || isStep(trace[index - 1])
      ? []
      : [`${trace.slice(0, index).findLast(isStep)}: ${trace[index - 1]}, ${what}`],
  );
  expect(bare).toEqual([]);
  const taken = CRASH_STEPS.filter((step) => trace.includes(step));
  expect(taken).toEqual(CRASH_STEPS.filter((step) => !AT_THE_DOOR.includes(step)));
});

/** Everything between an order and its card, one message at a time; somebody will be away, and is reminded of something. */
async function openScene(note: (what: string) => void) {
  const step = (name: Step) => note(name);
  const store = await openTestStore({ step });
  const { anna } = await seeded(store, bot);
  const clock = { now: "2027-01-11T08:00:00.000Z" };
  const now = async () => clock.now;
  const times = async () => ({ now: clock.now, real: new Date().toISOString() });
  const log = createLog({ level: "error", write: (line) => note(line) });
  const calendar = createCalendar();
  const process = { template: builtInTemplate, hash: "abc", calendar };
  const about = { type: "task", taskId: "t1", rung: "R3" } as const;
  const reminder = { key: "t1", about, person: anna, dueAt: "2027-01-13T07:30:00.000Z" };
  // What the dialogue wants is said here: so short a one wants nothing.
  const wants = { messages: [root, request(anna)], reminders: [reminder] };
  const save = (one: Change) => store.dialogues.save({ ...one, ...wants });
  const handle = createHandle({
    store: { ...store, dialogues: { ...store.dialogues, save } },
    processes: { current: process, byHash: async () => process },
    now,
    saved: () => {},
    step,
  });
  await store.dialogues.save(
    change("d1", {
      events: [
        { ...started("d1", { type: "channel", teamId, channelId }), initiator: anna } as never,
      ],
    }),
  );
  const real = () => new Date().toISOString();
  const pace = createPace(store.outbox, { now, real });
  const connector = new Proxy(bot.teams.connector, {
    get: (of, name, receiver) => {
      const method: unknown = Reflect.get(of, name, receiver);
      if (typeof method !== "function") return method;
      return (...values: unknown[]) => {
        note(`call ${String(name)}`);
        return method.apply(of, values) as unknown;
      };
    },
  });
  const deliver = createDeliver({ connector, addressBook: store.addressBook, pace, step });
  const timers = createTimers({
    ...store,
    give: (dialogueId, command) =>
      handle.order({ dialogueId, commands: [command], actor: "system" }),
    timersOf: handle.timers,
    now,
    real,
    log,
    step,
  });
  const plan = (dialogueId: string, at: string) => store.reminders.plan(dialogueId, [reminder], at);
  const mornings = createMornings({ ...store, plan, now, calendar, step });
  // As while the way is doubted: one message at a time.
  const way = { trouble: () => "doubted", heldForMs: () => 0, refused: () => {}, open: () => {} };
  let pressed = 0;
  return {
    press: async () => {
      pressed += 1;
      const until = `2027-01-${13 + pressed}`;
      const command = { type: "RecordAbsence", person: anna, from: "2027-01-13", until } as const;
      await handle.order({ dialogueId: "d1", commands: [command], actor: anna });
    },
    to: async (at: string) => {
      clock.now = at;
    },
    send: async () => {
      await timers.run(() => false);
      await mornings.run(() => false);
      const draw = async ({ key }: { readonly key: string }) => ({
        card: { type: "AdaptiveCard", version: "1.5", body: [], speak: `${pressed}` } as never,
        summary: key,
      });
      const options = { store, deliver, draw, owner: "test", times, log, way, step, editGapMs: 0 };
      while ((await dispatch(options)).more);
    },
  };
}

import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { inputId } from "../../src/cards/input-ids.ts";
import { submitButton } from "../../src/cards/actions.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import type { Instant } from "../../src/domain/time.ts";
import { createHandle } from "../../src/handle.ts";
import { createLog } from "../../src/log.ts";
import type { Deliver } from "../../src/outbox/delivery.ts";
import { dispatch } from "../../src/outbox/dispatch.ts";
import { createDraw } from "../../src/outbox/draw.ts";
import { createMornings } from "../../src/outbox/mornings.ts";
import { createSee } from "../../src/outbox/see.ts";
import { createTimers } from "../../src/outbox/timers.ts";
import { openProcesses } from "../../src/store/processes.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { backUpSqlite } from "../../src/store/sqlite-backup.ts";
import type { BotOptions } from "../../src/teams/bot-options.ts";
import { onInvoke } from "../../src/teams/press.ts";
import { toldBoth } from "../support/after-decision.ts";
import { CHANNEL, directory, TEAM } from "../support/given.ts";
import { openHandled, translated } from "../support/handled.ts";

/** What one person answers, by question, as the form sends it. */
export type Form = { readonly person: string; readonly inputs: Readonly<Record<string, string>> };

const DIALOGUE = "dialogue-1";
export const KEY = Buffer.alloc(32, 7);

/**
 * One internal round from the morning it opens to the minute it closes, in the product's own parts, with everything kept
 * that an operator could have: the database, its log of writes and a backup after every single answer, the bot's own log,
 * and every card it sent. Answers come in the order given, an hour after each other.
 */
export async function liveRound(directoryPath: string, forms: readonly Form[]): Promise<void> {
  mkdirSync(directoryPath, { recursive: true });
  const path = join(directoryPath, "dialog.db");
  const lines: string[] = [];
  const sent: string[] = [];
  let at: Instant = "2027-01-11T08:00:00.000Z";
  const now = async () => at;
  const log = createLog({
    level: "debug",
    write: (line) => void lines.push(line),
    now: () => new Date(at),
  });
  const store = await openSqliteStore({ path, instance: "test", paced: false, evaluationKey: KEY });
  const { id } = await openHandled(store);
  const processes = await openProcesses(store.templates, builtInTemplate);
  const handle = createHandle({ store, processes, now, saved: () => {} });
  for (const [actor, command, when] of toldBoth) {
    at = when ?? "2027-01-11T08:00:00.000Z";
    const order = { dialogueId: DIALOGUE, commands: [translated(command, id)], actor: id(actor) };
    await handle.order(order);
  }
  const see = createSee({ ...store, processOf: handle.processOf, now });
  const draw = createDraw({ ...store, load: handle.load, see });
  const times = async () => ({ now: at, real: at });
  const timers = createTimers({
    ...store,
    give: (dialogueId, command) =>
      handle.order({ dialogueId, commands: [command], actor: "system" }),
    timersOf: handle.timers,
    now,
    real: () => at,
    log,
  });
  const mornings = createMornings({
    ...store,
    plan: handle.remind,
    now,
    calendar: processes.current.calendar,
  });
  const deliver = recorded(sent);
  const never = () => false;
  const options = {
    store,
    handle,
    see,
    deliver,
    log,
    addressBook: store.addressBook,
    outbox: store.outbox,
    clock: { now, real: () => at },
    saved: () => {},
    // The channel's team is known, so nobody is asked for its roster.
  } as unknown as BotOptions;

  async function settle(moment: Instant): Promise<void> {
    at = moment;
    await timers.run(never);
    await mornings.run(never);
    for (;;) {
      const gone = await dispatch({
        store,
        deliver,
        draw,
        owner: "test",
        times,
        log,
        editGapMs: 0,
      });
      if (gone.sent === 0) return;
    }
  }

  async function snapshot(name: string): Promise<void> {
    const to = join(directoryPath, name);
    mkdirSync(to);
    for (const file of ["dialog.db", "dialog.db-wal"])
      if (existsSync(join(directoryPath, file)))
        copyFileSync(join(directoryPath, file), join(to, file));
    await backUpSqlite(path, join(to, "backup.db"));
    writeFileSync(join(to, "dump.json"), JSON.stringify(dumpOf(path)));
    writeFileSync(join(to, "log.txt"), lines.join(""));
    writeFileSync(join(to, "sent.txt"), sent.join("\n"));
  }

  await settle("2027-08-16T06:30:00.000Z");
  await snapshot("opened");
  for (const [index, form] of forms.entries()) {
    at = `2027-08-17T${String(6 + index).padStart(2, "0")}:00:00.000Z`;
    const answer = await onInvoke(pressOf(form, index), options);
    sent.push(JSON.stringify(answer));
    await settle(at);
    await snapshot(`answer-${index + 1}`);
  }
  await settle("2027-08-23T06:30:00.000Z");
  await settle("2027-08-30T21:59:00.000Z");
  await snapshot("closed");
  await store.close();
}

/** The press as the front door hands it on. */
function pressOf({ person, inputs }: Form, index: number): Parameters<typeof onInvoke>[0] {
  const number = [...directory.people.keys()].indexOf(person);
  const { data } = submitButton("", { verb: "answerEvaluation", dialogueId: DIALOGUE });
  return {
    type: "invoke",
    name: "task/submit",
    id: `activity-${index}`,
    channelId: "msteams",
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    locale: "sv-SE",
    from: {
      id: `29:${person}`,
      name: person,
      aadObjectId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    },
    recipient: { id: "28:bot" },
    conversation: { id: `${CHANNEL};messageid=1`, conversationType: "channel", tenantId: "t" },
    channelData: { team: { id: TEAM }, channel: { id: CHANNEL }, tenant: { id: "t" } },
    value: {
      data: {
        ...(data as object),
        ...Object.fromEntries(
          Object.entries(inputs).map(([question, said]) => [
            inputId("eval.internal", question),
            said,
          ]),
        ),
      },
    },
  } as unknown as Parameters<typeof onInvoke>[0];
}

/** A Teams that takes everything, and what it was given. */
function recorded(sent: string[]): Deliver {
  return {
    post: async (to, { card, summary }) => {
      sent.push(JSON.stringify({ post: to, summary, card }));
      return {
        conversationId: "c",
        activityId: `a${sent.length}`,
        serviceUrl: "https://x.invalid/",
      };
    },
    edit: async (place, { card, summary }) => {
      sent.push(JSON.stringify({ edit: place, summary, card }));
    },
    remove: async () => {},
  };
}

/** Every row of every table, in the order the file gives them. */
export function dumpOf(path: string): { readonly [table: string]: readonly unknown[] } {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database
      .prepare("select name from sqlite_schema where type = 'table' order by name")
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables.map((table) => [table, database.prepare(`select * from "${table}"`).all()]),
    );
  } finally {
    database.close();
  }
}

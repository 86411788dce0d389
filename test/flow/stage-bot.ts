import { randomBytes } from "node:crypto";
import { readConfig } from "../../src/config.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import type { State } from "../../src/domain/dialogue.ts";
import { createHandle, type Order } from "../../src/handle.ts";
import { createLog } from "../../src/log.ts";
import { createClock } from "../../src/outbox/clock.ts";
import { dispatch } from "../../src/outbox/dispatch.ts";
import { createDraw } from "../../src/outbox/draw.ts";
import { createPace } from "../../src/outbox/pace.ts";
import { createSee } from "../../src/outbox/see.ts";
import { createPublicPages } from "../../src/public/pages.ts";
import { createFold } from "../../src/store/fold.ts";
import { openProcesses } from "../../src/store/processes.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { registerBot } from "../../src/teams/bot.ts";
import { createDeliver } from "../../src/teams/deliver.ts";
import { applyOrganisation, readOrganisation } from "../../src/teams/organisation.ts";
import { createTeamsApp } from "../../src/teams/sdk.ts";
import { exampleWorld } from "../support/bot.ts";

const ORGANISATION = new URL("../../scripts/example/organisation.json", import.meta.url).pathname;

export type BootedBot = {
  readonly url: string;
  /** What it has logged, line by line. */
  readonly lines: string[];
  /** Where a round of the participants' evaluation is reached, as its page says. */
  readonly surveyLink: (dialogueId: string, roundId: string) => Promise<string>;
  readonly moveClock: (to: string) => Promise<void>;
  /** Lets somebody give an order at a moment of the past, as if the dialogue had been lived already. */
  readonly live: (at: string, order: Order) => Promise<void>;
  /** The dialogue as the database holds it, folded anew. */
  readonly load: (dialogueId: string) => Promise<State>;
  /** Sends what is due and redraws what has moved on. Nothing leaves by itself. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * The bot on a database file in this process: the parts that main.ts wires, behind the same front door on a port of its
 * own, so that it starts in milliseconds. It has no ticker: what a press leaves behind stays as it is until `settle`.
 */
export async function bootBot(options: {
  readonly emulatorUrl: string;
  readonly path: string;
  /** False for a bot that nobody has told who holds which office. */
  readonly organisation?: false;
}): Promise<BootedBot> {
  const lines: string[] = [];
  const config = readConfig({
    CLIENT_ID: exampleWorld.botId,
    TENANT_ID: exampleWorld.tenantId,
    TEAMS_CLOUD_URL: options.emulatorUrl,
    DATABASE_URL: `sqlite:${options.path}`,
    DEV_CLOCK: "1",
  });
  const log = createLog({ level: "info", write: (line) => void lines.push(line) });
  const store = await openSqliteStore({ path: options.path, instance: "test", paced: false });
  const processes = await openProcesses(store.templates, builtInTemplate);
  if (options.organisation !== false)
    await applyOrganisation(await readOrganisation(ORGANISATION), store.addressBook);
  const clock = createClock(store, config.developmentClock);
  const teams = createTeamsApp({ config, log });
  const saved = () => {};
  const handle = createHandle({ store, processes, now: clock.now, saved });
  const see = createSee({
    addressBook: store.addressBook,
    evaluation: store.evaluation,
    processOf: handle.processOf,
    now: clock.now,
  });
  const pace = createPace(store.outbox, clock);
  const deliver = createDeliver({
    connector: teams.connector,
    addressBook: store.addressBook,
    pace,
  });
  const draw = createDraw({
    load: handle.load,
    see,
    addressBook: store.addressBook,
    reminders: store.reminders,
  });
  const surveyUrl = () => `http://127.0.0.1:${teams.adapter.port}`;
  const survey = createPublicPages({
    ...handle,
    responses: store.responses,
    directory: () => store.addressBook.directory(),
    now: clock.now,
    publicUrl: surveyUrl,
    languages: [],
    contact: undefined,
    random: randomBytes,
    log,
  });
  for (const method of ["GET", "POST"] as const)
    teams.adapter.addRoute({ method, path: "/u/*", handler: survey });
  registerBot(teams, { store, handle, see, clock, deliver, pace, log, saved, surveyUrl });
  await teams.start(0);
  const times = async () => ({ now: await clock.now(), real: clock.real() });
  return {
    url: `http://127.0.0.1:${teams.adapter.port}`,
    lines,
    live: async (at, order) => {
      await createHandle({ store, processes, now: async () => at, saved }).order(order);
    },
    load: async (dialogueId) => (await createFold(store.dialogues).load(dialogueId)).state,
    surveyLink: async (dialogueId, roundId) =>
      `${surveyUrl()}/u/${await store.responses.linkOf(dialogueId, roundId)}`,
    moveClock: async (to) => clock.set?.(to),
    settle: async () => {
      for (;;) {
        const owner = "test";
        const gone = await dispatch({ store, deliver, draw, owner, times, log, editGapMs: 0 });
        if (gone.sent === 0) return;
      }
    },
    close: async () => {
      await teams.stop();
      await store.close();
    },
  };
}

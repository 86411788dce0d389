import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createCrash } from "./crash.ts";
import { builtInTemplate } from "./domain/process/built-in.ts";
import { createHandle } from "./handle.ts";
import { createLog, type Log } from "./log.ts";
import { createClock } from "./outbox/clock.ts";
import { dispatch } from "./outbox/dispatch.ts";
import { createDraw } from "./outbox/draw.ts";
import { createHeads } from "./outbox/heads.ts";
import { createSee } from "./outbox/see.ts";
import { createPace } from "./outbox/pace.ts";
import { createFlight } from "./outbox/flight.ts";
import { startTicker, type Ticker } from "./outbox/ticker.ts";
import { createRound } from "./outbox/round.ts";
import { createMornings } from "./outbox/mornings.ts";
import { createTimers } from "./outbox/timers.ts";
import { createWalk } from "./outbox/walk.ts";
import { createWay } from "./outbox/way.ts";
import { openProcesses, type Processes, readTemplate, TemplateError } from "./store/processes.ts";
import { evaluationKeyOf } from "./store/evaluation-key.ts";
import { openPostgresStore } from "./store/postgres.ts";
import { openSqliteStore } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";
import { StoreUnusable } from "./store/unusable.ts";
import { OPTIONAL_LANGUAGES } from "./public/languages.ts";
import { createPublicPages } from "./public/pages.ts";
import { registerBot } from "./teams/bot.ts";
import type { BotOptions } from "./teams/bot-options.ts";
import { createDeliver } from "./teams/deliver.ts";
import { applyOrganisation, OrganisationError, readOrganisation } from "./teams/organisation.ts";
import { addOperatorRoutes } from "./teams/operator-routes.ts";
import { createTeamsApp, type TeamsApp } from "./teams/sdk.ts";

/** Faults of the surroundings, told in plain words; everything else is a bug and keeps its stack. */
const TOLD = [ConfigError, StoreUnusable, OrganisationError, TemplateError];

try {
  await start();
} catch (error) {
  const told = TOLD.some((kind) => error instanceof kind);
  process.stderr.write(
    `${told ? (error as Error).message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(error instanceof StoreUnusable ? 3 : 2);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel });
  const step = createCrash(config.crashAt);
  const store = await openStore(config, step);
  const processes = await readMunicipality(config, store);
  const teams = createTeamsApp({ config, log });
  const clock = createClock(store, config.developmentClock, { elsewhere: teams.timeElsewhere });
  const by = { now: clock.now, step };
  const handle = createHandle({ store, processes, saved: () => ticker.wake(), ...by });
  const see = createSee({ ...store, processOf: handle.processOf, now: clock.now });
  const pace = createPace(store.outbox, clock);
  const deliver = createDeliver({ ...store, connector: teams.connector, pace, step });
  const draw = createDraw({ ...store, load: handle.load, see });
  const owner = `${hostname()}:${process.pid}`;
  const times = async () => ({ now: await clock.now(), real: clock.real() });
  const timers = createTimers({
    ...store,
    give: (dialogueId, command) =>
      handle.order({ dialogueId, commands: [command], actor: "system" }),
    timersOf: handle.timers,
    real: clock.real,
    log,
    ...by,
  });
  const mornings = createMornings({
    ...store,
    plan: handle.remind,
    calendar: processes.current.calendar,
    ...by,
  });
  const way = createWay();
  const flight = createFlight(log);
  const parts = { store, clock, timers, mornings, way };
  const rounds = createRound({
    ...parts,
    owner,
    log,
    dispatch: (round) =>
      dispatch({ store, deliver, draw, owner, times, log, way, pace, flight, step, ...round }),
  });
  const heads = createHeads({ ...store, now: clock.now, log });
  const ticker = startTicker({
    dispatch: async (round) => {
      await heads.run();
      return rounds.run(round);
    },
    flight,
    log,
  });
  const isHeld = () => rounds.troubles().length > 0;
  const walk = createWalk({ ...store, ...parts, ticker, isHeld });
  const more = { pace, saved: ticker.wake, step, surveyUrl: publicUrlOf(config, teams) };
  registerBot(teams, { store, handle, see, clock, deliver, log, ...more });
  addOperatorRoutes(teams, { store, clock, walk, log, troubles: rounds.troubles });
  addPublicPages(config, teams, { store, handle, clock, log });
  await teams.start(config.port);
  log.info("bot.ready", {
    url: `http://${config.host}:${teams.adapter.port}`,
    version: process.version,
  });
  stopOn(["SIGTERM", "SIGINT"], log, () => stopAll({ teams, ticker, store }, log));
}

/** The municipality's own: its process, and who holds which office. */
async function readMunicipality(
  { processTemplatePath, organisationPath }: Config,
  store: Store,
): Promise<Processes> {
  const template = processTemplatePath
    ? await readTemplate(processTemplatePath, builtInTemplate)
    : builtInTemplate;
  const processes = await openProcesses(store.templates, template);
  if (organisationPath)
    await applyOrganisation(await readOrganisation(organisationPath), store.addressBook);
  return processes;
}

async function stopAll(
  { teams, ticker, store }: { teams: TeamsApp; ticker: Ticker; store: Store },
  log: Log,
): Promise<void> {
  const settled = Promise.all([teams.stop(), ticker.stop()]);
  if (!(await within(STOP_MS, settled))) log.warn("bot.stop-cut", { waitMs: STOP_MS });
  // A server that is silent does not say goodbye either.
  if (!(await within(CLOSE_MS, store.close()))) log.warn("bot.stop-cut", { waitMs: CLOSE_MS });
}

/** Where people reach the pages of the bot; in production it has to be told, on one's own machine it is known. */
function publicUrlOf({ publicUrl, production, host }: Config, { adapter }: TeamsApp) {
  return () => publicUrl ?? (production ? undefined : `http://${host}:${adapter.port}`);
}

/** The participants' survey; without an address that people can reach there is none from outside. */
function addPublicPages(
  config: Config,
  teams: TeamsApp,
  { store, handle, clock, log }: Pick<BotOptions, "store" | "handle" | "clock" | "log">,
): void {
  const unknown = config.surveyLanguages.filter((code) => !OPTIONAL_LANGUAGES.includes(code));
  if (unknown.length > 0) {
    const problem = `names a language there is no file for; there are ${OPTIONAL_LANGUAGES.join(", ")}`;
    throw new ConfigError([{ variable: "SURVEY_LANGUAGES", problem }]);
  }
  if (config.production && config.publicUrl === undefined) return;
  const url = publicUrlOf(config, teams);
  const handler = createPublicPages({
    responses: store.responses,
    load: handle.load,
    processOf: handle.processOf,
    directory: () => store.addressBook.directory(),
    now: clock.now,
    publicUrl: () => url() ?? "",
    languages: config.surveyLanguages,
    contact: config.surveyContact,
    random: randomBytes,
    log,
  });
  for (const method of ["GET", "POST"] as const)
    teams.adapter.addRoute({ method, path: "/u/*", handler });
}

function openStore(config: Config, step: ReturnType<typeof createCrash>): Promise<Store> {
  const { database, port, paced } = config;
  // One process a file: whatever was leased in it, an earlier life of this one leased.
  if (database.kind === "sqlite") {
    const evaluationKey = () => evaluationKeyOf(config);
    return openSqliteStore({ path: database.path, instance: "alone", paced, step, evaluationKey });
  }
  // Replicas of one machine are told apart by their ports; what is given any port has no place of its own to come back to.
  const instance = `${hostname()}:${port === 0 ? `pid${process.pid}` : port}`;
  const { evaluationKey } = config;
  return openPostgresStore({ url: database.url, instance, paced, step, evaluationKey });
}

/** A platform kills after ten seconds, and a busy machine takes one of them for itself; what Teams has not answered by then is left to the next start. */
const STOP_MS = 8_500;
const CLOSE_MS = 400;

/** Whether the work ended in time. */
async function within(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes nothing new, lets what is in flight finish, and ends with 0 (reliability.md F60). */
function stopOn(signals: readonly NodeJS.Signals[], log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info("bot.stopping", { reason: signal });
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error("bot.stop", { error });
          process.exit(1);
        },
      );
    });
  }
}

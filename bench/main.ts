import { join } from "node:path";
import { measureAnswers } from "./answers.ts";
import { measureBacklog } from "./backlog.ts";
import { checkKept, type Course, coursesOf, seedCourses } from "./courses.ts";
import { LONG, measureFold } from "./fold.ts";
import { readGranasa } from "./granasa.ts";
import { type LoadProcess, startLoadProcess } from "./load-process.ts";
import { measureOpening } from "./long-dialogue.ts";
import { machineFacts } from "./machine.ts";
import { measureMornings } from "./mornings.ts";
import { LANES } from "./presses.ts";
import { sharesOf } from "./profile.ts";
import { type Bots, playRound, playTurn } from "./rounds.ts";
import {
  answersTable,
  foldTable,
  openingTable,
  type Played,
  pressTable,
  shareTable,
  spreadTable,
} from "./tables.ts";
import { measureSurvey } from "./survey.ts";
import { type Emulator, openDirectory, startBot, startEcho, startEmulator } from "./town.ts";
import { measureYear } from "./year.ts";

const ROUNDS = 5;
const YEAR_DIALOGUES = 1_000;
const BACKLOG_MESSAGES = 10_000;
/** Played before the others and not counted: the programs are compiled while they run. */
const WARM_UP = 0;
/** Played after the others under the profiler, which makes it slower. */
const PROFILED = ROUNDS + 1;

/** What can be measured, in the order it is when nothing is named. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  presses: measurePresses,
  members: measureMembers,
  survey: async () => print(await measureSurvey(directory.path, granasa)),
  long: async () => {
    const database = join(directory.path, "long.db");
    print(foldTable(await measureFold(database, granasa)));
    print(openingTable(await measureOpening(database, LONG)));
  },
  mornings: async () => print(await measureMornings(directory.path)),
  year: async () => print(await measureYear(directory.path, granasa, YEAR_DIALOGUES)),
  backlog: async () => print(await measureBacklog(directory.path, granasa, BACKLOG_MESSAGES)),
};
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`Nothing here is called ${unknown.join(", ")}: ${Object.keys(PARTS).join(", ")}.`);
  process.exit(2);
}

const granasa = readGranasa();
const directory = openDirectory();
try {
  console.log(machineFacts(directory.path).join("\n"));
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) await PARTS[part]?.();
} finally {
  directory.remove();
}

function print(table: string): void {
  console.log(`\n${table}`);
}

async function measurePresses(): Promise<void> {
  const database = join(directory.path, "presses.db");
  const emulator = await startEmulator(directory.path, granasa);
  const before = await seedCourses(database, emulator.url, granasa, [
    ...Array(PROFILED + 1).keys(),
  ]);
  const surroundings = { emulatorUrl: emulator.url, database, granasa };
  const bots = { bot: await startBot(surroundings), echo: await startEcho(surroundings) };
  await bots.bot.settle();
  const load = startLoadProcess();
  const courses = coursesOf(emulator);
  const played = await playRounds(courses, bots, load);
  console.log(`\n${pressTable(played)}\n\n${spreadTable(played)}`);
  console.log(`\n${shareTable(await profileCourses(courses, bots, load))}`);
  load.stop();
  await stopAll(bots, emulator);
  const presses = courses.filter(({ target }) => target === "bot").map(({ perLane }) => perLane);
  const perRound = presses.reduce((sum, perLane) => sum + perLane * LANES, 0);
  await checkKept(database, before, perRound * (PROFILED + 1));
}

async function measureMembers(): Promise<void> {
  const load = startLoadProcess();
  const turns = await measureAnswers(directory.path, granasa, load, ROUNDS);
  load.stop();
  console.log(`\n${answersTable(turns)}`);
}

async function playRounds(
  courses: readonly Course[],
  bots: Bots,
  load: LoadProcess,
): Promise<readonly Played[]> {
  await playRound(WARM_UP, courses, bots, load);
  const played = courses.map(({ name }): Played & { turns: Played["turns"][number][] } => ({
    name,
    turns: [],
  }));
  for (let round = 1; round <= ROUNDS; round++) {
    const turns = await playRound(round, courses, bots, load);
    for (const [index, turn] of turns.entries()) played[index]?.turns.push(turn);
  }
  return played;
}

async function profileCourses(courses: readonly Course[], bots: Bots, load: LoadProcess) {
  const profiled: { name: string; shares: ReturnType<typeof sharesOf> }[] = [];
  for (const course of courses) {
    const file = join(directory.path, `${profiled.length}.cpuprofile`);
    const bot = bots[course.target];
    await bot.startProfile();
    await playTurn(PROFILED, course, bot, load);
    await bot.stopProfile(file);
    profiled.push({ name: course.name, shares: sharesOf(file) });
  }
  return profiled;
}

async function stopAll({ bot, echo }: Bots, emulator: Emulator): Promise<void> {
  await bot.stop();
  await echo.stop();
  await emulator.stop();
}

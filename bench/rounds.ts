import type { Course } from "./courses.ts";
import type { LoadProcess } from "./load-process.ts";
import { median, percentile } from "./numbers.ts";
import type { Bot } from "./town.ts";

/** What one turn of one course cost. */
export type Turn = {
  readonly presses: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The process's CPU time for each press, until its cards in the channel show the last state too. */
  readonly cpuMs: number;
  readonly answerBytes: number;
};
export type Bots = { readonly [target in Course["target"]]: Bot };

/** Every course once, in turns: what disturbs the machine disturbs all of them. */
export async function playRound(
  round: number,
  courses: readonly Course[],
  bots: Bots,
  load: LoadProcess,
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  for (const course of courses)
    turns.push(await playTurn(round, course, bots[course.target], load));
  return turns;
}

export async function playTurn(
  round: number,
  course: Course,
  bot: Bot,
  load: LoadProcess,
): Promise<Turn> {
  const presses = await course.presses(round);
  const cpuBefore = await bot.cpuMs();
  const { wallMs, latenciesMs, answered } = await load.run({ url: bot.url, ...presses });
  await bot.settle();
  const cpuMs = (await bot.cpuMs()) - cpuBefore;
  const count = latenciesMs.length;
  return {
    presses: count,
    perSecond: (count / wallMs) * 1_000,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    cpuMs: cpuMs / count,
    answerBytes: answered / count,
  };
}

/** The median of every number over the rounds. */
export function medianTurn(turns: readonly Turn[]): Turn {
  const of = (number: keyof Turn) => median(turns.map((turn) => turn[number]));
  return {
    presses: of("presses"),
    perSecond: of("perSecond"),
    p50Ms: of("p50Ms"),
    p99Ms: of("p99Ms"),
    cpuMs: of("cpuMs"),
    answerBytes: of("answerBytes"),
  };
}

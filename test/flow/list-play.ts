import type { Client, Outcome, Seat } from "../support/seat.ts";
import { heardBy, type Post } from "./list-heard.ts";
import type { Story } from "./story.ts";

/** What somebody does at that time on the wall in Sweden, of all a scenario tells only what dates and messages hang on. */
export type Deed<Cast> = readonly [
  at: string,
  ...acts: readonly ((cast: Cast) => Promise<unknown>)[],
];

/** A scenario without what is refused or looked up: who takes part, what they do, and when it has been over for long. */
export type Play<Cast> = {
  readonly channel: string;
  readonly castOf: (story: Pick<Story, "at" | "settled" | "person">) => Cast;
  readonly deeds: readonly Deed<Cast>[];
  readonly until: string;
};

/** How time passes between what people do. */
export type Passing = (to: string) => Promise<void>;

/** Plays the whole scenario; what comes back is what the emulator received in people's own chats. */
export async function playThrough<Cast>(
  story: Story,
  { castOf, deeds, until }: Play<Cast>,
  pass: Passing,
): Promise<readonly Post[]> {
  const heard = heardBy(story);
  const cast = castOf({ ...story, person: (name) => neverRefused(story.person(name)) });
  for (const [at, ...acts] of deeds) {
    await pass(at);
    for (const act of acts) await act(cast);
    await heard.listen();
  }
  await pass(until);
  return heard.all();
}

/** Each at their client does it, one after the other. */
export async function eachOf(
  clients: readonly Client[],
  act: (client: Client) => Promise<unknown>,
): Promise<void> {
  for (const client of clients) await act(client);
}

const REFUSED =
  /\bE-(?:STALE|FORBIDDEN|FIELD|REASON|NOT-ACTIVE|ALREADY-ANSWERED)\b|Något gick fel/u;

/** A play tells only what goes well: what is refused, or not answered, ends it. */
function neverRefused(seat: Seat): Seat {
  const checked = (outcome: Outcome) => {
    if (outcome.status === 200 && !REFUSED.test(outcome.words)) return outcome;
    throw new Error(`${seat.person} was answered ${outcome.status}: ${outcome.words}`);
  };
  return {
    ...seat,
    press: async (...args) => checked(await seat.press(...args)),
    submit: async (...args) => checked(await seat.submit(...args)),
  };
}

/**
 * Somebody who has seen all that was ever shown of one question and wants to know what few people answered. The attacker
 * knows how many answered in each round, and tries every set of answers there could be; it shares no code with what it
 * attacks. What all sets that fit agree on is found out.
 */

/** One table that was shown, and the rounds whose answers it counts, together. */
export type Seen = {
  readonly rounds: readonly string[];
  readonly n?: number;
  readonly positive?: number | "all_or_nearly" | "few_or_none";
  readonly median?: number | readonly [number, number];
  readonly counts?: readonly number[];
};

export type Case = {
  /** Valid answers in each round. */
  readonly rounds: readonly { readonly id: string; readonly n: number }[];
  /** Which of the choices, in order, say yes. */
  readonly choices: readonly boolean[];
  readonly seen: readonly Seen[];
};

/** How many have taken each choice. */
type Counts = readonly number[];
type World = ReadonlyMap<string, Counts>;

/** What is found out about fewer than five people, or about each single one of a small group, in words. */
export function foundOut(one: Case): readonly string[] {
  const worlds = worldsThatFit(one);
  if (worlds.length === 0) throw new Error("Nothing fits what was shown; the attacker is wrong.");
  return setsOf(one).flatMap(({ rounds, n }) => {
    const views = worlds.map((world) =>
      addUp(
        rounds.map((id) => world.get(id) ?? []),
        one.choices.length,
      ),
    );
    return n < 5
      ? foundAboutFew(rounds, views, one.choices)
      : foundAboutEach(rounds, views, one.choices);
  });
}

/** Every set of rounds with so few answers that something about it would be about few, or about each in it. */
function setsOf({ rounds }: Case): readonly { rounds: readonly string[]; n: number }[] {
  const sets = rounds.reduce<{ rounds: readonly string[]; n: number }[]>(
    (all, { id, n }) => [
      ...all,
      ...all.map((set) => ({ rounds: [...set.rounds, id], n: set.n + n })),
    ],
    [{ rounds: [], n: 0 }],
  );
  return sets.filter(({ n }) => n > 0 && n < 10);
}

function foundAboutFew(
  rounds: readonly string[],
  views: readonly Counts[],
  choices: readonly boolean[],
): readonly string[] {
  const facts: readonly (readonly [string, (counts: Counts) => unknown])[] = [
    ["what they answered", (counts) => counts],
    ["how many agree", (counts) => agreeing(counts, choices)],
    ["their median", medianOf],
  ];
  return facts
    .filter(([, fact]) => new Set(views.map((view) => JSON.stringify(fact(view)))).size === 1)
    .map(([name]) => `${rounds.join("+")}: ${name}`);
}

function foundAboutEach(
  rounds: readonly string[],
  views: readonly Counts[],
  choices: readonly boolean[],
): readonly string[] {
  const sizes = views.map((counts) => [agreeing(counts, choices), total(counts)] as const);
  if (sizes.every(([yes, n]) => yes === n)) return [`${rounds.join("+")}: each one agrees`];
  return sizes.every(([yes]) => yes === 0) ? [`${rounds.join("+")}: nobody agrees`] : [];
}

function worldsThatFit({ rounds, choices, seen }: Case): readonly World[] {
  let worlds: readonly World[] = [new Map()];
  const known: string[] = [];
  for (const { id, n } of rounds) {
    known.push(id);
    const now = seen.filter(
      (one) => one.rounds.includes(id) && one.rounds.every((round) => known.includes(round)),
    );
    const possible = countsOf(n, choices.length);
    worlds = worlds.flatMap((world) =>
      possible
        .map((counts) => new Map(world).set(id, counts))
        .filter((longer) => now.every((one) => fits(one, longer, choices))),
    );
  }
  return worlds;
}

function fits(seen: Seen, world: World, choices: readonly boolean[]): boolean {
  const counts = addUp(
    seen.rounds.map((id) => world.get(id) ?? []),
    choices.length,
  );
  const n = total(counts);
  const yes = agreeing(counts, choices);
  if (seen.n !== undefined && seen.n !== n) return false;
  if (typeof seen.positive === "number" && seen.positive !== yes) return false;
  if (seen.positive === "all_or_nearly" && yes < n - 1) return false;
  if (seen.positive === "few_or_none" && yes > 1) return false;
  if (seen.counts && seen.counts.join() !== counts.join()) return false;
  return seen.median === undefined || [seen.median].flat().join() === medianOf(counts).join();
}

/** Every way so many people can choose. */
function countsOf(n: number, choices: number): readonly Counts[] {
  if (choices === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    countsOf(n - first, choices - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** The middle choices by their number from one; one of them when both are the same. */
function medianOf(counts: Counts): readonly number[] {
  const sorted = counts.flatMap((count, index) => Array<number>(count).fill(index + 1));
  const middles = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return [...new Set(middles)];
}

function addUp(all: readonly Counts[], choices: number): Counts {
  return Array.from({ length: choices }, (_, index) =>
    all.reduce((sum, counts) => sum + (counts[index] ?? 0), 0),
  );
}

function agreeing(counts: Counts, choices: readonly boolean[]): number {
  return total(counts.filter((_, index) => choices[index] === true));
}

function total(counts: Counts): number {
  return counts.reduce((sum, one) => sum + one, 0);
}

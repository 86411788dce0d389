import type { ChoiceScale } from "./scales.ts";

/** How much of an item's answers is shown, by how many have given one (evaluation.md §4). */
export type Band = "B0" | "B1" | "B2" | "B3";

/** The middle of the sorted answers; two values when an even number of answers has two middles that differ, written "3–4". */
export type Median = number | readonly [number, number];

/** How many agree; in words where the number would tell what each single one has answered. */
export type Positive = number | "all_or_nearly" | "few_or_none";

/** What is shown of one item's answers, and no more. */
export type Table =
  | { readonly band: "B0" }
  | {
      readonly band: "B1" | "B2" | "B3";
      /** Valid answers: "vet inte" and skipped ones are not among them. */
      readonly n: number;
      readonly positive: Positive;
      /** Absent where the choices have no order. */
      readonly median?: Median;
      /** Answers by choice, in the scale's order; from B2. */
      readonly counts?: readonly number[];
      /** Whole percentages, each rounded by itself: they need not sum to 100. B3 alone. */
      readonly percentages?: readonly number[];
      readonly positivePercent?: number;
      readonly quartiles?: readonly [number, number];
    };

/** Fewer than five answers are never shown (evaluation.md §5.1). */
export const THRESHOLD = 5;
const DISTRIBUTION = 10;
const PERCENTAGES = 20;

export function bandOf(n: number): Band {
  if (n < THRESHOLD) return "B0";
  if (n < DISTRIBUTION) return "B1";
  return n < PERCENTAGES ? "B2" : "B3";
}

/** The choices that can be counted, in their order, and which of them say yes to the statement. */
const READ = {
  agree5: { values: [1, 2, 3, 4, 5], positive: [4, 5], ordered: true },
  change3: { values: [-1, 0, 1], positive: [1], ordered: true },
  redo3: { values: ["a", "b", "c"], positive: ["a", "b"], ordered: false },
} as const satisfies {
  readonly [S in ChoiceScale]: {
    readonly values: readonly (number | string)[];
    readonly positive: readonly (number | string)[];
    readonly ordered: boolean;
  };
};

export type Valid = number | string;

/**
 * The table of an item's answers (evaluation.md §4), `null` and skipped ones left out. `hides`: among the answers are
 * some of too few people, so that a number which tells what everybody has answered is put in words in every band.
 */
export function tableOf(
  scale: ChoiceScale,
  answers: readonly (Valid | null | undefined)[],
  hides = false,
): Table {
  const { ordered } = READ[scale];
  const values: readonly Valid[] = READ[scale].values;
  const positives: readonly Valid[] = READ[scale].positive;
  const counts = values.map((value) => answers.filter((answer) => answer === value).length);
  const n = sum(counts);
  const band = bandOf(n);
  if (band === "B0") return { band };
  const agreeing = sum(counts.filter((_, index) => positives.includes(values[index] ?? "")));
  const positive = band === "B1" || hides ? inWords(agreeing, n) : agreeing;
  const sorted = counts.flatMap((count, index) => Array<Valid>(count).fill(values[index] ?? 0));
  const median = ordered ? { median: medianOf(sorted.map(Number)) } : {};
  const plain = { band, n, positive, ...median };
  if (band === "B1" || typeof positive === "string") return plain;
  if (band === "B2") return { ...plain, counts };
  return {
    ...plain,
    counts,
    percentages: counts.map((count) => percentOf(count, n)),
    positivePercent: percentOf(agreeing, n),
    ...(ordered ? { quartiles: quartilesOf(sorted.map(Number)) } : {}),
  };
}

/** With all or none, everybody’s answer would be known; with all but one, everybody’s to that one. */
function inWords(agreeing: number, n: number): Positive {
  if (agreeing >= n - 1) return "all_or_nearly";
  return agreeing <= 1 ? "few_or_none" : agreeing;
}

/** Whole per cent of the total, half up; the response rate is rounded so too. */
export function percentOf(count: number, total: number): number {
  return Math.floor((count * 200 + total) / (total * 2));
}

function medianOf(sorted: readonly number[]): Median {
  const high = at(sorted, Math.floor(sorted.length / 2));
  const low = at(sorted, Math.ceil(sorted.length / 2) - 1);
  return low === high ? low : [low, high];
}

/** Nearest rank: the `ceil(p·n)`-th value. */
function quartilesOf(sorted: readonly number[]): readonly [number, number] {
  const n = sorted.length;
  return [at(sorted, Math.ceil(n / 4) - 1), at(sorted, Math.ceil((3 * n) / 4) - 1)];
}

function at(sorted: readonly number[], index: number): number {
  return sorted[index] ?? Number.NaN;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Where an item stands in the board's overview: fewer than half agree, or at least four fifths do (evaluation.md §4). */
export type Verdict = "to_improve" | "worked_well";

/** The verdict of a table, from what it shows; undefined between the two, and for B0. */
export function verdictOf(table: Table): Verdict | undefined {
  if (table.band === "B0") return undefined;
  const { positive, n } = table;
  if (positive === "all_or_nearly") return "worked_well";
  if (positive === "few_or_none") return "to_improve";
  if (positive * 2 < n) return "to_improve";
  return positive * 5 >= n * 4 ? "worked_well" : undefined;
}

/**
 * Between two dialogues: whether the medians of the same item differ by a whole step or more. Only in bands B2 and B3;
 * undefined where nothing may be said (evaluation.md §4).
 */
export function clearDifference(one: Table, other: Table): boolean | undefined {
  const [first, second] = [comparable(one), comparable(other)];
  if (first === undefined || second === undefined) return undefined;
  return Math.abs(first - second) >= 1;
}

function comparable(table: Table): number | undefined {
  if (table.band === "B0" || table.band === "B1" || table.median === undefined) return undefined;
  const { median } = table;
  return typeof median === "number" ? median : (median[0] + median[1]) / 2;
}

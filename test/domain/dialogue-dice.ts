/** A stream of throws that fast-check can shrink: fewer and smaller numbers tell a simpler story. */
export type Dice = ReturnType<typeof diceOf>;

export function diceOf(throws: readonly number[]) {
  let at = 0;
  /** 0 … n−1; 0 when the throws are spent. */
  const upTo = (n: number): number => (throws[at++] ?? 0) % Math.max(1, n);
  return {
    upTo,
    /** One of these; undefined when there are none. */
    of: <T>(all: readonly T[]): T | undefined => all[upTo(all.length)],
    /** True once in n; never when the throws are spent. */
    once: (n: number): boolean => upTo(n) === n - 1,
  };
}

/** One source for everything that is left to chance: the same seed gives the same run. */
export type Random = {
  /** From 0 up to 1, without it. */
  readonly next: () => number;
  readonly whole: (from: number, to: number) => number;
  readonly chance: (of: number) => boolean;
  readonly one: <T>(...of: readonly [T, ...T[]]) => T;
};

export function randomOf(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (of) => next() < of,
    one: (...of) => of[whole(0, of.length - 1)] ?? of[0],
  };
}

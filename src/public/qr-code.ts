import { errorCorrection } from "./qr-correction.ts";

/** Dark modules are true. */
export type Modules = readonly (readonly boolean[])[];

/**
 * By version, at level M (a quarter of the code may be gone on a crumpled paper): words of correction in a block, and the
 * blocks there are (ISO/IEC 18004, table 9). Ten versions hold 213 bytes, and a link of ours has about 60.
 */
const BLOCKS: readonly (readonly [correction: number, blocks: number])[] = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
];
/** Where the middles of the small squares lie, by version. */
const ALIGNED: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];
const LEVEL_M = 0;

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The text as a QR code, in the smallest version that holds it. Throws when none of the first ten does (213 bytes). */
export function qrCode(text: string): Modules {
  const data = new TextEncoder().encode(text);
  const version =
    BLOCKS.findIndex((_, index) => bitsNeeded(data, index + 1) <= capacity(index + 1) * 8) + 1;
  if (version === 0) throw new Error(`A QR code of ours holds no ${data.length} bytes.`);
  const codewords = withCorrection(dataWords(data, version), version);
  const drawn = MASKS.map((_, mask) => draw(version, codewords, mask));
  const best = drawn.toSorted((a, b) => penalty(a) - penalty(b))[0];
  if (!best) throw new Error("There is no mask.");
  return best;
}

function sizeOf(version: number): number {
  return version * 4 + 17;
}

/** Words of data and correction together: what the fixed patterns leave of the square. */
function allWords(version: number): number {
  const aligned = (ALIGNED[version - 1] ?? []).length;
  let modules = (16 * version + 128) * version + 64;
  if (aligned > 0) modules -= (25 * aligned - 10) * aligned - 55;
  if (version >= 7) modules -= 36;
  return Math.floor(modules / 8);
}

function blocksOf(version: number) {
  const [correction, blocks] = BLOCKS[version - 1] ?? [0, 0];
  return { correction, blocks };
}

function capacity(version: number): number {
  const { correction, blocks } = blocksOf(version);
  return allWords(version) - correction * blocks;
}

function lengthBits(version: number): number {
  return version < 10 ? 8 : 16;
}

function bitsNeeded(data: Uint8Array, version: number): number {
  return 4 + lengthBits(version) + data.length * 8;
}

/** Mode, length, bytes, and padding up to the room there is. */
function dataWords(data: Uint8Array, version: number): readonly number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  push(0b0100, 4);
  push(data.length, lengthBits(version));
  for (const byte of data) push(byte, 8);
  const room = capacity(version) * 8;
  push(0, Math.min(4, room - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, word) =>
    bits.slice(word * 8, word * 8 + 8).reduce((sum, bit) => (sum << 1) | bit, 0),
  );
}

/** Each block's data with its correction, laid word by word beside the others'. */
function withCorrection(words: readonly number[], version: number): readonly number[] {
  const { correction, blocks } = blocksOf(version);
  const short = Math.floor(words.length / blocks);
  const long = words.length % blocks;
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, index) => {
    const data = words.slice(from, from + short + (index >= blocks - long ? 1 : 0));
    from += data.length;
    return { data, correction: errorCorrection(data, correction) };
  });
  const beside = (length: number, at: (part: (typeof parts)[number]) => readonly number[]) =>
    Array.from({ length }, (_, word) => parts.flatMap((part) => at(part)[word] ?? [])).flat();
  return [
    ...beside(short + 1, ({ data }) => data),
    ...beside(correction, ({ correction: own }) => own),
  ];
}

type Square = { readonly dark: boolean[][]; readonly fixed: boolean[][] };

function draw(version: number, codewords: readonly number[], mask: number): Modules {
  const square = fixedPatterns(version);
  drawFormat(square, mask);
  drawCodewords(square, codewords, MASKS[mask] ?? (() => false));
  return square.dark;
}

function fixedPatterns(version: number): Square {
  const size = sizeOf(version);
  const empty = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const square: Square = { dark: empty(), fixed: empty() };
  for (let at = 0; at < size; at++) {
    set(square, 6, at, at % 2 === 0);
    set(square, at, 6, at % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(square, { x, y, radius: 4, light: [2, 4] });
  const places = ALIGNED[version - 1] ?? [];
  const last = places.at(-1);
  for (const x of places)
    for (const y of places) {
      const corner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!corner) rings(square, { x, y, radius: 2, light: [1] });
    }
  if (version >= 7) drawVersion(square, version);
  return square;
}

function set({ dark, fixed }: Square, x: number, y: number, isDark: boolean): void {
  const row = dark[y];
  const taken = fixed[y];
  if (!row || !taken || x < 0 || x >= row.length) return;
  row[x] = isDark;
  taken[x] = true;
}

function rings(
  square: Square,
  at: {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly light: readonly number[];
  },
): void {
  for (let dy = -at.radius; dy <= at.radius; dy++)
    for (let dx = -at.radius; dx <= at.radius; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(square, at.x + dx, at.y + dy, !at.light.includes(ring));
    }
}

/** Bits with their own correction, so that the code can be read before anything else of it. */
function coded(value: number, divisor: number, length: number): number {
  let rest = value;
  for (let bit = 0; bit < length; bit++) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
  return (value << length) | rest;
}

function drawFormat(square: Square, mask: number): void {
  const size = square.dark.length;
  const bits = coded((LEVEL_M << 3) | mask, 0x537, 10) ^ 0x5412;
  const bit = (at: number) => ((bits >>> at) & 1) !== 0;
  for (let at = 0; at <= 5; at++) set(square, 8, at, bit(at));
  set(square, 8, 7, bit(6));
  set(square, 8, 8, bit(7));
  set(square, 7, 8, bit(8));
  for (let at = 9; at < 15; at++) set(square, 14 - at, 8, bit(at));
  for (let at = 0; at < 8; at++) set(square, size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at++) set(square, 8, size - 15 + at, bit(at));
  set(square, 8, size - 8, true);
}

function drawVersion(square: Square, version: number): void {
  const size = square.dark.length;
  const bits = coded(version, 0x1f25, 12);
  for (let at = 0; at < 18; at++) {
    const isDark = ((bits >>> at) & 1) !== 0;
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(square, a, b, isDark);
    set(square, b, a, isDark);
  }
}

/** Up and down in pairs of columns, from the right, over everything that is not fixed. */
function drawCodewords(
  { dark, fixed }: Square,
  codewords: readonly number[],
  masked: (x: number, y: number) => boolean,
): void {
  const size = dark.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = dark[y];
        if (!row || fixed[y]?.[x]) continue;
        const word = codewords[at >>> 3] ?? 0;
        const bit = at >>> 3 < codewords.length && ((word >>> (7 - (at & 7))) & 1) !== 0;
        row[x] = bit !== masked(x, y);
        at += 1;
      }
    }
  }
}

const FINDER = [
  [true, false, true, true, true, false, true, false, false, false, false],
  [false, false, false, false, true, false, true, true, true, false, true],
];

/** How hard the code is to read for a camera; the least is taken. */
function penalty(modules: Modules): number {
  const size = modules.length;
  const columns = modules.map((_, x) => modules.map((row) => row[x] ?? false));
  let sum = 0;
  for (const line of [...modules, ...columns]) {
    for (let from = 0; from < size; ) {
      let to = from + 1;
      while (to < size && line[to] === line[from]) to += 1;
      if (to - from >= 5) sum += to - from - 2;
      from = to;
    }
    for (let from = 0; from + 11 <= size; from++)
      for (const pattern of FINDER)
        if (pattern.every((isDark, at) => line[from + at] === isDark)) sum += 40;
  }
  for (let y = 0; y + 1 < size; y++)
    for (let x = 0; x + 1 < size; x++) {
      const one = modules[y]?.[x];
      if (
        modules[y]?.[x + 1] === one &&
        modules[y + 1]?.[x] === one &&
        modules[y + 1]?.[x + 1] === one
      )
        sum += 3;
    }
  const dark = modules.flat().filter(Boolean).length;
  return sum + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}

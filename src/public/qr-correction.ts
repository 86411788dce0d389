/** Multiplies in the field of 256 that QR codes count in (x⁸ + x⁴ + x³ + x² + 1). */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

function divisorOf(degree: number): readonly number[] {
  const result: number[] = Array.from({ length: degree }, (_, index) =>
    index === degree - 1 ? 1 : 0,
  );
  let root = 1;
  for (let round = 0; round < degree; round++) {
    for (let at = 0; at < degree; at++)
      result[at] = times(result[at] ?? 0, root) ^ (at + 1 < degree ? (result[at + 1] ?? 0) : 0);
    root = times(root, 2);
  }
  return result;
}

/** The words that let a reader mend a block of data: the remainder of a division (Reed and Solomon). */
export function errorCorrection(data: readonly number[], words: number): readonly number[] {
  const divisor = divisorOf(words);
  let rest: number[] = Array.from({ length: words }, () => 0);
  for (const word of data) {
    const factor = word ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((one, at) => one ^ times(divisor[at] ?? 0, factor));
  }
  return rest;
}

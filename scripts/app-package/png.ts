import { inflateSync } from "node:zlib";

const SIGNATURE = "89504e470d0a1a0a";
const CHANNELS = { 2: 3, 6: 4 } as const;

/** A picture as rows of red, green, blue, alpha. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly (readonly [number, number, number, number])[];
};

function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString("latin1", at + 4, at + 8);
    const before = chunks.get(name) ?? Buffer.alloc(0);
    chunks.set(name, Buffer.concat([before, file.subarray(at + 8, at + 8 + length)]));
    at += length + 12;
  }
  return chunks;
}

/** What the byte is predicted from, by the filter of its row (PNG, third edition, 9.2). */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const distance = (value: number) => Math.abs(left + up - corner - value);
  if (distance(left) <= distance(up) && distance(left) <= distance(corner)) return left;
  return distance(up) <= distance(corner) ? up : corner;
}

function unfilter(data: Buffer, bytesPerRow: number, bytesPerPixel: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let at = 0; at + bytesPerRow < data.length; at += bytesPerRow + 1) {
    const above = rows.at(-1);
    const row = Buffer.from(data.subarray(at + 1, at + 1 + bytesPerRow));
    for (let index = 0; index < bytesPerRow; index++) {
      const left = row[index - bytesPerPixel] ?? 0;
      const corner = above?.[index - bytesPerPixel] ?? 0;
      const value = predicted(data[at] ?? 0, left, above?.[index] ?? 0, corner);
      row[index] = ((row[index] ?? 0) + value) & 0xff;
    }
    rows.push(row);
  }
  return rows;
}

/** Reads a PNG of eight bits a channel, with or without alpha, not interlaced. Throws on any other file. */
export function readPng(file: Buffer): Picture {
  if (file.toString("hex", 0, 8) !== SIGNATURE) throw new Error("is no PNG file");
  const chunks = chunksOf(file);
  const header = chunks.get("IHDR");
  if (header === undefined || header.length < 13) throw new Error("is a PNG file without a header");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS[header[9] as keyof typeof CHANNELS];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0)
    throw new Error("must be a PNG of 8-bit RGB or RGBA without interlace");
  const rows = unfilter(inflateSync(chunks.get("IDAT") ?? ""), width * channels, channels);
  const pixels = rows.flatMap((row) =>
    Array.from({ length: width }, (_, column) => {
      const at = column * channels;
      const alpha = channels === 4 ? (row[at + 3] ?? 0) : 255;
      return [row[at] ?? 0, row[at + 1] ?? 0, row[at + 2] ?? 0, alpha] as const;
    }),
  );
  return { width, height, pixels };
}

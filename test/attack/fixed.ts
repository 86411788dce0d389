import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

/**
 * From now on chance and the machine's time are the same in every run with the same seed: what then differs between two
 * runs differs for another reason. Must be the first import of a program.
 */
export function fixChance(seed: string): void {
  let count = 0;
  const bytes = (size: number): Buffer => {
    const parts: Buffer[] = [];
    for (let made = 0; made < size; made += 32)
      parts.push(crypto.createHash("sha256").update(`${seed} ${count++}`).digest());
    return Buffer.concat(parts).subarray(0, size);
  };
  const uuid = () => {
    const hex = bytes(16).toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  // The product takes chance from these alone.
  Object.assign(crypto, { randomBytes: bytes, randomUUID: uuid });
  syncBuiltinESMExports();
  Math.random = () => bytes(4).readUInt32BE() / 2 ** 32;
}

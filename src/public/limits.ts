/** How many forms are taken in a minute: from one address, and in all. */
export type Limits = { readonly eachAddress: number; readonly all: number };

/** A hall full of people answers through one address; a program that floods goes on longer than they do. */
const LIMITS: Limits = { eachAddress: 240, all: 30_000 };
const MINUTE_MS = 60_000;
/** More addresses than this in one minute are counted together. */
const MOST_ADDRESSES = 20_000;

/**
 * Says whether one more form is taken. Addresses are counted in memory for one minute and then forgotten whole; they are
 * neither kept nor logged (evaluation.md §5.6).
 */
export function createLimiter(
  nowMs: () => number,
  { eachAddress, all }: Limits = LIMITS,
): (address: string) => boolean {
  let counted = new Map<string, number>();
  let taken = 0;
  let endsMs = 0;
  return (address) => {
    if (nowMs() >= endsMs) {
      counted = new Map();
      taken = 0;
      endsMs = nowMs() + MINUTE_MS;
    }
    const key = counted.has(address) || counted.size < MOST_ADDRESSES ? address : "";
    const before = counted.get(key) ?? 0;
    if (before >= eachAddress || taken >= all) return false;
    counted.set(key, before + 1);
    taken += 1;
    return true;
  };
}

/**
 * Who sends: the neighbour itself, or the last one a proxy of our own names. Anybody can write the header, so it counts
 * only from a neighbour on this machine or in a private network.
 */
export function addressOf(neighbour: string, forwarded: string | undefined): string {
  const last = forwarded?.split(",").at(-1)?.trim();
  return last && PRIVATE.test(neighbour) ? last : neighbour;
}
const PRIVATE =
  /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd][0-9a-f]{2}:/iu;

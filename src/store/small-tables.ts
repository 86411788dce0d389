import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";
import { StoreUnusable } from "./unusable.ts";

/** Process templates by hash. A version that running dialogues stand on never changes (decisions.md §12.1). */
export function createTemplates({ read, write }: Database): Store["templates"] {
  return {
    keep: ({ id, version, hash, body }) =>
      write(async (queries) => {
        const kept = await queries
          .selectFrom("template")
          .select("hash")
          .where("id", "=", id)
          .where("version", "=", version)
          .executeTakeFirst();
        if (kept?.hash === hash) return;
        if (kept)
          throw new StoreUnusable(
            `The process template ${id} version ${version} is kept with other content, and dialogues may stand on it. Give the changed template a new version.`,
          );
        // Another replica that starts at the same moment may have kept the very same.
        await queries
          .insertInto("template")
          .values({ hash, id, version, body })
          .onConflict((conflicting) => conflicting.column("hash").doNothing())
          .execute();
      }),
    async body(hash) {
      const row = await read
        .selectFrom("template")
        .select("body")
        .where("hash", "=", hash)
        .executeTakeFirst();
      return row?.body;
    },
  };
}

export function createClock({ read, write, aheadMs }: Database): Store["clock"] {
  return {
    aheadMs,
    /** When something happened last or was sent. */
    async newestKnown() {
      const newest = async (table: "event" | "departure") =>
        (
          await read
            .selectFrom(table)
            .select(({ fn }) => fn.max<string | null>("at").as("at"))
            .executeTakeFirst()
        )?.at ?? undefined;
      const all = [await newest("event"), await newest("departure")];
      return all
        .filter((at) => at !== undefined)
        .toSorted()
        .at(-1);
    },
    async get() {
      const row = await read.selectFrom("clock").select("at").executeTakeFirst();
      return row?.at;
    },
    async set(at) {
      await write((queries) =>
        queries
          .insertInto("clock")
          .values({ id: 1, at })
          .onConflict((conflicting) => conflicting.column("id").doUpdateSet({ at }))
          .execute(),
      );
    },
  };
}

/** More than a page, so that a full disk is found before somebody's answer is lost to it. */
const PROBE = "x".repeat(10_000);

/** Writes and reads for real: that is the only way to know. */
export async function probe({ read, write }: Database): Promise<void> {
  await write(async (queries) => {
    await queries.insertInto("probe").values({ id: 1, body: PROBE }).execute();
    await queries.deleteFrom("probe").execute();
  });
  await read.selectFrom("probe").select("id").execute();
}

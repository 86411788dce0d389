import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openTestStore } from "../support/store.ts";
import { copyOf, framesOf, layOut, newPath } from "./files.ts";
import { change, hello, overview, recorded, step } from "./given.ts";

type Copy = ReturnType<typeof copyOf>;

/** Saves some versions; the files as they then lie there, and how long the log was when each was acknowledged. */
async function history(): Promise<{ copy: Copy; acknowledged: readonly number[] }> {
  const path = newPath();
  const store = await openTestStore({ path });
  const acknowledged: number[] = [];
  for (let version = 0; version < 4; version++) {
    const events = version === 0 ? change("d1").events : [recorded("ord ".repeat(600))];
    const messages = [overview, step(), hello(`p-${version}`)];
    await store.dialogues.save(change("d1", { version, events, messages }));
    acknowledged.push(framesOf(copyOf(path).log).at(-1)?.end ?? 0);
  }
  return { copy: copyOf(path), acknowledged };
}

async function versionIn(copy: Copy): Promise<number> {
  const store = await openTestStore({ path: layOut(copy) });
  const { version } = await store.dialogues.load("d1");
  expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
  expect((await store.outbox.peek()).length).toBe(version === 0 ? 0 : version + 2);
  await store.close();
  return version;
}

describe("F5: after a loss of power", () => {
  test("every acknowledged save is there, wherever the log was cut", async () => {
    const { copy, acknowledged } = await history();
    const frames = framesOf(copy.log);
    expect(frames.length).toBeGreaterThan(20);
    const cuts = [0, 16, 32, ...frames.flatMap(({ end }) => [end - 2_000, end])];
    for (const cut of cuts) {
      const version = await versionIn({ ...copy, log: copy.log.subarray(0, cut) });
      expect([cut, version]).toEqual([cut, acknowledged.filter((end) => end <= cut).length]);
    }
  }, 120_000);

  test("rubbish where the next save would have been written is not taken for one", async () => {
    const { copy, acknowledged } = await history();
    const end = acknowledged.at(-1) ?? 0;
    const log = Buffer.concat([copy.log.subarray(0, end), randomBytes(9_000)]);
    expect(await versionIn({ ...copy, log })).toBe(acknowledged.length);
  });

  test("a save whose pages reached the disk only in part is not there at all", async () => {
    const { copy, acknowledged } = await history();
    const frames = framesOf(copy.log).filter(({ end }) => end > (acknowledged.at(-2) ?? 0));
    for (const { end } of frames) {
      const log = Buffer.from(copy.log);
      log.writeUInt8(0xff ^ log.readUInt8(end - 1_000), end - 1_000);
      expect(await versionIn({ ...copy, log })).toBe(acknowledged.length - 1);
    }
  });
});

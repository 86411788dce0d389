import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { StoreUnusable } from "../../src/store/unusable.ts";
import { openTestStore, temporaryDirectory } from "../support/store.ts";
import { startChild } from "./child.ts";
import { copyOf, newPath, openRaw } from "./files.ts";
import { change, recorded } from "./given.ts";

/** A database with some pages in it, closed. */
async function written(): Promise<string> {
  const path = newPath();
  const store = await openTestStore({ path });
  for (let version = 0; version < 20; version++) {
    const events = version === 0 ? change("d1").events : [recorded("ord ".repeat(300))];
    await store.dialogues.save(change("d1", { version, events }));
  }
  await store.close();
  return path;
}

async function refusal(path: string): Promise<string> {
  const error: unknown = await openTestStore({ path }).then(
    () => new Error("The store was opened."),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnusable);
  return (error as Error).message;
}

/** Changes the closed database past the store's back. */
function spoil(path: string, how: (raw: ReturnType<typeof openRaw>) => unknown): void {
  const raw = openRaw(path);
  how(raw);
  raw.close();
}

/** Refused, and not a byte of the database has changed. */
async function refusalThatChangesNothing(path: string): Promise<string> {
  const before = copyOf(path);
  const message = await refusal(path);
  expect(copyOf(path)).toEqual(before);
  expect(message).toContain(path);
  return message;
}

describe("F9: a database file", () => {
  test("is made when there is none, and opened again with what was saved", async () => {
    const path = await written();
    expect(readdirSync(dirname(path)).toSorted()).toEqual(["dialog.db", "dialog.db.lock"]);
    const again = await openTestStore({ path });
    expect((await again.dialogues.load("d1")).version).toBe(20);
  });

  test("half made by a process that was killed is made anew", async () => {
    const path = newPath();
    writeFileSync(`${path}.new`, "half a database");
    await (await openTestStore({ path })).check();
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  test("of zero length is refused", async () => {
    const path = newPath();
    writeFileSync(path, "");
    expect(await refusalThatChangesNothing(path)).toContain("is empty");
  });

  test("of zero length with a schema lost is refused too", async () => {
    const path = await written();
    spoil(path, (raw) => raw.pragma("user_version = 0"));
    expect(await refusalThatChangesNothing(path)).toContain("has no tables");
  });

  test("that is no database is refused", async () => {
    const path = newPath();
    writeFileSync(path, Buffer.alloc(50_000, "kommun"));
    expect(await refusalThatChangesNothing(path)).toContain("is no SQLite database");
  });

  test("of another program is refused", async () => {
    const path = await written();
    spoil(path, (raw) => raw.pragma("application_id = 4711"));
    expect(await refusalThatChangesNothing(path)).toContain(
      "another program (application_id 4711)",
    );
  });

  test("F13: written by a newer version is refused, and both versions are named", async () => {
    const path = await written();
    spoil(path, (raw) => raw.pragma("user_version = 99"));
    expect(await refusalThatChangesNothing(path)).toMatch(/schema 99, this program knows \d+/);
  });

  test.each([1, 99, 4_096, 9_000, 40_960])("cut off after %i bytes is refused", async (bytes) => {
    const path = await written();
    truncateSync(path, bytes);
    expect(await refusalThatChangesNothing(path)).toMatch(/damaged|no SQLite database/);
  });

  test("with a page overwritten is refused, whichever page it is", async () => {
    const path = await written();
    const whole = readFileSync(path);
    const pages = whole.length / 4_096;
    expect(pages).toBeGreaterThan(10);
    let refused = 0;
    for (let page = 1; page < pages; page++) {
      const broken = Buffer.from(whole);
      broken.fill(0xa5, page * 4_096, (page + 1) * 4_096);
      writeFileSync(path, broken);
      const outcome = await openTestStore({ path }).then(
        async (store) => {
          // A page nobody uses, or the inside of one long text: the words themselves are under a hash.
          const verdict = await store.dialogues.verify("d1");
          await store.close();
          return verdict.ok ? "unused" : "found";
        },
        (error: unknown) => (error instanceof StoreUnusable ? "refused" : error),
      );
      expect(["refused", "found", "unused"]).toContain(outcome);
      if (outcome === "refused") refused += 1;
    }
    expect(refused).toBeGreaterThan(pages / 2);
  });

  test("F8: in a directory that is missing, or is a file, is refused with what to do", async () => {
    const directory = temporaryDirectory();
    expect(await refusal(join(directory, "nowhere", "dialog.db"))).toContain("does not exist");
    writeFileSync(join(directory, "file"), "x");
    expect(await refusal(join(directory, "file", "dialog.db"))).toContain("is no directory");
    mkdirSync(join(directory, "dialog.db"));
    expect(await refusal(join(directory, "dialog.db"))).toContain("is no file");
  });

  test.runIf(process.platform === "linux")("F8: that cannot be written is refused", async () => {
    expect(await refusal("/proc/dialog.db")).toContain("must be allowed to write");
  });

  test("with events missing under their dialogue is refused", async () => {
    const path = await written();
    spoil(path, (raw) => raw.prepare("update dialogue set version = 21").run());
    expect(await refusalThatChangesNothing(path)).toContain("events of dialogue d1 are missing");
  });

  test("with rows that have lost what they belong to is refused", async () => {
    const path = await written();
    spoil(path, (raw) => {
      raw.pragma("foreign_keys = off");
      raw.prepare("insert into dialogue_person values ('p', 'gone')").run();
    });
    expect(await refusalThatChangesNothing(path)).toContain("rows of dialogue_person");
  });

  test("that a backup made in another journal mode is opened and put in ours", async () => {
    const path = await written();
    spoil(path, (raw) => raw.pragma("journal_mode = delete"));
    await openTestStore({ path });
    expect(openRaw(path).pragma("journal_mode", { simple: true })).toBe("wal");
  });
});

describe("F10: the write-ahead log", () => {
  /** A database left behind by a process that was killed. */
  async function killed(): Promise<string> {
    const path = newPath();
    const child = startChild("saveOn", path);
    while (Number(await child.line()) < 5);
    await child.kill();
    return path;
  }

  test("of a process that was killed is taken in", async () => {
    const path = await killed();
    const store = await openTestStore({ path });
    expect((await store.dialogues.load("d1")).version).toBeGreaterThanOrEqual(5);
  });

  test("that is gone after a process was killed is missed; a restored backup is opened once the lock file is deleted", async () => {
    const path = await killed();
    rmSync(`${path}-wal`);
    rmSync(`${path}-shm`);
    expect(await refusalThatChangesNothing(path)).toContain(`${path}-wal is gone`);
    rmSync(`${path}.lock`);
    await openTestStore({ path });
  });

  test("without its index is taken in", async () => {
    const path = await killed();
    rmSync(`${path}-shm`);
    const store = await openTestStore({ path });
    expect((await store.dialogues.load("d1")).version).toBeGreaterThanOrEqual(5);
  });

  test("of another database is refused and not taken in", async () => {
    const path = await written();
    const other = await killed();
    writeFileSync(`${path}-wal`, readFileSync(`${other}-wal`));
    expect(await refusalThatChangesNothing(path)).toContain("damaged");
    rmSync(`${path}-wal`);
    const store = await openTestStore({ path });
    expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
  });

  test("whose database is missing is refused, and no new database is made beside it", async () => {
    const path = await killed();
    rmSync(path);
    expect(await refusal(path)).toContain("-wal, which belongs to it, is there");
    expect(existsSync(path)).toBe(false);
  });
});

describe("F11: one process", () => {
  test("has the file to itself until it is killed, by whatever name others call it", async () => {
    const path = newPath();
    const child = startChild("hold", path);
    expect(await child.line()).toBe("open");
    expect(await refusal(path)).toContain("Another process is using");
    const alias = temporaryDirectory();
    symlinkSync(dirname(path), join(alias, "directory"));
    symlinkSync(path, join(alias, "file.db"));
    for (const other of ["directory/dialog.db", "file.db"])
      expect(await refusal(join(alias, other))).toContain("Another process is using");
    await child.kill();
    await (await openTestStore({ path })).check();
  });

  test("is refused when the file is open here", async () => {
    const path = newPath();
    await openTestStore({ path });
    const said = await startChild("hold", path).ended();
    expect(said).toEqual([expect.stringContaining("refused: Another process is using")]);
    expect(await refusal(path)).toContain("Another process is using");
  });

  test("is told when the lock file is something else", async () => {
    const path = newPath();
    writeFileSync(`${path}.lock`, "x".repeat(5_000));
    expect(await refusal(path)).toContain("is not the lock file");
  });
});

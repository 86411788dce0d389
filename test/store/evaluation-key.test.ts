import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/domain/dialogue.ts";
import { evaluationKeyOf } from "../../src/store/evaluation-key.ts";
import { backUpSqlite } from "../../src/store/sqlite-backup.ts";
import { temporaryDirectory, openTestStore } from "../support/store.ts";
import { AT, change } from "./given.ts";

const ROUND = { dialogueId: "d1", roundId: "internal" };
const opened: Event = {
  type: "InternalRoundOpened",
  roundId: "internal",
  invited: ["p-a", "p-b"],
  opensOn: "2027-01-11",
  closesOn: "2027-01-25",
  by: "system",
  at: AT,
};

describe("the key of the evaluation", () => {
  test("lies in a file beside the database in development, read by nobody else, the same after a restart, in no backup", async () => {
    const path = join(temporaryDirectory(), "dialog.db");
    const config = { evaluationKey: undefined, database: { kind: "sqlite", path } };
    const key = await evaluationKeyOf(config);
    expect(await evaluationKeyOf(config)).toEqual(key);
    const file = `${path}.evaluation-key`;
    expect(statSync(file).mode & 0o077).toBe(0);
    const store = await openTestStore({ path, evaluationKey: key });
    await store.dialogues.save(change("d1"));
    await store.dialogues.save(change("d1", { version: 1, events: [opened] }));
    await backUpSqlite(path, `${path}.backup`);
    const backup = readFileSync(`${path}.backup`);
    expect(backup.includes(Buffer.from(key ?? ""))).toBe(false);
    expect(backup.includes(readFileSync(file, "utf8").trim())).toBe(false);
  });

  test("comes from the environment when that says it; a file that holds none is refused, with what to do", async () => {
    const path = join(temporaryDirectory(), "dialog.db");
    const given = new Uint8Array(32).fill(7);
    const database = { kind: "sqlite", path };
    expect(await evaluationKeyOf({ evaluationKey: given, database })).toBe(given);
    writeFileSync(`${path}.evaluation-key`, "ingen nyckel");
    await expect(evaluationKeyOf({ evaluationKey: undefined, database })).rejects.toThrow(
      "Put back the one it was made with",
    );
  });

  test("lost, no answer is taken and none can be read; put back, both go on", async () => {
    const path = join(temporaryDirectory(), "dialog.db");
    const [right, wrong] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const first = await openTestStore({ path, evaluationKey: right });
    await first.dialogues.save(change("d1"));
    await first.dialogues.save(change("d1", { version: 1, events: [opened] }));
    await first.evaluation.cast(ROUND, "p-a", { I1: 5 });
    await first.close();
    const second = await openTestStore({ path, evaluationKey: wrong });
    expect(await second.evaluation.cast(ROUND, "p-b", { I1: 1 })).toBe("keyLost");
    expect(await second.evaluation.hasAnswered(ROUND, "p-b")).toBe(false);
    expect(await second.evaluation.ballots(ROUND)).toEqual({ answered: 1, readable: false });
    await second.close();
    const third = await openTestStore({ path, evaluationKey: right });
    expect(await third.evaluation.cast(ROUND, "p-b", { I1: 1 })).toBe("taken");
    expect(await third.evaluation.ballots(ROUND)).toEqual({ answered: 2, readable: true });
  });
});

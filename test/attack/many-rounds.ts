import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Event } from "../../src/domain/dialogue.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { backUpSqlite } from "../../src/store/sqlite-backup.ts";
import type { Answers } from "../../src/domain/evaluation/answers.ts";
import { AT, change } from "../store/given.ts";

const ROUND = { dialogueId: "d1", roundId: "internal" };
const stamp = { by: "system", at: AT };

/** One round in a database of its own, with all that an operator gets after every answer. Answers come as they are given here. */
export async function liveOneRound(
  directory: string,
  key: Uint8Array,
  answers: readonly (readonly [person: string, answers: Answers<"internal">])[],
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "dialog.db");
  const store = await openSqliteStore({ path, instance: "test", paced: false, evaluationKey: key });
  const snapshot = async (name: string) => {
    const to = join(directory, name);
    mkdirSync(to);
    copyFileSync(path, join(to, "dialog.db"));
    copyFileSync(`${path}-wal`, join(to, "dialog.db-wal"));
    await backUpSqlite(path, join(to, "backup.db"));
  };
  const then = (version: number, event: Event) =>
    store.dialogues.save(change("d1", { version, events: [event] }));
  await store.dialogues.save(change("d1"));
  await then(1, {
    type: "InternalRoundOpened",
    roundId: "internal",
    invited: answers.map(([person]) => person).toSorted(),
    opensOn: "2027-01-11",
    closesOn: "2027-01-25",
    ...stamp,
  });
  await snapshot("opened");
  for (const [index, [person, said]] of answers.entries()) {
    await store.evaluation.cast(ROUND, person, said);
    await snapshot(`answer-${index + 1}`);
  }
  await then(2, {
    type: "InternalRoundClosed",
    roundId: "internal",
    answered: answers.length,
    meant: AT,
    ...stamp,
  });
  await snapshot("closed");
  await store.close();
}

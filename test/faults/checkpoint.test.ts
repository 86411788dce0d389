import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import {
  type Act,
  type Answer,
  again,
  doAct,
  groupAct,
  begin,
  isDone,
} from "../flow/dialogue-acts.ts";
import { ledgerOf } from "../flow/ledger.ts";
import { openTown, type RunningBot, startBot } from "../support/bot.ts";

const crowd = crowdOf({ registrars: 1, elected: 2, channels: 1 });
const [registrar = ""] = crowd.registrars;
const [starter = "", anna = ""] = crowd.elected;
const [conversation = ""] = crowd.channels;
/** What the shell counts files in. */
const BLOCK_BYTES = 512;

const isRefused = ({ status, body }: Answer) =>
  status === 200 && JSON.stringify(body).includes("Inget av det du skickade har sparats");

/** Makes the file as large as after a year, so that as much has room in the log beside it. */
function grow(path: string): void {
  const raw = new Database(path);
  raw.exec("create table padding (body); insert into padding values (zeroblob(500000))");
  raw.close();
}

test("F7: when the write-ahead log cannot be taken into the file, saving goes on in the log; when that has no room either, a press is told so; nothing that was acknowledged is lost", async () => {
  const { world, organisation } = crowd;
  const town = await openTown({ world, organisation });
  const { emulator, directory } = town;
  onTestFinished(() => town.close());
  const ledger = ledgerOf(directory);
  const dialogueId = randomUUID();
  const initiator = ledger.personId(anna);
  await begin(emulator, starter, { conversation, dialogueId, initiator, confirmer: anna });
  await emulator.moveClock((await emulator.clock()).now);
  await town.bot().stop();

  const path = join(directory, "dialog.db");
  grow(path);
  const most = statSync(path).size;
  const env = { ORGANISATION: join(directory, "organisation.json") };
  const shell = `ulimit -f ${Math.ceil(most / BLOCK_BYTES)}`;
  let bot: RunningBot = await startBot({ emulatorUrl: emulator.url, directory, world, env, shell });
  onTestFinished(() => bot.kill());
  await emulator.setBot(bot.url);
  const adds = (words: string): Act =>
    groupAct(registrar, { conversation, dialogueId, rowId: randomUUID(), words });
  const own = (verb: string): Act => ({
    kind: "execute",
    person: starter,
    conversation: "personal",
    data: { dl: 1, verb, dialogueId: `example.${ledger.personId(starter)}` },
    activityKey: `f:${randomUUID()}`,
  });
  const health = async () => {
    const [alive, ready] = await Promise.all(
      ["/healthz", "/readyz"].map((route) => fetch(`${bot.url}${route}`)),
    );
    return [alive?.status, ready?.status, await ready?.text()];
  };
  const rows = () => ledger.events(dialogueId).filter(({ type }) => type === "RowPut").length;

  // What is deleted is to be gone from the log too, so it is taken into the file, which may not grow.
  expect(isDone(await doAct(emulator, own("startExample")))).toBe(true);
  expect(isDone(await doAct(emulator, own("deleteExample")))).toBe(true);
  expect(ledger.events(`example.${ledger.personId(starter)}`)).toEqual([]);
  const before = rows();
  expect(isDone(await doAct(emulator, adds("Efter kontrollpunkten")))).toBe(true);
  let acknowledged = 1;
  let act = adds("Grupp");
  let answer = await doAct(emulator, act);
  for (; isDone(answer) && acknowledged < 100; acknowledged++) {
    act = adds("Grupp");
    answer = await doAct(emulator, act);
  }
  expect([isRefused(answer), rows()]).toEqual([true, before + acknowledged]);
  // What is left of the log may have room for the little that a question after its health writes.
  for (let tries = 0; tries < 100 && (await health())[1] === 200; tries++);
  expect(await health()).toEqual([
    200,
    503,
    expect.stringContaining("database: the disk answers with errors"),
  ]);

  await bot.kill();
  bot = await startBot({ emulatorUrl: emulator.url, directory, world, env });
  await emulator.setBot(bot.url);
  expect(rows()).toBe(before + acknowledged);
  expect(isDone(await doAct(emulator, again(act)))).toBe(true);
  expect(rows()).toBe(before + acknowledged + 1);
  expect(await health()).toEqual([200, 200, '{"status":"ready"}']);
  // What was owed is done: the log is small again, and what was deleted is not in it.
  expect(statSync(`${path}-wal`).size).toBeLessThan(most / 2);
}, 60_000);

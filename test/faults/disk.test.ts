import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import {
  type Act,
  type Answer,
  again,
  doAct,
  groupAct,
  taskAct,
  begin,
  isDone,
} from "../flow/dialogue-acts.ts";
import { ledgerOf } from "../flow/ledger.ts";
import { openTown, startRefused, type Town } from "../support/bot.ts";

/** One machine, one file, and a disk or a neighbour that does not let it write. */
const crowd = crowdOf({ registrars: 1, elected: 2, channels: 1 });
const [registrar = ""] = crowd.registrars;
const [starter = "", anna = ""] = crowd.elected;
const [conversation = ""] = crowd.channels;
const dialogueId = randomUUID();
const FULL_DISK = new URL("../support/full-disk.ts", import.meta.url);
let town: Town;
let sign = "";

beforeAll(async () => {
  const { world, organisation } = crowd;
  sign = join(import.meta.dirname, `../../node_modules/.full-disk-${randomUUID()}`);
  const env = { NODE_OPTIONS: `--import=${FULL_DISK.href}`, FULL_DISK: sign };
  town = await openTown({ world, organisation, env });
  await town.emulator.moveClock("2027-09-20T08:00:00Z");
  const initiator = ledgerOf(town.directory).personId(anna);
  await begin(town.emulator, starter, { conversation, dialogueId, initiator, confirmer: anna });
  await settled();
});
afterAll(async () => {
  rmSync(sign, { force: true });
  await town.close();
});

const database = () => join(town.directory, "dialog.db");
async function settled(): Promise<void> {
  const { now } = await town.emulator.clock();
  await town.emulator.moveClock(now);
}
const adds = (words: string): Act =>
  groupAct(registrar, { conversation, dialogueId, rowId: randomUUID(), words });
/** Somebody gives the initiator a task, of which a notice goes out. */
const addsTask = (title: string, due = "") => {
  const owner = ledgerOf(town.directory).personId(anna);
  return doAct(town.emulator, taskAct(starter, { conversation, dialogueId, owner, title, due }));
};
const rows = () =>
  ledgerOf(town.directory)
    .events(dialogueId)
    .filter(({ type }) => type === "RowPut").length;
/** Clearly not done, in the words a person gets: nothing was saved, and it can be tried again. */
const isRefused = ({ status, body }: Answer) =>
  status === 200 &&
  /Inget av det du skickade har sparats\. Försök igen/u.test(JSON.stringify(body));
async function health(): Promise<readonly unknown[]> {
  const [alive, ready] = await Promise.all(
    ["/healthz", "/readyz"].map((path) => fetch(`${town.bot().url}${path}`)),
  );
  return [alive?.status, ready?.status, await ready?.text()];
}
/** The morning messages that Teams took for the one with the task. */
const mornings = async () =>
  (await town.emulator.received())
    .filter(({ method, applied }) => method === "POST" && applied)
    .map(({ body }) => JSON.stringify(body ?? ""))
    .filter((body) => body.includes("väntar på dig"));
const WELL = [200, 200, '{"status":"ready"}'];
const ill = (reason: string) => [200, 503, expect.stringContaining(`"database: ${reason}; see`)];
/** What only a press writes, as it is. */
function kept(): string {
  const raw = new Database(database(), { readonly: true });
  try {
    const tables = ["dialogue", "event", "content", "dialogue_person", "reminder", "inbound"];
    const all = tables.map((table) => raw.prepare(`select * from ${table} order by 1, 2`).all());
    const messages = raw
      .prepare("select key from message where dialogue_id is not null order by id")
      .all();
    return JSON.stringify([...all, messages]);
  } finally {
    raw.close();
  }
}

test("F6: on a full disk a press is told that nothing was saved, and nothing is; the process stays up, says why it is ill, and goes on by itself when there is room", async () => {
  const { pid } = town.bot();
  expect(isDone(await addsTask("Ring Karin", "2027-09-24"))).toBe(true);
  await settled();

  writeFileSync(sign, "");
  const before = rows();
  let acknowledged = 0;
  let act = adds("Grupp ".repeat(20));
  let answer = await doAct(town.emulator, act);
  // The pages there are hold some more; every press that fits is kept, the first that does not is told.
  for (; isDone(answer) && acknowledged < 100; acknowledged++) {
    act = adds("Grupp ".repeat(20));
    answer = await doAct(town.emulator, act);
  }
  expect([isRefused(answer), rows()]).toEqual([true, before + acknowledged]);
  const whole = kept();
  expect(isRefused(await doAct(town.emulator, again(act)))).toBe(true);
  expect(kept()).toBe(whole);
  expect(await health()).toEqual(ill("the disk is full"));
  // The day of the task comes while nothing can be saved.
  const morning = "2027-09-24T12:00:00Z";
  const moved = town.emulator.moveClock(morning, { jump: true }).catch(() => undefined);
  expect(await health()).toEqual(ill("the disk is full"));

  rmSync(sign);
  expect(await health()).toEqual(WELL);
  expect(isDone(await doAct(town.emulator, again(act)))).toBe(true);
  expect(isDone(await doAct(town.emulator, again(act)))).toBe(true);
  expect(rows()).toBe(before + acknowledged + 1);
  await moved;
  await vi.waitFor(async () => expect(await mornings()).toHaveLength(1), { timeout: 20_000 });
  await town.emulator.moveClock(morning);
  expect(await mornings()).toEqual([expect.stringContaining("Ring Karin")]);
  expect(town.bot().pid).toBe(pid);
});

test("F12: while another program has the file locked the process answers who asks whether it lives; a press is told in time to try again, is not done by halves, and is done once when the lock is gone", async () => {
  // A notice is on its way: Teams has it, and has not said so yet.
  const since = (await town.emulator.received()).at(-1)?.seq ?? 0;
  const match = { method: "POST", pathIncludes: "/conversations/a:" };
  await town.emulator.fault({ match, answer: { deliver: true, delayMs: 1_500 }, times: 1 });
  expect(isDone(await addsTask("Boka sal"))).toBe(true);
  const notices = async () =>
    (await town.emulator.received(since)).filter(
      ({ method, body }) => method === "POST" && JSON.stringify(body ?? "").includes("Boka sal"),
    );
  await vi.waitFor(async () => expect(await notices()).toHaveLength(1), { timeout: 15_000 });
  const before = kept();
  const act = adds("Under säkerhetskopieringen");
  const backup = new Database(database());
  backup.exec("begin immediate");
  let pressed = false;
  const start = performance.now();
  const answer = doAct(town.emulator, act).finally(() => (pressed = true));
  let heard = 0;
  while (!pressed) {
    expect((await fetch(`${town.bot().url}/healthz`)).status).toBe(200);
    if (!pressed) heard += 1;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(isRefused(await answer)).toBe(true);
  expect(performance.now() - start).toBeLessThan(15_000);
  // A loop that stood still for the lock would have answered no one before the press.
  expect(heard).toBeGreaterThan(3);
  expect(await health()).toEqual(ill("another program has locked it"));
  backup.exec("rollback");
  backup.close();
  expect(kept()).toBe(before);
  const done = rows();
  expect(isDone(await doAct(town.emulator, again(act)))).toBe(true);
  expect(isDone(await doAct(town.emulator, again(act)))).toBe(true);
  expect(rows()).toBe(done + 1);
  expect(await health()).toEqual(WELL);
  await settled();
  // The notice is known to have come, and came once.
  expect(await notices()).toHaveLength(1);
  const statuses = ledgerOf(town.directory)
    .messages(dialogueId)
    .map(({ status }) => status);
  expect([...new Set(statuses)]).toEqual(["sent"]);
}, 60_000);

test("F11: a second process on the same file ends with 3 and says why, and the first goes on", async () => {
  const { directory, emulator } = town;
  const { code, told } = await startRefused({ emulatorUrl: emulator.url, directory });
  expect([code, told]).toEqual([3, expect.stringContaining("Another process is using")]);
  expect(told).toContain(database());
  const before = rows();
  expect(isDone(await doAct(emulator, adds("Den första arbetar vidare")))).toBe(true);
  expect(rows()).toBe(before + 1);
  expect(await health()).toEqual(WELL);
});

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { confirmAct, doAct, groupAct, startAct } from "../flow/dialogue-acts.ts";
import { ledgerOf } from "../flow/ledger.ts";
import { openTown, type Town } from "../support/bot.ts";

const KEEP = join(import.meta.dirname, "../../scripts/keep.ts");
const crowd = crowdOf({ registrars: 0, elected: 2, channels: 2 });
const [starter = "", anna = ""] = crowd.elected;
const [conversation = "", other = ""] = crowd.channels;
let town: Town;
beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation });
});
afterAll(() => town.close());

/** Runs the command; no file it writes may be larger than that, when said. */
function keep(words: readonly string[], mostBlocks = "unlimited") {
  const shell = `ulimit -f ${mostBlocks}; exec "$0" "$@"`;
  const child = spawn("sh", ["-c", shell, process.execPath, KEEP, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void (told += chunk.toString()));
  return new Promise<{ code: number | null; told: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, told })),
  );
}
const database = () => `sqlite:${join(town.directory, "dialog.db")}`;
const posts = async (since = 0) =>
  (await town.emulator.received(since)).filter(
    ({ method, path, applied }) => method === "POST" && applied && path.startsWith("/v3/"),
  );
const lastSeen = async () => (await town.emulator.received()).at(-1)?.seq ?? 0;
const ready = async () => {
  const answer = await fetch(`${town.bot().url}/readyz`);
  return [answer.status, await answer.text()];
};

async function started(where: string): Promise<string> {
  const dialogueId = randomUUID();
  const initiator = ledgerOf(town.directory).personId(anna);
  await doAct(town.emulator, startAct(starter, { conversation: where, dialogueId, initiator }));
  await doAct(town.emulator, confirmAct(anna, dialogueId));
  return dialogueId;
}

test("F7: a backup for which there is no room is told as failed, leaves nothing behind, and harms nothing", async () => {
  const to = join(town.directory, "too-big.db");
  const { code, told } = await keep(["backup", "--database", database(), "--to", to], "20");
  expect([code, told]).toEqual([1, expect.stringContaining(to)]);
  expect([existsSync(to), existsSync(`${to}.unfinished`)]).toEqual([false, false]);
  expect(await ready()).toEqual([200, '{"status":"ready"}']);
});

test("F62: from yesterday's backup nothing is sent until somebody says so; what came since is refused, cards are drawn anew", async () => {
  await town.emulator.moveClock("2027-10-11T08:00:00Z");
  const dialogueId = await started(conversation);
  const data = { dl: 1, dialogueId, verb: "addTask", taskId: randomUUID() };
  const inputs = {
    "in:task:title": "Boka lokal",
    "in:task:owner": ledgerOf(town.directory).personId(anna),
    "in:task:due": "2027-10-12",
  };
  await town.emulator.dialogSubmit(anna, { conversation, data, inputs });
  await town.emulator.moveClock("2027-10-11T08:10:00Z");
  const backup = join(town.directory, "backup.db");
  expect((await keep(["backup", "--database", database(), "--to", backup])).code).toBe(0);

  const later = await started(other);
  const row = { conversation, dialogueId, rowId: randomUUID(), words: "Efter säkerhetskopian" };
  await doAct(town.emulator, groupAct(anna, row));
  await town.emulator.moveClock("2027-10-12T08:00:00Z");
  const since = await lastSeen();
  await town.bot().stop();
  for (const rest of ["", "-wal", "-shm", ".lock"])
    rmSync(join(town.directory, `dialog.db${rest}`), { force: true });
  expect((await keep(["restore", "--database", database(), "--from", backup])).code).toBe(0);

  await town.restart();
  await town.emulator.moveClock("2027-10-12T08:00:00Z", { jump: true });
  expect(await ready()).toEqual([503, expect.stringContaining("restored: ")]);
  const gone = { conversation: other, dialogueId: later, rowId: randomUUID(), words: "Grupp" };
  const refused = await doAct(town.emulator, groupAct(anna, gone));
  expect(JSON.stringify(refused.body)).toContain("E-FORBIDDEN");
  expect(await posts(since)).toEqual([]);

  await town.bot().stop();
  const said = await keep(["reissue", "--database", database(), "--waiting", "doubt"]);
  expect([said.code, said.told]).toEqual([
    0,
    expect.stringMatching(/[1-9]\d* cards are drawn anew/u),
  ]);
  await town.restart();
  await town.emulator.moveClock("2027-10-12T09:00:00Z");
  expect(await ready()).toEqual([200, '{"status":"ready"}']);
  // The morning of the 12th was sent before; living cards are edited to what is true now.
  expect(await posts(since)).toEqual([]);
  const edits = (await town.emulator.received(since)).filter(({ method }) => method === "PUT");
  expect(edits.length).toBeGreaterThan(0);
});

import { randomUUID } from "node:crypto";
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
import { openTown, type RunningBot, startBot, type Town } from "../support/bot.ts";
import { openPostgres } from "../support/postgres.ts";
import { openProxy } from "../support/tcp-proxy.ts";

/** Two replicas on a PostgreSQL that every commit leaves for a second server too, which takes over when the first one is cut off. */
const crowd = crowdOf({ registrars: 12, elected: 2, channels: 1 });
const [starter = "", anna = ""] = crowd.elected;
const [conversation = ""] = crowd.channels;
const dialogueId = randomUUID();
let server: Awaited<ReturnType<typeof openPostgres>>;
let standby: Awaited<ReturnType<typeof server.standby>>;
let proxy: Awaited<ReturnType<typeof openProxy>>;
let town: Town;
let other: RunningBot;
let schema = "";
/** The bot's own id of her. */
let initiator = "";

beforeAll(async () => {
  server = await openPostgres();
  standby = await server.standby();
  proxy = await openProxy(server.port);
  const url = new URL(await server.database());
  schema = /search_path=(\w+)/u.exec(url.searchParams.get("options") ?? "")?.[1] ?? "";
  url.port = String(proxy.port);
  const { world, organisation } = crowd;
  const env = { DATABASE_URL: url.href };
  town = await openTown({ world, organisation, env });
  const { directory, emulator } = town;
  const here = { ...env, ORGANISATION: `${directory}/organisation.json` };
  other = await startBot({ emulatorUrl: emulator.url, directory, world, env: here });
  const [row] = await server.ask<{ id: string }>(
    `select id from ${schema}.person where entra_id = $1`,
    anna,
  );
  initiator = row?.id ?? "";
  await begin(emulator, starter, { conversation, dialogueId, initiator, confirmer: anna });
  await settled();
});
afterAll(async () => {
  await other.stop();
  await town.close();
  await proxy.close();
  await standby.stop();
  await server.stop();
});

async function settled(): Promise<void> {
  const { now } = await town.emulator.clock();
  await town.emulator.moveClock(now);
}
const bots = () => [town.bot(), other];
/** One row each, by people of their own. */
const someActs = (): readonly Act[] =>
  crowd.registrars.map((person) =>
    groupAct(person, { conversation, dialogueId, rowId: randomUUID(), words: "Grupp" }),
  );
const rowIdOf = ({ data }: Act) => String(data["rowId"]);
async function rowsOf(asked: typeof server.ask): Promise<readonly string[]> {
  const rows = await asked<{ body: string }>(
    `select body from ${schema}.event where dialogue_id = $1 and type = 'RowPut'`,
    dialogueId,
  );
  return rows.map(({ body }) => (JSON.parse(body) as { rowId: string }).rowId);
}
const readiness = () =>
  Promise.all(
    bots().map(async ({ url }) => {
      const answer = await fetch(`${url}/readyz`);
      return `${answer.status} ${await answer.text()}`;
    }),
  );

test("F15: when the server is cut off in the middle of presses and sendings and another one takes over, nothing that was acknowledged is lost, both replicas go on by themselves, and what is done again is done once", async () => {
  await vi.waitFor(async () => {
    const modes = await server.ask("select sync_state from pg_stat_replication");
    expect(modes).toEqual([{ sync_state: "sync" }]);
  }, 15_000);
  const before = someActs();
  for (const act of before) expect(isDone(await doAct(town.emulator, act))).toBe(true);

  // A notice that Teams has, and of which it says so only when the server is gone.
  const since = (await town.emulator.received()).at(-1)?.seq ?? 0;
  const match = { method: "POST", pathIncludes: "/conversations/a:" };
  await town.emulator.fault({ match, answer: { deliver: true, delayMs: 1_500 }, times: 1 });
  const task = { conversation, dialogueId, owner: initiator, title: "Boka sal" };
  expect(isDone(await doAct(town.emulator, taskAct(starter, task)))).toBe(true);
  const notices = async () =>
    (await town.emulator.received(since)).filter(
      ({ method, body }) => method === "POST" && JSON.stringify(body ?? "").includes("Boka sal"),
    );
  await vi.waitFor(async () => expect(await notices()).toHaveLength(1), { timeout: 15_000 });

  // Presses of which the first waits inside its transaction, and the others for it.
  const during = someActs();
  const holder = await server.connected();
  await holder.query("begin");
  await holder.query(`select 1 from ${schema}.dialogue where id = $1 for update`, [dialogueId]);
  const answers = during.map((act) => doAct(town.emulator, act));
  await vi.waitFor(async () => {
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'update "dialogue"%'`;
    expect(await server.ask(waits)).toHaveLength(1);
  }, 15_000);
  await server.cut();
  const told = await Promise.all(answers);
  expect(told.map(({ status }) => status)).toEqual(during.map(() => 200));
  // Long enough for Teams to answer about the notice.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  for (const ready of await readiness())
    expect(ready).toMatch(/^503 .*database: the server does not answer/u);

  await standby.promote();
  proxy.leadTo(standby.port);
  const acknowledged = during.filter((_, index) => isDone(told[index] as Answer));
  const kept = await rowsOf(standby.ask);
  expect(kept).toEqual(expect.arrayContaining([...before, ...acknowledged].map(rowIdOf)));
  expect(kept.length).toBe(new Set(kept).size);

  await vi.waitFor(async () => {
    for (const ready of await readiness()) expect(ready).toMatch(/^200/u);
  }, 20_000);
  for (const [index, act] of during.entries()) {
    // By either replica.
    await town.emulator.setBot(bots()[index % 2]?.url ?? "");
    expect(isDone(await doAct(town.emulator, again(act)))).toBe(true);
  }
  expect((await rowsOf(standby.ask)).toSorted()).toEqual(
    [...before, ...during].map(rowIdOf).toSorted(),
  );
  await settled();
  const waiting = `select status, count(*)::int as count from ${schema}.message group by status`;
  expect((await standby.ask<{ status: string }>(waiting)).map(({ status }) => status)).toEqual([
    "sent",
  ]);
  expect(await notices()).toHaveLength(1);
}, 90_000);

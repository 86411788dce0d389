import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { createClock } from "../../src/outbox/clock.ts";
import { openPostgresDatabase, openPostgresStore } from "../../src/store/postgres.ts";
import { openTown, type Town } from "../support/bot.ts";
import { openPostgres } from "../support/postgres.ts";
import { openProxy } from "../support/tcp-proxy.ts";
import { crowdOf } from "../flow/crowd.ts";
import { type Act, type Answer, again, doAct, groupAct, startAct } from "../flow/dialogue-acts.ts";

let server: Awaited<ReturnType<typeof openPostgres>>;
beforeAll(async () => {
  server = await openPostgres();
});
afterAll(() => server.stop());

describe("a bot on PostgreSQL", () => {
  const crowd = crowdOf({ registrars: 1, elected: 1, channels: 1 });
  const [elected = ""] = crowd.elected;
  const [registrar = ""] = crowd.registrars;
  const [conversation = ""] = crowd.channels;
  const dialogueId = randomUUID();
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let town: Town;
  let schema = "";

  beforeAll(async () => {
    proxy = await openProxy(server.port);
    const url = new URL(await server.database());
    schema = /search_path=(\w+)/u.exec(url.searchParams.get("options") ?? "")?.[1] ?? "";
    url.port = String(proxy.port);
    const { world, organisation } = crowd;
    town = await openTown({ world, organisation, env: { DATABASE_URL: url.href } });
    const [row] = await server.ask<{ id: string }>(
      `select id from ${schema}.person where entra_id = $1`,
      elected,
    );
    const start = startAct(elected, { conversation, dialogueId, initiator: row?.id ?? "" });
    await doAct(town.emulator, start);
    await settled();
  });
  afterAll(async () => {
    await town.close();
    await proxy.close();
  });

  async function settled(): Promise<void> {
    const { now } = await town.emulator.clock();
    await town.emulator.moveClock(now);
  }
  const adds = (words: string) =>
    groupAct(registrar, { conversation, dialogueId, rowId: randomUUID(), words });
  const rows = async () => {
    const [row] = await server.ask<{ count: string }>(
      `select count(*) as count from ${schema}.event where dialogue_id = $1 and type = 'RowPut'`,
      dialogueId,
    );
    return Number(row?.count);
  };
  const status = async (path: string) => (await fetch(`${town.bot().url}${path}`)).status;
  const wentWrong = ({ body }: Answer) => JSON.stringify(body).includes("Något gick fel");
  /** A press that waits inside its transaction until it is let go, and the connection it waits on as the server knows it. */
  async function waiting(act: Act) {
    const holder = await server.connected();
    await holder.query("begin");
    await holder.query(`select 1 from ${schema}.dialogue where id = $1 for update`, [dialogueId]);
    const answer = doAct(town.emulator, act);
    const found = await vi.waitFor(async () => {
      const [row] = await server.ask<{ pid: number; client_port: number }>(
        `select pid, client_port from pg_stat_activity where application_name = 'dialoglotsen'
         and wait_event_type = 'Lock' and query like 'update "dialogue"%' limit 1`,
      );
      if (!row) throw new Error("Nobody waits yet.");
      return row;
    });
    return { ...found, answer, letGo: () => holder.end() };
  }

  test("F16: that loses the answer to a commit looks again by the press's own id: done once, and nobody is told of a fault", async () => {
    const before = await rows();
    const act = adds("Förlorat svar");
    const cuts = proxy.cuts();
    const { client_port: port, answer, letGo } = await waiting(act);
    proxy.loseAnswerTo("commit", port);
    await letGo();
    const told = await answer;
    expect([told.status, wentWrong(told)]).toEqual([200, false]);
    expect(proxy.cuts()).toBe(cuts + 1);
    expect(await rows()).toBe(before + 1);
    await doAct(town.emulator, again(act));
    expect(await rows()).toBe(before + 1);
  });

  test("F15: whose connections are ended in the middle of a press does it on another one, once", async () => {
    const before = await rows();
    const { pid, answer, letGo } = await waiting(adds("Avbruten"));
    await server.ask("select pg_terminate_backend($1)", pid);
    await letGo();
    const told = await answer;
    expect([told.status, wentWrong(told)]).toEqual([200, false]);
    expect(await rows()).toBe(before + 1);
  });

  test("F15: whose server is away says so, keeps nothing by halves, and goes on by itself when it is back", async () => {
    // What is on its way when the server goes would wait for the end of its lease.
    await settled();
    const before = await rows();
    const act = adds("Medan servern är borta");
    await server.without(async () => {
      const answer = await doAct(town.emulator, act);
      expect([answer.status, wentWrong(answer)]).toEqual([200, true]);
      expect(await status("/healthz")).toBe(200);
      const ready = await fetch(`${town.bot().url}/readyz`);
      expect([ready.status, await ready.text()]).toEqual([
        503,
        expect.stringContaining("database: "),
      ]);
    });
    await vi.waitFor(async () => expect(await status("/readyz")).toBe(200), { timeout: 10_000 });
    expect(await rows()).toBe(before);
    const answer = await doAct(town.emulator, again(act));
    expect([answer.status, wentWrong(answer)]).toEqual([200, false]);
    expect(await rows()).toBe(before + 1);
    await settled();
    const waiting = `select count(*)::int as count from ${schema}.message where status <> 'sent'`;
    expect(await server.ask(waiting)).toEqual([{ count: 0 }]);
  });

  test("F15: whose connections hang in the air answers before Teams gives up, and stands still for nobody after that", async () => {
    const before = await rows();
    expect(proxy.freeze()).toBeGreaterThan(0);
    const since = performance.now();
    const first = await doAct(town.emulator, adds("Tyst"));
    expect([first.status, wentWrong(first)]).toEqual([200, false]);
    expect(performance.now() - since).toBeLessThan(15_000);
    const next = performance.now();
    expect((await doAct(town.emulator, adds("Sedan"))).status).toBe(200);
    expect(performance.now() - next).toBeLessThan(5_000);
    expect(await rows()).toBe(before + 2);
  });
});

describe("the database on PostgreSQL", () => {
  async function opened(url: string) {
    const database = await openPostgresDatabase({ url, connections: 4 });
    onTestFinished(() => database.close());
    return database;
  }
  const nameIn = (url: string) => /search_path%3D(\w+)/u.exec(url)?.[1] ?? "";

  test("F17: two changes that stand in each other's way are both made, each run again as a whole", async () => {
    const { read, write } = await opened(await server.database());
    const places = ["one", "two"] as const;
    await write(async (queries) => {
      for (const place of places)
        await queries.insertInto("departure").values({ place, at: "" }).execute();
    });
    const met = Promise.withResolvers<void>();
    let tries = 0;
    let holding = 0;
    const mark = (order: readonly string[]) =>
      write(async (queries) => {
        tries += 1;
        for (const place of order) {
          await sql`update departure set at = at || '+' where place = ${place}`.execute(queries);
          holding += 1;
          if (holding === 2) met.resolve();
          await met.promise;
        }
      });
    await Promise.all([mark(places), mark(places.toReversed())]);
    expect(tries).toBe(3);
    const kept = await read.selectFrom("departure").select("at").execute();
    expect(kept).toEqual([{ at: "++" }, { at: "++" }]);
  });

  test("F14: whose migration is broken off at any point is brought up to date at the next start, and is the same in the end", async () => {
    const columnsOf = (url: string) =>
      server.ask(
        `select table_name, column_name, data_type, column_default, is_nullable
         from information_schema.columns where table_schema = $1 order by 1, 2`,
        nameIn(url),
      );
    const indexesOf = (url: string) =>
      server.ask(`select indexname from pg_indexes where schemaname = $1 order by 1`, nameIn(url));
    const schemaOf = async (url: string) => [await columnsOf(url), await indexesOf(url)];
    await server.ask("create sequence public.steps");
    await server.ask(`create function public.die() returns event_trigger language plpgsql as $$
      begin if nextval('public.steps') = current_setting('test.dies_at')::int
      then perform pg_terminate_backend(pg_backend_pid()); end if; end $$`);
    const dyingAt = async (step: number) => {
      await server.ask("alter sequence public.steps restart");
      await server.ask(`alter database postgres set test.dies_at = '${step}'`);
      const url = await server.database();
      await server.ask(
        "create event trigger dying on ddl_command_end execute function public.die()",
      );
      const outcome = await openPostgresDatabase({ url }).then(
        (database) => database.close().then(() => "opened"),
        () => "broken off",
      );
      await server.ask("drop event trigger dying");
      return { url, outcome };
    };
    const whole = await dyingAt(0);
    const [counted] = await server.ask<{ last: string }>(
      "select last_value as last from public.steps",
    );
    const steps = Number(counted?.last);
    expect([whole.outcome, steps > 20]).toEqual(["opened", true]);
    const expected = await schemaOf(whole.url);
    for (const step of [1, 2, Math.floor(steps / 3), Math.floor(steps / 2), steps - 1, steps]) {
      const { url, outcome } = await dyingAt(step);
      expect([step, outcome]).toEqual([step, "broken off"]);
      await opened(url);
      expect(await schemaOf(url)).toEqual(expected);
    }
  });

  test("F13: from a newer version is refused with both versions, and not touched", async () => {
    const url = await server.database();
    await (await openPostgresDatabase({ url })).close();
    const version = () =>
      server.ask<{ number: number }>(`select number from ${nameIn(url)}.schema_version`);
    await server.ask(`update ${nameIn(url)}.schema_version set number = 99`);
    await expect(openPostgresDatabase({ url })).rejects.toThrow(
      /has schema 99, and this program knows \d+\. Run the newer version/u,
    );
    expect(await version()).toEqual([{ number: 99 }]);
  });
});

test("F27: a bot whose database's clock is a day off at the start, either way, sends nothing and says so; when it is right what waits goes out once", async () => {
  const url = new URL(await server.database());
  const schema = /search_path=(\w+)/u.exec(url.searchParams.get("options") ?? "")?.[1] ?? "";
  // What the server calls its time, told by a function of ours until it is right again.
  await server.ask(`create schema off${schema}`);
  await server.ask(`create table off${schema}.by (days integer)`);
  await server.ask(`create function off${schema}.clock_timestamp() returns timestamptz language sql
    as 'select pg_catalog.clock_timestamp() + days * interval ''1 day'' from off${schema}.by'`);
  const isOff = async (days: number) => {
    await server.ask(`delete from off${schema}.by`);
    await server.ask(`insert into off${schema}.by values ($1)`, days);
  };
  await isOff(0);
  url.searchParams.set("options", `-c search_path=${schema},off${schema},pg_catalog`);
  const env = { DATABASE_URL: url.href, DEV_CLOCK: "0" };
  const town = await openTown({ env });
  onTestFinished(() => town.close());
  const posts = async () =>
    (await town.emulator.received()).filter(({ path }) => path.startsWith("/v3/conv")).length;
  const readiness = async () => {
    const answer = await fetch(`${town.bot().url}/readyz`);
    return `${answer.status} ${await answer.text()}`;
  };
  await vi.waitFor(async () => expect(await posts()).toBeGreaterThan(1), { timeout: 10_000 });
  for (const [days, wrong] of [
    [1, "1440 minutes"],
    [-1, "-1440 minutes"],
  ] as const) {
    expect(await town.bot().stop()).toBe(0);
    const at = new Date().toISOString();
    await server.ask(
      `update ${schema}.message set status = 'pending', next_at = $1, due_at = $1`,
      at,
    );
    const before = await posts();
    await isOff(days);
    await town.restart();
    await vi.waitFor(async () => expect(await readiness()).toContain(wrong), { timeout: 10_000 });
    expect(await readiness()).toMatch(/^503 .*clock: it is/u);
    const told = '"what":"outbox.stands-still","kind":"clock"';
    await vi.waitFor(() => expect(town.bot().lines.join("")).toContain(told), { timeout: 10_000 });
    expect(await posts()).toBe(before);
    // Also with nobody to ask: the two clocks there are cannot both be right.
    const store = await openPostgresStore({ url: url.href, instance: "alone" });
    const alone = createClock(store, false);
    await alone.now();
    await store.close();
    expect(alone.trouble?.()).toMatch(/^the database shows .* minutes from this machine's/u);
    await isOff(0);
    await vi.waitFor(async () => expect(await posts()).toBe(before + 1), { timeout: 15_000 });
    expect(await readiness()).toMatch(/^200/u);
  }
});

import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { openPostgres } from "../support/postgres.ts";
import { storeContract } from "./contract.ts";
import { change } from "./given.ts";

describe("the store on PostgreSQL", () => {
  let server: Awaited<ReturnType<typeof openPostgres>> | undefined;
  beforeAll(async () => {
    server = await openPostgres();
  });
  afterAll(() => server?.stop());

  storeContract(async (options = {}) => {
    if (!server) throw new Error("PostgreSQL has not started.");
    const store = await openPostgresStore({
      url: await server.database(),
      instance: "test",
      connections: 3,
      paced: false,
      ...options,
    });
    onTestFinished(() => store.close());
    return store;
  });

  test("S54: where participants' answers and words lie tells no order, neither while they come nor afterwards", async () => {
    if (!server) throw new Error("PostgreSQL has not started.");
    const url = await server.database();
    const store = await openPostgresStore({ url, instance: "test", paced: false });
    onTestFinished(() => store.close());
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    await store.dialogues.save(change("d1"));
    // Sixteen, so that chance puts them in the order they came once in twenty million million times.
    const came = Array.from({ length: 16 }, (_, index) => `nr ${index}`);
    for (const words of came)
      await store.responses.receive("d1", "e1", [{ token: words, answers: {}, words }]);
    const lying = async (table: "response" | "content") => {
      const query =
        table === "content"
          ? "select body from content order by ctid"
          : "select body from response join content on ref = words order by response.ctid";
      const { rows } = await client.query<{ body: string }>(query);
      return rows.map(({ body }) => JSON.parse(body) as string).filter((one) => came.includes(one));
    };
    const seen = [await lying("response"), await lying("content")];
    await store.responses.stop("d1", "e1");
    seen.push(await lying("response"), await lying("content"));
    for (const order of seen) {
      expect(order.toSorted()).toEqual(came.toSorted());
      expect(order).not.toEqual(came);
    }
    expect(new Set(seen.map((order) => order.join())).size).toBe(seen.length);
  });
});

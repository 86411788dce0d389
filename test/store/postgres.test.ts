import { afterAll, beforeAll, describe, onTestFinished } from "vitest";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { openPostgres } from "../support/postgres.ts";
import { storeContract } from "./contract.ts";

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
});

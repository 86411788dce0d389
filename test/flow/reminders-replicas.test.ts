import { describe, test } from "vitest";
import { onPostgres } from "./list-replicas.ts";
import { scenarioTwo, WHOLE } from "./list-told.ts";

describe("with two replicas on PostgreSQL that take turns, one or the other killed now and then", () => {
  const turns = onPostgres();

  test("in scenario 2 each message comes once, on its morning, to its person", WHOLE, async () =>
    scenarioTwo(await turns()),
  );
});

import { writeSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import { openSqliteStore } from "../../../src/store/sqlite.ts";
import { change, hello, overview, recorded } from "../given.ts";

// Saves twice; in the second save the process kills itself before statement number `point`, and after the last one
// when there is no such statement. Says how many statements there were when it survives.
const [, , path = "", point = ""] = process.argv;
let counting = false;
let statements = 0;

function step(): void {
  if (!counting) return;
  statements += 1;
  if (statements === Number(point)) process.kill(process.pid, "SIGKILL");
}

// oxlint-disable-next-line typescript/unbound-method -- both are called with their database below
const { prepare, exec } = BetterSqlite3.prototype;
BetterSqlite3.prototype.exec = function (this: BetterSqlite3.Database, text: string) {
  step();
  return exec.call(this, text);
};
BetterSqlite3.prototype.prepare = function (this: BetterSqlite3.Database, text: string) {
  const statement = prepare.call(this, text) as BetterSqlite3.Statement;
  const run = statement.run.bind(statement);
  const all = statement.all.bind(statement);
  statement.run = (...values: unknown[]) => {
    step();
    return run(...values);
  };
  statement.all = (...values: unknown[]) => {
    step();
    return all(...values);
  };
  return statement;
} as typeof prepare;

const store = await openSqliteStore({ path, instance: "child" });
await store.dialogues.save(change("d1", { messages: [overview], inboundId: "first" }));
counting = true;
await store.dialogues.save(
  change("d1", {
    version: 1,
    events: [recorded("två"), recorded("tre")],
    messages: [overview, hello()],
    inboundId: "second",
  }),
);
counting = false;
writeSync(1, `${statements}\n`);
process.kill(process.pid, "SIGKILL");

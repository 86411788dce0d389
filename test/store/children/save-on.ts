import { writeSync } from "node:fs";
import { openSqliteStore } from "../../../src/store/sqlite.ts";
import { change, overview, recorded } from "../given.ts";

// Saves as fast as it can and says each version once it has been acknowledged, until it is killed.
const [, , path = ""] = process.argv;
const store = await openSqliteStore({ path, instance: "child" });
let { version } = await store.dialogues.load("d1");
for (;;) {
  const events = version === 0 ? change("d1").events : [recorded(`svar ${version}`)];
  const messages = [overview];
  await store.dialogues.save(change("d1", { version, events, messages, inboundId: `a${version}` }));
  version += 1;
  writeSync(1, `${version}\n`);
}

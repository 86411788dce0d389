import { join } from "node:path";
import { performance } from "node:perf_hooks";
import Database from "better-sqlite3";
import { createCalendar } from "../src/domain/calendar.ts";
import { createMornings } from "../src/outbox/mornings.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import { markdownTable, median } from "./numbers.ts";

const PLANNED: readonly number[] = [10_000, 100_000, 1_000_000];
const DUE = 1_000;
const PEOPLE = 200;
const OF_ONE_DIALOGUE = 100;
/** Three Tuesdays; what is not due on one of them is due years later. */
const MORNINGS: readonly string[] = ["2027-02-02", "2027-02-09", "2027-02-16"];
const FAR = "2040-01-03T07:30:00.000Z";

/** One tick with so many planned reminders of which a thousand are due: a message is made for each of 200 people. */
export async function measureMornings(directory: string): Promise<string> {
  const rows: { planned: number; ms: number }[] = [];
  for (const planned of PLANNED) {
    const path = join(directory, `mornings-${planned}.db`);
    await (await openSqliteStore({ path, instance: "bench" })).close();
    plan(path, planned);
    const store = await openSqliteStore({ path, instance: "bench" });
    const times: number[] = [];
    for (const day of MORNINGS) {
      const now = `${day}T07:30:00.000Z`;
      const mornings = createMornings({
        ...store,
        // What is due is the same in all three databases, and so is what looking at it anew costs.
        plan: async () => undefined,
        now: async () => now,
        calendar: createCalendar(),
      });
      const start = performance.now();
      await mornings.run(() => false);
      times.push(performance.now() - start);
    }
    const { pending = 0 } = await store.outbox.counts();
    if (pending !== PEOPLE * MORNINGS.length)
      throw new Error(`${pending} messages were made, and ${PEOPLE} people were due each day.`);
    await store.close();
    rows.push({ planned, ms: median(times) });
  }
  const [least] = rows;
  return markdownTable(
    [`one tick, ${DUE} reminders due for ${PEOPLE} people`, "ms", "÷ the first"],
    rows.map(({ planned, ms }) => [
      `${planned.toLocaleString("en")} planned`,
      ms.toFixed(0),
      (ms / (least?.ms ?? ms)).toFixed(2),
    ]),
  );
}

function plan(path: string, planned: number): void {
  const database = new Database(path);
  const dialogue = database.prepare(
    `insert into dialogue (id, version, home, status, example, people, started_at)
     values (?, 0, '{}', 'active', 0, '[]', '2027-01-01T08:00:00.000Z')`,
  );
  const reminder = database.prepare(
    `insert into reminder (dialogue_id, key, person_id, about, due_at, status)
     values (?, ?, ?, '{"code":"D04","rung":"R1","type":"deadline"}', ?, 'planned')`,
  );
  database.transaction(() => {
    for (let number = 0; number < planned; number++) {
      const id = `d${Math.floor(number / OF_ONE_DIALOGUE)}`;
      if (number % OF_ONE_DIALOGUE === 0) dialogue.run(id);
      const day = MORNINGS[Math.floor(number / DUE)];
      const due = day === undefined ? FAR : `${day}T07:30:00.000Z`;
      reminder.run(id, `r${number}`, `p${number % PEOPLE}`, due);
    }
  })();
  database.close();
}

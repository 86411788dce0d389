import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { copyDatabase } from "../src/store/copy.ts";
import { markRestored, reissue } from "../src/store/restored.ts";
import { plannedReminders, timeOf } from "../src/store/planned-reminders.ts";
import { backUpSqlite, restoreSqlite } from "../src/store/sqlite-backup.ts";
import { StoreUnusable } from "../src/store/unusable.ts";
import type { Head } from "../src/store/heads.ts";
import { verifyAll } from "../src/store/verify-all.ts";
import { KeepError, openDatabase, sqlitePathOf } from "./keep/database.ts";

const HELP = `Usage: npm run keep -- <command> [--database address] …, where the address is as in DATABASE_URL, which it goes by otherwise
  backup --to file        a copy of the database as it is now, in one SQLite file, while the bot runs
  restore --from file     lays a backup out as a new database; the bot must not run, and nothing is overwritten
  reissue --waiting again|doubt   after restore: draws every card anew and lets sending go on; what waited then or has become due since is sent, or listed as in doubt
  copy --to address       everything into another, empty database of either kind, compared table by table; the bot must not run
  reminders [--days 30]   what is planned to be sent in the next days: when, dialogue, person, key; ids and codes only. Of SQLite the bot must not run
  verify [--heads file] [--log file]   walks every chain of events; --heads compares with what an earlier run wrote there, and writes anew; --log compares with the heads that the bot wrote into its log each day`;

const loggedSchema = z.object({ dialogueId: z.string(), version: z.int(), head: z.string() });
const headsSchema = z.array(
  z.strictObject({ dialogueId: z.string(), version: z.int(), hash: z.string() }),
);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      database: { type: "string" },
      to: { type: "string" },
      from: { type: "string" },
      heads: { type: "string" },
      log: { type: "string" },
      days: { type: "string" },
      waiting: { type: "string" },
    },
  });
  const address = values.database ?? process.env["DATABASE_URL"] ?? "sqlite:data/dialog.db";
  const commands: { readonly [name: string]: (() => Promise<void>) | undefined } = {
    backup: () => backUp(address, given(values.to, "--to")),
    restore: () => restore(given(values.from, "--from"), address),
    copy: () => copy(address, given(values.to, "--to")),
    reissue: () => reissueCards(address, given(values.waiting, "--waiting")),
    reminders: () => listReminders(address, values.days ?? "30"),
    verify: () => verify(address, values),
  };
  const command = commands[positionals[0] ?? ""];
  if (!command) throw new KeepError(HELP);
  await command();
}

function given(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new KeepError(`${option} is missing.\n${HELP}`);
}

async function backUp(address: string, to: string): Promise<void> {
  const path = sqlitePathOf(address);
  if (path === undefined) await copyBetween(address, `sqlite:${to}`);
  else await backUpSqlite(path, to);
  console.log(`${to} is the database as it was, whole and looked through.`);
}

async function restore(from: string, address: string): Promise<void> {
  const path = sqlitePathOf(address);
  if (path === undefined) await copyBetween(`sqlite:${from}`, address);
  else await restoreSqlite(from, path);
  const database = await openDatabase(address);
  try {
    await markRestored(database);
  } finally {
    await database.close();
  }
  console.log(
    "The backup is laid out. Run verify. The bot sends nothing from it until you have said with reissue what to do about what may have been sent since the backup.",
  );
}

async function reissueCards(address: string, waiting: string): Promise<void> {
  if (waiting !== "again" && waiting !== "doubt")
    throw new KeepError(`--waiting is again or doubt, not ${waiting}.`);
  const path = sqlitePathOf(address);
  if (path !== undefined && !existsSync(path)) throw new KeepError(`${path} does not exist.`);
  const database = await openDatabase(address);
  try {
    const now = await timeOf(database.read);
    const { cards, doubted } = await reissue(database, { again: waiting === "again", now });
    console.log(
      `${cards} cards are drawn anew at the next start, ${doubted} sendings are in doubt.`,
    );
  } finally {
    await database.close();
  }
}

async function copy(from: string, to: string): Promise<void> {
  const rows = await copyBetween(from, to);
  console.log(`Copied ${rows} rows; every table is the same in both databases.`);
}

async function copyBetween(from: string, to: string): Promise<number> {
  const path = sqlitePathOf(from);
  if (path !== undefined && !existsSync(path)) throw new KeepError(`${path} does not exist.`);
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      const sums = await copyDatabase(source, target);
      return Object.values(sums).reduce((total, { rows }) => total + rows, 0);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function listReminders(address: string, days: string): Promise<void> {
  if (!/^[1-9]\d{0,3}$/u.test(days))
    throw new KeepError(`--days is a number of days, not ${days}.`);
  const path = sqlitePathOf(address);
  if (path !== undefined && !existsSync(path)) throw new KeepError(`${path} does not exist.`);
  const database = await openDatabase(address);
  try {
    for (const row of await plannedReminders(database.read, Number(days))) console.log(row);
  } finally {
    await database.close();
  }
}

async function verify(
  address: string,
  from: { readonly heads?: string | undefined; readonly log?: string | undefined },
): Promise<void> {
  const path = sqlitePathOf(address);
  if (path !== undefined && !existsSync(path)) throw new KeepError(`${path} does not exist.`);
  const kept = [
    ...(from.heads !== undefined && existsSync(from.heads) ? headsIn(from.heads) : []),
    ...(from.log === undefined ? [] : headsInLog(from.log)),
  ];
  const database = await openDatabase(address);
  try {
    const { findings, whole, heads } = await verifyAll(database.read, kept);
    for (const { dialogueId, why } of findings) console.error(`${dialogueId}: ${why}`);
    console.log(`${whole} chains are whole, ${findings.length} faults.`);
    if (findings.length > 0) process.exitCode = 1;
    else if (from.heads !== undefined) writeFileSync(from.heads, JSON.stringify(heads));
    if (kept.length === 0)
      console.log(
        "Not looked for: newest events that are gone together with the index. Give heads kept elsewhere (--heads, --log) to find them.",
      );
  } finally {
    await database.close();
  }
}

function headsIn(path: string): readonly Head[] {
  return headsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** The heads among the lines of the bot's log; what is no line of it is passed over. */
function headsInLog(path: string): readonly Head[] {
  if (!existsSync(path)) throw new KeepError(`${path} does not exist.`);
  const lines = readFileSync(path, "utf8").split("\n");
  const heads = lines.filter((line) => line.includes('"chain.head"'));
  if (heads.length === 0)
    throw new KeepError(`${path} has no line "chain.head": no log of the bot.`);
  return heads.map((line) => {
    const { dialogueId, version, head } = loggedSchema.parse(
      JSON.parse(line.slice(line.indexOf("{"))),
    );
    return { dialogueId, version, hash: head };
  });
}

try {
  await main();
} catch (error) {
  const misread = (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS") === true;
  const told = misread || error instanceof KeepError || error instanceof StoreUnusable;
  if (!told) throw error;
  console.error((error as Error).message + (misread ? `\n${HELP}` : ""));
  process.exitCode = 1;
}

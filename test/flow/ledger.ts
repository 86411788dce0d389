import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";

export type KeptEvent = { readonly version: number; readonly type: string; readonly body: Kept };
type Kept = { readonly itemId?: string; readonly field?: string; readonly rowId?: string };
export type KeptMessage = {
  readonly key: string;
  readonly status: string;
  readonly repeats: number;
  readonly attempts: number;
  readonly wanted: number;
  readonly shown: number;
  readonly shown_hash: string | null;
  readonly next_at: string;
  readonly conversation_id: string | null;
  readonly activity_id: string | null;
  readonly code: string | null;
  readonly leased: number;
};

/** Reads a bot's database from outside, also while the bot runs or after it was killed. Changes nothing. */
export function ledgerOf(directory: string) {
  function all<Row>(sql: string, ...values: readonly string[]): Row[] {
    const database = new BetterSqlite3(join(directory, "dialog.db"), { readonly: true });
    try {
      return database.prepare(sql).all(...values) as Row[];
    } finally {
      database.close();
    }
  }
  return {
    /** The bot's own id of a person. */
    personId: (entraId: string): string => {
      const [row] = all<{ id: string }>("select id from person where entra_id = ?", entraId);
      if (!row) throw new Error(`The bot does not know ${entraId}.`);
      return row.id;
    },
    events: (dialogueId: string): KeptEvent[] =>
      all<{ version: number; type: string; body: string }>(
        "select version, type, body from event where dialogue_id = ? order by version",
        dialogueId,
      ).map((row) => ({ ...row, body: JSON.parse(row.body) as Kept })),
    /** The ids of what ended without arriving for certain. */
    lost: (dialogueId: string): number[] =>
      all<{ id: number }>(
        "select id from message where dialogue_id = ? and status in ('failed', 'unknown') order by id",
        dialogueId,
      ).map(({ id }) => id),
    messages: (dialogueId: string): KeptMessage[] =>
      all(
        `select key, status, repeats, attempts, wanted, shown, shown_hash, next_at, conversation_id, activity_id, code,
                lease_until is not null as leased
         from message where dialogue_id = ? order by id`,
        dialogueId,
      ),
  };
}
export type Ledger = ReturnType<typeof ledgerOf>;

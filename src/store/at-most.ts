import { sql } from "kysely";

/** For `limit`, in so many words: with a parameter there SQLite prepares the statement anew each time it is run. */
export const atMost = (count: number) => sql.lit(count);

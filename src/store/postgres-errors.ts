import { ConnectionLost } from "./connection-lost.ts";
import { StoreUnusable } from "./unusable.ts";

/** The code PostgreSQL or the system gave the error: "23505", "ECONNREFUSED". */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Another transaction was in the way; nothing was done, and the same work can be tried again as it is (reliability.md F17). */
export function isPassing(error: unknown): boolean {
  return ["40001", "40P01", "55P03"].includes(codeOf(error) ?? "");
}

const GONE = /^(?:08...|57P0[123]|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const SILENT = /Connection terminated|timeout exceeded|Query read timeout|Client has encountered/;

/** The server was not there, or the connection to it broke: what was under way is done or not, and only the database knows. */
export function isConnectionLost(error: unknown): boolean {
  if (GONE.test(codeOf(error) ?? "")) return true;
  return error instanceof Error && SILENT.test(error.message);
}

/** What PostgreSQL says, as what to do; other errors as they are. `where` names host and database, never a password. */
export function unusable(where: string, error: unknown): unknown {
  if (error instanceof StoreUnusable) return error;
  const code = codeOf(error) ?? "";
  const told = (reason: string, remedy: string) =>
    new StoreUnusable(`${where}: ${reason}${remedy}`, { cause: error, reason });
  if (isConnectionLost(error))
    return new ConnectionLost(
      `${where}: the server does not answer (${code || "no answer"}), so nothing is certain. It is tried again by itself; look at the server and the network.`,
      { cause: error, reason: "the server does not answer" },
    );
  if (code === "28P01" || code === "28000")
    return told("the server refuses the user or the password", ". Correct DATABASE_URL.");
  if (code === "3D000")
    return told("there is no such database", ". Create it, or correct DATABASE_URL.");
  if (code === "42501") return told("the user may not do this", ". Let the user own the database.");
  if (code === "53100")
    return told(
      "the server's disk is full",
      ", so nothing was saved. Make room; no restart is needed.",
    );
  if (code === "53300")
    return told(
      "the server has no room for more connections",
      ". Raise max_connections or run fewer replicas.",
    );
  if (code === "25006")
    return told(
      "the server is read-only, a standby perhaps",
      ". Point DATABASE_URL at the primary.",
    );
  return error;
}

import type { Wanted } from "../domain/messages.ts";
import type { Instant } from "../domain/time.ts";
import type { PersonId } from "../domain/value.ts";
import type { Queries } from "./schema.ts";

/** Where something was missed: a person's chat, or everything in a team's channels. */
export type Missing = { readonly person: PersonId } | { readonly teamId: string };

/** What failed with one of these codes waits to be sent again; of mornings only the newest, with all that the others told of. */
export async function offerMissed(
  queries: Queries,
  to: Missing,
  codes: readonly string[],
  at: Instant,
): Promise<void> {
  if (codes.length === 0) return;
  const failed = await queries
    .selectFrom("message")
    .select(["id", "key", "wish"])
    .where("status", "=", "failed")
    .where("code", "in", codes)
    .where("withdrawn", "=", 0)
    .orderBy("id")
    .execute();
  const rows = failed.filter(({ wish }) => isTo(to, wish));
  const mornings = rows.filter(({ key }) => key.startsWith("morning:")).map(({ id }) => id);
  const newest = mornings.pop();
  if (newest !== undefined && mornings.length > 0) {
    await queries
      .updateTable("reminder")
      .set({ message_id: newest })
      .where("message_id", "in", mornings)
      .execute();
    await queries
      .updateTable("message")
      .set({ status: "cancelled", code: "told in a newer one" })
      .where("id", "in", mornings)
      .execute();
  }
  await redrawWhereGivenUp(queries, to, codes);
  const again = rows.map(({ id }) => id).filter((id) => !mornings.includes(id));
  if (again.length === 0) return;
  await queries
    .updateTable("message")
    .set((message) => ({
      status: "pending" as const,
      attempts: 0,
      code: null,
      hold_until: "",
      next_at: at,
      fence: message("fence", "+", 1),
    }))
    .where("id", "in", again)
    .execute();
}

/** Cards that could not be edited there show what should be shown. */
async function redrawWhereGivenUp(
  queries: Queries,
  to: Missing,
  codes: readonly string[],
): Promise<void> {
  const rows = await queries
    .selectFrom("message")
    .select(["id", "wish"])
    .where("status", "=", "sent")
    .where("code", "in", codes)
    .execute();
  const ids = rows.filter(({ wish }) => isTo(to, wish)).map(({ id }) => id);
  if (ids.length === 0) return;
  await queries
    .updateTable("message")
    .set((message) => ({ wanted: message("wanted", "+", 1), code: null }))
    .where("id", "in", ids)
    .execute();
}

function isTo(missing: Missing, wish: string): boolean {
  // reconcile.ts writes it from a Wanted.
  const { to } = JSON.parse(wish) as Pick<Wanted, "to">;
  if (to.type === "person") return "person" in missing && to.person === missing.person;
  return "teamId" in missing && to.teamId === missing.teamId;
}

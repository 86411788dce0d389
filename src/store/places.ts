import type { Database, Queries } from "./schema.ts";
import type { AddressBook } from "./store.ts";

/** Teams and channels as Teams tells of them; a name that is not told stays as it was. */
export function createPlaces({
  read,
  write,
}: Database): Pick<AddressBook, "noteTeam" | "team" | "noteChannel" | "openChannels" | "channel"> {
  return {
    async noteTeam({ teamId, name, aadGroupId, serviceUrl, tenantId, installed }) {
      const told = {
        service_url: serviceUrl,
        tenant_id: tenantId,
        installed: Number(installed),
        ...(name === undefined ? {} : { name }),
        ...(aadGroupId === undefined ? {} : { aad_group_id: aadGroupId }),
      };
      await write((queries) =>
        queries
          .insertInto("team")
          .values({ id: teamId, ...told })
          .onConflict((conflicting) => conflicting.column("id").doUpdateSet(told))
          .execute(),
      );
    },
    async team(teamId) {
      const row = await read
        .selectFrom("team")
        .selectAll()
        .where("id", "=", teamId)
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        teamId,
        ...(row.name === null ? {} : { name: row.name }),
        ...(row.aad_group_id === null ? {} : { aadGroupId: row.aad_group_id }),
        serviceUrl: row.service_url,
        tenantId: row.tenant_id,
        installed: row.installed === 1,
      };
    },
    async noteChannel({ channelId, teamId, name, deleted, stopped }) {
      const told = {
        team_id: teamId,
        ...(name === undefined ? {} : { name }),
        ...(deleted === undefined ? {} : { deleted: Number(deleted) }),
        ...(stopped === undefined ? {} : { stopped }),
      };
      await write((queries) =>
        queries
          .insertInto("channel")
          .values({ id: channelId, deleted: 0, ...told })
          .onConflict((conflicting) => conflicting.column("id").doUpdateSet(told))
          .execute(),
      );
    },
    openChannels: (teamId) => write((queries) => openChannels(queries, teamId)),
    async channel(channelId) {
      const row = await read
        .selectFrom("channel")
        .selectAll()
        .where("id", "=", channelId)
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        channelId,
        teamId: row.team_id,
        ...(row.name === null ? {} : { name: row.name }),
        deleted: row.deleted === 1,
        ...(row.stopped === null ? {} : { stopped: row.stopped }),
      };
    },
  };
}

async function openChannels(queries: Queries, teamId: string): Promise<readonly string[]> {
  const stopped = await queries
    .selectFrom("channel")
    .select("stopped")
    .where("team_id", "=", teamId)
    .where("stopped", "is not", null)
    .execute();
  if (stopped.length > 0)
    await queries
      .updateTable("channel")
      .set({ stopped: null })
      .where("team_id", "=", teamId)
      .execute();
  return stopped.flatMap((row) => row.stopped ?? []);
}

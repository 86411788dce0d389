import type { Database } from "./schema.ts";
import type { AddressBook } from "./store.ts";

/** Teams and channels as Teams tells of them; a name that is not told stays as it was. */
export function createPlaces({
  read,
  write,
}: Database): Pick<AddressBook, "noteTeam" | "team" | "noteChannel" | "channel"> {
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
    async noteChannel({ channelId, teamId, name, deleted }) {
      const told = {
        team_id: teamId,
        ...(name === undefined ? {} : { name }),
        ...(deleted === undefined ? {} : { deleted: Number(deleted) }),
      };
      await write((queries) =>
        queries
          .insertInto("channel")
          .values({ id: channelId, deleted: 0, ...told })
          .onConflict((conflicting) => conflicting.column("id").doUpdateSet(told))
          .execute(),
      );
    },
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
      };
    },
  };
}

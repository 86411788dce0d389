import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const WORLD = new URL("../scripts/example/world.json", import.meta.url);
/** The organisation file of the example. */
export const ORGANISATION = fileURLToPath(
  new URL("../scripts/example/organisation.json", import.meta.url),
);

const worldSchema = z.looseObject({
  tenantId: z.string(),
  botId: z.string(),
  teams: z.tuple([
    z.looseObject({
      id: z.string(),
      members: z.array(z.string()),
      channels: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
    }),
  ]),
});
const organisationSchema = z.looseObject({
  elected: z.tuple([z.string()], z.string()),
  bodies: z.tuple([z.looseObject({ registrars: z.tuple([z.string()], z.string()) })], z.unknown()),
});

export type Granasa = ReturnType<typeof readGranasa>;

/** The municipality of the example, with the two who press in the bench: an elected official, and an employee who starts. */
export function readGranasa() {
  const world = worldSchema.parse(JSON.parse(readFileSync(WORLD, "utf8")));
  const { elected, bodies } = organisationSchema.parse(
    JSON.parse(readFileSync(ORGANISATION, "utf8")),
  );
  const [team] = world.teams;
  const channelId = team.channels.find(({ name }) => name !== null)?.id ?? team.id;
  return {
    tenantId: world.tenantId,
    botId: world.botId,
    /** As the emulator takes it, with the bot in the team already. */
    world: { ...world, botInstalledIn: [team.id] },
    members: team.members,
    official: elected[0],
    employee: bodies[0].registrars[0],
    home: { type: "channel", teamId: team.id, channelId } as const,
  };
}

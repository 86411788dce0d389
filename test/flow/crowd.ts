import { readFileSync } from "node:fs";
import { exampleWorld, type World } from "../support/bot.ts";

type Organisation = {
  readonly bodies: readonly { readonly id: string; readonly registrars: readonly string[] }[];
  readonly elected: readonly string[];
};
const ORGANISATION = new URL("../../scripts/example/organisation.json", import.meta.url);
const organisation = JSON.parse(readFileSync(ORGANISATION, "utf8")) as Organisation;

export type Crowd = {
  readonly world: World;
  readonly organisation: object;
  readonly teamId: string;
  /** Employees who may write in every dialogue the board leads. */
  readonly registrars: readonly string[];
  /** Elected officials nobody else has to do with. */
  readonly elected: readonly string[];
  /** Empty channels of the team. */
  readonly channels: readonly string[];
};

/** Granåsa with more registrars, elected officials and channels than the example has. */
export function crowdOf(most: {
  readonly registrars: number;
  readonly elected: number;
  readonly channels: number;
}): Crowd {
  const registrars = ids("0001", most.registrars);
  const elected = ids("0002", most.elected);
  const channels = ids("0003", most.channels).map((id) => `19:${id}@thread.tacv2`);
  const [team, ...teams] = exampleWorld.teams;
  if (!team) throw new Error("The example has no team.");
  const newcomers = [...registrars, ...elected];
  const world = {
    ...exampleWorld,
    people: [
      ...exampleWorld.people,
      ...newcomers.map((id) => ({ id, name: `Person ${id.slice(-3)}` })),
    ],
    teams: [
      {
        ...team,
        members: [...team.members, ...newcomers],
        channels: [
          ...team.channels,
          ...channels.map((id, index) => ({ id, name: `Fråga ${index}` })),
        ],
      },
      ...teams,
    ],
  };
  const bodies = organisation.bodies.map((body) =>
    body.id === "sbn" ? { ...body, registrars: [...body.registrars, ...registrars] } : body,
  );
  return {
    world,
    organisation: { ...organisation, bodies, elected: [...organisation.elected, ...elected] },
    teamId: team.id,
    registrars,
    elected,
    channels,
  };
}

function ids(group: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `00000000-${group}-4000-8000-${String(index + 1).padStart(12, "0")}`,
  );
}

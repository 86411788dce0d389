import type { Dialogue, Event } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Directory } from "../../src/domain/organisation.ts";
import type { RoleCommand } from "../../src/domain/role-records.ts";
import { directory, type Step } from "./given.ts";

export const give = (
  who: string,
  role: Extract<RoleCommand, { type: "GiveRole" }>["role"],
  person: string,
  reason = "",
): Step => [who, { type: "GiveRole", role, person, reason }];

export const away = (
  who: string,
  person: string,
  from = "2027-01-11",
  until = "",
): readonly [string, RoleCommand] => [who, { type: "RecordAbsence", person, from, until }];

/** The same people when somebody has left the team. */
export function without(...gone: readonly string[]): Directory {
  const people = new Map(directory.people);
  for (const person of gone) people.set(person, { teams: [], guest: false });
  return { ...directory, people };
}

/** The dialogue after the board has named another group: what is registered between the start and the matter itself. */
export function regrouped(
  state: Dialogue,
  facts: Extract<Event, { type: "DecisionRegistered" }>["facts"],
): Dialogue {
  const stamp = { at: "2027-03-01T09:00:00.000Z" };
  const decisionId = "decision-group";
  const events: readonly Event[] = [
    { type: "DecisionRegistered", decisionId, matter: "group", facts, by: "reg", ...stamp },
    { type: "DecisionConfirmed", decisionId, warnings: [], by: "a", ...stamp },
  ];
  return events.reduce<Dialogue>((before, event) => evolve(before, event) as Dialogue, state);
}

import type { Dialogue } from "./dialogue.ts";
import type { Directory } from "./organisation.ts";
import { isExample, rolesOf } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import { coordinators } from "./task-rights.ts";
import type { PersonId } from "./value.ts";

/** Who looks after what the bot sends: those who coordinate, and administrators, who see how many and not what. */
export function oversees(
  state: Dialogue,
  person: PersonId,
  directory: Directory,
): "all" | "counts" | undefined {
  if (isExample(state)) return undefined;
  const held = rolesOf(state, person, directory);
  if (coordinators(state).some((role) => held.has(role))) return "all";
  return held.has("admin") ? "counts" : undefined;
}

/** Refuses whoever does not look after what is sent. */
export function refuseUnlessOversees(
  state: Dialogue,
  person: PersonId,
  directory: Directory,
): "all" | "counts" {
  const may = oversees(state, person, directory);
  if (may === undefined) throw new Rejection({ code: "E-FORBIDDEN", who: coordinators(state) });
  return may;
}

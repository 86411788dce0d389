import type { Dialogue, Home } from "./dialogue.ts";
import { lessonsOf, standing } from "./lesson.ts";
import type { Directory } from "./organisation.ts";
import { isExample, holdersOf, ROLES } from "./permissions.ts";
import { openTasks } from "./task.ts";
import { ownersOf } from "./task-rights.ts";
import type { PersonId } from "./value.ts";

/** What is known of a dialogue without folding it. Rebuilt from its events at any time. */
export type DialogueIndex = {
  readonly home: Home;
  readonly status: string;
  readonly example: boolean;
  /** Everybody who has a part in it; in an example its owner. */
  readonly people: readonly PersonId[];
  /** How many of its own lessons hold; none of an example's. */
  readonly lessons?: number;
};

/** Administrators look after the organisation's data and have no part in a dialogue. */
const PARTS = ROLES.filter((role) => role !== "admin");

export function indexOf(state: Dialogue, directory: Directory): DialogueIndex {
  const example = isExample(state);
  const people =
    state.home.type === "personal"
      ? [state.home.person]
      : [
          ...new Set([
            ...PARTS.flatMap((role) => holdersOf(state, role, directory)),
            ...openTasks(state).flatMap(({ owner }) => ownersOf(state, owner, directory)),
          ]),
        ];
  const lessons = example ? 0 : standing(lessonsOf(state)).length;
  return { home: state.home, status: state.status, example, people, lessons };
}

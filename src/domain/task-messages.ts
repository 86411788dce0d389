import type { Dialogue } from "./dialogue.ts";
import type { Wanted } from "./messages.ts";
import type { Directory } from "./organisation.ts";
import { openTasks } from "./task.ts";
import { isWorkedOn, ownersOf } from "./task-rights.ts";

/**
 * A card in the own chat for everybody whose task it is, of a role's task everybody who holds it (decisions.md §9.3). Each
 * time it is handed over or reopened it is asked anew. What is settled, or has gone to somebody else, is drawn once more
 * as a receipt.
 */
export function taskRequests(state: Dialogue, directory: Directory): readonly Wanted[] {
  if (!isWorkedOn(state)) return [];
  return openTasks(state).flatMap(({ id: taskId, owner, round }) =>
    ownersOf(state, owner, directory).map(
      (person): Wanted => ({
        key: `task:${taskId}:${round}:${person}`,
        about: { kind: "task", taskId, round },
        to: { type: "person", person },
        delivery: "repeat",
      }),
    ),
  );
}

import type { Dialogue } from "../domain/dialogue.ts";
import type { Directory } from "../domain/organisation.ts";
import type { PersonId } from "../domain/value.ts";
import type { BotOptions } from "./bot-options.ts";

/**
 * Tells the dialogues of a team whose roster has changed who has left and who is back. Access follows the roster at once
 * by itself; this is what makes it known: the civil servant is told, and the cards say so (decisions.md §1.5).
 */
export async function notePresence(
  teamId: string,
  { store, handle }: Pick<BotOptions, "store" | "handle">,
): Promise<void> {
  for (const { dialogueId, home } of await store.dialogues.list("all")) {
    if (home.type !== "channel" || home.teamId !== teamId) continue;
    const state = await handle.load(dialogueId);
    if (state.status === "none") continue;
    const changed = changedIn(state, teamId, await store.addressBook.directory());
    const commands = changed.map((person) => ({ type: "NotePresence", person }) as const);
    if (commands.length > 0) await handle.order({ dialogueId, commands, actor: "system" });
  }
}

/** Those with a part whose presence is not what the dialogue knows. */
function changedIn(
  { roles, starter, initiator }: Dialogue,
  teamId: string,
  { people }: Directory,
): readonly PersonId[] {
  const running = roles.tenures.filter(({ until }) => until === undefined);
  const parts = new Set([...running.map(({ person }) => person), starter, initiator]);
  for (const person of Object.keys(roles.left)) parts.add(person);
  return [...parts].filter((person) => {
    const here = people.get(person)?.teams.includes(teamId) === true;
    return here === (roles.left[person] !== undefined);
  });
}

import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import type { Stand } from "./stage-stand.ts";
import type { Who } from "./stage-people.ts";

/** Steps with anything written in them so far. */
const WRITTEN = builtInTemplate.steps.filter(({ order }) => order <= 4);

/** Opens every page there is to read: by somebody with a role who may write little, and by somebody without one. */
export async function readEverything(stand: Stand, dialogueId: string): Promise<void> {
  const readers: readonly Who[] = ["head", "english"];
  for (const who of readers) {
    for (const { id: stepId, items } of WRITTEN) {
      await stand.open(who, { verb: "openStep", dialogueId, stepId });
      for (const { id: itemId } of items)
        await stand.open(who, { verb: "openItem", dialogueId, itemId });
    }
    await stand.open(who, { verb: "openTriage", dialogueId });
    await stand.open(who, { verb: "openRegister", dialogueId });
    await stand.open(who, { verb: "openDialogue", dialogueId });
    await stand.open(who, { verb: "openTasks" });
    await stand.open(who, { verb: "openDialogues" });
  }
}

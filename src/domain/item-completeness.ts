import { missingMessages } from "./communication-plan.ts";
import type { Dialogue } from "./dialogue.ts";
import { isBlank, rowsOf } from "./fields.ts";
import { targetGroups } from "./target-groups.ts";
import type { Item } from "./template.ts";

/** Maps that say something for every one of their keys before the item is done, with the keys they must have. */
const WHOLE_MAPS: { readonly [itemId: string]: readonly string[] } = {
  "plan.documentation": ["docMethod", "noteTaker"],
  "compile.heard": ["coverage"],
  "feedback.reach": ["reach"],
};

/** Whether the item lacks something no single field can tell: a compulsory message, an occasion or a group left out of a map. */
export function isIncomplete(state: Dialogue, item: Item): boolean {
  if (item.id === "plan.communication") return missingMessages(state).length > 0;
  if (item.id === "eval.meeting") return lacksConclusions(state);
  return missingKeys(state, item.id).length > 0;
}

/** A group that reflected together has its agreed conclusions alone: without them nothing was evaluated (evaluation.md §5.8). */
function lacksConclusions({ items }: Dialogue): boolean {
  const isJoint = items["eval.internal"]?.values.mode === "joint_reflection";
  return isJoint && rowsOf(items["eval.meeting"]?.values.conclusions).length === 0;
}

/** The occasions or groups that one of the item's maps says nothing about, by id (process.md §4.4, §4.7, §4.9). */
export function missingKeys(state: Dialogue, itemId: string): readonly string[] {
  const keys = keysOf(state, itemId);
  const missing = (WHOLE_MAPS[itemId] ?? []).flatMap((field) => {
    const rows = rowsOf(state.items[itemId]?.values[field]);
    return keys.filter(
      (key) => !rows.some(({ id, values }) => id === key && !isBlank(values.value)),
    );
  });
  return [...new Set(missing)];
}

function keysOf(state: Dialogue, itemId: string): readonly string[] {
  if (itemId === "plan.documentation")
    return Object.values(state.occasions)
      .filter(({ status }) => status === "planned")
      .map(({ id }) => id);
  const groups = targetGroups(state);
  // Whether they were reached is checked for those it was all about.
  const chosen =
    itemId === "feedback.reach" ? groups.filter(({ priority }) => priority === "A") : groups;
  return chosen.map(({ id }) => id);
}

import { whyClosed } from "../../domain/item-guard.ts";
import { mayWriteItem } from "../../domain/permissions.ts";
import type { Problem } from "../../domain/rejection.ts";
import type { Item, Step } from "../../domain/template.ts";
import type { View } from "../view.ts";

/** Why the viewer cannot write the item now; undefined when they can. That it is locked comes first: then nobody can. */
export function whyNotWrite(view: View, item: Item, step: Step): Problem | undefined {
  return allWhyNotWrite(view, item, step)[0];
}

/** The same with everything that is in the way (decisions.md §8.3). */
export function allWhyNotWrite(view: View, item: Item, step: Step): readonly Problem[] {
  const { state, viewer = "", directory, template } = view;
  const closed = whyClosed(state, item, step, { template, actor: viewer, directory });
  const mayWrite = mayWriteItem(state, item, step, viewer, directory);
  return closed[0]?.code === "E-LOCKED-RECORD" || mayWrite ? closed : [{ code: "E-FORBIDDEN" }];
}

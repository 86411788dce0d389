import { whyClosed } from "../../domain/item-guard.ts";
import { mayWriteItem } from "../../domain/permissions.ts";
import type { Problem } from "../../domain/rejection.ts";
import type { Item, Step } from "../../domain/template.ts";
import type { View } from "../view.ts";

/** Why the viewer cannot write the item now; undefined when they can. That it is locked comes first: then nobody can. */
export function whyNotWrite(view: View, item: Item, step: Step): Problem | undefined {
  const { state, viewer = "", directory, template } = view;
  const [closed] = whyClosed(state, item, step, { template, actor: viewer, directory });
  if (closed?.code === "E-LOCKED-RECORD" || mayWriteItem(state, item, step, viewer, directory))
    return closed;
  return { code: "E-FORBIDDEN" };
}

import type { Action } from "../cards/actions.ts";
import type { View } from "../cards/view.ts";
import { Rejection } from "../domain/rejection.ts";
import type { BotOptions } from "./bot-options.ts";
import { refuseUnlessMayOpen } from "./may-open.ts";
import type { Writer } from "./pressed.ts";
import { viewOf } from "./views.ts";

/** The dialogue an action is about, as who pressed may see it. Throws Rejection when there is none, or none for them: both answer alike. */
export async function openView(
  action: Extract<Action, { readonly dialogueId: string }>,
  writer: Writer,
  options: Pick<BotOptions, "handle" | "see" | "store">,
): Promise<View> {
  const view = await viewOf(action.dialogueId, writer, options);
  if (!view) throw new Rejection({ code: "E-FORBIDDEN" });
  refuseUnlessMayOpen(view, action, writer.presser.person);
  return view;
}

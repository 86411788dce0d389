import type { ActionOf } from "../cards/actions.ts";
import { timelineCard } from "../cards/timeline.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { openView } from "./open-view.ts";
import { page } from "./pages.ts";
import type { Press } from "./pressed.ts";

/** Who did what when, of a dialogue or of one of its items, as the presser may read it. Throws Rejection for what is not for them. */
export async function timelinePage(
  press: Press,
  action: ActionOf<"openTimeline">,
  options: BotOptions,
): Promise<Reply> {
  const { dialogueId, itemId, page: number } = action;
  const view = await openView(action, press, options);
  const card = timelineCard(view, await options.handle.history(dialogueId), {
    ...(itemId === undefined ? {} : { itemId }),
    ...(number === undefined ? {} : { page: number }),
    place: press.inDialog ? "dialog" : "message",
  });
  return page(view.language, card);
}

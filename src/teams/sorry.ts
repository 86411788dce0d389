import { errorCard } from "../cards/notices.ts";
import { languageOf } from "../outbox/see.ts";
import { DeliveryError } from "../outbox/delivery.ts";
import type { InboundActivity } from "./activity-shape.ts";
import { type Answer, answered } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { page } from "./pages.ts";
import { tell } from "./tell.ts";

/** Something of ours went wrong: the person gets a card with the reference that the log line has (house rule 15). Events have nobody to tell. */
export async function sorry(
  activity: InboundActivity,
  reference: string,
  options: BotOptions,
): Promise<Answer | undefined> {
  if (activity.type !== "invoke" && activity.type !== "message") return undefined;
  const language = languageOf(activity.locale);
  const reply = page(language, errorCard(language, reference));
  if (activity.type === "invoke") return answered(activity.name, reply);
  try {
    await tell(reply, activity, options);
  } catch (error) {
    // The card could not be sent either; the log line above has the reference all the same.
    if (!(error instanceof DeliveryError)) throw error;
    options.log.warn("bot.sorry-not-sent", { reference, code: error.code });
  }
  return undefined;
}

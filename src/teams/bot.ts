import { DeliveryError } from "../outbox/delivery.ts";
import type { InboundActivity } from "./activity-shape.ts";
import type { Answer } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { onConversationUpdate, onInstallation } from "./installs.ts";
import { onMessage } from "./messages.ts";
import { onceAMinute } from "./people.ts";
import { onInvoke } from "./press.ts";
import type { TeamsApp } from "./sdk.ts";
import { sorry } from "./sorry.ts";

/** Registers the bot's one route: what the front door let in is answered here, whatever goes wrong (house rules 1, 15). */
export function registerBot(
  teams: TeamsApp,
  options: Omit<BotOptions, "connector" | "addressBook" | "outbox" | "mayReadAgain">,
): void {
  const { addressBook, outbox } = options.store;
  const mayReadAgain = onceAMinute(options.clock.real);
  const { connector } = teams;
  const all: BotOptions = { ...options, addressBook, outbox, connector, mayReadAgain };
  teams.app.on("activity", async ({ activity }) => {
    // Typed by the SDK; what arrives is what our own strict shape let through, and an answer is what Teams documents.
    const inbound = activity as unknown as InboundActivity;
    options.step?.("activity.in");
    try {
      const answer = await answerTo(inbound, all);
      options.step?.("answer.drawn");
      return answer as never;
    } catch (error) {
      const reference = teams.reference() ?? "";
      // What was asked for can be asked for again; an apology would have no more room than the answer.
      if (error instanceof DeliveryError && error.fault === "throttled") {
        all.log.warn("bot.no-room", { reference, activityType: inbound.type, code: error.code });
        return undefined as never;
      }
      all.log.error("bot.failed", { reference, activityType: inbound.type, error });
      return (await sorry(inbound, reference, all)) as never;
    }
  });
}

async function answerTo(
  activity: InboundActivity,
  options: BotOptions,
): Promise<Answer | undefined> {
  switch (activity.type) {
    case "conversationUpdate":
      await onConversationUpdate(activity, options);
      return undefined;
    case "installationUpdate":
      await onInstallation(activity, options);
      return undefined;
    case "message":
      await onMessage(activity, options);
      return undefined;
    case "invoke":
      return onInvoke(activity, options);
  }
}

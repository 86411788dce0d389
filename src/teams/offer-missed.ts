import type { BotOptions } from "./bot-options.ts";

/** What was missed where nothing could arrive, for these reasons, goes out now that it can: a person's mornings as one (reliability.md F51). */
export async function offerMissed(
  to: Parameters<BotOptions["outbox"]["offerMissed"]>[0],
  codes: readonly string[],
  { outbox, clock, saved }: Pick<BotOptions, "outbox" | "clock" | "saved">,
): Promise<void> {
  await outbox.offerMissed(to, codes, await clock.now());
  saved();
}

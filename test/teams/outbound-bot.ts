import { afterAll, afterEach, beforeAll } from "vitest";
import type { Place } from "../../src/teams/outbound.ts";
import { anna, channelId, openRecordingBot, tenantId } from "./recording-bot.ts";

export const card = (text: string) => ({
  card: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] },
  summary: `Nytt: ${text}`,
});

/** A bot for the tests of one file, with a short time-out, and what they ask of it. Faults are cleared after each. */
export function useOutboundBot() {
  let bot: Awaited<ReturnType<typeof openRecordingBot>>;
  beforeAll(async () => {
    bot = await openRecordingBot({ limits: { outboundTimeoutMs: 1_500 } });
  });
  afterAll(() => bot.close());
  afterEach(() => bot.emulator.clearFaults());

  const serviceUrl = () => `${bot.emulator.url}/`;

  /** The 29: id of a person, as an activity tells it. */
  async function userIdOf(person: string): Promise<string> {
    const act = { person, kind: "message", conversation: "personal", text: "hej" } as const;
    const { activity } = await bot.emulator.activity(act);
    return (activity["from"] as { id: string }).id;
  }

  return {
    emulator: () => bot.emulator,
    connector: () => bot.teams.connector,
    app: () => bot.teams.app,
    logged: () => bot.logged(),
    at: (conversationId: string): Place => ({ serviceUrl: serviceUrl(), conversationId }),
    channel: (): Place => ({ serviceUrl: serviceUrl(), conversationId: channelId }),
    userIdOf,
    async personal(person = anna): Promise<Place> {
      const userId = await userIdOf(person);
      const opened = await bot.teams.connector.createPersonalConversation(
        userId,
        tenantId,
        serviceUrl(),
      );
      return { serviceUrl: serviceUrl(), conversationId: opened.conversationId };
    },
    /** What the emulated cloud was asked while something ran. */
    async receivedWhile(run: () => Promise<unknown>) {
      const before = (await bot.emulator.received()).at(-1)?.seq ?? 0;
      await run();
      return bot.emulator.received(before);
    },
  };
}

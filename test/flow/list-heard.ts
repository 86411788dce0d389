import { exampleWorld } from "../support/bot.ts";
import type { CardNode } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";
import type { Story } from "./story.ts";

/** A message in somebody's own chat as the emulator received it, whatever has become of its card since. */
export type Post = {
  /** What the bot's clock showed in UTC, to the minute: 2027-02-02T07:30Z. */
  readonly at: string;
  readonly person: string;
  readonly id: string;
  readonly lines: readonly string[];
};

type Body = { readonly attachments?: readonly { readonly content?: CardNode }[] };

/** Takes down what comes; the emulator keeps what it received for a while only. */
export function heardBy({ town: { emulator } }: Pick<Story, "town">) {
  const bodies = new Map<string, (readonly string[])[]>();
  let since = 0;

  async function listen(): Promise<void> {
    for (const call of await emulator.received(since)) {
      since = call.seq;
      const { method, path, applied, conversationId = "", body } = call;
      if (method !== "POST" || !applied || !path.includes("/activities")) continue;
      const [first] = (body as Body).attachments ?? [];
      const lines = first?.content ? readOn(first.content).split("\n") : [];
      bodies.set(conversationId, [...(bodies.get(conversationId) ?? []), lines]);
    }
  }

  /** Everything that came into people's own chats, in the order it came to each. */
  async function all(): Promise<readonly Post[]> {
    await listen();
    const posts: Post[] = [];
    for (const { id: chat, kind, personId } of await emulator.conversations()) {
      if (kind !== "personal") continue;
      const person = exampleWorld.people.find(({ id }) => id === personId)?.name ?? "";
      const received = bodies.get(chat) ?? [];
      const messages = (await emulator.messages(chat)).filter(({ from }) => from === "bot");
      if (messages.length !== received.length)
        throw new Error(
          `${person} has ${messages.length} messages of ${received.length} received.`,
        );
      for (const [index, { id, clock = "" }] of messages.entries())
        posts.push({ at: `${clock.slice(0, 16)}Z`, person, id, lines: received[index] ?? [] });
    }
    return posts;
  }

  return { listen, all };
}

import type { Wanted } from "../../src/domain/messages.ts";
import type { Message, Store } from "../../src/store/store.ts";
import { ROOT, at, change, recorded, times } from "./given.ts";

export const LEASE_MS = 30_000;
export const GAP_MS = 2_000;

/** A dialogue, d1 unless named, whose messages are posted and edited by hand; milliseconds count from the moment tests stand at. */
export function livingDialogue(store: Store, dialogueId = "d1") {
  let version = 0;

  /** One more event, after which the dialogue wants these messages. */
  async function want(...messages: Wanted[]): Promise<void> {
    const events = version === 0 ? change(dialogueId).events : [recorded(`${version}`)];
    await store.dialogues.save(change(dialogueId, { version, events, messages }));
    version += 1;
  }
  const claim = (ms = 0) => store.outbox.claimPosts("one", times(ms), LEASE_MS, 10);
  const edits = (ms = 0, owner = "one") =>
    store.outbox.claimEdits(owner, times(ms), LEASE_MS, GAP_MS, 10);
  const shown = async () =>
    (await store.outbox.peek(dialogueId)).map(({ key, status, withdrawn }) => [
      key,
      status,
      withdrawn,
    ]);

  /** Posts everything that can be posted, roots first. */
  async function postAll(): Promise<void> {
    for (let posted = await claim(); posted.length > 0; posted = await claim())
      for (const message of posted)
        await store.outbox.markSent(
          message,
          message.key === "overview" ? ROOT : at(message.key),
          "first",
          times(),
        );
  }

  async function editOne(ms: number): Promise<Message> {
    const [message, ...more] = await edits(ms);
    if (!message || more.length > 0) throw new Error(`Claimed ${more.length + 1} or no edits.`);
    return message;
  }
  return { want, claim, edits, shown, postAll, editOne };
}

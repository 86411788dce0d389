import { beforeEach, describe, expect, test } from "vitest";
import { reply, request, root, type Sender, useSenders } from "./sender.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const senders = useSenders();
const CHANNEL_POST = { method: "POST", pathIncludes: "/v3/conversations" };
const CHAT_POST = { method: "POST", pathIncludes: "/activities" };

let sender: Sender;
beforeEach(async () => {
  sender = await senders.open();
});
const statusOf = async (key: string) => (await sender.message(key)).status;

describe("F34: a post that Teams has no room for", () => {
  test("waits as long as it is told in real time, loses no try, and comes once", async () => {
    await sender.want(root);
    await sender.fault(CHANNEL_POST, { status: 429, retryAfter: 7 });
    expect(await sender.round()).toMatchObject({ sent: 0, failed: 1 });
    expect(await sender.message("overview")).toMatchObject({ status: "pending", attempts: 0 });
    // The clock of the rules has nothing to do with it.
    sender.clock.now += 60 * MINUTE;
    sender.clock.real += 7 * SECOND - 1;
    expect(await sender.round()).toMatchObject({ sent: 0, failed: 0 });
    sender.clock.real += 1;
    expect(await sender.round()).toMatchObject({ sent: 1 });
    expect(await sender.calls("POST", "overview")).toMatchObject({ taken: 1 });
    expect(await sender.message("overview")).toMatchObject({ status: "sent", attempts: 1 });
  });

  test("and may come again while a round is looking is not forgotten: there is more to do at once", async () => {
    await sender.want(root);
    await sender.fault(CHANNEL_POST, { status: 429, retryAfter: 7 });
    await sender.round();
    sender.clock.real += 7 * SECOND - 1;
    let looks = 0;
    const looked = () => {
      looks += 1;
      // Once for the way and once for the claim.
      if (looks === 2) sender.clock.real += 1;
    };
    expect(await sender.round({ looked })).toMatchObject({ sent: 0, failed: 0, heldForMs: 1 });
  });

  test("keeps no other place waiting", async () => {
    const first = request(sender.people.anna);
    await sender.want(first);
    await sender.round();
    await sender.fault(CHAT_POST, { status: 429, retryAfter: 3_600 });
    const second = { ...first, key: "second" };
    await sender.want(first, second, root, request(sender.people.bertil));
    await sender.round();
    expect(await statusOf("second")).toBe("pending");
    expect(await statusOf("overview")).toBe("sent");
    expect(await statusOf(request(sender.people.bertil).key)).toBe("sent");
  });

  test("drains when there is room again, none lost and none twice", async () => {
    const { anna, bertil } = sender.people;
    const wanted = ["a", "b", "c"].flatMap((key) => [
      { ...request(anna), key: `anna.${key}` },
      { ...request(bertil), key: `bertil.${key}` },
    ]);
    await sender.want(...wanted);
    await sender.fault({ method: "POST" }, { status: 429, retryAfter: 5 }, 10);
    for (let count = 0; count < 20; count++) {
      await sender.round();
      sender.wait(5 * SECOND);
    }
    for (const { key } of wanted) {
      expect([key, await statusOf(key)]).toEqual([key, "sent"]);
      expect(await sender.calls("POST", key)).toMatchObject({ taken: 1 });
    }
  });
});

describe("F37, F38: a post whose answer was lost", () => {
  const lost = [
    ["500, and it had come", { status: 500, deliver: true }, 1],
    ["503, and it had not come", { status: 503 }, 0],
    ["nothing at all", { silent: true }, 0],
  ] as const;

  test.each(lost)(
    "in a channel (%s) is unknown and never posted again",
    async (_, answer, came) => {
      await sender.want(root, reply);
      await sender.fault(CHANNEL_POST, answer);
      await sender.round();
      expect(await sender.message("overview")).toMatchObject({ status: "unknown" });
      for (const ms of [30 * SECOND, 10 * MINUTE, 600 * MINUTE]) {
        sender.wait(ms);
        await sender.round();
      }
      expect((await sender.calls("POST", "overview")).taken).toBe(came);
      // A reply has no thread to go to until somebody has the root posted anew.
      expect(await statusOf("step")).toBe("pending");
      expect(sender.logged()).toContain('"what":"outbox.failed"');
    },
  );

  test.each(lost)(
    "to one person (%s) is posted once more, ten minutes later by the clock of the rules",
    async (_, answer, came) => {
      const key = request(sender.people.anna).key;
      await sender.want(request(sender.people.anna));
      await sender.fault(CHAT_POST, answer);
      await sender.round();
      expect(await sender.message(key)).toMatchObject({ status: "pending", attempts: 1 });
      sender.clock.real += 600 * MINUTE;
      sender.clock.now += 10 * MINUTE - 1;
      expect(await sender.round()).toMatchObject({ sent: 0, failed: 0 });
      sender.clock.now += 1;
      expect(await sender.round()).toMatchObject({ sent: 1 });
      expect((await sender.calls("POST", key)).taken).toBe(came + 1);
      expect(await statusOf(key)).toBe("sent");
    },
  );

  test("twice is unknown: nobody gets a request three times", async () => {
    const key = request(sender.people.anna).key;
    await sender.want(request(sender.people.anna));
    await sender.fault(CHAT_POST, { status: 500, deliver: true }, 2);
    for (const ms of [0, 10 * MINUTE, 10 * MINUTE, 600 * MINUTE]) {
      sender.wait(ms);
      await sender.round();
    }
    expect(await statusOf(key)).toBe("unknown");
    expect((await sender.calls("POST", key)).taken).toBe(2);
  });

  test("after tries that surely did not come has still its one repeat", async () => {
    const key = request(sender.people.anna).key;
    await sender.want(request(sender.people.anna));
    await sender.fault(CHAT_POST, { status: 412 }, 3);
    await sender.fault(CHAT_POST, { status: 502, deliver: true });
    for (let count = 0; count < 4; count++) {
      await sender.round();
      sender.wait(MINUTE);
    }
    expect(await sender.message(key)).toMatchObject({ status: "pending", attempts: 4 });
    sender.wait(10 * MINUTE);
    await sender.round();
    expect(await statusOf(key)).toBe("sent");
  });

  test("while the chat was being made has shown nothing yet, and is simply made again", async () => {
    const key = request(sender.people.bertil).key;
    await sender.want(request(sender.people.bertil));
    await sender.fault(CHANNEL_POST, { status: 504, deliver: true });
    await sender.round();
    expect(await statusOf(key)).toBe("pending");
    sender.wait(MINUTE);
    await sender.round();
    expect(await statusOf(key)).toBe("sent");
    expect((await sender.calls("POST", key)).taken).toBe(1);
  });
});

describe("a post that is refused", () => {
  test("F36: for others working at the same thing is tried ten times and comes once, later and later by the clock of the rules", async () => {
    await sender.want(root);
    await sender.fault(CHANNEL_POST, { status: 412 }, 10);
    const waits: number[] = [];
    for (;;) {
      await sender.round();
      const due = await sender.store.outbox.nextDue();
      if (due === undefined) break;
      waits.push(Date.parse(due) - sender.clock.now);
      sender.clock.now = Date.parse(due) - 1;
      expect(await sender.round()).toMatchObject({ sent: 0, failed: 0 });
      sender.clock.now += 1;
    }
    expect(await sender.calls("POST", "overview")).toMatchObject({ taken: 1 });
    expect(await statusOf("overview")).toBe("sent");
    expect(waits).toHaveLength(10);
    for (const [tries, waitMs] of waits.entries()) {
      const least = Math.min(15 * MINUTE, 4 * SECOND * 2 ** tries);
      expect([tries, waitMs >= 0.75 * least && waitMs <= 1.25 * least]).toEqual([tries, true]);
    }
  });

  test("again and again ends as failed", async () => {
    await sender.want(root);
    await sender.fault(CHANNEL_POST, { status: 412 }, 100);
    for (let count = 0; count < 20; count++) {
      await sender.round();
      sender.wait(20 * MINUTE);
    }
    expect(await sender.message("overview")).toMatchObject({ status: "failed", attempts: 12 });
    expect(await sender.requests()).toBe(12);
  });

  test.each([
    [403, "BotNotInConversationRoster"],
    [403, undefined],
    [400, "BadSyntax"],
  ])("with %i %s is failed at once and not tried again", async (status, code) => {
    await sender.want(root);
    await sender.fault(CHANNEL_POST, { status, body: { error: { code } } });
    await sender.round();
    sender.wait(600 * MINUTE);
    await sender.round();
    expect(await statusOf("overview")).toBe("failed");
    expect(await sender.requests()).toBe(1);
    // Our own fault: somebody has to look, by the card's hash.
    const alarm = /"error","what":"outbox.bad-request".*"head":"[\w-]{43}"/u;
    expect(alarm.test(sender.logged())).toBe(code === "BadSyntax");
  });

  test("because the person has blocked the bot is failed, and the person is not tried again until they can be reached", async () => {
    const { anna } = sender.people;
    const reached = async () => (await sender.store.addressBook.person(anna))?.unreachable;
    await sender.want(request(anna));
    await sender.fault(CHAT_POST, {
      status: 403,
      body: { error: { code: "ConversationBlockedByUser" } },
    });
    await sender.round();
    expect(await statusOf(request(anna).key)).toBe("failed");
    expect(await reached()).toBe("ConversationBlockedByUser");
    const asked = await sender.requests();
    await sender.want({ ...request(anna), key: "another" });
    await sender.round();
    expect(await statusOf("another")).toBe("failed");
    expect(await sender.requests()).toBe(asked);
    // As when they have written to the bot.
    await sender.store.addressBook.notePerson(anna, { unreachable: null });
    await sender.want({ ...request(anna), key: "a third" });
    await sender.round();
    expect(await statusOf("a third")).toBe("sent");
  });

  test("because the thread's root is gone is failed", async () => {
    await sender.want(root);
    await sender.round();
    await sender.want(root, reply);
    await sender.fault(CHAT_POST, {
      status: 404,
      body: { error: { code: "ConversationNotFound" } },
    });
    await sender.round();
    expect(await statusOf("step")).toBe("failed");
  });

  test("F43: because our own token is not taken waits a minute in real time, and loses no try", async () => {
    await sender.want(root);
    // Each request is tried once more with a new token.
    await sender.fault(CHANNEL_POST, { status: 401 }, 4);
    await sender.round();
    sender.wait(59 * SECOND);
    expect(await sender.round()).toMatchObject({ sent: 0, failed: 0 });
    sender.wait(SECOND);
    await sender.round();
    expect(await sender.message("overview")).toMatchObject({ status: "pending", attempts: 0 });
    sender.wait(MINUTE);
    await sender.round();
    expect(await sender.message("overview")).toMatchObject({ status: "sent", attempts: 1 });
  });
});

describe("a post", () => {
  test("F39: that Teams has taken without saying its id is sent, and its replies go where it went", async () => {
    await sender.want(root, reply);
    await sender.fault(CHANNEL_POST, { status: 201, body: {}, deliver: true });
    await sender.round();
    expect((await sender.message("overview")).sent).not.toHaveProperty("activityId");
    await sender.round();
    expect(await statusOf("step")).toBe("sent");
    await sender.want(root, reply);
    sender.words.text = "sedan";
    sender.wait(MINUTE);
    await sender.round();
    // Nobody knows what to edit.
    expect((await sender.calls("PUT", "overview")).taken).toBe(0);
  });

  test("that cannot be drawn keeps no other back, is told in the log, and comes when it can", async () => {
    const { key } = request(sender.people.anna);
    await sender.want(root, request(sender.people.anna));
    sender.words.broken = "overview";
    await sender.round();
    expect([await statusOf("overview"), await statusOf(key)]).toEqual(["pending", "sent"]);
    expect(sender.logged()).toContain('"what":"outbox.undrawn"');
    sender.words.broken = "";
    sender.wait(MINUTE);
    await sender.round();
    expect(await statusOf("overview")).toBe("sent");
  });

  test("that was claimed when the bot is asked to stop goes back as it was", async () => {
    await sender.want(root);
    await sender.round({ stopping: () => true });
    expect(await sender.message("overview")).toMatchObject({ status: "pending", attempts: 0 });
    expect(await sender.requests()).toBe(0);
    await sender.round();
    expect(await statusOf("overview")).toBe("sent");
  });
});

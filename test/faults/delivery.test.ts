import { beforeEach, describe, expect, test } from "vitest";
import { anna as annaEntra, channelId, teamId, tenantId } from "../teams/recording-bot.ts";
import { reply, request, root, type Sender, useSenders } from "../outbox/sender.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const senders = useSenders();
const CHANNEL_POST = { method: "POST", pathIncludes: "/v3/conversations" };
const CHAT_POST = { method: "POST", pathIncludes: "/activities" };

let sender: Sender;
beforeEach(async () => {
  sender = await senders.open();
});
const statusOf = async (key: string) => (await sender.message(key)).status;
const refusal = (status: number, code: string | undefined) => ({
  status,
  body: { error: code === undefined ? {} : { code } },
});

describe("when Teams has no room", () => {
  test("F35: for anybody for an hour, all of it goes out afterwards, in the order it was due, none lost and none twice", async () => {
    const { anna, bertil } = sender.people;
    const due = (minutes: number) => new Date(sender.clock.now + minutes * MINUTE).toISOString();
    const wanted = [40, 10, 30, 20].flatMap((minutes) =>
      [anna, bertil].map((person, index) => ({
        ...request(person),
        key: `${index}.${minutes}`,
        dueAt: due(minutes),
      })),
    );
    await sender.want(...wanted);
    await sender.fault({ method: "POST" }, { status: 429, retryAfter: 300 }, 1_000);
    for (let minutes = 0; minutes <= 60; minutes += 5) {
      expect(await sender.round()).toMatchObject({ sent: 0 });
      sender.wait(5 * MINUTE);
    }
    await senders.clear();
    for (let count = 0; count < 10; count++) await sender.round();
    for (const { key } of wanted)
      expect(await sender.message(key)).toMatchObject({ status: "sent", attempts: 1 });
    for (const place of ["0", "1"]) {
      const came = (await sender.taken()).filter((key) => key.startsWith(`${place}.`));
      expect(came).toEqual(["10", "20", "30", "40"].map((minutes) => `${place}.${minutes}`));
    }
  });
});

describe("when nobody knows whether it came", () => {
  test.each([500, 502, 503, 504, 408])(
    "F37: after %i, though it came, a card in the channel is unknown and a request is posted once more at most",
    async (status) => {
      const key = request(sender.people.anna).key;
      await sender.want(root, request(sender.people.anna));
      await sender.fault(CHAT_POST, { status, deliver: true }, 2);
      await sender.round();
      expect(await statusOf(key)).toBe("pending");
      await senders.clear();
      sender.wait(10 * MINUTE);
      await sender.fault(CHAT_POST, { status, deliver: true });
      await sender.round();
      sender.wait(10 * HOUR);
      await sender.round();
      expect([await statusOf(key), (await sender.calls("POST", key)).taken]).toEqual([
        "unknown",
        2,
      ]);
    },
  );
});

describe("F40: a refusal for good", () => {
  const CODES = [
    "BotDisabledByAdmin",
    "BotNotInConversationRoster",
    "ConversationBlockedByUser",
    "MessageWritesBlocked",
    "ForbiddenOperationException",
    "InvalidBotApiHost",
    "NotEnoughPermissions",
    "NobodyKnowsThisOne",
    undefined,
  ];

  test.each(CODES)(
    "of a chat with %s is listed, and nothing more is asked of that person while others go on",
    async (code) => {
      const { anna, bertil } = sender.people;
      await sender.want(request(anna));
      await sender.round();
      await sender.fault(CHAT_POST, refusal(403, code));
      await sender.want(request(anna), { ...request(anna), key: "second" });
      await sender.round();
      const listed = await sender.store.outbox.undelivered("d1");
      expect(listed).toMatchObject([{ status: "failed", code: code ?? "Http403" }]);
      const asked = await sender.requests();
      const more = [{ ...request(anna), key: "third" }, request(bertil)];
      await sender.want(request(anna), { ...request(anna), key: "second" }, ...more);
      await sender.round();
      expect([await statusOf("third"), await statusOf(request(bertil).key)]).toEqual([
        "failed",
        "sent",
      ]);
      // Only the chat with the other one was made and written in.
      expect(await sender.requests()).toBe(asked + 2);
    },
  );

  test.each(CODES)(
    "of a channel with %s is listed, and nothing more is asked of it until it is open again",
    async (code) => {
      await sender.want(root);
      await sender.round();
      await sender.fault(CHAT_POST, refusal(403, code));
      await sender.want(root, reply);
      await sender.round();
      expect(await sender.store.outbox.undelivered("d1")).toMatchObject([
        { about: reply.about, status: "failed", code: code ?? "Http403" },
      ]);
      const asked = await sender.requests();
      sender.words.text = "sedan";
      sender.wait(HOUR);
      await sender.want(root, reply, { ...reply, key: "another" });
      for (let count = 0; count < 3; count++) await sender.round();
      expect([await statusOf("another"), await sender.requests()]).toEqual(["failed", asked]);
      const why = await sender.store.addressBook.openChannels(teamId);
      const at = new Date(sender.clock.now).toISOString();
      await sender.store.outbox.offerMissed({ teamId }, why, at);
      for (let count = 0; count < 3; count++) await sender.round();
      expect([await statusOf("step"), await statusOf("another")]).toEqual(["sent", "sent"]);
    },
  );
});

describe("F40: an edit that is refused for good", () => {
  test.each([
    ["in a channel", "ConversationBlockedByUser", () => root],
    ["in a chat", "BotNotInConversationRoster", () => request(sender.people.anna)],
    ["in a chat, without a code,", undefined, () => request(sender.people.anna)],
  ])(
    "%s with %s is not tried again, and shown when the place is open again",
    async (_, code, of) => {
      const { addressBook, outbox } = sender.store;
      const wanted = of();
      await sender.want(wanted);
      await sender.round();
      await sender.fault({ method: "PUT" }, refusal(403, code));
      const changes = async (words: string) => {
        sender.words.text = words;
        sender.wait(HOUR);
        await sender.want(wanted);
        await sender.round();
        return sender.requests();
      };
      const asked = await changes("sedan");
      expect(await changes("senare")).toBe(asked);
      const at = new Date(sender.clock.now).toISOString();
      const { anna } = sender.people;
      const why = [code ?? "Http403"];
      await addressBook.openChannels(teamId);
      await addressBook.notePerson(anna, { unreachable: null });
      await outbox.offerMissed(wanted === root ? { teamId } : { person: anna }, why, at);
      sender.wait(HOUR);
      await sender.round();
      expect(await sender.calls("PUT", wanted.key)).toMatchObject({ taken: 1 });
    },
  );
});

describe("F42: a card that Teams finds too big", () => {
  const tooBig = refusal(413, "MessageSizeTooBig");

  test("is sent at once in its short form, and told to the operator", async () => {
    await sender.want(root);
    await sender.fault(CHANNEL_POST, tooBig);
    await sender.round();
    expect(await statusOf("overview")).toBe("sent");
    const { taken, bodies } = await sender.calls("POST", "overview");
    expect([taken, JSON.stringify(bodies.at(-1))]).toEqual([
      1,
      expect.stringContaining("overview: kort"),
    ]);
    expect(sender.logged()).toContain('"what":"outbox.shortened"');
  });

  test("is edited to its short form, and whole again when it fits", async () => {
    await sender.want(root);
    await sender.round();
    sender.words.text = "mycket";
    await sender.want(root);
    await sender.fault({ method: "PUT" }, tooBig);
    await sender.round();
    const last = async () => JSON.stringify((await sender.calls("PUT", "overview")).bodies.at(-1));
    expect(await last()).toContain("overview: kort");
    sender.words.text = "lite";
    sender.wait(MINUTE);
    await sender.want(root);
    await sender.round();
    expect(await last()).toContain("overview: lite");
  });

  test("whose short form is too big too ends as failed", async () => {
    await sender.want(root);
    await sender.fault(CHANNEL_POST, tooBig, 2);
    await sender.round();
    expect([await statusOf("overview"), await sender.requests()]).toEqual(["failed", 2]);
  });
});

describe("while our own token is refused", () => {
  test("F43: for an hour everything waits and nothing is tried in vain; it all goes out afterwards", async () => {
    const { anna, bertil } = sender.people;
    const wanted = [root, request(anna), request(bertil), { ...request(anna), key: "another" }];
    await sender.want(...wanted);
    await sender.fault({ pathIncludes: "/v3/" }, refusal(401, "BotNotRegistered"), 10_000);
    for (let seconds = 0; seconds < 3_600; seconds += 20) {
      expect(await sender.round()).toMatchObject({ sent: 0 });
      sender.wait(20 * SECOND);
    }
    // Two a minute at the most: the probe, and once more with a new token. The first round had more at once.
    expect(await sender.requests()).toBeLessThanOrEqual(2 * 60 + 2 * wanted.length);
    expect(sender.way.trouble()).toBe("BotNotRegistered");
    for (const { key } of wanted)
      expect(await sender.message(key)).toMatchObject({ status: "pending", attempts: 0 });
    await senders.clear();
    sender.wait(MINUTE);
    for (let count = 0; count < 5; count++) await sender.round();
    for (const { key } of wanted)
      expect(await sender.message(key)).toMatchObject({ status: "sent", attempts: 1 });
    expect(sender.way.trouble()).toBeUndefined();
  });
});

describe("where a message lies", () => {
  test("F46: is asked at the newest address of the team, also for cards that were posted by the old one", async () => {
    const { addressBook } = sender.store;
    await sender.want(root, request(sender.people.anna));
    await sender.round();
    const old = (await sender.message("overview")).sent?.serviceUrl ?? "";
    // As Teams tells it with the next activity: the same place under another address.
    const fresh = old.replace(/\/$/u, "");
    expect(fresh).not.toBe(old);
    const team = { teamId, tenantId, installed: true };
    await addressBook.noteTeam({ ...team, serviceUrl: "https://elsewhere.example/" });
    sender.words.text = "sedan";
    sender.wait(MINUTE);
    await sender.want(root, request(sender.people.anna));
    const asked = await sender.requests();
    await sender.round();
    // An address that is not on the list gets nothing; the chat has its own.
    expect(await sender.requests()).toBe(asked + 1);
    await addressBook.noteTeam({ ...team, serviceUrl: fresh });
    sender.words.text = "ännu senare";
    sender.wait(MINUTE);
    await sender.want(root, request(sender.people.anna));
    await sender.round();
    expect((await sender.calls("PUT", "overview")).taken).toBe(1);
  });

  test("F46: is a chat whose address is not on the list of hosts: nothing is sent there, and it is listed", async () => {
    const { anna, bertil } = sender.people;
    const { addressBook } = sender.store;
    await sender.want(request(anna));
    await sender.round();
    const personal = (await addressBook.person(anna))?.personal;
    if (!personal) throw new Error("There is no chat.");
    const elsewhere = { ...personal, serviceUrl: "https://elsewhere.example/" };
    await addressBook.notePerson(anna, { personal: elsewhere });
    const second = { ...request(anna), key: "second" };
    await sender.want(request(anna), second, request(bertil));
    const asked = await sender.requests();
    await sender.round();
    // The other one's chat was made and written in.
    expect([await statusOf("second"), await sender.requests()]).toEqual(["failed", asked + 2]);
    expect(await sender.store.outbox.undelivered("d1")).toMatchObject([
      { code: "ServiceUrlNotAllowed" },
    ]);
    // As when they write from where they are now.
    await addressBook.notePerson(anna, { personal, unreachable: null });
    await sender.want(request(anna), second, { ...request(anna), key: "third" }, request(bertil));
    await sender.round();
    expect(await statusOf("third")).toBe("sent");
  });

  test("F50: a chat that is gone is made anew, and the message is in the new one", async () => {
    const { anna } = sender.people;
    const { addressBook } = sender.store;
    await sender.want(request(anna));
    await sender.round();
    const now = (await addressBook.person(anna))?.personal;
    if (!now) throw new Error(`${annaEntra} has no chat in ${channelId}.`);
    await addressBook.notePerson(anna, { personal: { ...now, conversationId: "a:gone" } });
    await sender.want(request(anna), { ...request(anna), key: "second" });
    await sender.round();
    expect(await sender.message("second")).toMatchObject({ status: "sent", sent: now });
    expect((await addressBook.person(anna))?.personal).toEqual(now);
  });
});

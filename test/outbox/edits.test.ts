import { beforeEach, describe, expect, test } from "vitest";
import { teamId } from "../teams/recording-bot.ts";
import { reply, request, root, type Sender, useSenders } from "./sender.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const senders = useSenders();
const EDIT = { method: "PUT" };

let sender: Sender;
beforeEach(async () => {
  sender = await senders.open();
  await sender.want(root);
  await sender.round();
});

/** The dialogue changes, and with it what its card says. */
async function changed(text: string): Promise<void> {
  sender.words.text = text;
  await sender.want(root);
}
const edits = async () => (await sender.calls("PUT", "overview")).taken;
async function lastShown(): Promise<string> {
  const { bodies } = await sender.calls("PUT", "overview");
  return JSON.stringify(bodies.at(-1));
}

describe("a living card", () => {
  test("is edited at once, then at most every two seconds, and last of all with its last state", async () => {
    for (let tenth = 0; tenth < 100; tenth++) {
      await changed(`ändring ${tenth}`);
      await sender.round();
      sender.wait(100);
    }
    // Ten seconds of changes.
    expect(await edits()).toBe(5);
    expect(await lastShown()).not.toContain("ändring 99");
    sender.wait(2 * SECOND);
    await sender.round();
    expect(await edits()).toBe(6);
    expect(await lastShown()).toContain("ändring 99");
    sender.wait(MINUTE);
    await sender.round();
    expect(await edits()).toBe(6);
  });

  test("is not edited by whoever claimed it so long ago that somebody else may have, but by the next claim", async () => {
    await sender.want(root, reply);
    await sender.round();
    sender.words.text = "sedan";
    await sender.want(root, reply);
    // Asked before each: while the first is on its way eleven seconds pass.
    const stopping = () => {
      sender.clock.real += 11 * SECOND;
      return false;
    };
    await sender.round({ stopping });
    expect(await edits()).toBe(1);
    expect((await sender.calls("PUT", "step")).taken).toBe(0);
    await sender.round();
    expect((await sender.calls("PUT", "step")).taken).toBe(1);
  });

  test("that looks as before is not edited", async () => {
    await sender.want(root);
    expect(await sender.round()).toMatchObject({ sent: 1 });
    expect(await edits()).toBe(0);
    expect(await sender.round()).toMatchObject({ sent: 0 });
  });

  test("that says again what it said before is edited back", async () => {
    await changed("sedan");
    await sender.round();
    sender.wait(MINUTE);
    await changed("först");
    await sender.round();
    expect(await lastShown()).toContain("först");
    expect(await edits()).toBe(2);
  });

  test("shows what was changed while its edit was on its way", async () => {
    await changed("sedan");
    await sender.fault(EDIT, { deliver: true, delayMs: 300 });
    const round = sender.round();
    await expect.poll(edits).toBe(1);
    await changed("ännu senare");
    await round;
    sender.wait(2 * SECOND);
    await sender.round();
    expect(await lastShown()).toContain("ännu senare");
  });

  test("waits for a new message in the same place", async () => {
    sender.words.text = "sedan";
    await sender.want(root, reply);
    const since = await sender.requests();
    await sender.round();
    expect(await sender.requests()).toBe(since + 2);
    const posted = await sender.message("step");
    expect(posted.status).toBe("sent");
    expect(await edits()).toBe(1);
  });
});

describe("an edit", () => {
  test.each([
    ["500, and it had come", { status: 500, deliver: true }],
    ["503", { status: 503 }],
    ["nothing at all", { silent: true }],
    ["412", { status: 412 }],
  ])(
    "answered with %s is made again after a while in real time, as often as it takes",
    async (_, answer) => {
      await changed("sedan");
      await sender.fault(EDIT, answer, 3);
      for (let count = 0; count < 4; count++) {
        await sender.round();
        // The clock of the rules stands still.
        sender.clock.real += MINUTE;
      }
      expect(await lastShown()).toContain("sedan");
      expect(await sender.message("overview")).toMatchObject({ status: "sent" });
      const { bodies } = await sender.calls("PUT", "overview");
      const made = bodies.length;
      await sender.round();
      expect((await sender.calls("PUT", "overview")).bodies).toHaveLength(made);
    },
  );

  test("that Teams has no room for waits as long as it is told", async () => {
    await changed("sedan");
    await sender.fault(EDIT, { status: 429, retryAfter: 30 });
    await sender.round();
    sender.wait(29 * SECOND);
    await sender.round();
    expect(await edits()).toBe(0);
    sender.wait(SECOND);
    await sender.round();
    expect(await edits()).toBe(1);
  });

  test("F41: of a card somebody has deleted is not made again, and the card is not posted again", async () => {
    await changed("sedan");
    await sender.fault(EDIT, {
      status: 404,
      body: { error: { code: "ActivityNotFoundInConversation" } },
    });
    await sender.round();
    const { status, sent } = await sender.message("overview");
    expect([status, sent]).toEqual(["cancelled", undefined]);
    const asked = await sender.requests();
    await changed("ännu senare");
    sender.wait(600 * MINUTE);
    await sender.round();
    expect(await sender.requests()).toBe(asked);
  });

  test("F41: of a card whose thread was deleted leaves new replies waiting until it is posted anew", async () => {
    await changed("sedan");
    await sender.fault(EDIT, { status: 404 });
    await sender.round();
    await sender.want(root, reply);
    await sender.round();
    expect(await sender.message("step")).toMatchObject({ status: "pending" });
    await sender.store.outbox.repost("d1", "overview", new Date(sender.clock.now).toISOString());
    await sender.round();
    await sender.round();
    expect(await sender.message("step")).toMatchObject({ status: "sent" });
  });

  test("that is refused is given up until the dialogue changes again", async () => {
    await changed("sedan");
    await sender.fault(EDIT, { status: 400 });
    await sender.round();
    sender.wait(600 * MINUTE);
    await sender.round();
    expect(await edits()).toBe(0);
    await changed("ännu senare");
    await sender.round();
    expect(await lastShown()).toContain("ännu senare");
    expect(await edits()).toBe(1);
  });

  test("of the card of somebody who is in no team any more is not tried, and nothing has failed", async () => {
    const { anna } = sender.people;
    await sender.want(root, request(anna));
    await sender.round();
    await sender.store.addressBook.leaveTeam(teamId, anna);
    sender.wait(MINUTE);
    sender.words.text = "sedan";
    await sender.want(root, request(anna));
    await sender.round();
    expect((await sender.calls("PUT", request(anna).key)).bodies).toEqual([]);
    expect(await edits()).toBe(1);
    expect(await sender.message(request(anna).key)).toMatchObject({ status: "sent" });
    expect(sender.logged()).not.toContain("outbox.failed");
    const asked = await sender.requests();
    sender.wait(600 * MINUTE);
    await sender.round();
    expect(await sender.requests()).toBe(asked);
  });

  test("of one card keeps the others not waiting", async () => {
    const key = request(sender.people.anna).key;
    await sender.want(root, request(sender.people.anna));
    await sender.round();
    sender.wait(MINUTE);
    sender.words.text = "sedan";
    await sender.want(root, request(sender.people.anna));
    await sender.fault(EDIT, { status: 429, retryAfter: 60 });
    await sender.round();
    expect((await edits()) + (await sender.calls("PUT", key)).taken).toBe(1);
  });
});

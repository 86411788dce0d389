import { describe, expect, test } from "vitest";
import { card, useOutboundBot } from "./outbound-bot.ts";
import { channelId, olle, tenantId } from "./recording-bot.ts";

const bot = useOutboundBot();

describe("a message", () => {
  test("at the top of a channel is the root of a thread that replies go to", async () => {
    const connector = bot.connector();
    const root = await connector.postToChannel(bot.channel(), card("Översikt"));
    expect(root.conversationId).toBe(`${channelId};messageid=${root.activityId}`);
    const thread = bot.at(root.conversationId ?? "");
    const reply = await connector.reply(thread, card("Steg 1"));
    const messages = await bot.emulator().messages(channelId);
    expect(messages.map(({ id, rootId, summary }) => ({ id, rootId, summary }))).toMatchObject([
      { id: root.activityId, summary: "Nytt: Översikt" },
      { id: reply.activityId, rootId: root.activityId, summary: "Nytt: Steg 1" },
    ]);
    expect(messages[0]?.card).toEqual(card("Översikt").card);
  });

  test("is edited and deleted where it is", async () => {
    const connector = bot.connector();
    const root = await connector.postToChannel(bot.channel(), card("före"));
    const thread = bot.at(root.conversationId ?? "");
    const activityId = root.activityId ?? "";
    await connector.update(thread, activityId, card("efter"));
    const found = async () =>
      (await bot.emulator().messages(channelId)).find(({ id }) => id === activityId);
    expect(await found()).toMatchObject({ card: card("efter").card, deleted: false });
    await connector.remove(thread, activityId);
    expect((await found())?.deleted ?? true).toBe(true);
  });

  test("reaches a person in a chat that is made once and can be asked for again", async () => {
    const place = await bot.personal();
    const again = await bot.personal();
    expect(again).toEqual(place);
    const { activityId } = await bot.connector().reply(place, { text: "Hej" });
    expect(await bot.emulator().messages(place.conversationId)).toMatchObject([
      { id: activityId, text: "Hej" },
    ]);
  });

  test("to somebody outside every team is terminal and says why", async () => {
    await expect(bot.personal(olle)).rejects.toMatchObject({
      name: "DeliveryError",
      fault: "terminal",
      status: 403,
      code: "ForbiddenOperationException",
    });
  });

  test("to a conversation that is not there is not found", async () => {
    const nowhere = bot.at("19:nowhere@thread.tacv2");
    await expect(bot.connector().reply(nowhere, card("x"))).rejects.toMatchObject({
      fault: "notFound",
      status: 404,
      code: "ConversationNotFound",
    });
  });

  test("edited after it was never there is not found", async () => {
    await expect(bot.connector().update(bot.channel(), "404", card("x"))).rejects.toMatchObject({
      fault: "notFound",
      code: "ActivityNotFoundInConversation",
    });
  });

  test("with an id that would lead to another address stays in its own", async () => {
    const place = bot.at("../../control/faults?x=#");
    const received = await bot.receivedWhile(() =>
      bot
        .connector()
        .reply(place, card("x"))
        .catch(() => {}),
    );
    expect(received.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^\/v3\/conversations\/[^/?#]+\/activities$/),
    ]);
    await expect(bot.connector().reply(bot.at(".."), card("x"))).rejects.toMatchObject({
      fault: "badRequest",
      code: "BadId",
    });
  });
});

describe("an address off the list", () => {
  test.each([
    "https://evil.example/",
    "http://127.0.0.1:1/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://trafficmanager.net/",
    "",
  ])("%s gets neither message nor token", async (stranger) => {
    const place = { serviceUrl: stranger, conversationId: channelId };
    const connector = bot.connector();
    const refusal = { fault: "terminal", code: "ServiceUrlNotAllowed" };
    const received = await bot.receivedWhile(async () => {
      await expect(connector.reply(place, card("x"))).rejects.toMatchObject(refusal);
      await expect(connector.update(place, "1", card("x"))).rejects.toMatchObject(refusal);
      await expect(connector.remove(place, "1")).rejects.toMatchObject(refusal);
      await expect(connector.postToChannel(place, card("x"))).rejects.toMatchObject(refusal);
      await expect(connector.pagedMembers(place)).rejects.toMatchObject(refusal);
      await expect(
        connector.createPersonalConversation("29:x", tenantId, stranger),
      ).rejects.toMatchObject(refusal);
    });
    expect(received).toEqual([]);
  });

  test("is refused by the SDK's own client too, before it adds the token", async () => {
    const client = bot.app().api.clone({ serviceUrl: "http://127.0.0.1:1" });
    await expect(client.conversations.getMembers(channelId)).rejects.toMatchObject({
      fault: "terminal",
      code: "ServiceUrlNotAllowed",
    });
  });
});

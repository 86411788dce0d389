import { describe, expect, test } from "vitest";
import { useOutboundBot } from "./outbound-bot.ts";
import { anna, channelId, teamId, tenantId } from "./recording-bot.ts";

const bot = useOutboundBot();

describe("a roster", () => {
  const page = (token: string | undefined, ...ids: string[]) => ({
    members: ids.map((id) => ({ id, name: id })),
    ...(token && { continuationToken: token }),
  });

  test("is read whole", async () => {
    const members = await bot.connector().pagedMembers(bot.at(teamId));
    expect(members).toHaveLength(122);
    expect(members.find(({ entraId }) => entraId === anna)).toMatchObject({
      userId: await bot.userIdOf(anna),
      name: "Anna Öberg",
      userRole: "user",
    });
  });

  test("is read whole over several pages, in a thread as in its channel", async () => {
    const answer = { status: 200, body: page("100", "29:x", "29:y") };
    await bot.emulator().fault({ match: { method: "GET" }, answer });
    const members = await bot.connector().pagedMembers(bot.at(`${channelId};messageid=1`));
    expect(members).toHaveLength(2 + 22);
  });

  test.each([
    [
      "a page that fails",
      [{ status: 200, body: page("2", "29:a") }, { status: 500 }],
      "ServiceError",
    ],
    [
      "a page that is cut",
      [
        { status: 200, body: page("2", "29:a") },
        { status: 200, body: "<html>" },
      ],
      "BadRosterPage",
    ],
    [
      "a page without members",
      [
        { status: 200, body: page("2", "29:a") },
        { status: 200, body: {} },
      ],
      "BadRosterPage",
    ],
    [
      "a member without an id",
      [{ status: 200, body: { members: [{ name: "x" }] } }],
      "BadRosterPage",
    ],
    [
      "a token that comes again",
      [
        { status: 200, body: page("2", "29:a") },
        { status: 200, body: page("2", "29:b") },
      ],
      "RosterRepeatsItself",
    ],
  ])("F47: with %s is an error and never a shorter roster", async (_, answers, code) => {
    for (const answer of answers) await bot.emulator().fault({ match: { method: "GET" }, answer });
    await expect(bot.connector().pagedMembers(bot.channel())).rejects.toMatchObject({
      name: "DeliveryError",
      code,
    });
  });

  test("F47: that never ends is given up after fifty pages", async () => {
    for (let number = 1; number <= 50; number++)
      await bot.emulator().fault({
        match: { method: "GET" },
        answer: { status: 200, body: page(`t${number}`, `29:${number}`) },
      });
    const received = await bot.receivedWhile(() =>
      expect(bot.connector().pagedMembers(bot.channel())).rejects.toMatchObject({
        fault: "unknown",
        code: "RosterNeverEnds",
      }),
    );
    expect(received).toHaveLength(50);
  });

  test("F48: of guests, anonymous and nameless people names each as far as it can", async () => {
    await bot.emulator().fault({
      match: { method: "GET" },
      answer: {
        status: 200,
        body: {
          members: [
            {
              id: "29:a",
              name: "Anna",
              aadObjectId: anna.toUpperCase(),
              userRole: "guest",
              tenantId: tenantId.toUpperCase(),
            },
            { id: "29:b", name: null, userRole: "anonymous" },
            { id: "29:c", objectId: anna, aadObjectId: null },
            { id: "29:d", aadObjectId: "no guid" },
          ],
        },
      },
    });
    expect(await bot.connector().pagedMembers(bot.channel())).toEqual([
      {
        userId: "29:a",
        name: "Anna",
        entraId: anna,
        userRole: "guest",
        tenantId,
        givenName: undefined,
      },
      {
        userId: "29:b",
        name: "",
        entraId: undefined,
        userRole: "anonymous",
        tenantId: undefined,
        givenName: undefined,
      },
      {
        userId: "29:c",
        name: "",
        entraId: anna,
        userRole: "user",
        tenantId: undefined,
        givenName: undefined,
      },
      {
        userId: "29:d",
        name: "",
        entraId: undefined,
        userRole: "user",
        tenantId: undefined,
        givenName: undefined,
      },
    ]);
  });
});

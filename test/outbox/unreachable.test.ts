import { expect, onTestFinished, test } from "vitest";
import { openEmulator } from "../support/emulator.ts";
import { openRecordingBot, world } from "../teams/recording-bot.ts";
import { openSender, request, root } from "./sender.ts";

test("a post while no connection can be made waits in real time, loses no try, and comes once when the way is free", async () => {
  const bot = await openRecordingBot();
  const sender = await openSender(bot);
  // The token is at hand, and the connection is not kept.
  const first = request(sender.people.anna);
  await sender.want(first);
  await sender.round();
  const port = Number(new URL(bot.emulator.url).port);
  await bot.emulator.close();
  onTestFinished(() => bot.teams.stop());
  await sender.want(first, root);
  for (let count = 0; count < 20; count++) {
    await sender.round();
    sender.clock.real += 10_000;
  }
  expect(await sender.message("overview")).toMatchObject({ status: "pending", attempts: 0 });
  expect(sender.logged()).toContain('"reason":"unreachable","code":"ECONNREFUSED"');
  expect(sender.logged()).not.toContain('"reason":"unknown"');

  const back = await openEmulator({ world: world(), port });
  onTestFinished(() => back.close());
  await sender.round();
  expect(await sender.message("overview")).toMatchObject({ status: "sent", attempts: 1 });
  const posts = (await back.received()).filter(
    ({ path, applied }) => path === "/v3/conversations" && applied,
  );
  expect(posts).toHaveLength(1);
});

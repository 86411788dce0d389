import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { doAct, startAct } from "../flow/dialogue-acts.ts";
import { type Ledger, ledgerOf } from "../flow/ledger.ts";
import { untilQuiet } from "../flow/quiet.ts";
import { openTown, type Town } from "../support/bot.ts";

const crowd = crowdOf({ registrars: 0, elected: 4, channels: 9 });
const [starter = "", ...initiators] = crowd.elected;
const channels = [...crowd.channels];
let town: Town;
let ledger: Ledger;
let initiator = "";
beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation });
  ledger = ledgerOf(town.directory);
});
afterAll(() => town.close());

/** What became of the question to the initiator of a new dialogue. */
async function asked(): Promise<string | undefined> {
  const place = { conversation: channels.pop() ?? "", dialogueId: randomUUID() };
  const own = ledger.personId(initiator);
  await doAct(town.emulator, startAct(starter, { ...place, initiator: own }));
  await untilQuiet(ledger, place.dialogueId);
  return ledger.messages(place.dialogueId).find(({ repeats }) => repeats === 1)?.status;
}
const requests = async () =>
  (await town.emulator.received()).filter(({ path }) => decodeURIComponent(path).includes("/a:"))
    .length;

/** The next initiator blocks the bot, which finds out by asking them. */
async function blocked(): Promise<void> {
  initiator = initiators.pop() ?? "";
  await town.emulator.fault({
    match: { method: "POST", pathIncludes: "/conversations/a:" },
    answer: { status: 403, body: { error: { code: "ConversationBlockedByUser" } } },
  });
  expect(await asked()).toBe("failed");
}

test("F51: somebody who has blocked the bot is not tried again until they write to it", async () => {
  await blocked();
  const before = await requests();
  expect(await asked()).toBe("failed");
  expect(await requests()).toBe(before);
  await town.emulator.message(initiator, "personal", "hjälp");
  expect(await asked()).toBe("sent");
});

test("somebody who could not be reached is tried anew when they are added to the team again", async () => {
  await blocked();
  await town.emulator.roster({ teamId: crowd.teamId, remove: [initiator] });
  await town.emulator.roster({ teamId: crowd.teamId, add: [initiator] });
  expect(await asked()).toBe("sent");
});

test("somebody who could not be reached is tried anew when the bot is added to the team again", async () => {
  await blocked();
  await town.emulator.install({ teamId: crowd.teamId, add: false });
  await town.emulator.install({ teamId: crowd.teamId, add: true });
  expect(await asked()).toBe("sent");
});

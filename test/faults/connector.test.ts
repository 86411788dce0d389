import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { caseAct, confirmAct, doAct, groupAct, startAct } from "../flow/dialogue-acts.ts";
import { type Ledger, ledgerOf } from "../flow/ledger.ts";
import { untilQuiet } from "../flow/quiet.ts";
import { openTown, type Town } from "../support/bot.ts";
import { buttonsOf, type CardNode } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";

const SECOND = 1_000;
const crowd = crowdOf({ registrars: 1, elected: 2, channels: 16 });
const [starter = "", initiator = ""] = crowd.elected;
const [registrar = ""] = crowd.registrars;
const channels = [...crowd.channels];
let town: Town;
let ledger: Ledger;

beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation });
  ledger = ledgerOf(town.directory);
  // Then there are chats, and the first new conversation of a dialogue is its thread.
  for (const person of [starter, initiator]) await town.emulator.message(person, "personal", "hej");
});
afterEach(() => town.emulator.clearFaults());
afterAll(() => town.close());

/** A new dialogue in an empty channel, which Teams answers like this when its thread is posted. */
async function begun(
  answer?: Parameters<Town["emulator"]["fault"]>[0]["answer"],
  conversation = channels.pop() ?? "",
) {
  const dialogueId = randomUUID();
  const match = { method: "POST", bodyIncludes: conversation };
  if (answer) await town.emulator.fault({ match, answer });
  const own = ledger.personId(initiator);
  await doAct(town.emulator, startAct(starter, { conversation, dialogueId, initiator: own }));
  const cards = async () =>
    (await town.emulator.messages(conversation)).filter(({ card, deleted }) => card && !deleted);
  const overview = () => ledger.messages(dialogueId).find(({ key }) => key === "overview");
  return { conversation, dialogueId, cards, overview, quiet: () => untilQuiet(ledger, dialogueId) };
}

/** What the page of what has not arrived says to who coordinates. */
async function listed(conversation: string, data: object) {
  const { shown } = await town.emulator.fetch(registrar, {
    conversation,
    data: { dl: 1, ...data },
  });
  return shown.kind === "dialog" ? readOn(shown.card as CardNode) : JSON.stringify(shown);
}
const callsTo = async (conversation: string) =>
  (await town.emulator.received()).filter(
    ({ method, path, body }) =>
      method !== "GET" &&
      (decodeURIComponent(path).includes(conversation) ||
        JSON.stringify(body ?? null).includes(conversation)),
  );
const told = () =>
  town.bot().lines.map((line) => JSON.parse(line) as { what: string; time: string });

test("F38: a place where Teams never answers keeps nobody else waiting, is given up after ten seconds as unknown, and is listed; sent again it is there once", async () => {
  const silent = await begun({ silent: true });
  await vi.waitFor(() => expect(silent.overview()?.status).toBe("sending"), { timeout: 9_000 });
  const other = await begun();
  await other.quiet();
  expect(await other.cards()).not.toEqual([]);
  expect(silent.overview()?.status).toBe("sending");
  await vi.waitFor(() => expect(silent.overview()?.status).toBe("unknown"), {
    timeout: 25_000,
    interval: 200,
  });
  const asked = (await town.emulator.received()).find(
    ({ method, path, status }) => method === "POST" && path === "/v3/conversations" && status === 0,
  );
  const failed = told().findLast(({ what }) => what === "outbox.failed");
  const waitedMs = Date.parse(failed?.time ?? "") - Date.parse(asked?.at ?? "");
  expect(waitedMs).toBeGreaterThan(9.5 * SECOND);
  expect(waitedMs).toBeLessThan(20 * SECOND);
  const { conversation, dialogueId } = silent;
  const page = await listed(conversation, { verb: "openUndelivered", dialogueId });
  expect(page).toContain("Översikten");
  expect(page).toContain("Teams svarade inte, så det är oklart om meddelandet kom fram.");
  const [id] = ledger.lost(dialogueId);
  const again = await listed(conversation, { verb: "sendAgain", dialogueId, messageId: id });
  expect(again).toContain("Meddelandet skickas igen nu.");
  await silent.quiet();
  expect((await silent.cards()).filter(({ rootId }) => rootId === undefined)).toHaveLength(1);
});

test.each([
  ["an empty body", { body: "" }],
  ["a body without an id", { body: {} }],
  ["a page", { body: "<html><body>OK</body></html>" }],
  ["a body of ten megabytes", { bytes: 10_000_000 }],
])(
  "F39: a card that is taken and answered with %s is sent, is not edited later since nobody knows its id, and nothing else stops",
  async (_, answer) => {
    const whole = { status: 200, deliver: true, ...answer };
    const { conversation, dialogueId, cards, overview, quiet } = await begun(whole);
    await quiet();
    expect(overview()).toMatchObject({ status: "sent", activity_id: null, code: null });
    const wish = { conversation, dialogueId, rowId: randomUUID(), words: "Skolan" };
    expect((await doAct(town.emulator, groupAct(registrar, wish))).status).toBe(200);
    await quiet();
    expect((await callsTo(conversation)).map(({ method }) => method)).not.toContain("PUT");
    // One root, once; what belongs to the dialogue's thread stands in the channel all the same.
    expect((await cards()).filter(({ rootId }) => rootId === undefined)).toHaveLength(1);
    expect((await fetch(`${town.bot().url}/healthz`)).status).toBe(200);
  },
);

describe("F40: a channel that is closed to the bot", () => {
  test.each([
    ["BotNotInConversationRoster", "Boten är borttagen från teamet eller chatten."],
    ["NobodyKnowsThisOne", "Teams tog inte emot meddelandet."],
    [undefined, "Teams tog inte emot meddelandet."],
  ])(
    "with %s is listed for who coordinates, gets no more calls while others do, and gets everything when the bot is added again",
    async (code, words) => {
      const error = code === undefined ? {} : { code };
      const closed = await begun({ status: 403, body: { error } });
      await closed.quiet();
      expect(closed.overview()).toMatchObject({ status: "failed", code: code ?? "Http403" });
      const { conversation, dialogueId } = closed;
      const page = await listed(conversation, { verb: "openUndelivered", dialogueId });
      expect(page).toContain("Översikten");
      expect(page).toContain(words);
      const asked = (await callsTo(conversation)).length;
      const second = await begun(undefined, conversation);
      const other = await begun();
      await Promise.all([second.quiet(), other.quiet()]);
      expect(second.overview()).toMatchObject({ status: "failed", code: code ?? "Http403" });
      expect(await callsTo(conversation)).toHaveLength(asked);
      expect(await other.cards()).not.toEqual([]);
      await town.emulator.install({ teamId: crowd.teamId, add: true });
      await Promise.all([closed.quiet(), second.quiet()]);
      expect((await closed.cards()).filter(({ rootId }) => rootId === undefined)).toHaveLength(2);
    },
  );
});

test("F41: a card that somebody has deleted is not edited again and comes anew only when it is asked for", async () => {
  const { conversation, dialogueId, cards, overview, quiet } = await begun();
  await quiet();
  const roots = async () => (await cards()).filter(({ rootId }) => rootId === undefined).length;
  const deleted = overview()?.activity_id ?? "";
  const edits = async () =>
    (await callsTo(conversation)).filter(
      ({ method, path }) => method === "PUT" && path.endsWith(deleted),
    ).length;
  const changes = async (act: Parameters<typeof doAct>[1]) => {
    await doAct(town.emulator, act);
    await quiet();
  };
  const error = { code: "ActivityNotFoundInConversation" };
  const match = { method: "PUT", pathIncludes: deleted };
  await town.emulator.fault({ match, times: 100, answer: { status: 404, body: { error } } });
  await changes(confirmAct(initiator, dialogueId));
  expect(overview()).toMatchObject({ status: "cancelled", activity_id: null });
  const asked = await edits();
  await changes(
    caseAct(registrar, { conversation, dialogueId, revision: 0, dnr: "SBN 2027-0041" }),
  );
  expect([asked, await edits(), await roots()]).toEqual([1, 1, 1]);
  await town.emulator.clearFaults();
  await town.emulator.message(starter, conversation, "översikt");
  await quiet();
  expect([overview()?.status, await roots()]).toEqual(["sent", 2]);
});

test("F42: a card that Teams finds too big comes in its short form, from which the dialogue is opened, and the operator is told", async () => {
  const { cards, quiet } = await begun({
    status: 413,
    body: { error: { code: "MessageSizeTooBig" } },
  });
  await quiet();
  const roots = (await cards()).filter(({ rootId }) => rootId === undefined);
  expect(roots).toHaveLength(1);
  const card = roots[0]?.card as CardNode;
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Öppna dialogen"]);
  expect(told().map(({ what }) => what)).toContain("outbox.shortened");
});

test("F46: when Teams answers from another region, cards that stand in the channel and in the chat are changed there, and new ones come there", async () => {
  const { conversation, dialogueId, cards, quiet } = await begun();
  await quiet();
  const known = new Set((await cards()).map(({ id }) => id));
  await town.emulator.region("amer");
  const since = (await town.emulator.received()).at(-1)?.seq ?? 0;
  const wish = { conversation, dialogueId, rowId: randomUUID(), words: "Skolan" };
  await doAct(town.emulator, groupAct(registrar, wish));
  await doAct(town.emulator, confirmAct(initiator, dialogueId));
  await quiet();
  await town.emulator.region("");
  const calls = (await town.emulator.received(since)).filter(({ path }) => path.includes("/v3/"));
  const places = calls.map(({ method, path }) =>
    [
      method,
      path.split("/v3/")[0],
      decodeURIComponent(path).includes("/a:") ? "chat" : "channel",
    ].join(" "),
  );
  expect(new Set(places)).toEqual(
    new Set(["PUT /amer channel", "PUT /amer chat", "POST /amer channel"]),
  );
  expect(calls.filter(({ applied }) => !applied)).toEqual([]);
  expect((await cards()).filter(({ id }) => !known.has(id)).length).toBeGreaterThan(0);
});

import { describe, expect, test } from "vitest";
import { livedMoments } from "./faults-world.ts";

const at = livedMoments(["registered"]);

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

/** What a button of ours never holds; `id` is the dialogue's. */
const STRANGE: readonly (readonly [name: string, data: (id: string) => unknown])[] = [
  ["an unknown verb", (id) => ({ dl: 1, verb: "approveEverything", dialogueId: id })],
  ["no verb", (id) => ({ dl: 1, dialogueId: id })],
  ["no mark of ours", (id) => ({ verb: "withdrawDialogue", dialogueId: id })],
  ["another mark", (id) => ({ dl: 2, verb: "withdrawDialogue", dialogueId: id })],
  ["no data", () => undefined],
  ["null", () => null],
  ["words", () => "withdrawDialogue"],
  ["JSON as words", (id) => JSON.stringify({ dl: 1, verb: "withdrawDialogue", dialogueId: id })],
  ["a number", () => 7],
  ["a list", (id) => [{ dl: 1, verb: "withdrawDialogue", dialogueId: id }]],
  ["a missing id", () => ({ dl: 1, verb: "withdrawDialogue" })],
  ["an id that is none", () => ({ dl: 1, verb: "withdrawDialogue", dialogueId: "../../etc" })],
  ["an id in a list", (id) => ({ dl: 1, verb: "withdrawDialogue", dialogueId: [id] })],
  ["one id too many", (id) => ({ dl: 1, verb: "withdrawDialogue", dialogueId: id, person: "p1" })],
  [
    "a role of one's own",
    (id) => ({ dl: 1, verb: "withdrawDialogue", dialogueId: id, role: "admin" }),
  ],
  ["a page that is none", (id) => ({ dl: 1, verb: "openTriage", dialogueId: id, page: -1 })],
  ["a page far away", (id) => ({ dl: 1, verb: "openTriage", dialogueId: id, page: 1e9 })],
  [
    "a constructor's name",
    (id) => ({ dl: 1, verb: "constructor", dialogueId: id, constructor: { prototype: 1 } }),
  ],
  [
    "100 KB",
    (id) => ({ dl: 1, verb: "withdrawDialogue", dialogueId: id, more: "x".repeat(100_000) }),
  ],
  [
    "a thousand inputs",
    (id) => ({
      dl: 1,
      verb: "withdrawDialogue",
      dialogueId: id,
      ...Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`in:a.b:c${n}`, "x"])),
    }),
  ],
];

describe.each(STRANGE)("a press with %s", (_name, dataFor) => {
  test("at once is answered 400 with words, and nothing is done", async () => {
    const { presser, copy, dialogueId } = await at("registered");
    const action = { type: "Action.Execute", verb: "withdrawDialogue", data: dataFor(dialogueId) };
    const parts = { type: "invoke", name: "adaptiveCard/action", value: { action } };
    const { status, body } = await presser.send(copy.bot().url, "starter", parts);
    expect([status, copy.changed()]).toEqual([200, false]);
    expect(body).toEqual({
      statusCode: 400,
      type: "application/vnd.microsoft.error",
      value: { code: "BadRequest", message: expect.stringMatching(/\p{L}{3,}/u) },
    });
    expect(copy.errors()).toEqual([]);
  });

  test.each(["task/fetch", "task/submit"])(
    "as %s is answered with words, and nothing is done",
    async (name) => {
      const { presser, copy, dialogueId } = await at("registered");
      const parts = { type: "invoke", name, value: { data: dataFor(dialogueId) } };
      const { status, body } = await presser.send(copy.bot().url, "starter", parts);
      expect([status, copy.changed()]).toEqual([200, false]);
      expect(body).toEqual({
        task: { type: "message", value: expect.stringMatching(/\p{L}{3,}/u) },
      });
      expect(copy.errors()).toEqual([]);
    },
  );

  test("from an old client is no press", async () => {
    const { presser, copy, dialogueId } = await at("registered");
    const parts = { type: "message", name: undefined, value: dataFor(dialogueId) };
    const { status } = await presser.send(copy.bot().url, "starter", parts);
    expect([status, copy.changed(), copy.errors()]).toEqual([200, false, []]);
  });
});

describe("a body", () => {
  const press = (dialogueId: string, extra: string) =>
    `{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute",` +
    `"data":{"dl":1,"verb":"withdrawDialogue","dialogueId":"${dialogueId}"${extra}}}}}`;

  test.each([
    ["10,000 levels deep", `,"x":${deep(10_000)}`, "too-deep"],
    ["with a __proto__", ',"__proto__":{"isAdmin":true}', "forbidden-key"],
    ["that ends early", ',"x":', "not-json"],
  ])("%s is refused as JSON before anything is done", async (_name, extra, code) => {
    const { presser, copy, dialogueId } = await at("registered");
    const { status, body } = await presser.send(
      copy.bot().url,
      "starter",
      press(dialogueId, extra),
    );
    expect([status, copy.changed()]).toEqual([400, false]);
    expect(body).toMatchObject({ error: { code } });
  });

  test.each([
    ["no value", { type: "invoke", name: "adaptiveCard/action", value: undefined }],
    ["no action", { type: "invoke", name: "adaptiveCard/action", value: {} }],
    ["an action of words", { type: "invoke", name: "adaptiveCard/action", value: { action: "x" } }],
    ["a dialog without a value", { type: "invoke", name: "task/submit", value: undefined }],
    ["nobody", { type: "invoke", name: "task/fetch", value: { data: {} }, from: undefined }],
  ])("of a press with %s is refused as malformed", async (_name, parts) => {
    const { presser, copy } = await at("registered");
    const { status, body } = await presser.send(copy.bot().url, "starter", parts);
    expect([status, copy.changed()]).toEqual([400, false]);
    expect(body).toMatchObject({ error: { code: "bad-activity" } });
  });

  test("of an invoke we do not know is answered 501, as JSON", async () => {
    const { presser, copy } = await at("registered");
    const parts = { type: "invoke", name: "composeExtension/query", value: {} };
    const { status, body } = await presser.send(copy.bot().url, "starter", parts);
    expect([status, copy.changed()]).toEqual([501, false]);
    expect(body).toMatchObject({ error: { code: "not-implemented" } });
  });
});

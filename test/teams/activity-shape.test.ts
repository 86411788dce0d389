import fc from "fast-check";
import { expect, test } from "vitest";
import { ActivityEnvelope, InboundActivity } from "../../src/teams/activity-shape.ts";

const guid = "11111111-aaaa-4aaa-8aaa-111111111111";
const common = {
  id: "f:1",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  timestamp: "2027-01-11T08:00:00.000Z",
  locale: "sv-SE",
  from: { id: "29:a", aadObjectId: guid, name: "Anna Öberg" },
  recipient: { id: "28:b", name: "Dialoglotsen" },
  conversation: {
    id: "19:c@thread.tacv2;messageid=1",
    tenantId: guid,
    conversationType: "channel",
    isGroup: true,
  },
  channelData: {
    tenant: { id: guid },
    team: { id: "19:t@thread.tacv2" },
    channel: { id: "19:c@thread.tacv2" },
  },
};
const action = { type: "Action.Execute", verb: "openStep", data: { dl: 1, "in.a": "å" } };
const activities: Record<string, unknown>[] = [
  {
    ...common,
    type: "message",
    text: "<at>Dialoglotsen</at> hjälp",
    entities: [
      {
        type: "mention",
        text: "<at>Dialoglotsen</at>",
        mentioned: { id: "28:b", name: "Dialoglotsen" },
      },
      { type: "clientInfo" },
    ],
  },
  { ...common, type: "message", value: { dl: 1 }, replyToId: "1" },
  {
    ...common,
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action, trigger: "manual" },
    replyToId: "1",
  },
  {
    ...common,
    type: "invoke",
    name: "task/fetch",
    value: { data: { a: 1 }, context: { theme: "dark" } },
  },
  {
    ...common,
    type: "invoke",
    name: "task/submit",
    value: { data: { a: 1 }, context: { theme: "dark" } },
  },
  {
    ...common,
    type: "conversationUpdate",
    membersAdded: [{ id: "29:b", aadObjectId: guid }, { id: "28:b" }],
  },
  { ...common, type: "installationUpdate", action: "add" },
];

test.each(activities)("activity %# comes through with everything that is used", (activity) => {
  expect(InboundActivity.parse(activity)).toMatchObject(activity);
});

test.each(activities)("activity %# may leave out and null what is not needed", (activity) => {
  const bare = {
    ...activity,
    locale: null,
    timestamp: null,
    recipient: { id: "28:b" },
    conversation: { id: "19:c" },
    channelData: null,
  };
  expect(InboundActivity.safeParse(bare).success).toBe(true);
});

test("a person's activity needs a directory id, an event of a team does not", () => {
  const from = { id: "28:app" };
  const answers = activities.map(
    (activity) => InboundActivity.safeParse({ ...activity, from }).success,
  );
  expect(answers).toEqual([false, false, false, false, false, true, true]);
});

/** Every way to a value inside an activity. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaced(target: unknown, path: string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy = structuredClone(target) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const anyActivity = fc.constantFrom(...activities);
const places = anyActivity.chain((activity) =>
  fc.tuple(fc.constant(activity), fc.constantFrom(...pathsOf(activity))),
);

test("any value anywhere in an activity is taken or refused, and never thrown over", () => {
  fc.assert(
    fc.property(
      places,
      fc.anything({ withNullPrototype: true, withBigInt: true }),
      ([activity, path], value) => {
        const changed = replaced(activity, path, value);
        ActivityEnvelope.safeParse(changed);
        const result = InboundActivity.safeParse(changed);
        if (!result.success) return;
        const { from, conversation } = result.data;
        expect(from.id).toMatch(/^[\x21-\x7e]{1,512}$/);
        expect(conversation.id).toMatch(/^[\x21-\x7e]{1,512}$/);
      },
    ),
    { numRuns: 3_000 },
  );
});

test("no key that nobody uses comes through", () => {
  fc.assert(
    fc.property(
      anyActivity,
      fc.string().map((key) => `x${key}`),
      fc.jsonValue(),
      (activity, key, value) => {
        const result = InboundActivity.parse({ ...activity, [key]: value });
        expect(result).not.toHaveProperty([key]);
      },
    ),
    { numRuns: 500 },
  );
});

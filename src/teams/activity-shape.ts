import { z } from "zod";

/** Printable ASCII, bounded: what Teams makes ids of. They go into addresses and logs, so nothing else is taken. */
const wireId = z
  .string()
  .max(512)
  .regex(/^(?!0$|-)[\x21-\x7e]+$/);

const guid = z.guid().transform((value) => value.toLowerCase());
const shortText = z.string().max(1_000);
/** Absent, null and undefined are the same to Teams. */
const optional = <Shape extends z.ZodType>(inner: Shape) =>
  inner.nullish().transform((value) => value ?? undefined);

const account = z.object({
  id: wireId,
  aadObjectId: optional(guid),
  name: optional(shortText),
  // A bot or a skill never speaks for a person (reliability.md S19).
  role: optional(z.literal("user")),
});

/** Whoever presses or writes is known by the directory; anonymous meeting guests are not let in. */
const person = account.extend({ aadObjectId: guid });

const conversation = z.object({
  id: wireId,
  tenantId: optional(guid),
  conversationType: optional(z.enum(["personal", "channel", "groupChat"])),
  isGroup: optional(z.boolean()),
});

const channelData = z.object({
  tenant: optional(z.object({ id: guid })),
  eventType: optional(z.string().max(100)),
  team: optional(z.object({ id: wireId, aadGroupId: optional(guid), name: optional(shortText) })),
  // The General channel has no name (reliability.md §4.3).
  channel: optional(z.object({ id: wireId, name: optional(shortText) })),
});

const NO_CHANNEL_DATA: z.infer<typeof channelData> = {
  tenant: undefined,
  eventType: undefined,
  team: undefined,
  channel: undefined,
};

const common = {
  id: optional(wireId),
  channelId: z.literal("msteams"),
  serviceUrl: z.string().max(500),
  timestamp: optional(z.string().max(64)),
  locale: optional(z.string().max(64)),
  conversation,
  channelData: channelData.nullish().transform((value) => value ?? NO_CHANNEL_DATA),
  recipient: z.object({ id: wireId, name: optional(shortText) }),
};

const entity = z.object({
  type: z.string().max(200),
  text: optional(shortText),
  mentioned: optional(z.object({ id: wireId, name: optional(shortText) })),
});

const message = z.object({
  ...common,
  type: z.literal("message"),
  id: wireId,
  from: person,
  text: z
    .string()
    .nullish()
    .transform((value) => value ?? ""),
  entities: z
    .array(entity)
    .max(500)
    .nullish()
    .transform((value) => value ?? []),
  /** What an old client's Submit carries; cards/actions reads it. */
  value: z.unknown().optional(),
  replyToId: optional(wireId),
});

const invoke = {
  ...common,
  type: z.literal("invoke"),
  id: wireId,
  from: person,
  replyToId: optional(wireId),
};

const cardAction = z.object({
  ...invoke,
  name: z.literal("adaptiveCard/action"),
  value: z.object({
    action: z.object({
      type: z.string().max(100),
      verb: optional(z.string().max(200)),
      /** Read strictly by cards/actions. */
      data: z.unknown().optional(),
    }),
    // An automatic refresh must never change anything; what is neither is no press either.
    trigger: optional(z.enum(["manual", "automatic"])),
  }),
});

const taskValue = z.object({
  data: z.unknown().optional(),
  context: optional(z.object({ theme: optional(z.string().max(50)) })),
});
const taskFetch = z.object({ ...invoke, name: z.literal("task/fetch"), value: taskValue });
const taskSubmit = z.object({ ...invoke, name: z.literal("task/submit"), value: taskValue });

const conversationUpdate = z.object({
  ...common,
  type: z.literal("conversationUpdate"),
  from: account.omit({ role: true }),
  membersAdded: optional(z.array(account.omit({ role: true })).max(5_000)),
  membersRemoved: optional(z.array(account.omit({ role: true })).max(5_000)),
});

const installationUpdate = z.object({
  ...common,
  type: z.literal("installationUpdate"),
  from: account.omit({ role: true }),
  action: z.enum(["add", "remove", "add-upgrade", "remove-upgrade"]),
});

/** Every activity the bot acts on, with the parts it uses and nothing else: unknown parts are left out. */
export const InboundActivity = z.discriminatedUnion("type", [
  message,
  z.discriminatedUnion("name", [cardAction, taskFetch, taskSubmit]),
  conversationUpdate,
  installationUpdate,
]);

export type InboundActivity = z.infer<typeof InboundActivity>;
export type InboundMessage = z.infer<typeof message>;
export type InboundCardAction = z.infer<typeof cardAction>;
export type InboundTask = z.infer<typeof taskFetch> | z.infer<typeof taskSubmit>;
export type InboundConversationUpdate = z.infer<typeof conversationUpdate>;
export type InboundInstallationUpdate = z.infer<typeof installationUpdate>;

/** What decides whether an activity may come in at all, before its own shape is looked at. */
export const ActivityEnvelope = z.looseObject({
  type: z.string().max(100),
  name: z.unknown().optional(),
  channelId: z.string().max(100),
  serviceUrl: z.string().max(500),
  conversation: z.looseObject({ tenantId: optional(z.string().max(100)) }),
  channelData: z
    .looseObject({ tenant: optional(z.looseObject({ id: z.string().max(100) })) })
    .nullish()
    .transform((value) => value ?? { tenant: undefined }),
});

export type ActivityEnvelope = z.infer<typeof ActivityEnvelope>;

const EVENT_TYPES = new Set(["conversationUpdate", "installationUpdate"]);
const PRESS_NAMES = new Set(["adaptiveCard/action", "task/fetch", "task/submit"]);

/** What to do with an activity of that type: look at it, thank for it and leave it, or say that it is not implemented. */
export function interestIn(envelope: ActivityEnvelope): "event" | "person" | "ignored" | "unknown" {
  if (EVENT_TYPES.has(envelope.type)) return "event";
  if (envelope.type === "message") return "person";
  if (envelope.type !== "invoke") return "ignored";
  return typeof envelope.name === "string" && PRESS_NAMES.has(envelope.name) ? "person" : "unknown";
}

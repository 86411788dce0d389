import { type App, toThreadedConversationId } from "@microsoft/teams.apps";
import { z } from "zod";
import { DeliveryError } from "../outbox/delivery.ts";
import type { ServiceUrlCheck } from "./service-url.ts";

/** Where a message goes. The address is the newest one known: it can change (reliability.md F46). */
export type Place = { readonly serviceUrl: string; readonly conversationId: string };

/** A message as it is sent: a card, or text; Teams makes two messages of both, so that is refused. */
export type OutboundActivity = {
  /** Shown in the notification. */
  readonly summary?: string;
} & (
  | { readonly card: object; readonly text?: never }
  | { readonly text: string; readonly card?: never }
);

/** Ids are undefined when the platform accepted the message but did not say them: then it can never be edited. */
export type PostedToChannel = {
  /** The thread's, with `;messageid=`: replies go there. */
  readonly conversationId: string | undefined;
  readonly activityId: string | undefined;
};

export type Member = {
  /** `29:…`, valid for this bot only. */
  readonly userId: string;
  /** The directory's id, lower case; missing for anonymous guests of meetings. */
  readonly entraId: string | undefined;
  readonly name: string;
  readonly givenName: string | undefined;
  /** "user", "guest", "anonymous" or whatever else the platform says. */
  readonly userRole: string;
  readonly tenantId: string | undefined;
};

/** Everything the bot asks of the Connector. Each rejects with DeliveryError and nothing else. */
export type Connector = {
  /** Opens the 1:1 conversation with a person, or gives the one there is. Safe to repeat. */
  createPersonalConversation(
    userId: string,
    tenantId: string,
    serviceUrl: string,
  ): Promise<{ readonly conversationId: string }>;
  /** Posts at the top of a channel: the root of a new thread. Not safe to repeat. */
  postToChannel(channel: Place, activity: OutboundActivity): Promise<PostedToChannel>;
  /** Posts in a thread or a 1:1 conversation. Not safe to repeat. */
  reply(
    place: Place,
    activity: OutboundActivity,
  ): Promise<{ readonly activityId: string | undefined }>;
  /** Replaces a message of ours. Safe to repeat. */
  update(place: Place, activityId: string, activity: OutboundActivity): Promise<void>;
  /** Deletes a message of ours. Safe to repeat: already gone is `notFound`. */
  remove(place: Place, activityId: string): Promise<void>;
  /** The whole roster, or an error: a page that fails never makes a shorter roster (reliability.md F47). */
  pagedMembers(place: Place, each?: EachPage): Promise<readonly Member[]>;
};

/** Asks for one page of a roster, when there is room for it. */
export type EachPage = (ask: () => Promise<unknown>) => Promise<unknown>;

const PAGE_SIZE = 500;
/** 25,000 members: the largest team there can be. */
const MAX_PAGES = 50;

const answerId = z.string().min(1).max(512);
const Created = z.object({
  id: answerId.optional().catch(undefined),
  activityId: answerId.optional().catch(undefined),
});
const guid = z.guid().transform((value) => value.toLowerCase());
const MemberShape = z.object({
  id: answerId,
  aadObjectId: guid.optional().catch(undefined),
  name: z.string().max(1_000).nullish(),
  givenName: z.string().max(1_000).nullish(),
  userRole: z.string().max(100).nullish(),
  tenantId: guid.optional().catch(undefined),
});
const Page = z.object({
  members: z.array(MemberShape),
  continuationToken: z.string().max(4_096).nullish(),
});

/**
 * The Connector by way of the SDK's client, which knows the addresses and adds the token; what it lacks (limits,
 * classification) is in its middleware. Refuses stored addresses that are no longer on the list of hosts.
 */
export function createConnector(app: App, clientId: string, mayServe: ServiceUrlCheck): Connector {
  const at = (serviceUrl: string) => {
    if (!mayServe(serviceUrl)) throw new DeliveryError("terminal", "ServiceUrlNotAllowed");
    return app.api.clone({ serviceUrl }).conversations;
  };
  return {
    async createPersonalConversation(userId, tenantId, serviceUrl) {
      const { id } = created(
        await at(serviceUrl).create({
          isGroup: false,
          bot: { id: `28:${clientId}` },
          members: [{ id: userId, role: "user" }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        }),
      );
      // Nothing has been shown to anybody yet, so asking again does no harm.
      if (id === undefined) throw new DeliveryError("unknown", "NoConversationId");
      return { conversationId: id };
    },
    async postToChannel({ serviceUrl, conversationId }, activity) {
      const channelId = conversationId.split(";")[0] ?? conversationId;
      const answer = await at(serviceUrl).create({
        isGroup: true,
        bot: { id: `28:${clientId}` },
        channelData: { channel: { id: channelId } },
        activity: wire(activity),
      });
      return threadOf(channelId, created(answer));
    },
    async reply({ serviceUrl, conversationId }, activity) {
      const answer = await at(serviceUrl).createActivity(pathPart(conversationId), wire(activity));
      return { activityId: created(answer).id };
    },
    async update({ serviceUrl, conversationId }, activityId, activity) {
      await at(serviceUrl).updateActivity(
        pathPart(conversationId),
        pathPart(activityId),
        wire(activity),
      );
    },
    async remove({ serviceUrl, conversationId }, activityId) {
      await at(serviceUrl).deleteActivity(pathPart(conversationId), pathPart(activityId));
    },
    async pagedMembers({ serviceUrl, conversationId }, each = (ask) => ask()) {
      const conversations = at(serviceUrl);
      // The roster belongs to the channel; a thread has none of its own.
      const place = pathPart(conversationId.split(";")[0] ?? conversationId);
      return readRoster((token) =>
        each(() => conversations.getPagedMembers(place, PAGE_SIZE, token)),
      );
    },
  };
}

async function readRoster(
  readPage: (continuationToken: string | undefined) => Promise<unknown>,
): Promise<readonly Member[]> {
  const members = new Map<string, Member>();
  const asked = new Set<string>();
  let token: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const parsed = Page.safeParse(await pageOrError(readPage, token));
    if (!parsed.success) throw badRoster("BadRosterPage", parsed.error);
    for (const member of parsed.data.members) members.set(member.id, memberOf(member));
    const following = parsed.data.continuationToken ?? "";
    if (following === "") return [...members.values()];
    if (asked.has(following)) throw badRoster("RosterRepeatsItself");
    asked.add(following);
    token = following;
  }
  throw badRoster("RosterNeverEnds");
}

async function pageOrError(
  readPage: (continuationToken: string | undefined) => Promise<unknown>,
  token: string | undefined,
): Promise<unknown> {
  try {
    return await readPage(token);
  } catch (cause) {
    // The SDK maps over the members before we see the page, and trips over one that has none.
    throw cause instanceof TypeError ? badRoster("BadRosterPage", cause) : cause;
  }
}

function badRoster(code: string, cause?: unknown): DeliveryError {
  return new DeliveryError("unknown", code, { cause });
}

function memberOf(member: z.infer<typeof MemberShape>): Member {
  return {
    userId: member.id,
    entraId: member.aadObjectId,
    name: member.name ?? "",
    givenName: member.givenName ?? undefined,
    userRole: member.userRole ?? "user",
    tenantId: member.tenantId,
  };
}

function wire({ card, text, summary }: OutboundActivity) {
  const content = card
    ? {
        attachments: [
          { contentType: "application/vnd.microsoft.card.adaptive" as const, content: card },
        ],
      }
    : { text: text ?? "" };
  // The SDK's card type is its own class; ours is checked against the strict schema in the card tests.
  return { type: "message" as const, ...content, ...(summary && { summary }) } as never;
}

function created(answer: unknown): z.infer<typeof Created> {
  const parsed = Created.safeParse(answer);
  return parsed.success ? parsed.data : { id: undefined, activityId: undefined };
}

function threadOf(channelId: string, { id, activityId }: z.infer<typeof Created>): PostedToChannel {
  const root = activityId ?? /;messageid=(\d+)$/.exec(id ?? "")?.[1];
  if (id?.includes(";messageid=")) return { conversationId: id, activityId: root };
  const thread =
    root && /^[1-9]\d*$/.test(root) ? toThreadedConversationId(channelId, root) : undefined;
  return { conversationId: thread, activityId: root };
}

/** Ids go into the path as they are: the SDK does not encode them, and a stored one must not lead elsewhere. */
function pathPart(id: string): string {
  if (id === "" || id === "." || id === "..") throw new DeliveryError("badRequest", "BadId");
  return encodeURIComponent(id).replace(/%(?:3A|40|3B|3D)/g, decodeURIComponent);
}

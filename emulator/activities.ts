import { randomUUID } from "node:crypto";
import { type Cloud, serviceUrlOf } from "./cloud.ts";
import { Refusal } from "./http.ts";
import {
  botUserId,
  findChannel,
  personalConversation,
  personNamed,
  type Place,
  placeOf,
  userIdOf,
} from "./roster.ts";
import type { Act } from "./acts.ts";
import type { Person } from "./world.ts";

export type Activity = Record<string, unknown>;
type Where = { conversation: Activity; channelData: Activity };

/** Finds where an act happens: "personal", a channel or a thread; a press in a channel happens in its card's thread. */
export function placeOfAct(cloud: Cloud, act: Act): Place {
  if (act.conversation === "personal")
    return {
      conversation: personalConversation(cloud.state, personNamed(cloud.state, act.person).id),
      rootId: undefined,
    };
  const place = placeOf(cloud.state, act.conversation);
  const pressed = act.activityId === undefined ? undefined : messageOf(cloud, act.activityId);
  if (place.conversation.kind === "personal" || place.rootId !== undefined || !pressed)
    return place;
  return { ...place, rootId: pressed.rootId ?? pressed.id };
}

/** Builds the activity that Teams would send for an act, its overrides merged in. */
export function buildActivity(cloud: Cloud, act: Act, place: Place): Activity {
  const person = personNamed(cloud.state, act.person);
  const activity: Activity = {
    ...frame(cloud, person, partsOf(cloud, place), act.locale ?? person.locale),
    ...contentOf(cloud, act, place),
    ...(act.activityKey === undefined ? {} : { id: act.activityKey }),
  };
  return act.activity === undefined ? activity : merged(activity, act.activity);
}

/** What every activity from a person carries: who, where, when, in which tenant and language. */
export function frame(cloud: Cloud, person: Person, where: Where, locale: string): Activity {
  const now = new Date().toISOString();
  return {
    id: `f:${randomUUID()}`,
    channelId: "msteams",
    serviceUrl: serviceUrlOf(cloud),
    timestamp: now,
    localTimestamp: now,
    localTimezone: "Europe/Stockholm",
    locale,
    from: {
      id: userIdOf(cloud.state, person.id),
      name: person.name,
      ...(person.userRole === "anonymous" ? {} : { aadObjectId: person.id }),
    },
    recipient: { id: botUserId(cloud.state), name: cloud.botName },
    ...where,
    entities: [{ type: "clientInfo", locale, country: "SE", platform: "Web" }],
  };
}

/** The parts of an activity that say where it happens. */
export function partsOf(cloud: Cloud, place: Place): Where {
  return { conversation: conversationPart(cloud, place), channelData: channelPart(cloud, place) };
}

function conversationPart(cloud: Cloud, { conversation, rootId }: Place): Activity {
  const tenantId = cloud.state.world.tenantId;
  if (conversation.kind === "personal")
    return { conversationType: "personal", tenantId, id: conversation.id };
  const suffix = rootId === undefined ? "" : `;messageid=${rootId}`;
  return {
    isGroup: true,
    conversationType: "channel",
    tenantId,
    id: `${conversation.id}${suffix}`,
  };
}

function channelPart(cloud: Cloud, { conversation }: Place): Activity {
  const tenant = { id: cloud.state.world.tenantId };
  if (conversation.kind === "personal") return { tenant };
  const found = findChannel(cloud.state, conversation.id);
  if (!found) throw new Refusal(404, "ConversationNotFound", `No channel ${conversation.id}`);
  return {
    teamsChannelId: conversation.id,
    teamsTeamId: found.team.id,
    channel: { id: conversation.id },
    team: { id: found.team.id },
    tenant,
  };
}

function contentOf(cloud: Cloud, act: Act, place: Place): Activity {
  const data = { ...act.action?.data, ...inputStrings(act.inputs ?? {}) };
  const replyTo = act.activityId === undefined ? {} : { replyToId: act.activityId };
  const context = { theme: "default" };
  switch (act.kind) {
    case "message":
      return messageContent(cloud, act, place);
    case "submit":
      return { type: "message", value: data, ...replyTo };
    case "execute":
      return {
        type: "invoke",
        name: "adaptiveCard/action",
        value: {
          action: {
            type: "Action.Execute",
            ...(act.action?.verb === undefined ? {} : { verb: act.action.verb }),
            data,
          },
          trigger: act.trigger ?? "manual",
        },
        ...replyTo,
      };
    case "fetch":
      return { type: "invoke", name: "task/fetch", value: { data, context }, ...replyTo };
    case "dialogSubmit":
      return { type: "invoke", name: "task/submit", value: { data, context }, ...replyTo };
    case "raw":
      return {};
  }
}

function messageContent(cloud: Cloud, act: Act, place: Place): Activity {
  const text = act.text ?? "";
  if (!mentions(act, place)) return { type: "message", textFormat: "plain", text };
  const mention = `<at>${cloud.botName}</at>`;
  return {
    type: "message",
    textFormat: "plain",
    text: `${mention} ${text}`,
    entities: [
      { type: "clientInfo", locale: act.locale ?? "sv-SE", country: "SE", platform: "Web" },
      {
        type: "mention",
        mentioned: { id: botUserId(cloud.state), name: cloud.botName },
        text: mention,
      },
    ],
  };
}

/** Whether a message names the bot. In a channel it does unless told otherwise; a 1:1 chat needs no mention. */
export function mentions(act: Act, place: Place): boolean {
  return place.conversation.kind === "channel" && act.mention !== false;
}

/** Inputs as Teams submits them: always strings, toggles "true" or "false", several choices joined by commas. */
function inputStrings(inputs: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    // An array written as text has its values joined by commas already.
    Object.entries(inputs).map(([id, value]) => [id, String(value)]),
  );
}

function messageOf(cloud: Cloud, activityId: string) {
  return cloud.state.messages.get(activityId);
}

function isObject(value: unknown): value is Activity {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Merges objects deeply; null takes a key away, anything else replaces it. */
export function merged(base: Activity, change: Activity): Activity {
  const result = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(change)) {
    const before = result.get(key);
    if (value === null) result.delete(key);
    else result.set(key, isObject(before) && isObject(value) ? merged(before, value) : value);
  }
  return Object.fromEntries(result);
}

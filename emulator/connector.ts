import { z } from "zod";
import { stampWhileMoving } from "./clock.ts";
import type { Cloud } from "./cloud.ts";
import { type Answer, type Call, Refusal, type Route } from "./http.ts";
import { deleteBotMessage, postBotMessage, updateBotMessage } from "./messages.ts";
import {
  canReach,
  findPerson,
  isBotIn,
  memberOf,
  peopleIn,
  personalConversation,
  type Place,
  placeOf,
  teamNamed,
} from "./roster.ts";

const createSchema = z.looseObject({
  isGroup: z.boolean().optional(),
  tenantId: z.string().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).optional(),
      tenant: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
  activity: z.looseObject({}).optional(),
});

/** The routes of the Bot Connector that the bot calls. Each needs an access token and obeys the send limits. */
export function connectorRoutes(cloud: Cloud): Route[] {
  const route = (method: string, path: string, handle: Route["handle"]): Route => ({
    method,
    path,
    handle: async (call) => {
      await cloud.keys.checkAccess(call.headers.authorization);
      cloud.limits.countApp();
      return handle(call);
    },
  });
  const activities = "/v3/conversations/:id/activities";
  return [
    route("POST", "/v3/conversations", (call) => createConversation(cloud, call)),
    route("POST", activities, (call) => post(cloud, call)),
    route("POST", `${activities}/:activityId`, (call) => post(cloud, call)),
    route("PUT", `${activities}/:activityId`, (call) => update(cloud, call)),
    route("DELETE", `${activities}/:activityId`, (call) => remove(cloud, call)),
    route("GET", "/v3/conversations/:id/members", (call) => members(cloud, call)),
    route("GET", "/v3/conversations/:id/pagedmembers", (call) => pagedMembers(cloud, call)),
    route("GET", "/v3/conversations/:id/members/:memberId", (call) => oneMember(cloud, call)),
    route("GET", "/v3/teams/:id", (call) => team(cloud, call)),
    route("GET", "/v3/teams/:id/conversations", (call) => channels(cloud, call)),
  ];
}

async function createConversation(cloud: Cloud, call: Call): Promise<Answer> {
  const read = createSchema.safeParse(call.body);
  if (!read.success) throw new Refusal(400, "BadSyntax", z.prettifyError(read.error));
  const wish = read.data;
  const tenantId = wish.tenantId ?? wish.channelData?.tenant?.id;
  const channelId = wish.channelData?.channel?.id;
  if (channelId !== undefined) return createThread(cloud, channelId, wish.activity);
  if (tenantId !== cloud.state.world.tenantId)
    throw new Refusal(400, "BadArgument", `Tenant ${tenantId ?? "(none)"} is not this bot's`);
  const [member, second] = wish.members ?? [];
  if (!member) throw new Refusal(400, "BadSyntax", "Neither a member nor a channel is given");
  if (second) throw new Refusal(403, "ForbiddenOperationException", "A bot makes no group chats");
  const person = findPerson(cloud.state, member.id);
  if (!person) throw new Refusal(400, "BadArgument", "Failed to decrypt pairwise id");
  if (!canReach(cloud.state, person.id))
    throw new Refusal(
      403,
      "ForbiddenOperationException",
      "The bot is not installed for this person, nor in any team of theirs",
    );
  const conversation = personalConversation(cloud.state, person.id);
  cloud.limits.count("create", conversation.id);
  cloud.changed();
  if (!wish.activity) return { status: 201, body: { id: conversation.id } };
  const place: Place = { conversation, rootId: undefined };
  const posted = postBotMessage(cloud, place, wish.activity, { splits: false });
  return { status: 201, body: { id: conversation.id, activityId: posted.id } };
}

async function createThread(
  cloud: Cloud,
  channelId: string,
  activity: Record<string, unknown> | undefined,
): Promise<Answer> {
  const place = botPlace(cloud, channelId);
  if (!activity) throw new Refusal(400, "BadSyntax", "A channel conversation needs an activity");
  cloud.limits.count("create", place.conversation.id);
  cloud.limits.count("send", place.conversation.id);
  const posted = postBotMessage(cloud, { ...place, rootId: undefined }, activity, {
    splits: false,
  });
  if (posted.id !== undefined) await stampWhileMoving(cloud, posted.id);
  const id = `${place.conversation.id};messageid=${posted.id}`;
  return { status: 201, body: { id, activityId: posted.id } };
}

async function post(cloud: Cloud, call: Call): Promise<Answer> {
  const place = botPlace(cloud, part(call, "id"));
  cloud.limits.count("send", place.conversation.id);
  const posted = postBotMessage(cloud, place, activityOf(call), { splits: true });
  if (posted.id !== undefined) await stampWhileMoving(cloud, posted.id);
  return { status: 201, body: posted.id === undefined ? {} : { id: posted.id } };
}

function update(cloud: Cloud, call: Call): Answer {
  const place = botPlace(cloud, part(call, "id"));
  cloud.limits.count("send", place.conversation.id);
  const id = updateBotMessage(cloud, place, part(call, "activityId"), activityOf(call));
  return { status: 200, body: { id } };
}

function remove(cloud: Cloud, call: Call): Answer {
  const place = botPlace(cloud, part(call, "id"));
  cloud.limits.count("send", place.conversation.id);
  deleteBotMessage(cloud, place, part(call, "activityId"));
  return { status: 200 };
}

function members(cloud: Cloud, call: Call): Answer {
  const place = botPlace(cloud, part(call, "id"));
  cloud.limits.count("members", place.conversation.id);
  const people = peopleIn(cloud.state, place.conversation);
  return { status: 200, body: people.map((person) => memberOf(cloud.state, person)) };
}

function pagedMembers(cloud: Cloud, call: Call): Answer {
  const place = botPlace(cloud, part(call, "id"));
  cloud.limits.count("members", place.conversation.id);
  const wished = Number(call.query.get("pageSize") ?? 200);
  const size = Math.min(500, Math.max(50, Number.isFinite(wished) ? wished : 200));
  const start = Number(call.query.get("continuationToken") ?? 0);
  if (!Number.isInteger(start) || start < 0)
    throw new Refusal(400, "BadArgument", "The continuation token is not one given here");
  const people = peopleIn(cloud.state, place.conversation);
  const page = people.slice(start, start + size);
  return {
    status: 200,
    body: {
      members: page.map((person) => memberOf(cloud.state, person)),
      ...(start + size < people.length ? { continuationToken: String(start + size) } : {}),
    },
  };
}

function oneMember(cloud: Cloud, call: Call): Answer {
  const place = botPlace(cloud, part(call, "id"));
  cloud.limits.count("members", place.conversation.id);
  const wanted = findPerson(cloud.state, part(call, "memberId"));
  const isMember = peopleIn(cloud.state, place.conversation).some((each) => each === wanted);
  if (!wanted || !isMember)
    throw new Refusal(404, "MemberNotFoundInConversation", "The member is not in the conversation");
  return { status: 200, body: memberOf(cloud.state, wanted) };
}

function team(cloud: Cloud, call: Call): Answer {
  const found = botTeam(cloud, part(call, "id"));
  return {
    status: 200,
    body: {
      id: found.id,
      name: found.name,
      aadGroupId: found.aadGroupId,
      channelCount: found.channels.length,
      memberCount: found.members.length,
    },
  };
}

function channels(cloud: Cloud, call: Call): Answer {
  const found = botTeam(cloud, part(call, "id"));
  const conversations = found.channels.map(({ id, name }) => ({ id, name, type: "standard" }));
  return { status: 200, body: { conversations } };
}

/** A conversation the bot may speak in. Refuses with 403 BotNotInConversationRoster where it is not installed. */
function botPlace(cloud: Cloud, id: string): Place {
  const place = placeOf(cloud.state, id);
  const { conversation } = place;
  const isIn =
    conversation.kind === "channel"
      ? isBotIn(cloud.state, conversation.teamId)
      : canReach(cloud.state, conversation.personId);
  if (!isIn)
    throw new Refusal(
      403,
      "BotNotInConversationRoster",
      "The bot is not part of the conversation roster.",
    );
  return place;
}

function botTeam(cloud: Cloud, id: string) {
  const found = teamNamed(cloud.state, id);
  if (!isBotIn(cloud.state, found.id))
    throw new Refusal(403, "BotNotInConversationRoster", "The bot is not in this team.");
  return found;
}

function activityOf(call: Call): Record<string, unknown> {
  const read = z.looseObject({}).safeParse(call.body);
  if (!read.success) throw new Refusal(400, "BadSyntax", "The activity is not an object");
  return read.data;
}

function part(call: Call, name: string): string {
  return call.parameters[name] ?? "";
}

import { z } from "zod";
import { activityOfAct, parseAct, perform } from "./acts.ts";
import { behaviours } from "./behaviours.ts";
import type { Cloud } from "./cloud.ts";
import { askClock, moveClock } from "./clock.ts";
import { changeChannel, changeInstallation, changeRoster, changeTeam } from "./events.ts";
import type { Answer, Call, Route } from "./http.ts";
import { personNamed } from "./roster.ts";
import { conversationList, messageList, worldView } from "./views.ts";
import { parsePerson, teamSchema } from "./world.ts";

const idList = z.array(z.string()).optional();
const channel = z.strictObject({ id: z.string(), name: z.string().nullable() });
const by = z.string().optional();
const rosterSchema = z.strictObject({ teamId: z.string(), add: idList, remove: idList, by });
const installSchema = z.strictObject({
  teamId: z.string().optional(),
  personId: z.string().optional(),
  add: z.boolean(),
  by,
});
const channelChangeSchema = z.strictObject({
  teamId: z.string(),
  create: channel.optional(),
  rename: channel.optional(),
  delete: z.string().optional(),
  restore: channel.optional(),
});
const teamChangeSchema = z.strictObject({
  teamId: z.string(),
  rename: z.string().optional(),
  delete: z.boolean().optional(),
  archive: z.boolean().optional(),
  restore: teamSchema.optional(),
});
const tokenSchema = z.strictObject({
  claims: z.record(z.string(), z.unknown()).optional(),
  header: z.record(z.string(), z.unknown()).optional(),
  signWith: z.enum(["connector", "unendorsed", "other", "tab", "hs256", "none"]).optional(),
  expiresInSeconds: z.number().optional(),
  person: z.string().optional(),
});

export type TokenInput = z.input<typeof tokenSchema>;

/** The control API: tests and the page do everything through it. It is no part of Teams and needs no token. */
export function controlRoutes(cloud: Cloud): Route[] {
  return [...actRoutes(cloud), ...lookRoutes(cloud), ...changeRoutes(cloud), ...testRoutes(cloud)];
}

function actRoutes(cloud: Cloud): Route[] {
  return [
    route("POST", "/control/act", async (call) => ok(await perform(cloud, parseAct(call.body)))),
    route("POST", "/control/activity", async (call) =>
      ok({
        activity: activityOfAct(cloud, parseAct(call.body)),
        token: await cloud.keys.activityToken(),
      }),
    ),
  ];
}

function lookRoutes(cloud: Cloud): Route[] {
  const since = (call: Call) => Number(call.query.get("since") ?? 0);
  return [
    route("GET", "/control/world", () => ok(worldView(cloud))),
    route("GET", "/control/behaviours", () => ok(behaviours)),
    route("GET", "/control/conversations", () => ok(conversationList(cloud))),
    route("GET", "/control/conversations/:id/messages", (call) =>
      ok(messageList(cloud, call.parameters["id"] ?? "", call.query.get("person") ?? undefined)),
    ),
    route("GET", "/control/received", (call) => ok(cloud.received.since(since(call)))),
    route("GET", "/control/sent", (call) => ok(cloud.sent.since(since(call)))),
    route("GET", "/control/clock", () => askClock(cloud)),
    // For the page, where a bot without a clock is no fault.
    route("GET", "/control/now", async () => {
      const answer = await askClock(cloud);
      return ok(answer.status === 200 ? answer.body : {});
    }),
    route("PUT", "/control/clock", (call) => moveClock(cloud, call.body)),
    route("GET", "/control/stream", () => ({
      status: 200,
      stream: (response) => {
        response.writeHead(200, {
          "content-type": "text/event-stream",
          "cache-control": "no-store",
        });
        response.write("event: changed\ndata: {}\n\n");
        cloud.listeners.add(response);
        response.on("close", () => cloud.listeners.delete(response));
      },
    })),
  ];
}

function changeRoutes(cloud: Cloud): Route[] {
  return [
    route("POST", "/control/roster", async (call) =>
      ok(await changeRoster(cloud, rosterSchema.parse(call.body))),
    ),
    route("POST", "/control/install", async (call) =>
      ok(await changeInstallation(cloud, installSchema.parse(call.body))),
    ),
    route("POST", "/control/channel", async (call) =>
      ok(await changeChannel(cloud, channelChangeSchema.parse(call.body))),
    ),
    route("POST", "/control/team", async (call) =>
      ok(await changeTeam(cloud, teamChangeSchema.parse(call.body))),
    ),
    route("POST", "/control/people", (call) => {
      const person = parsePerson(call.body);
      const { world } = cloud.state;
      world.people = [...world.people.filter((each) => each.id !== person.id), person];
      cloud.state.saveWorld();
      cloud.changed();
      return ok(person);
    }),
  ];
}

function testRoutes(cloud: Cloud): Route[] {
  return [
    route("POST", "/control/faults", (call) => ok({ id: cloud.faults.add(call.body) })),
    route("GET", "/control/faults", () => ok(cloud.faults.list())),
    route("DELETE", "/control/faults", () => {
      cloud.faults.clear();
      return ok({});
    }),
    route("POST", "/control/token", async (call) => {
      const { person, ...wish } = tokenSchema.parse(call.body ?? {});
      const token = await cloud.keys.token({
        ...definedOnly(wish),
        ...(person === undefined ? {} : { person: personNamed(cloud.state, person) }),
      });
      return ok({ token });
    }),
    route("POST", "/control/keys/rotate", async () => ok({ kid: await cloud.keys.rotate() })),
    route("PUT", "/control/region", (call) => {
      cloud.region = z.strictObject({ name: z.string().regex(/^[a-z]*$/) }).parse(call.body).name;
      cloud.keys.moved();
      return ok({ name: cloud.region });
    }),
    route("PUT", "/control/limits", (call) => {
      cloud.limits.set(z.strictObject({ on: z.boolean() }).parse(call.body).on);
      return ok({ on: cloud.limits.on });
    }),
    route("PUT", "/control/bot", (call) => {
      cloud.botUrl = z.strictObject({ url: z.url() }).parse(call.body).url.replace(/\/$/, "");
      return ok({ url: cloud.botUrl });
    }),
  ];
}

function route(method: string, path: string, handle: Route["handle"]): Route {
  return { method, path, handle };
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Takes away keys whose value is undefined, which zod leaves in the type. */
function definedOnly<T extends object>(values: T): Partial<Defined<T>> {
  // Only keys with a value are left, which Object.entries cannot tell the compiler.
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Defined<T>>;
}

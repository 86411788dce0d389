import type { Log } from "../log.ts";
import { ActivityEnvelope, InboundActivity, interestIn } from "./activity-shape.ts";
import type { FrontDoor } from "./http-adapter.ts";
import {
  type Checked,
  errorAnswer,
  type HttpAnswer,
  type HttpRequest,
  refused,
} from "./http-answer.ts";
import type { InboundToken, TokenCheck } from "./inbound-token.ts";
import type { ServiceUrlCheck } from "./service-url.ts";

export type FrontDoorOptions = {
  readonly clientId: string;
  readonly allowedTenants: readonly string[];
  readonly checkToken: TokenCheck;
  readonly mayServe: ServiceUrlCheck;
  readonly log: Log;
  /** Runs what belongs to one request, so that an error deep in it can be logged with the request's reference. */
  readonly inTurn: <Result>(reference: string, run: () => Promise<Result>) => Promise<Result>;
};

const MAX_REMEMBERED = 1_000;

/**
 * Decides about every request to the messages' path before the SDK sees it (teams-sdk.md, the front door): token first,
 * without reading the body; then size, JSON, serviceurl, channel, host, tenant and shape. What passes goes to the SDK
 * with the caller's identity and only the parts that were looked at; the token itself stays here.
 */
export function createFrontDoor(options: FrontDoorOptions): FrontDoor {
  const noticeReuse = createReuseWatch(options.log);
  return async (request, next) => {
    const admitted = await admit(request, options);
    if (!admitted.ok) {
      const { status, code } = admitted.refusal;
      options.log.warn("front-door.refused", { reference: request.reference, status, code });
      return errorAnswer(admitted.refusal, request.reference);
    }
    const { activity, token } = admitted.value;
    if (activity === "ignored") return { status: 200 };
    noticeReuse(activity, request.reference);
    const answer = await options.inTurn(request.reference, () =>
      next({
        body: activity,
        headers: {},
        token: {
          appId: options.clientId,
          from: "azure",
          fromId: token.subject,
          serviceUrl: activity.serviceUrl,
          isExpired: () => false,
        },
      }),
    );
    return asJsonAnswer(answer, request.reference);
  };
}

type Admitted = { readonly activity: InboundActivity | "ignored"; readonly token: InboundToken };

async function admit(request: HttpRequest, options: FrontDoorOptions): Promise<Checked<Admitted>> {
  const token = await options.checkToken(request.headerValues("authorization"));
  if (!token.ok) return token;
  const body = await request.readJson();
  if (!body.ok) return body;
  const envelope = ActivityEnvelope.safeParse(body.value);
  if (!envelope.success) {
    // Without a serviceUrl there is nothing the token could have been made for (reliability.md S9).
    return badShape(envelope.error);
  }
  const entry = checkEntry(envelope.data, token.value, options);
  if (!entry.ok) return entry;
  if (entry.value === "ignored")
    return { ok: true, value: { activity: "ignored", token: token.value } };
  const activity = InboundActivity.safeParse(body.value);
  if (!activity.success) return badShape(activity.error);
  return { ok: true, value: { activity: activity.data, token: token.value } };
}

function checkEntry(
  envelope: ActivityEnvelope,
  token: InboundToken,
  options: FrontDoorOptions,
): Checked<"wanted" | "ignored"> {
  if (envelope.serviceUrl !== token.serviceUrl)
    return refused(401, "serviceurl-differs", "The token was made for another serviceUrl.");
  if (envelope.channelId !== "msteams")
    return refused(403, "wrong-channel", "Only the channel msteams is served.");
  if (!options.mayServe(envelope.serviceUrl))
    return refused(403, "wrong-service-url", "The serviceUrl is not on the list of hosts.");
  const interest = interestIn(envelope);
  if (!tenantAllowed(envelope, interest === "event", options.allowedTenants))
    return refused(403, "wrong-tenant", "The tenant is not served by this bot.");
  if (interest === "unknown")
    return refused(501, "not-implemented", "This kind of invoke is not implemented.");
  return { ok: true, value: interest === "ignored" ? "ignored" : "wanted" };
}

/**
 * What a person does names its tenant twice, and the two agree (reliability.md S17). Events of teams are documented
 * with one of the two places empty, so there one is enough.
 */
function tenantAllowed(
  envelope: ActivityEnvelope,
  oneIsEnough: boolean,
  allowed: readonly string[],
): boolean {
  const named = [envelope.conversation.tenantId, envelope.channelData.tenant?.id];
  const given = named.filter((tenant) => tenant !== undefined).map((id) => id.toLowerCase());
  if (given.length < (oneIsEnough ? 1 : 2)) return false;
  return given.every((tenant) => tenant === given[0] && allowed.includes(tenant));
}

function badShape(error: { readonly issues: readonly { readonly path: PropertyKey[] }[] }) {
  const where = error.issues[0]?.path.map(String).join(".") || "body";
  return refused(400, "bad-activity", `The activity is malformed at ${where.slice(0, 100)}.`);
}

/**
 * A Connector token is used for many activities, so a stolen one can be replayed; what then shows is one activity id
 * with two senders (reliability.md S18). It is told, not refused: redelivery with the same sender is normal.
 */
function createReuseWatch(log: Log) {
  const senders = new Map<string, string>();
  return (activity: InboundActivity, reference: string): void => {
    if (activity.id === undefined) return;
    const key = `${activity.conversation.id} ${activity.id}`;
    const before = senders.get(key);
    if (before !== undefined && before !== activity.from.id)
      log.error("front-door.activity-id-reused", { reference, activityId: activity.id });
    if (senders.size >= MAX_REMEMBERED) senders.delete(senders.keys().next().value ?? "");
    senders.set(key, activity.from.id);
  };
}

/** The SDK answers a thrown error with a bare 500 or a bare text; callers get the one shape, with the reference. */
function asJsonAnswer(
  answer: { readonly status: number; readonly body?: unknown },
  reference: string,
): HttpAnswer {
  if (answer.status < 400) return answer;
  return errorAnswer(
    {
      status: answer.status,
      code: "internal",
      message: "Something went wrong. Try again, and quote the reference if it stays.",
    },
    reference,
  );
}

import { randomUUID } from "node:crypto";
import { shownAfterDialog, shownAfterExecute, type Shown } from "../../emulator/answers.ts";
import type { EmulatorClient } from "../support/emulator.ts";
import { CHANNEL, entraId, EVERYBODY, type Who } from "./stage-people.ts";

/** How a button reaches the bot: at once, opening a dialog, from a page of one, or as an old client sends it. */
export type Kind = "execute" | "fetch" | "dialogSubmit" | "submit";
export type Press = {
  readonly kind: Kind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** In the presser's own chat; otherwise in the thread of the channel. */
  readonly personal: boolean;
  /** The card pressed on. */
  readonly activityId: string;
  /** Only of what is pressed at once: by the person, or by the client itself when it draws the card anew. */
  readonly trigger?: "manual" | "automatic";
};
export type Answered = {
  readonly status: number;
  readonly shown: Shown;
  /** What the bot posted in the presser's chat: where an old client's press is answered. */
  readonly posted: readonly unknown[];
};

type Activity = Readonly<Record<string, unknown>>;
type Frames = {
  readonly [who in Who]: { readonly channel: Activity; readonly personal: Activity };
};

/** Presses by anybody, straight to a bot, with tokens signed for it. */
export type Presser = {
  readonly press: (botUrl: string, who: Who, press: Press) => Promise<Answered>;
  /** Sends what only looks like an activity of that person: the parts laid over theirs, or the bytes as they are. */
  readonly send: (
    botUrl: string,
    who: Who,
    parts: Activity | string,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
};

/** Asks the emulator once how an activity of each person looks, so that a press costs one request. */
export async function openPresser(emulator: EmulatorClient, rootId: string): Promise<Presser> {
  const token = await emulator.token();
  const frameOf = async (who: Who, conversation: string): Promise<Activity> => {
    const wish = { person: entraId(who), kind: "execute", conversation } as const;
    return (await emulator.activity({ ...wish, action: { data: {} } })).activity;
  };
  const thread = `${CHANNEL};messageid=${rootId}`;
  let heard = (await emulator.received()).at(-1)?.seq ?? 0;
  async function postedTo({ conversation }: Activity): Promise<readonly unknown[]> {
    const { id } = conversation as { readonly id: string };
    const news = await emulator.received(heard);
    heard = news.at(-1)?.seq ?? heard;
    return news.flatMap((one) => (one.conversationId === id && one.applied ? [one.body] : []));
  }
  const frames = Object.fromEntries(
    await Promise.all(
      EVERYBODY.map(async (who) => {
        const [channel, personal] = [await frameOf(who, thread), await frameOf(who, "personal")];
        return [who, { channel, personal }] as const;
      }),
    ),
  ) as Frames;
  async function post(botUrl: string, sent: string) {
    const response = await fetch(`${botUrl}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: sent,
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
    };
  }
  const named = (frame: Activity, parts: Activity) =>
    JSON.stringify({ ...frame, id: `f:${randomUUID()}`, ...parts });
  return {
    send: (botUrl, who, parts) =>
      post(botUrl, typeof parts === "string" ? parts : named(frames[who].channel, parts)),
    press: async (botUrl, who, press) => {
      const frame = frames[who][press.personal ? "personal" : "channel"];
      const { status, body } = await post(botUrl, named(frame, contentOf(press)));
      const posted = press.kind === "submit" ? await postedTo(frames[who].personal) : [];
      return { status, shown: shownOf(press.kind, status, body), posted };
    },
  };
}

function contentOf({ kind, data, inputs, activityId, trigger = "manual" }: Press): Activity {
  const sent = { ...data, ...inputs };
  const replyToId = activityId;
  switch (kind) {
    case "execute": {
      const action = { type: "Action.Execute", verb: data["verb"], data: sent };
      const value = { action, trigger };
      return { type: "invoke", name: "adaptiveCard/action", value, replyToId };
    }
    case "fetch":
      return { type: "invoke", name: "task/fetch", value: { data: sent }, replyToId };
    case "dialogSubmit":
      return { type: "invoke", name: "task/submit", value: { data: sent }, replyToId };
    case "submit":
      return { type: "message", name: undefined, value: sent, replyToId };
  }
}

/** What Teams would show; an old client's press is answered in a message of its own. */
function shownOf(kind: Kind, status: number, body: unknown): Shown {
  switch (kind) {
    case "execute":
      return shownAfterExecute(status, body);
    case "fetch":
      return shownAfterDialog(status, body, false);
    case "dialogSubmit":
      return shownAfterDialog(status, body, true);
    case "submit":
      return status === 200
        ? { kind: "nothing" }
        : { kind: "error", text: "", why: `the bot answered ${status}` };
  }
}

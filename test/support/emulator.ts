import type { ActInput, ActResult } from "../../emulator/acts.ts";
import type { TokenInput } from "../../emulator/control.ts";
import type { FaultInput } from "../../emulator/faults.ts";
import type { Received, Sent } from "../../emulator/records.ts";
import { startEmulator } from "../../emulator/server.ts";
import type { MessageView } from "../../emulator/views.ts";
import type { PersonInput, Team, WorldInput } from "../../emulator/world.ts";

export type Place = { conversation: string; activityId?: string };
export type Press = Place & {
  data?: Record<string, unknown>;
  verb?: string;
  inputs?: Record<string, unknown>;
  locale?: string;
  activityKey?: string;
  trigger?: "manual" | "automatic";
  activity?: Record<string, unknown>;
};
type BotAnswer = { status: number; body: unknown; millis: number };
type ConversationView = {
  kind: "channel" | "personal";
  id: string;
  name: string;
  teamId?: string;
  personId?: string;
  messages: number;
  lastId: string;
};

/** Starts an emulator in this process on a free port and gives a client of its control API. Close it after the test. */
export async function openEmulator(options: {
  world: WorldInput;
  botUrl?: string;
  statePath?: string;
  port?: number;
}) {
  const { port = 0, ...rest } = options;
  const emulator = await startEmulator({ port, ...rest });
  return { ...emulatorClient(emulator.url), close: () => emulator.close() };
}

/** What openEmulator gives, for the signatures of stories. */
export type EmulatorClient = ReturnType<typeof emulatorClient>;

/** A client of the control API of any running emulator. A refused call throws with what was said. */
export function emulatorClient(url: string) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /control/${path}: ${response.status} ${text}`);
    // The control API is our own; its answers have the types named at each call below.
    return JSON.parse(text) as T;
  }
  const act = (wish: ActInput) => call<ActResult>("POST", "act", wish);
  const press = (kind: ActInput["kind"], person: string, { data, verb, ...rest }: Press) =>
    act({
      person,
      kind,
      ...rest,
      action: { data: data ?? {}, ...(verb === undefined ? {} : { verb }) },
    });
  return {
    url,
    act,
    /** Builds an activity and a token for it without sending them. */
    activity: (wish: ActInput) =>
      call<{ activity: Record<string, unknown>; token: string }>("POST", "activity", wish),
    execute: (person: string, wish: Press) => press("execute", person, wish),
    fetch: (person: string, wish: Press) => press("fetch", person, wish),
    dialogSubmit: (person: string, wish: Press) => press("dialogSubmit", person, wish),
    submit: (person: string, wish: Press) => press("submit", person, wish),
    message: (person: string, conversation: string, text: string, more: Partial<ActInput> = {}) =>
      act({ person, kind: "message", conversation, text, ...more }),
    conversations: () => call<ConversationView[]>("GET", "conversations"),
    messages: (conversation: string, person?: string) =>
      call<MessageView[]>(
        "GET",
        `conversations/${encodeURIComponent(conversation)}/messages${
          person === undefined ? "" : `?person=${encodeURIComponent(person)}`
        }`,
      ),
    received: (since = 0) => call<Received[]>("GET", `received?since=${since}`),
    sent: (since = 0) => call<Sent[]>("GET", `sent?since=${since}`),
    fault: (fault: FaultInput) => call<{ id: number }>("POST", "faults", fault),
    clearFaults: () => call<unknown>("DELETE", "faults"),
    roster: (wish: { teamId: string; add?: string[]; remove?: string[]; by?: string }) =>
      call<BotAnswer[]>("POST", "roster", wish),
    person: (person: PersonInput) => call<unknown>("POST", "people", person),
    install: (wish: { teamId?: string; personId?: string; add: boolean; by?: string }) =>
      call<BotAnswer[]>("POST", "install", wish),
    channel: (wish: {
      teamId: string;
      create?: { id: string; name: string | null };
      rename?: { id: string; name: string | null };
      delete?: string;
      restore?: { id: string; name: string | null };
    }) => call<BotAnswer[]>("POST", "channel", wish),
    team: (wish: {
      teamId: string;
      rename?: string;
      delete?: boolean;
      archive?: boolean;
      restore?: Team;
    }) => call<BotAnswer[]>("POST", "team", wish),
    token: async (wish: TokenInput = {}) =>
      (await call<{ token: string }>("POST", "token", wish)).token,
    rotateKeys: () => call<{ kid: string }>("POST", "keys/rotate", {}),
    region: (name: string) => call<unknown>("PUT", "region", { name }),
    limits: (on: boolean) => call<unknown>("PUT", "limits", { on }),
    setBot: (botUrl: string) => call<unknown>("PUT", "bot", { url: botUrl }),
    clock: () => call<{ now: string }>("GET", "clock"),
    moveClock: (now: string, more: { jump?: boolean } = {}) =>
      call<{ now: string; sent: number; failed: number }>("PUT", "clock", { now, ...more }),
  };
}

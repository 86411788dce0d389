import type { ServerResponse } from "node:http";
import { Faults } from "./faults.ts";
import { Keys } from "./keys.ts";
import { Limits } from "./limits.ts";
import { type Received, Records, type Sent } from "./records.ts";
import { type Message, openState, type State } from "./state.ts";
import type { World } from "./world.ts";

/** What the rooms of the emulator share. */
export type Cloud = {
  state: State;
  keys: Keys;
  faults: Faults;
  limits: Limits;
  received: Records<Received>;
  sent: Records<Sent>;
  /** The address the bot knows the Connector by, without a slash at the end. */
  url: string;
  /** The region it answers the bot's teams from, as the path of its address says; "" for none. */
  region: string;
  botUrl: string;
  botName: string;
  /** The bot's development clock as last heard; undefined when it has none, or was never asked. */
  clock: string | undefined;
  /** How many moves of that clock are under way. */
  clockMoves: number;
  listeners: Set<ServerResponse>;
  changed(): void;
};

/** Opens what is kept and makes everything else new. The url is set when the server listens. */
export function openCloud(options: {
  world: World;
  statePath: string | undefined;
  botUrl: string;
}): Cloud {
  const state = openState(options.world, options.statePath);
  const listeners = new Set<ServerResponse>();
  const cloud: Cloud = {
    state,
    keys: new Keys(state, { url: () => cloud.url, serviceUrl: () => serviceUrlOf(cloud) }),
    faults: new Faults(),
    limits: new Limits(),
    received: new Records(),
    sent: new Records(),
    url: "",
    region: "",
    botUrl: options.botUrl,
    botName: "Dialoglotsen",
    clock: undefined,
    clockMoves: 0,
    listeners,
    changed: () => {
      for (const listener of listeners) listener.write("event: changed\ndata: {}\n\n");
    },
  };
  return cloud;
}

/** The address that activities name, where the bot's answers go. */
export function serviceUrlOf({ url, region }: Cloud): string {
  return region === "" ? `${url}/` : `${url}/${region}/`;
}

/** Keeps a new or changed message and tells the page. */
export function keepMessage(cloud: Cloud, message: Message): void {
  cloud.state.saveMessage(message);
  cloud.changed();
}

/** A new message with an id of its own; give it to keepMessage when it is complete. */
export function newMessage(
  cloud: Cloud,
  fields: Pick<Message, "conversationId" | "from"> & Partial<Message>,
): Message {
  return {
    id: cloud.state.nextMessageId(),
    cardFor: {},
    mentionsBot: false,
    edits: 0,
    deleted: false,
    at: new Date().toISOString(),
    ...(cloud.clock === undefined ? {} : { clock: cloud.clock }),
    ...fields,
  };
}

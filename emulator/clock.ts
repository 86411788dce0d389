import { z } from "zod";
import type { Cloud } from "./cloud.ts";
import type { Answer } from "./http.ts";

const clockSchema = z.looseObject({ now: z.string() });

/** Asks the bot for its development clock. 404 with a reason when it has none, 502 when it does not answer. */
export async function askClock(cloud: Cloud): Promise<Answer> {
  return remember(cloud, await ask(cloud, { method: "GET" }));
}

/** Moves the bot's development clock; the answer is the bot's own, after everything due by then has gone out. */
export async function moveClock(cloud: Cloud, body: unknown): Promise<Answer> {
  cloud.clockMoves += 1;
  try {
    const request = { method: "PUT", headers: { "content-type": "application/json" } };
    return remember(cloud, await ask(cloud, { ...request, body: JSON.stringify(body) }));
  } finally {
    cloud.clockMoves -= 1;
    cloud.changed();
  }
}

/** While the clock moves, each message is stamped with the instant the bot has reached: asked for before the bot is told that it was taken, so that it cannot have gone on. */
export async function stampWhileMoving(cloud: Cloud, messageId: string): Promise<void> {
  if (cloud.clockMoves === 0) return;
  const read = clockSchema.safeParse((await ask(cloud, { method: "GET" })).body);
  const message = cloud.state.messages.get(messageId);
  if (read.success && message) cloud.state.saveMessage({ ...message, clock: read.data.now });
}

function remember(cloud: Cloud, answer: Answer): Answer {
  const read = clockSchema.safeParse(answer.body);
  if (answer.status === 200 && read.success) cloud.clock = read.data.now;
  if (answer.status === 404) cloud.clock = undefined;
  return answer;
}

async function ask(cloud: Cloud, request: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(`${cloud.botUrl}/dev/clock`, request);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, body: isJson && text !== "" ? JSON.parse(text) : { text } };
  } catch (error) {
    const message = `The bot at ${cloud.botUrl} does not answer: ${String(error)}`;
    return { status: 502, body: { error: { code: "NoAnswer", message } } };
  }
}

import type { Activity } from "./activities.ts";
import type { Cloud } from "./cloud.ts";

export type BotAnswer = { status: number; body: unknown; millis: number };

/** Teams gives up on an invoke after about this long. */
const patienceMs = 15_000;

/** Sends an activity to the bot with a signed token. Status 0 means that no answer came; the body then says why. */
export async function deliver(cloud: Cloud, activity: Activity): Promise<BotAnswer> {
  const token = await cloud.keys.activityToken();
  const startedAt = performance.now();
  const entry = cloud.sent.add({
    at: new Date().toISOString(),
    activity,
    status: 0,
    body: undefined,
    millis: 0,
  });
  const answer = await ask(`${cloud.botUrl}/api/messages`, token, activity);
  entry.status = answer.status;
  entry.body = answer.body;
  entry.millis = Math.round((performance.now() - startedAt) * 10) / 10;
  return { ...answer, millis: entry.millis };
}

async function ask(
  url: string,
  token: string,
  activity: Activity,
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : readJson(text) };
  } catch (error) {
    // A bot that does not answer is a state that is shown, as Teams shows it.
    return { status: 0, body: { error: { code: "NoAnswer", message: String(error) } } };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is handed on as the text it is, for the test to see.
    return text;
  }
}

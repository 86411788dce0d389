import { expect } from "vitest";
import type { TokenInput } from "../../emulator/control.ts";
import { anna, channelId, openRecordingBot } from "./recording-bot.ts";

export type Activity = Record<string, unknown>;
export type Attempt = {
  /** What differs from the token that Teams would send. */
  readonly token?: TokenInput;
  /** The whole header instead; empty sends none. */
  readonly authorization?: string;
  readonly change?: (activity: Activity) => Activity;
  /** The whole body instead. */
  readonly body?: string;
};

const press = {
  person: anna,
  kind: "execute",
  conversation: channelId,
  action: { data: { verb: "x" } },
} as const;

/** A recording bot and a press that it must let in, to be made wrong in one way at a time. */
export async function openDoor(options: Parameters<typeof openRecordingBot>[0] = {}) {
  const bot = await openRecordingBot(options);
  // The key that lacks the endorsement is published once it has signed: before the bot reads the keys, once a minute.
  await bot.emulator.token({ signWith: "unendorsed" });

  async function knock({ token = {}, change = (same) => same, ...given }: Attempt = {}) {
    const authorization = given.authorization ?? `Bearer ${await bot.emulator.token(token)}`;
    const { activity } = await bot.emulator.activity(press);
    return bot.post(given.body ?? JSON.stringify(change(activity)), {
      "content-type": "application/json",
      ...(authorization && { authorization }),
    });
  }

  return {
    ...bot,
    knock,
    /** Refused with that status and code as JSON; no route ran and nothing was sent. */
    async refuses(attempt: Attempt, status: number, code: string) {
      bot.seen.length = 0;
      const answer = await knock(attempt);
      const reference = expect.stringMatching(/^[0-9a-f]{12}$/);
      expect(answer.body).toEqual({ error: { code, message: expect.any(String), reference } });
      expect(answer.status).toBe(status);
      expect(answer.type).toBe("application/json; charset=utf-8");
      expect(bot.seen).toEqual([]);
      expect(await bot.sentOut()).toEqual([]);
    },
    /** Let in to the route, which answered. */
    async letsIn(attempt: Attempt = {}) {
      bot.seen.length = 0;
      const answer = await knock(attempt);
      expect(answer.body).toMatchObject({ statusCode: 200, value: "Tack" });
      expect(bot.seen).toHaveLength(1);
      return bot.seen[0];
    },
  };
}

/** The activity with some parts of one of its objects replaced. */
export function merged(target: Activity, part: string, values: Activity): Activity {
  return { ...target, [part]: { ...(target[part] as Activity), ...values } };
}

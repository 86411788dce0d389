import { z } from "zod";

export type CloudToken = {
  /** A token for the scope, fetched when none is held or the held one is about to expire. */
  get(scope: string): Promise<string>;
  /** Forgets what is held: the next get fetches. */
  forget(): void;
};

export type CloudTokenOptions = {
  readonly cloudUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now?: () => number;
};

const Answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});
const Refused = z.object({ error_description: z.string() });
const MARGIN_MS = 60_000;
const TIMEOUT_MS = 10_000;

/**
 * The bot's own tokens from the emulated cloud, where the SDK's credentials cannot be pointed. The SDK asks for one at
 * every request, so they are kept in memory until a minute before they expire. Throws with Entra's code when refused.
 */
export function createCloudToken(options: CloudTokenOptions): CloudToken {
  const now = options.now ?? Date.now;
  const held = new Map<string, { token: Promise<string>; until: number }>();

  const fetchToken = async (scope: string): Promise<{ token: string; until: number }> => {
    const response = await fetch(`${options.cloudUrl}/${options.tenantId}/oauth2/v2.0/token`, {
      method: "POST",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: options.clientId,
        client_secret: options.clientSecret,
        scope,
      }),
    });
    const body: unknown = await response.json();
    if (!response.ok) throw refusal(response.status, body);
    const { access_token: token, expires_in: seconds } = Answer.parse(body);
    return { token, until: now() + seconds * 1_000 - MARGIN_MS };
  };

  return {
    get(scope) {
      const known = held.get(scope);
      if (known && known.until > now()) return known.token;
      // While it is on its way everybody waits for the same one; a failure is not kept.
      const fetched = fetchToken(scope);
      const token = fetched.then((answer) => answer.token);
      const entry = { token, until: Number.POSITIVE_INFINITY };
      held.set(scope, entry);
      fetched.then(
        ({ until }) => {
          entry.until = until;
        },
        () => {
          if (held.get(scope) === entry) held.delete(scope);
        },
      );
      return token;
    },
    forget: () => held.clear(),
  };
}

function refusal(status: number, body: unknown): Error {
  const parsed = Refused.safeParse(body);
  const code = parsed.success
    ? /AADSTS\d{1,9}/.exec(parsed.data.error_description)?.[0]
    : undefined;
  return Object.assign(new Error(`The token endpoint answered ${status} ${code ?? ""}`.trim()), {
    status,
    code: code ?? "NoToken",
    loggable: true,
  });
}

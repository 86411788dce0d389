import { z } from "zod";
import type { Cloud } from "./cloud.ts";
import { type Answer, type Call, Refusal, type Route } from "./http.ts";
import { botIssuer } from "./keys.ts";

const askSchema = z.looseObject({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string().min(1),
});

/** What Entra and the Connector publish: metadata, keys, and the token endpoint for the bot's own access tokens. */
export function signInRoutes(cloud: Cloud): Route[] {
  const route = (method: string, path: string, handle: Route["handle"]): Route => ({
    method,
    path,
    handle,
  });
  return [
    route("GET", "/v1/.well-known/openidconfiguration", () => ({
      status: 200,
      body: {
        issuer: botIssuer,
        jwks_uri: `${cloud.url}/v1/.well-known/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
        token_endpoint_auth_methods_supported: ["private_key_jwt"],
      },
    })),
    route("GET", "/v1/.well-known/keys", async () => ({
      status: 200,
      body: await cloud.keys.connectorKeys(),
    })),
    route("GET", "/:tenant/discovery/v2.0/keys", async () => ({
      status: 200,
      body: await cloud.keys.entraKeys(),
    })),
    route("POST", "/:tenant/oauth2/v2.0/token", (call) => giveToken(cloud, call)),
  ];
}

async function giveToken(cloud: Cloud, call: Call): Promise<Answer> {
  const { tenantId, botId } = cloud.state.world;
  const ask = askSchema.safeParse(call.body);
  if (!ask.success || ask.data.grant_type !== "client_credentials")
    throw new Refusal(400, "invalid_request", "AADSTS900144: the request lacks a parameter");
  if (call.parameters["tenant"] !== tenantId)
    throw new Refusal(400, "invalid_request", "AADSTS90002: the tenant was not found");
  if (ask.data.client_id !== botId)
    throw new Refusal(400, "unauthorized_client", "AADSTS700016: the application was not found");
  return {
    status: 200,
    body: {
      token_type: "Bearer",
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: await cloud.keys.accessToken(),
    },
  };
}

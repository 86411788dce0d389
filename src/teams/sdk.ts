import { AsyncLocalStorage } from "node:async_hooks";
import { type CloudEnvironment, PUBLIC, withOverrides } from "@microsoft/teams.api";
import { App } from "@microsoft/teams.apps";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { createCloudToken } from "./cloud-token.ts";
import { type ConnectorKeys, createConnectorKeys } from "./connector-keys.ts";
import { createConnectorMiddleware } from "./connector-middleware.ts";
import { createFrontDoor } from "./front-door.ts";
import { HttpAdapter, type HttpLimits } from "./http-adapter.ts";
import { createTokenCheck } from "./inbound-token.ts";
import { type Connector, createConnector } from "./outbound.ts";
import { createSdkLog } from "./sdk-log.ts";
import { createServiceUrlCheck } from "./service-url.ts";
import { timeElsewhere } from "./time-elsewhere.ts";

export type TeamsAppOptions = {
  readonly config: Pick<
    Config,
    | "host"
    | "clientId"
    | "tenantId"
    | "credential"
    | "allowedTenants"
    | "serviceUrlHosts"
    | "cloudUrl"
  >;
  readonly log: Log;
  /** Milliseconds since the epoch for tokens and keys: real time, never the development clock. */
  readonly now?: () => number;
  readonly limits?: Partial<HttpLimits> & { readonly outboundTimeoutMs?: number };
};

export type TeamsApp = {
  /** Routes are registered here: `app.on("card.action", …)`. What comes in has passed the front door. */
  readonly app: App;
  /** Other routes are added here, before or after start. */
  readonly adapter: HttpAdapter;
  readonly connector: Connector;
  readonly keys: ConnectorKeys;
  /** What time Microsoft's servers say it is, in milliseconds; undefined when they do not answer. */
  readonly timeElsewhere: () => Promise<number | undefined>;
  /** The reference of the request being handled, for an error answer and its log line; undefined outside one. */
  reference(): string | undefined;
  /** Listens. Rejects when the port is taken. */
  start(port: number): Promise<void>;
  /** Takes nothing new and waits for what is in flight, at most nine seconds. */
  stop(): Promise<void>;
};

/**
 * The SDK's App behind our own front door, configured so that nothing in the environment can steer it past us
 * (teams-sdk.md, options and habits). Does not listen until start().
 */
export function createTeamsApp(options: TeamsAppOptions): TeamsApp {
  const { config, log } = options;
  const now = options.now ?? Date.now;
  const turns = new AsyncLocalStorage<string>();
  const cloud = cloudOf(config.cloudUrl);
  const mayServe = createServiceUrlCheck(config.serviceUrlHosts, config.cloudUrl);
  const keysUrl = cloud.openIdMetadataUrl.replace(/\/openidconfiguration$/, "/keys");
  const keys = createConnectorKeys({ url: keysUrl, log, now });
  const adapter = new HttpAdapter({
    host: config.host,
    log,
    ...(options.limits && { limits: options.limits }),
    frontDoor: createFrontDoor({
      clientId: config.clientId,
      allowedTenants: config.allowedTenants,
      checkToken: createTokenCheck({ clientId: config.clientId, keys, log, now }),
      mayServe,
      log,
      inTurn: (reference, run) => turns.run(reference, run),
    }),
  });
  const { credentials, renewToken } = credentialsOf(config);
  const sdkLog = createSdkLog(log);
  const app = new App({
    clientId: config.clientId,
    tenantId: config.tenantId,
    ...credentials,
    cloud,
    serviceUrl: config.cloudUrl ?? "https://smba.trafficmanager.net/teams",
    apiClientSettings: { oauthUrl: cloud.tokenServiceUrl },
    httpServerAdapter: adapter,
    dangerouslyAllowUnauthenticatedRequests: false,
    client: {
      timeout: options.limits?.outboundTimeoutMs ?? OUTBOUND_TIMEOUT_MS,
      logger: sdkLog,
      middlewares: [
        createConnectorMiddleware({
          mayServe,
          timeoutMs: options.limits?.outboundTimeoutMs ?? OUTBOUND_TIMEOUT_MS,
          emulated: config.cloudUrl !== undefined,
          renewToken,
        }),
      ],
    },
    logger: sdkLog,
    telemetry: { agent365: false },
  });
  app.event("error", ({ error }) => {
    const reference = turns.getStore();
    log.error("teams.failed", { ...(reference && { reference }), error });
  });
  return {
    app,
    adapter,
    connector: createConnector(app, config.clientId, mayServe),
    keys,
    timeElsewhere: () => timeElsewhere(cloud.openIdMetadataUrl, log),
    reference: () => turns.getStore(),
    async start(port) {
      // Not app.start(): that one resolves when the port is taken.
      await app.initialize();
      await adapter.start(port);
    },
    stop: () => adapter.stop(),
  };
}

const OUTBOUND_TIMEOUT_MS = 10_000;

function cloudOf(cloudUrl: string | undefined): CloudEnvironment {
  if (cloudUrl === undefined) return PUBLIC;
  return withOverrides(PUBLIC, {
    openIdMetadataUrl: `${cloudUrl}/v1/.well-known/openidconfiguration`,
    tokenIssuer: "https://api.botframework.com",
    loginEndpoint: cloudUrl,
    tokenServiceUrl: cloudUrl,
    graphScope: `${cloudUrl}/.default`,
  });
}

/** An empty secret is given on purpose: the SDK would take CLIENT_SECRET from the environment, before any token. */
function credentialsOf(config: TeamsAppOptions["config"]) {
  const { credential, cloudUrl, tenantId, clientId } = config;
  const keep = () => false;
  if (credential.kind === "secret")
    return { credentials: { clientSecret: credential.clientSecret }, renewToken: keep };
  if (credential.kind === "managedIdentity") {
    const { managedIdentityClientId } = credential;
    return { credentials: { clientSecret: "", managedIdentityClientId }, renewToken: keep };
  }
  if (cloudUrl === undefined)
    throw new Error("Emulated credentials need TEAMS_CLOUD_URL; set it or give a real credential.");
  const { clientSecret } = credential;
  const cloudToken = createCloudToken({ cloudUrl, tenantId, clientId, clientSecret });
  return {
    credentials: {
      clientSecret: "",
      token: (scope: string | string[]) => cloudToken.get([scope].flat().join(" ")),
    },
    renewToken: () => {
      cloudToken.forget();
      return true;
    },
  };
}

import { z } from "zod";
import { type CrashAt, readCrashAt } from "./crash.ts";
import { strangers } from "./misspelt.ts";

/** What the process must be told before it can start. Read once, by main; everything else gets the parts it needs. */
export type Config = {
  readonly production: boolean;
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly clientId: string;
  readonly tenantId: string;
  readonly credential:
    | { readonly kind: "secret"; readonly clientSecret: string }
    | { readonly kind: "managedIdentity"; readonly managedIdentityClientId: string }
    | { readonly kind: "emulated"; readonly clientSecret: string };
  /** Lower case, at least one, no repeats. */
  readonly allowedTenants: readonly string[];
  readonly database:
    | { readonly kind: "sqlite"; readonly path: string }
    | { readonly kind: "postgres"; readonly url: string };
  /** Origin without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Codes of survey languages that are on beside Swedish and English. */
  readonly surveyLanguages: readonly string[];
  /** An e-mail address or an https page for those who answer a survey. */
  readonly surveyContact: string | undefined;
  /** Lower-case host names; their sub-hosts are meant too. */
  readonly serviceUrlHosts: readonly string[];
  readonly tabClientId: string | undefined;
  /** Origin of the emulated cloud, always on this machine; undefined means the real one. */
  readonly cloudUrl: string | undefined;
  readonly developmentClock: boolean;
  readonly paced: boolean;
  readonly crashAt: CrashAt | undefined;
  readonly processTemplatePath: string | undefined;
  readonly organisationPath: string | undefined;
  /** 32 bytes. Undefined only outside production. */
  readonly evaluationKey: Uint8Array | undefined;
  readonly logLevel: "error" | "warn" | "info" | "debug";
};

export type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigFault = { readonly variable: string; readonly problem: string };

/** The environment is wrong. Holds every fault at once, and no value: a value may be a secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    const lines = faults.map((fault) => `  ${fault.variable}: ${fault.problem}`);
    super(`The environment is wrong, so nothing was started:\n${lines.join("\n")}`);
    this.faults = faults;
  }
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const guid = (where: string) =>
  z
    .string()
    .regex(GUID, `is not a GUID; copy it from ${where}`)
    .transform((value) => value.toLowerCase());

const commaList = (value: string) => value.split(",").map((part) => part.trim().toLowerCase());
const withoutRepeats = (values: readonly string[]) => new Set(values).size === values.length;

/** The origin a variable names, or undefined when it says more or less than an origin. */
function originOf(value: string): URL | undefined {
  const url = URL.parse(value);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  const bare = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  return bare && url.pathname === "/" ? url : undefined;
}

const isLoopback = (url: URL) => LOOPBACK.test(url.hostname);
const SQLITE = /^sqlite:(?:\/\/(?=\/))?([^?#]+)$/;

const database = z.string().transform((value, context) => {
  const path = SQLITE.exec(value)?.[1];
  if (path) return { kind: "sqlite", path } as const;
  const url = /^postgres(?:ql)?:\/\//.test(value) ? URL.parse(value) : null;
  if (url && url.hostname !== "" && url.pathname.length > 1)
    return { kind: "postgres", url: value } as const;
  context.addIssue({
    code: "custom",
    message:
      "is no database we know; write sqlite:<path> or postgres://user:password@host/database",
  });
  return z.NEVER;
});

const shape = {
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a number from 0 to 65535")
    .default(3978),
  CLIENT_ID: guid("the bot's app registration in Entra"),
  TENANT_ID: guid("the tenant's overview in Entra"),
  CLIENT_SECRET: z.string().optional(),
  MANAGED_IDENTITY_CLIENT_ID: guid("the managed identity in Azure").optional(),
  ALLOWED_TENANTS: z
    .string()
    .transform(commaList)
    .refine((list) => list.every((tenant) => GUID.test(tenant)), {
      message: "must be tenant ids (GUIDs) with commas between; remove what is empty or no GUID",
      abort: true,
    })
    .refine(withoutRepeats, "names a tenant twice; name each once")
    .optional(),
  DATABASE_URL: database.prefault("sqlite:data/dialog.db"),
  PUBLIC_URL: z
    .string()
    .transform(originOf)
    .refine((url) => url !== undefined && (url.protocol === "https:" || isLoopback(url)), {
      message: "must be an https address without a path, such as https://dialog.example.se",
    })
    .transform((url) => url?.origin)
    .optional(),
  SURVEY_LANGUAGES: z
    .string()
    .transform(commaList)
    .refine((codes) => codes.every((code) => /^[a-z]{2,3}$/.test(code)), {
      message: "must be language codes with commas between, such as ar,fi",
    })
    .optional(),
  SURVEY_CONTACT: z
    .string()
    .regex(
      /^(?:[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}|https:\/\/\S+)$/i,
      "must be an e-mail address or an https address people can write to",
    )
    .optional(),
  SERVICE_URL_HOSTS: z
    .string()
    .transform(commaList)
    .refine((hosts) => hosts.every((host) => HOST_NAME.test(host)), {
      message: "must be host names with commas between, without https:// and without *",
    })
    // Anybody can rent a name under trafficmanager.net (teams-sdk.md, the front door 2).
    .refine((hosts) => !hosts.includes("trafficmanager.net"), {
      message:
        "may not hold trafficmanager.net, where anybody can get a name; write smba.trafficmanager.net",
    })
    .prefault("smba.trafficmanager.net"),
  TAB_CLIENT_ID: guid("the tab's own app registration in Entra").optional(),
  TEAMS_CLOUD_URL: z
    .string()
    .transform(originOf)
    .refine((url) => url !== undefined && isLoopback(url), {
      message: "must be an address on this machine without a path, such as http://127.0.0.1:3979",
    })
    .transform((url) => url?.origin)
    .optional(),
  DEV_CLOCK: z.enum(["0", "1"], "must be 1 or be removed").optional(),
  DEV_PACE: z.enum(["off"], "must be off or be removed").optional(),
  CRASH_AT: z
    .string()
    .transform(readCrashAt)
    .refine((at) => at !== undefined, "is no step; write for example post.taken@2")
    .optional(),
  PROCESS_TEMPLATE: z.string().optional(),
  ORGANISATION: z.string().optional(),
  EVALUATION_KEY: z
    .string()
    .regex(
      /^[A-Za-z0-9+/]{43}=$/,
      "must be 32 bytes as base64; make one with: openssl rand -base64 32",
    )
    .transform((value) => new Uint8Array(Buffer.from(value, "base64")))
    .optional(),
  LOG_LEVEL: z
    .enum(["error", "warn", "info", "debug"], "must be error, warn, info or debug")
    .default("info"),
} as const;

const Variables = z.object(shape);

/**
 * The environment as typed values, defaults filled in. Throws ConfigError with every fault at once: missing, malformed,
 * contradictory or misspelt variables (teams-sdk.md, interface of the bot process; reliability.md F61, S53).
 */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, env[name]]));
  const parsed = Variables.safeParse(given);
  const faults = [
    ...blankFaults(env),
    ...(parsed.error?.issues ?? []).map(({ path: [name], message }) => ({
      variable: String(name),
      problem: env[String(name)] === undefined ? "is missing; set it" : message,
    })),
    ...contradictions(env),
    ...strangers(env, Object.keys(shape)),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(onePerVariable(faults));
  return configOf(parsed.data);
}

function configOf(variables: z.output<typeof Variables>): Config {
  return {
    production: variables.NODE_ENV === "production",
    host: variables.HOST,
    port: variables.PORT,
    clientId: variables.CLIENT_ID,
    tenantId: variables.TENANT_ID,
    credential: credentialOf(variables),
    allowedTenants: variables.ALLOWED_TENANTS ?? [variables.TENANT_ID],
    database: variables.DATABASE_URL,
    publicUrl: variables.PUBLIC_URL,
    surveyLanguages: variables.SURVEY_LANGUAGES ?? [],
    surveyContact: variables.SURVEY_CONTACT,
    serviceUrlHosts: variables.SERVICE_URL_HOSTS,
    tabClientId: variables.TAB_CLIENT_ID,
    cloudUrl: variables.TEAMS_CLOUD_URL,
    developmentClock: variables.DEV_CLOCK === "1",
    paced: variables.DEV_PACE !== "off",
    crashAt: variables.CRASH_AT,
    processTemplatePath: variables.PROCESS_TEMPLATE,
    organisationPath: variables.ORGANISATION,
    evaluationKey: variables.EVALUATION_KEY,
    logLevel: variables.LOG_LEVEL,
  };
}

function credentialOf(variables: z.output<typeof Variables>): Config["credential"] {
  const { CLIENT_SECRET: clientSecret, MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId } =
    variables;
  if (variables.TEAMS_CLOUD_URL)
    return { kind: "emulated", clientSecret: clientSecret ?? "emulated" };
  if (managedIdentityClientId) return { kind: "managedIdentity", managedIdentityClientId };
  // contradictions() has refused the case of neither.
  return { kind: "secret", clientSecret: clientSecret ?? "" };
}

/** A secret copied with its newline fails at the first message instead of at the start; so does an empty value. */
function blankFaults(env: Environment): ConfigFault[] {
  return Object.keys(shape).flatMap((variable) => {
    const value = env[variable];
    if (value === undefined) return [];
    if (value.trim() === "")
      return [{ variable, problem: "is set but empty; give it a value or remove it" }];
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return value !== value.trim() || /[\u0000-\u001f\u007f]/.test(value)
      ? [
          {
            variable,
            problem: "has a space, newline or control character in or around it; remove that",
          },
        ]
      : [];
  });
}

function contradictions(env: Environment): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const add = (variable: string, problem: string) => faults.push({ variable, problem });
  const production = env["NODE_ENV"] === "production";
  const emulated = env["TEAMS_CLOUD_URL"] !== undefined;
  if (emulated && production)
    add("TEAMS_CLOUD_URL", "is refused in production; remove it or NODE_ENV=production");
  const forTests = ["DEV_CLOCK", "DEV_PACE", "CRASH_AT"].filter(
    (name) => (env[name] ?? "0") !== "0",
  );
  for (const variable of forTests) {
    if (production) add(variable, "is refused in production; remove it");
    if (!emulated) add(variable, "is allowed only together with TEAMS_CLOUD_URL; remove it");
  }
  if (env["EVALUATION_KEY"] === undefined && production)
    add("EVALUATION_KEY", "is required in production; make one with: openssl rand -base64 32");
  if (env["DATABASE_URL"] === "sqlite::memory:" && production)
    add("DATABASE_URL", "would forget everything at a restart; name a file or a server");
  const secret = env["CLIENT_SECRET"] !== undefined;
  const managed = env["MANAGED_IDENTITY_CLIENT_ID"] !== undefined;
  if (secret && managed)
    add("CLIENT_SECRET", "is set together with MANAGED_IDENTITY_CLIENT_ID; remove one of them");
  if (!secret && !managed && !emulated)
    add("CLIENT_SECRET", "is missing; set it, or MANAGED_IDENTITY_CLIENT_ID instead");
  const tab = env["TAB_CLIENT_ID"]?.toLowerCase();
  if (tab !== undefined && tab === env["CLIENT_ID"]?.toLowerCase())
    add("TAB_CLIENT_ID", "is the bot's CLIENT_ID; the tab needs an app registration of its own");
  return faults;
}

function onePerVariable(faults: readonly ConfigFault[]): ConfigFault[] {
  const byVariable = new Map(faults.toReversed().map((fault) => [fault.variable, fault]));
  return [...byVariable.values()].toReversed();
}

import { describe, expect, test } from "vitest";
import { ConfigError, type Environment, readConfig } from "../src/config.ts";

const CLIENT = "11111111-1111-4111-8111-111111111111";
const TENANT = "22222222-2222-4222-8222-222222222222";
const KEY = Buffer.alloc(32, 7).toString("base64");

const emulated: Environment = {
  CLIENT_ID: CLIENT,
  TENANT_ID: TENANT,
  TEAMS_CLOUD_URL: "http://127.0.0.1:3979",
};
const production: Environment = {
  NODE_ENV: "production",
  CLIENT_ID: CLIENT,
  TENANT_ID: TENANT,
  CLIENT_SECRET: "a~secret.value",
  EVALUATION_KEY: KEY,
};

function faultsOf(env: Environment): Record<string, string> {
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.faults.map((fault) => [fault.variable, fault.problem]));
  }
  return {};
}

describe("a right environment", () => {
  test("needs only the registration and the emulated cloud in development", () => {
    expect(readConfig(emulated)).toEqual({
      production: false,
      host: "127.0.0.1",
      port: 3978,
      clientId: CLIENT,
      tenantId: TENANT,
      credential: { kind: "emulated", clientSecret: "emulated" },
      allowedTenants: [TENANT],
      database: { kind: "sqlite", path: "data/dialog.db" },
      publicUrl: undefined,
      surveyLanguages: [],
      surveyContact: undefined,
      serviceUrlHosts: ["smba.trafficmanager.net"],
      tabClientId: undefined,
      cloudUrl: "http://127.0.0.1:3979",
      developmentClock: false,
      paced: true,
      crashAt: undefined,
      processTemplatePath: undefined,
      organisationPath: undefined,
      evaluationKey: undefined,
      logLevel: "info",
    });
  });

  test("reads every variable", () => {
    const other = "33333333-3333-4333-8333-33333333333A";
    const config = readConfig({
      ...production,
      HOST: "0.0.0.0",
      PORT: "8080",
      ALLOWED_TENANTS: `${TENANT}, ${other}`,
      DATABASE_URL: "postgres://bot:word@db.example.se:5432/dialog",
      PUBLIC_URL: "https://dialog.example.se/",
      SURVEY_LANGUAGES: "ar, FI",
      SURVEY_CONTACT: "dialog@example.se",
      SERVICE_URL_HOSTS: "smba.trafficmanager.net,Connector.Example.se",
      TAB_CLIENT_ID: other,
      PROCESS_TEMPLATE: "process.json",
      ORGANISATION: "organisation.json",
      LOG_LEVEL: "debug",
      PATH: "/usr/bin",
    });
    expect(config).toMatchObject({
      production: true,
      host: "0.0.0.0",
      port: 8080,
      credential: { kind: "secret", clientSecret: "a~secret.value" },
      allowedTenants: [TENANT, other.toLowerCase()],
      database: { kind: "postgres", url: "postgres://bot:word@db.example.se:5432/dialog" },
      publicUrl: "https://dialog.example.se",
      surveyLanguages: ["ar", "fi"],
      surveyContact: "dialog@example.se",
      serviceUrlHosts: ["smba.trafficmanager.net", "connector.example.se"],
      tabClientId: other.toLowerCase(),
      cloudUrl: undefined,
      processTemplatePath: "process.json",
      organisationPath: "organisation.json",
      evaluationKey: new Uint8Array(32).fill(7),
      logLevel: "debug",
    });
  });

  test.each([
    ["sqlite:data/a.db", { kind: "sqlite", path: "data/a.db" }],
    ["sqlite:/var/a.db", { kind: "sqlite", path: "/var/a.db" }],
    ["sqlite:///var/a.db", { kind: "sqlite", path: "/var/a.db" }],
    ["postgresql://h/d", { kind: "postgres", url: "postgresql://h/d" }],
  ])("understands the database %s", (DATABASE_URL, database) => {
    expect(readConfig({ ...emulated, DATABASE_URL }).database).toEqual(database);
  });

  test("says where a test wants the process to end", () => {
    const at = (CRASH_AT: string) => readConfig({ ...emulated, CRASH_AT }).crashAt;
    expect(at("post.taken@12")).toEqual({ step: "post.taken", activity: 12 });
    expect(at("chat.made")).toEqual({ step: "chat.made", activity: 0 });
  });

  test("takes a managed identity instead of a secret", () => {
    const { CLIENT_SECRET: _, ...rest } = production;
    expect(readConfig({ ...rest, MANAGED_IDENTITY_CLIENT_ID: TENANT }).credential).toEqual({
      kind: "managedIdentity",
      managedIdentityClientId: TENANT,
    });
  });

  test.each(["http://localhost:1", "http://127.0.0.1:2", "http://[::1]:3"])(
    "takes the emulated cloud %s, which is on this machine",
    (TEAMS_CLOUD_URL) => {
      expect(readConfig({ ...emulated, TEAMS_CLOUD_URL }).cloudUrl).toBe(TEAMS_CLOUD_URL);
    },
  );
});

describe("F61: a wrong environment", () => {
  test("is answered with every fault at once", () => {
    const faults = faultsOf({
      NODE_ENV: "production",
      TENANT_ID: "granasa.se",
      PORT: "65536",
      HOST: "",
      CLIENT_SECRET: "secret\n",
      ALLOWED_TENANTS: ",",
      DATABASE_URL: "mysql://x/y",
      TEAMS_CLOUD_URL: "https://example.se",
      DEV_CLOCK: "yes",
      LOG_LEVEL: "loud",
      SERVICE_URL_HOST: "x.example.se",
    });
    expect(Object.keys(faults).toSorted()).toEqual([
      "ALLOWED_TENANTS",
      "CLIENT_ID",
      "CLIENT_SECRET",
      "DATABASE_URL",
      "DEV_CLOCK",
      "EVALUATION_KEY",
      "HOST",
      "LOG_LEVEL",
      "PORT",
      "SERVICE_URL_HOST",
      "TEAMS_CLOUD_URL",
      "TENANT_ID",
    ]);
  });

  test.each<[string, Environment, RegExp]>([
    ["CLIENT_ID", { ...emulated, CLIENT_ID: undefined }, /missing/],
    ["CLIENT_ID", { ...emulated, CLIENT_ID: "bot" }, /not a GUID/],
    ["PORT", { ...emulated, PORT: "http" }, /0 to 65535/],
    ["PORT", { ...emulated, PORT: "-1" }, /0 to 65535/],
    ["ALLOWED_TENANTS", { ...emulated, ALLOWED_TENANTS: "" }, /empty/],
    ["ALLOWED_TENANTS", { ...emulated, ALLOWED_TENANTS: "," }, /empty or no GUID/],
    ["ALLOWED_TENANTS", { ...emulated, ALLOWED_TENANTS: "*" }, /no GUID/],
    [
      "ALLOWED_TENANTS",
      { ...emulated, ALLOWED_TENANTS: `${TENANT},${TENANT.toUpperCase()}` },
      /twice/,
    ],
    ["DATABASE_URL", { ...emulated, DATABASE_URL: "data/dialog.db" }, /sqlite:<path>/],
    ["DATABASE_URL", { ...emulated, DATABASE_URL: "sqlite:" }, /sqlite:<path>/],
    ["DATABASE_URL", { ...emulated, DATABASE_URL: "sqlite:a.db?mode=ro" }, /sqlite:<path>/],
    ["DATABASE_URL", { ...emulated, DATABASE_URL: "postgres://host" }, /postgres:/],
    ["DATABASE_URL", { ...production, DATABASE_URL: "sqlite::memory:" }, /forget everything/],
    ["PUBLIC_URL", { ...emulated, PUBLIC_URL: "http://dialog.example.se" }, /https/],
    ["PUBLIC_URL", { ...emulated, PUBLIC_URL: "https://dialog.example.se/tab" }, /without a path/],
    ["SURVEY_LANGUAGES", { ...emulated, SURVEY_LANGUAGES: "ar,finska" }, /language codes/],
    ["SURVEY_CONTACT", { ...emulated, SURVEY_CONTACT: "http://dialog.example.se" }, /https/],
    ["SURVEY_CONTACT", { ...emulated, SURVEY_CONTACT: "ring oss" }, /e-mail/],
    ["SERVICE_URL_HOSTS", { ...emulated, SERVICE_URL_HOSTS: "trafficmanager.net" }, /anybody/],
    ["SERVICE_URL_HOSTS", { ...emulated, SERVICE_URL_HOSTS: "*.trafficmanager.net" }, /without \*/],
    ["SERVICE_URL_HOSTS", { ...emulated, SERVICE_URL_HOSTS: "https://a.example.se" }, /host names/],
    ["SERVICE_URL_HOSTS", { ...emulated, SERVICE_URL_HOSTS: "," }, /host names/],
    ["TEAMS_CLOUD_URL", { ...emulated, TEAMS_CLOUD_URL: "http://10.0.0.1:3979" }, /this machine/],
    [
      "TEAMS_CLOUD_URL",
      { ...emulated, TEAMS_CLOUD_URL: "http://127.0.0.1@evil.se" },
      /this machine/,
    ],
    [
      "TEAMS_CLOUD_URL",
      { ...emulated, TEAMS_CLOUD_URL: "http://localhost.evil.se" },
      /this machine/,
    ],
    ["TEAMS_CLOUD_URL", { ...production, TEAMS_CLOUD_URL: "http://127.0.0.1:1" }, /production/],
    ["DEV_CLOCK", { ...production, DEV_CLOCK: "1" }, /production/],
    ["DEV_CLOCK", { ...production, NODE_ENV: "test", DEV_CLOCK: "1" }, /together with/],
    ["CRASH_AT", { ...production, CRASH_AT: "post.taken" }, /production/],
    ["CRASH_AT", { ...production, NODE_ENV: "test", CRASH_AT: "post.taken" }, /together with/],
    ["CRASH_AT", { ...emulated, CRASH_AT: "post.lost" }, /no step/],
    ["CRASH_AT", { ...emulated, CRASH_AT: "post.taken@often" }, /no step/],
    ["EVALUATION_KEY", { ...production, EVALUATION_KEY: undefined }, /required in production/],
    ["EVALUATION_KEY", { ...production, EVALUATION_KEY: "c2hvcnQ=" }, /32 bytes/],
    ["CLIENT_SECRET", { ...production, CLIENT_SECRET: undefined }, /missing/],
    ["CLIENT_SECRET", { ...production, CLIENT_SECRET: "abc\n" }, /newline/],
    ["CLIENT_SECRET", { ...production, CLIENT_SECRET: " abc" }, /space/],
    ["CLIENT_SECRET", { ...production, CLIENT_SECRET: "a\u0007bc" }, /control character/],
    ["CLIENT_SECRET", { ...production, MANAGED_IDENTITY_CLIENT_ID: TENANT }, /one of them/],
    ["TAB_CLIENT_ID", { ...emulated, TAB_CLIENT_ID: CLIENT.toUpperCase() }, /of its own/],
    ["NODE_ENV", { ...emulated, NODE_ENV: "prod" }, /production, development or test/],
    ["ALLOWED_TENANT", { ...emulated, ALLOWED_TENANT: TENANT }, /ALLOWED_TENANTS was meant/],
    ["evaluation_key", { ...emulated, evaluation_key: KEY }, /EVALUATION_KEY was meant/],
    [
      "DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS",
      { ...emulated, DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: "true" },
      /token check/,
    ],
  ])("%s: row %# is refused with what to do", (variable, env, problem) => {
    const faults = faultsOf(env);
    expect(Object.keys(faults)).toEqual([variable]);
    expect(faults[variable]).toMatch(problem);
  });

  test("never shows a value, which may be a secret", () => {
    const env = {
      ...production,
      CLIENT_SECRET: "hush hush\n",
      EVALUATION_KEY: "hushhush",
      DATABASE_URL: "pg://u:hush@h/d",
    };
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).not.toThrow(/hush/);
  });
});

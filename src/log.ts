export type LogLevel = "error" | "warn" | "info" | "debug";

/**
 * The only fields a line may hold: ids, codes, counts and times. A name, an input, a card or a token has no field
 * here, so it cannot be logged by mistake (reliability.md S46–S48). Add a field only when no person can write it.
 */
const FIELDS = [
  ...(["reference", "code", "reason", "kind", "status", "method", "path"] as const),
  ...(["activityType", "activityName", "activityId", "conversationId", "channelId"] as const),
  ...(["teamId", "tenantId", "dialogueId", "personId", "messageId", "messageKey"] as const),
  ...(["command", "event", "templateId", "variable", "file", "url", "keyId", "head"] as const),
  ...(["version", "attempt", "count", "sent", "failed", "bytes", "durationMs", "waitMs"] as const),
  ...(["lateMs", "at", "dueAt", "now"] as const),
] as const;

export type LogFields = {
  readonly [name in (typeof FIELDS)[number]]?: string | number | undefined;
} & {
  /** Written as name, code, status and stack frames; its message only when the error says `loggable: true`. */
  readonly error?: unknown;
};

export type Log = {
  /** `what` is a fixed text such as "outbox.delivered": never built from input. */
  error(what: string, fields?: LogFields): void;
  warn(what: string, fields?: LogFields): void;
  info(what: string, fields?: LogFields): void;
  debug(what: string, fields?: LogFields): void;
};

export type LogOptions = {
  readonly level: LogLevel;
  /** Takes one line with its newline; default is standard output. */
  readonly write?: (line: string) => void;
  readonly now?: () => Date;
};

const FIELD_LIMIT = 2_000;
const ORDER: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3 };

const FIELD_NAMES: ReadonlySet<string> = new Set(FIELDS);

/**
 * A log of one JSON line an event. Fields outside LogFields are dropped even if a cast lets them through; control
 * characters are escaped and every field is cut at 2,000 characters (reliability.md S47).
 */
export function createLog(options: LogOptions): Log {
  const write = options.write ?? ((line: string) => void process.stdout.write(line));
  const now = options.now ?? (() => new Date());
  const at =
    (level: LogLevel) =>
    (what: string, fields: LogFields = {}) => {
      if (ORDER[level] > ORDER[options.level]) return;
      const line = { time: now().toISOString(), level, what: text(what), ...permitted(fields) };
      write(`${escaped(JSON.stringify(line))}\n`);
    };
  return { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
}

/** A log that says nothing, for what is used outside the running bot. */
export const silentLog: Log = { error() {}, warn() {}, info() {}, debug() {} };

function permitted(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === "error") Object.assign(kept, errorFields(value));
    else if (FIELD_NAMES.has(name)) kept[name] = scalar(value);
  }
  return kept;
}

function scalar(value: unknown): string | number | boolean | undefined {
  if (typeof value === "string") return text(value);
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

function text(value: string): string {
  return value.length > FIELD_LIMIT ? `${value.slice(0, FIELD_LIMIT)}…` : value;
}

/** JSON escapes CR, LF and the C0 controls; what is left that can break a line or steer a terminal is escaped here. */
function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * An engine's message may quote what a person wrote (JSON.parse, Temporal, "Cannot create property"), so only errors
 * of our own that hold ids and codes alone, and say so by `loggable`, are quoted.
 */
function errorFields(error: unknown): Record<string, unknown> {
  const chain: string[] = [];
  let current: unknown = error;
  while (current instanceof Error && chain.length < 5) {
    chain.push(brief(current));
    current = current.cause;
  }
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = framesOf(error)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return {
    error: text(chain.join(" <- ")),
    ...("loggable" in error && error.loggable === true ? { message: text(error.message) } : {}),
    stack: text(frames.map((frame) => frame.trim()).join(" | ")),
  };
}

/** The stack after the message it repeats, or nothing when the message cannot be told from the frames. */
function framesOf(error: Error): string {
  const stack = error.stack ?? "";
  const at = stack.indexOf(error.message);
  return at < 0 ? "" : stack.slice(at + error.message.length);
}

function brief(error: Error): string {
  const code = "code" in error ? scalar(error.code) : undefined;
  const status = "status" in error ? scalar(error.status) : undefined;
  return [error.name, code, status].filter((part) => part !== undefined).join(" ");
}

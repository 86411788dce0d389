import { describe, expect, test } from "vitest";
import {
  answeredFailure,
  codeOf,
  retryAfterMs,
  tokenFailure,
  unansweredFailure,
} from "../../src/teams/delivery-failure.ts";

const now = Date.parse("2027-01-11T08:00:00Z");

test.each([
  ["1", 1_000],
  ["3600", 3_600_000],
  [" 30 ", 30_000],
  ["0.5", 1_000],
  ["0", 1_000],
  ["-5", 1_000],
  ["86400", 3_600_000],
  ["Mon, 11 Jan 2027 08:00:20 GMT", 20_000],
  ["Mon, 11 Jan 2027 07:00:00 GMT", 1_000],
  ["Fri, 11 Jan 2036 07:00:00 GMT", 3_600_000],
  ["Mon, 32 Jan 2027 08:00:20 GMT", 5_000],
  ["abc", 5_000],
  ["1e9", 5_000],
  ["99999999999999999999", 5_000],
  ["", 5_000],
  [undefined, 5_000],
])("F34: Retry-After %s makes us wait %d ms", (header, wait) => {
  expect(retryAfterMs(header, now)).toBe(wait);
});

test.each([
  [400, "BadSyntax", "badRequest"],
  [400, "MessageSizeTooBig", "tooBig"],
  [401, "BotNotRegistered", "unauthorized"],
  [403, "BotNotInConversationRoster", "terminal"],
  [403, "ConversationBlockedByUser", "terminal"],
  [403, "NobodyKnowsThisOne", "terminal"],
  [403, undefined, "terminal"],
  [404, "ConversationNotFound", "notFound"],
  [405, undefined, "badRequest"],
  [408, undefined, "unknown"],
  [409, undefined, "conflict"],
  [410, undefined, "notFound"],
  [412, "PreconditionFailed", "conflict"],
  [413, undefined, "tooBig"],
  [422, undefined, "badRequest"],
  [429, undefined, "throttled"],
  [500, undefined, "unknown"],
  [502, undefined, "unknown"],
  [503, undefined, "unknown"],
  [504, undefined, "unknown"],
  [302, undefined, "unknown"],
])("%d %s is %s", (status, code, fault) => {
  const failure = answeredFailure(status, { error: { code, message: "Annas svar" } }, "7", now);
  expect(failure).toMatchObject({ fault, status, code: code ?? `Http${status}` });
  expect(failure.retryAfterMs).toBe(status === 429 ? 7_000 : undefined);
  expect(failure.message).not.toContain("Annas");
});

describe("the code of an error body", () => {
  test.each<[unknown, string | undefined]>([
    [{ error: { code: "BadSyntax" } }, "BadSyntax"],
    [{ code: "BadSyntax" }, "BadSyntax"],
    [{ error: { code: "Forbidden", subCode: "MessageWritesBlocked" } }, "MessageWritesBlocked"],
    [{ error: { code: "Bad Argument, said Anna" } }, undefined],
    [{ error: { code: "x".repeat(200) } }, undefined],
    [{ error: { code: 7 } }, undefined],
    [{ error: "BadSyntax" }, undefined],
    ["BadSyntax", undefined],
    [null, undefined],
    [undefined, undefined],
    [[], undefined],
  ])("of %j is %s", (body, code) => {
    expect(codeOf(body)).toBe(code);
  });
});

describe("without an answer", () => {
  const systemError = (code: string, syscall: string) =>
    new Error("outer", { cause: Object.assign(new Error("inner"), { code, syscall }) });

  test.each([
    ["ECONNREFUSED", "connect", "unreachable"],
    ["ENOTFOUND", "getaddrinfo", "unreachable"],
    ["ETIMEDOUT", "connect", "unreachable"],
    ["CERT_HAS_EXPIRED", "", "unreachable"],
    ["ECONNRESET", "read", "unknown"],
    ["ETIMEDOUT", "read", "unknown"],
    ["EPIPE", "write", "unknown"],
    ["ERR_CANCELED", "", "unknown"],
  ])("%s in %s is %s", (code, syscall, fault) => {
    expect(unansweredFailure(systemError(code, syscall))).toMatchObject({ fault, code });
  });

  test("the cause is kept", () => {
    const cause = new Error("x");
    expect(unansweredFailure(cause)).toMatchObject({ fault: "unknown", code: "NoAnswer", cause });
  });
});

test("a refused token is our own trouble and carries Entra's code, not its text", () => {
  const cause = Object.assign(new Error("7000222 - AADSTS7000222: the secret of Anna expired"), {
    code: "invalid_client",
  });
  const failure = tokenFailure(cause);
  expect(failure).toMatchObject({ fault: "unauthorized", code: "AADSTS7000222", cause });
  expect(failure.message).not.toContain("Anna");
  expect(tokenFailure(failure)).toBe(failure);
  expect(tokenFailure("nothing")).toMatchObject({ fault: "unauthorized", code: "NoToken" });
});

import { expect, test } from "vitest";
import { createLog, type LogFields, type LogLevel } from "../src/log.ts";

function logged(what: string, fields: LogFields, level: LogLevel = "info") {
  const lines: string[] = [];
  const now = () => new Date("2027-01-11T07:30:00.000Z");
  createLog({ level: "debug", write: (line) => lines.push(line), now })[level](what, fields);
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

test("an event is one JSON line with time, level, what happened and its fields", () => {
  const line = logged("outbox.delivered", { messageId: 7, status: 201 });
  expect(line.endsWith("\n")).toBe(true);
  expect(JSON.parse(line)).toEqual({
    time: "2027-01-11T07:30:00.000Z",
    level: "info",
    what: "outbox.delivered",
    messageId: 7,
    status: 201,
  });
});

test("a level that was not asked for writes nothing", () => {
  const lines: string[] = [];
  const log = createLog({ level: "warn", write: (line) => lines.push(line) });
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.error("d");
  expect(lines.map((line) => JSON.parse(line).what)).toEqual(["c", "d"]);
});

test("a field that is not on the list is dropped, even past the types", () => {
  const fields = { status: 400, name: "Anna Ek", text: "hemligt", token: "eyJ", body: { a: 1 } };
  const line = logged("front-door.refused", fields as LogFields);
  expect(Object.keys(JSON.parse(line))).toEqual(["time", "level", "what", "status"]);
});

test("a value that is no text or number is dropped", () => {
  const line = logged("x", { code: { toString: () => "Anna" } } as unknown as LogFields);
  expect(line).not.toContain("Anna");
});

test.each([
  ["CR and LF", "a\r\nlevel: fake"],
  ["ANSI colours", "a\u001b[31mred"],
  ["C1 control", "a\u009b31m"],
  ["line separators", "a\u2028b\u2029c"],
  ["direction overrides", "a\u202eb\u2066c"],
  ["NUL and DEL", "a\u0000b\u007f"],
])("%s in a field are escaped, so a line stays a line", (_, hostile) => {
  const line = logged("x", { conversationId: hostile });
  expect(JSON.parse(line).conversationId).toBe(hostile);
  expect(line.slice(0, -1)).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+$/u);
});

test("a field of a megabyte is cut at 2,000 characters", () => {
  const line = logged("x", { conversationId: "å".repeat(1_000_000) });
  expect(JSON.parse(line).conversationId).toBe(`${"å".repeat(2_000)}…`);
});

test("an error is named with code, status, causes and frames, but its message stays out", () => {
  const cause = Object.assign(new Error("connect to secret-host"), { code: "ECONNREFUSED" });
  const error = Object.assign(new TypeError("Unexpected token, 'Annas svar'", { cause }), {
    status: 502,
  });
  const entry = JSON.parse(logged("x", { error }, "error"));
  expect(entry.error).toBe("TypeError 502 <- Error ECONNREFUSED");
  expect(entry.stack).toMatch(/^at .*log\.test\.ts/);
  expect(JSON.stringify(entry)).not.toMatch(/Annas|secret-host/);
});

test("an error whose message spans lines does not get its message in by the stack", () => {
  const entry = logged("x", { error: new Error("first\n    at Annas svar\nlast") }, "error");
  expect(entry).not.toContain("Annas svar");
});

test("an error that says it holds ids and codes alone is quoted", () => {
  const error = Object.assign(new Error("Cannot listen on port 1"), { loggable: true });
  expect(JSON.parse(logged("x", { error }, "error")).message).toBe("Cannot listen on port 1");
});

test("what is thrown and is no error says only what it is", () => {
  expect(JSON.parse(logged("x", { error: "Annas svar" }, "error")).error).toBe("string");
});

import { describe, expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import { rolesOf } from "../../src/domain/permissions.ts";
import { wantedMessages } from "../../src/domain/wanted.ts";
import { give, without } from "../support/absent.ts";
import {
  after,
  appointed,
  contextOf,
  directory,
  given,
  put,
  record,
  TEAM,
  template,
} from "../support/given.ts";

const holds = (state: ReturnType<typeof after>, person: string, people = directory) => [
  ...rolesOf(state, person, people),
];

describe("an observer", () => {
  const letIn = (person: string) =>
    ({ type: "GiveRole", role: "observer", person, reason: "" }) as const;

  test("is let in by chair or civil servant, a guest by the chair alone", () => {
    for (const who of ["a", "tjp"])
      given(...appointed)
        .when(who, letIn("other"))
        .types("RoleGiven");
    given(...appointed)
      .when("a", letIn("guest"))
      .types("RoleGiven");
    given(...appointed)
      .when("tjp", letIn("guest"))
      .rejects("E-FIELD");
    for (const who of ["b", "reg", "head", "adm"])
      given(...appointed)
        .when(who, letIn("other"))
        .rejects("E-FORBIDDEN");
  });

  test("is in the team, and has no other part", () => {
    given(...appointed)
      .when("a", letIn("outsider"))
      .rejects("E-FIELD");
    given(...appointed)
      .when("a", letIn("b"))
      .rejects("E-FIELD");
  });

  test("who is a guest is nothing more, whatever the dialogue names them for", () => {
    const people = new Map(directory.people).set("tjp", { teams: [TEAM], guest: true });
    const state = after(...appointed);
    const letIn = { ...state.roles, observers: ["tjp"] };
    expect(holds({ ...state, roles: letIn }, "tjp", { ...directory, people })).toEqual([
      "observer",
    ]);
  });

  test("reads and orders nothing", () => {
    const state = given(...appointed, give("a", "observer", "guest"));
    expect(holds(state.state as ReturnType<typeof after>, "guest")).toEqual(["observer"]);
    state
      .when("guest", record("plan.kickoff", { kickoffDate: "2027-02-16" }))
      .rejects("E-FORBIDDEN");
    state
      .when("guest", put("identify.first-groups", "prelimGroups", "g1", "Unga"))
      .rejects("E-FORBIDDEN");
  });

  test("is one no longer when chair or civil servant ends it", () => {
    const state = after(...appointed, give("a", "observer", "other"), [
      "tjp",
      { type: "EndRole", role: "observer", person: "other" },
    ]);
    expect(holds(state, "other")).toEqual([]);
  });
});

describe("somebody who leaves the team", () => {
  const state = after(...appointed);
  const note = (person: string, people = without("c")) =>
    decide(
      state,
      "dialogue-1",
      { type: "NotePresence", person },
      contextOf("system", undefined, people),
    );

  test("has no access from that moment, whatever the dialogue knows", () => {
    expect(holds(state, "c", without("c"))).toEqual([]);
  });

  test("is noted by the roster alone, once, and the civil servant is told", () => {
    expect(note("c").map(({ type }) => type)).toEqual(["PersonLeft"]);
    expect(note("c", directory)).toEqual([]);
    expect(note("other", without("other"))).toEqual([]);
    given(...appointed)
      .when("a", { type: "NotePresence", person: "c" })
      .rejects("E-FORBIDDEN");
    const left = { ...state, roles: { ...state.roles, left: { c: "2027-03-01T09:00:00.000Z" } } };
    const told = wantedMessages(left, template, directory).find(
      ({ about }) => about.kind === "left",
    );
    expect(told).toMatchObject({ about: { person: "c" }, to: { type: "person", person: "tjp" } });
  });

  test("being the civil servant, is told of to the head who can appoint another", () => {
    const left = { ...state, roles: { ...state.roles, left: { tjp: "2027-03-01T09:00:00.000Z" } } };
    const told = wantedMessages(left, template, directory).find(
      ({ about }) => about.kind === "left",
    );
    expect(told?.to).toEqual({ type: "person", person: "head" });
  });
});

import { describe, expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import type { Command, Dialogue, Home } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { rolesOf } from "../../src/domain/permissions.ts";
import type { Directory } from "../../src/domain/organisation.ts";
import { wantedMessages } from "../../src/domain/wanted.ts";
import { away } from "../support/absent.ts";
import {
  after,
  appointed,
  CHANNEL,
  contextOf,
  directory,
  given,
  record,
  type Step,
  TEAM,
  template,
  triaged,
} from "../support/given.ts";

const NEW_TEAM = "19:other-team@thread.tacv2";
const HERE: Extract<Home, { type: "channel" }> = {
  type: "channel",
  teamId: NEW_TEAM,
  channelId: "19:new@thread.tacv2",
};
const move: Command = { type: "MoveDialogue", home: HERE };
const lost: Step = ["system", { type: "NotePlace", gone: true }];
const found: Step = ["system", { type: "NotePlace", gone: false }];
const withDeputy: readonly Step[] = [
  ...appointed,
  [
    "head",
    record("plan.appoint", { civilServant: "tjp", deputy: "kom", appointedAt: "2027-02-04" }, 1),
  ],
];

/** The same people, of whom these are in the new team too. */
function also(...members: readonly string[]): Directory {
  const people = new Map(directory.people);
  for (const person of members) {
    const known = people.get(person) ?? { teams: [], guest: false };
    people.set(person, { ...known, teams: [...known.teams, NEW_TEAM] });
  }
  return { ...directory, people };
}
const everybody = also(...directory.people.keys());
const notices = (state: Dialogue) =>
  wantedMessages(state, template, directory).filter(({ about }) => about.kind === "placeLost");

describe("a dialogue whose channel is gone", () => {
  test("is moved by the civil servant, and by nobody else", () => {
    const state = given(...appointed, lost);
    state.when("tjp", move, everybody).gives({ type: "DialogueMoved", home: HERE });
    for (const who of ["a", "b", "head", "reg", "kom", "starter", "adm", "guest", "outsider"])
      state.when(who, move, everybody).rejects("E-FORBIDDEN");
  });

  test("says whose it is to move to those alone who may know of it", () => {
    const state = given(...appointed, lost);
    expect(state.when("b", move, everybody).problems()).toEqual([
      { code: "E-FORBIDDEN", who: ["civilServant"] },
    ]);
    expect(state.when("outsider", move, everybody).problems()).toEqual([{ code: "E-FORBIDDEN" }]);
  });

  test("is moved by the deputy while the civil servant is away", () => {
    given(...withDeputy, lost)
      .when("kom", move, everybody)
      .rejects("E-FORBIDDEN");
    const state = given(...withDeputy, away("tjp", "tjp"), lost);
    state.when("kom", move, everybody).types("DialogueMoved");
    state.when("tjp", move, everybody).rejects("E-FORBIDDEN");
  });

  test("is moved by the initiator before there is a civil servant", () => {
    const state = given(...triaged, lost);
    state.when("a", move, everybody).types("DialogueMoved");
    state.when("reg", move, everybody).rejects("E-FORBIDDEN");
  });

  test("is moved only to a team that who moves it is a member of", () => {
    given(...appointed, lost)
      .when("tjp", move, also("a"))
      .rejects("E-FORBIDDEN");
  });

  test("is not moved by who had left the team it was in", () => {
    const people = new Map(everybody.people).set("tjp", { teams: [NEW_TEAM], guest: false });
    given(...appointed, lost)
      .when("tjp", move, { ...everybody, people })
      .rejects("E-FORBIDDEN");
  });

  test("is moved while it is paused, and not when it is over", () => {
    const pause: Step = ["tjp", { type: "PauseDialogue", reason: "Vi väntar." }];
    given(...appointed, pause, lost)
      .when("tjp", move, everybody)
      .types("DialogueMoved");
    given(...triaged, lost, ["a", { type: "WithdrawDialogue" }])
      .when("a", move, everybody)
      .rejects("E-NOT-ACTIVE");
  });

  test("whose channel is there stays where it is", () => {
    for (const steps of [appointed, [...appointed, lost, found]])
      given(...steps)
        .when("tjp", move, everybody)
        .rejects("E-STALE");
  });

  test("that has moved lives in the new channel by the new team's roster, and the same order again changes nothing", () => {
    const state = after(...appointed, lost);
    const events = decide(state, "dialogue-1", move, contextOf("tjp", undefined, everybody));
    const moved = events.reduce(evolve, state as never) as unknown as Dialogue;
    expect(moved.home).toEqual(HERE);
    expect(rolesOf(moved, "a", also("tjp")).size).toBe(0);
    expect([...rolesOf(moved, "a", everybody)]).toContain("steeringChair");
    const places = wantedMessages(moved, template, everybody).flatMap(({ to }) =>
      to.type === "channel" ? [to.channelId] : [],
    );
    expect([...new Set(places)]).toEqual([HERE.channelId]);
    expect(decide(moved, "dialogue-1", move, contextOf("tjp", undefined, everybody))).toEqual([]);
  });

  test("tells who can move it, once each time, and never anew when it is over", () => {
    expect(notices(after(...triaged, lost))).toMatchObject([{ to: { person: "a" } }]);
    const once = after(...appointed, lost);
    expect(notices(once)).toMatchObject([{ to: { person: "tjp" } }]);
    const again = after(...appointed, lost, found, [
      "system",
      { type: "NotePlace", gone: true },
      "2027-03-01T08:00:00.000Z",
    ]);
    expect(notices(again)).toHaveLength(2);
    expect(notices(after(...appointed, lost, found)).map(({ key }) => key)).toEqual(
      notices(once).map(({ key }) => key),
    );
  });
});

describe("what has become of a channel", () => {
  test("is told by Teams alone, and each change once", () => {
    const here = given(...appointed);
    here.when("tjp", { type: "NotePlace", gone: true }).rejects("E-FORBIDDEN");
    here
      .when("system", { type: "NotePlace", gone: true })
      .gives({ type: "PlaceLost", told: "tjp" });
    here.when("system", { type: "NotePlace", gone: false }).gives();
    const gone = given(...appointed, lost);
    gone.when("system", { type: "NotePlace", gone: true }).gives();
    gone.when("system", { type: "NotePlace", gone: false }).gives({ type: "PlaceFound" });
    expect(after(...appointed, lost).home).toEqual({
      type: "channel",
      teamId: TEAM,
      channelId: CHANNEL,
    });
  });

  test("is nothing to a dialogue that is over", () => {
    given(...triaged, ["a", { type: "WithdrawDialogue" }])
      .when("system", { type: "NotePlace", gone: true })
      .gives();
  });
});

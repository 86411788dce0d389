import { describe, expect, test } from "vitest";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import { nextActions } from "../../src/domain/next-actions.ts";
import { timersOf } from "../../src/domain/timers.ts";
import { minutesOf, register, stopped } from "../support/decided.ts";
import {
  after,
  appointed,
  calendar,
  confirmed,
  directory,
  given,
  record,
  type Step,
  template,
} from "../support/given.ts";
import { invited } from "../support/whole-plan.ts";

const notice = record("stop.notice", {
  sentAt: "2027-05-03",
  channels: { chosen: "web", other: "" },
  doc: { title: "Dialogen ställs in", url: "https://granasa.se/installt" },
  sender: "a",
});

describe("a stop", () => {
  test("is the board's: nothing else ends a dialogue", () => {
    expect(after(...confirmed, ...stopped).status).toBe("stopped");
  });
  test("leaves the notice to those invited, ten working days after the decision", () => {
    const state = after(...invited, ...stopped);
    expect(nextActions(state, template, directory)).toEqual([
      expect.objectContaining({ itemId: "stop.notice", roles: ["steeringChair", "civilServant"] }),
      expect.objectContaining({ itemId: "follow.purge", roles: ["registrar", "civilServant"] }),
    ]);
    const open = deadlinesOf(state, template, calendar).filter(
      ({ doneOn, cancelledOn }) => doneOn === undefined && cancelledOn === undefined,
    );
    expect(open).toEqual([
      expect.objectContaining({ code: "STOP", due: "2027-05-12", responsible: "steeringChair" }),
      expect.objectContaining({ code: "D19", due: "2027-06-11", automatic: true }),
    ]);
  });
  test("asks for no notice when nobody was invited", () => {
    expect(nextActions(after(...appointed, ...stopped), template, directory)).toEqual([]);
  });
  test("lets nothing be recorded but the notice and the minutes", () => {
    const halted = given(...invited, ...stopped);
    halted
      .when("tjp", record("plan.kickoff", { kickoffDate: "2027-02-17" }, 1))
      .rejects("E-NOT-ACTIVE");
    halted.when("other", record("plan.kickoff", {})).rejects("E-FORBIDDEN");
    halted.when("reg", register("budget", minutesOf("§ 22", "2027-03-23"))).rejects("E-NOT-ACTIVE");
    halted
      .when("reg", record("minutes.stop-1", { minutesApproved: "2027-05-04" }))
      .types("ItemRecorded");
    halted.when("a", notice).types("ItemRecorded");
  });
  test("lets the addresses of those invited go thirty days after the notice, by the disposal decision", () => {
    const told: readonly Step[] = [...invited, ...stopped, ["a", notice]];
    expect(timersOf(after(...told), template, calendar)).toEqual([]);
    const disposed: readonly Step[] = [
      ...told,
      ["reg", record("follow.purge", { gallringsbeslut: "SBN 2026-0003" })],
    ];
    const [timer, ...others] = timersOf(after(...disposed), template, calendar);
    expect([timer, others]).toEqual([
      { at: "2027-06-02T06:30:00.000Z", command: { type: "PurgeContactList" } },
      [],
    ]);
    const purge = { type: "PurgeContactList" } as const;
    const early = after(...disposed, ["system", purge, "2027-06-02T06:29:00.000Z"]);
    expect(early.purges).toEqual([]);
    const gone: readonly Step[] = [...disposed, ["system", purge, "2027-06-02T06:30:00.000Z"]];
    expect(after(...gone).purges).toMatchObject([{ what: "contactList" }]);
    expect(timersOf(after(...gone), template, calendar)).toEqual([]);
    expect(nextActions(after(...gone), template, directory)).toEqual([]);
  });
  test("has no addresses to let go when nobody was invited", () => {
    given(...appointed, ...stopped)
      .when("reg", record("follow.purge", { gallringsbeslut: "SBN 2026-0003" }))
      .rejects("E-NOT-ACTIVE");
  });
});

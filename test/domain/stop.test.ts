import { describe, expect, test } from "vitest";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import { nextActions } from "../../src/domain/next-actions.ts";
import { minutesOf, register, stopped } from "../support/decided.ts";
import {
  after,
  appointed,
  calendar,
  confirmed,
  directory,
  given,
  record,
  template,
} from "../support/given.ts";
import { invited } from "../support/whole-plan.ts";

describe("a stop", () => {
  test("is the board's: nothing else ends a dialogue", () => {
    expect(after(...confirmed, ...stopped).status).toBe("stopped");
  });
  test("leaves the notice to those invited, ten working days after the decision", () => {
    const state = after(...invited, ...stopped);
    expect(nextActions(state, template, directory)).toEqual([
      expect.objectContaining({ itemId: "stop.notice", roles: ["steeringChair", "civilServant"] }),
    ]);
    const open = deadlinesOf(state, template, calendar).filter(
      ({ doneOn, cancelledOn }) => doneOn === undefined && cancelledOn === undefined,
    );
    expect(open).toEqual([
      expect.objectContaining({ code: "STOP", due: "2027-05-12", responsible: "steeringChair" }),
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
    halted
      .when(
        "a",
        record("stop.notice", {
          sentAt: "2027-05-03",
          channels: { chosen: "web", other: "" },
          doc: { title: "Dialogen ställs in", url: "https://granasa.se/installt" },
          sender: "a",
        }),
      )
      .types("ItemRecorded");
  });
});

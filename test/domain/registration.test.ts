import { describe, expect, test } from "vitest";
import {
  diaryOf,
  isUnregistered,
  registerBy,
  registrationQueue,
} from "../../src/domain/registration.ts";
import { nextActions } from "../../src/domain/next-actions.ts";
import { after, calendar, directory, given, type Step, template } from "../support/given.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import { invited } from "../support/whole-plan.ts";

const counts = template.deadlines;
const at = (when: string) => played(scenarioOne, when).state;
const register = (record: string, registerId = "") =>
  ({ type: "RegisterRecord", record, registerId }) as const;

describe("the diary", () => {
  test("wants the invitation the working day after it was published", () => {
    const queue = registrationQueue(at("2027-04-20 10:00"));
    expect(queue.map(({ record, on }) => [record, on])).toEqual([
      ["p1", "2027-04-08"],
      ["event.invite", "2027-04-20"],
    ]);
    expect(queue.map((one) => registerBy(one, counts, calendar))).toEqual([
      "2027-04-09",
      "2027-04-21",
    ]);
  });
  test("wants everything that is sent, received or fixed", () => {
    expect(diaryOf(at("2028-06-27 10:00")).map(({ record }) => record)).toEqual([
      "p1",
      "event.invite",
      "compile.report",
      "feedback.heard",
      "feedback.decision",
      "eval.report",
      "follow.m6",
      "follow.m12",
    ]);
  });
  test("is told by the registrar alone that a record is there, once, with its number", () => {
    given(...invited)
      .when("tjp", register("event.invite"))
      .rejects("E-FORBIDDEN");
    given(...invited)
      .when("reg", register("feedback.heard"))
      .rejects("E-FORBIDDEN");
    given(...invited)
      .when("reg", register("event.invite", "x".repeat(301)))
      .rejects("E-FIELD");
    given(...invited)
      .when("reg", register("event.invite", " SBN 2027-0041-7 "))
      .gives({
        type: "RecordRegistered",
        record: "event.invite",
        registerId: { text: "SBN 2027-0041-7" },
      });
    const done: Step = ["reg", register("event.invite")];
    given(...invited, done)
      .when("reg", register("event.invite"))
      .gives();
  });
  test("is what the registrar is asked for until it is empty", () => {
    const asked = (...steps: readonly Step[]) =>
      nextActions(after(...steps), template, directory).filter(({ what }) => what === "diary");
    expect(asked(...invited)).toEqual([{ what: "diary", roles: ["registrar"], count: 2 }]);
    const both: readonly Step[] = [
      ["reg", register("event.invite")],
      ["reg", register("p1")],
    ];
    expect(asked(...invited, ...both)).toEqual([]);
  });
  test("warns when a record is not there in time", () => {
    const diary = diaryOf(at("2027-04-20 10:00")).filter(({ kind }) => kind === "item");
    const warned = (now: string) => isUnregistered(diary, counts, calendar, now);
    expect(warned("2027-04-21T21:59:00.000Z")).toBe(false);
    expect(warned("2027-04-21T22:00:00.000Z")).toBe(true);
  });
});

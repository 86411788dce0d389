import { describe, expect, test } from "vitest";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import type { Command, GateId } from "../../src/domain/dialogue.ts";
import { resultOn } from "../../src/domain/position.ts";
import { timersOf } from "../../src/domain/timers.ts";
import { decided, minutesOf } from "../support/decided.ts";
import {
  after,
  appointed,
  calendar,
  given,
  record,
  type Step,
  template,
  triaged,
} from "../support/given.ts";
import { answer } from "../support/planned.ts";
import {
  approvedPlan,
  compiled,
  heldAll,
  heldOnce,
  invited,
  reasons,
} from "../support/whole-plan.ts";

const pause: Command = { type: "PauseDialogue", reason: "Vi väntar på Trafikverket." };
const resume: Command = { type: "ResumeDialogue", reason: "Trafikverket har svarat." };
const reopen = (gate: GateId, reason = "Ett tillfälle saknar anteckningar."): Command => ({
  type: "ReopenGate",
  gate,
  reason,
});

describe("a pause", () => {
  const paused: readonly Step[] = [...invited, ["tjp", pause]];
  test("is for the chair and the civil servant, with a reason", () => {
    const going = given(...appointed);
    for (const who of ["b", "reg", "head", "kom", "other"])
      going.when(who, pause).rejects("E-FORBIDDEN");
    going.when("a", { ...pause, reason: " " } as Command).rejects("E-REASON");
    going.when("a", pause).types("DialoguePaused");
    given(...triaged)
      .when("a", pause)
      .rejects("E-NO-BOARD-DECISION");
  });
  test("lets timers wait and dates stay", () => {
    const before = after(...invited);
    const rests = after(...paused);
    expect(timersOf(before, template, calendar)).not.toEqual([]);
    expect(timersOf(rests, template, calendar)).toEqual([]);
    expect(deadlinesOf(rests, template, calendar)).toEqual(deadlinesOf(before, template, calendar));
  });
  test("refuses every other order, whoever may give it", () => {
    const rests = given(...paused);
    rests
      .when("tjp", record("plan.kickoff", { kickoffDate: "2027-02-17" }, 1))
      .rejects("E-NOT-ACTIVE");
    rests.when("a", reopen("G5")).rejects("E-NOT-ACTIVE");
    rests
      .when("tjp", { type: "CancelOccasion", occasionId: "e1", reason: "Sjuk" })
      .rejects("E-NOT-ACTIVE");
    rests
      .when("b", { type: "CancelOccasion", occasionId: "e1", reason: "Sjuk" })
      .rejects("E-FORBIDDEN");
    rests.when("tjp", pause).gives();
  });
  test("ends when it is resumed, and everything is as it was", () => {
    const { status, ...facts } = after(...paused, ["a", resume]);
    expect(status).toBe("active");
    expect(facts.gates).toEqual(after(...invited).gates);
  });
});

describe("a passed gate that is opened again", () => {
  test("is for the chair, with a reason", () => {
    const over = given(...heldAll);
    over.when("tjp", reopen("G6")).rejects("E-FORBIDDEN");
    over.when("a", reopen("G6", " ")).rejects("E-REASON");
    over.when("a", reopen("G6")).types("GateReopened");
    over.when("a", reopen("G7")).gives();
  });
  test("is never the board's own, nor what the board has decided upon", () => {
    for (const gate of ["G0", "G1", "G2", "G3", "G4a", "G8", "G11"] as const)
      given(...heldAll)
        .when("a", reopen(gate))
        .rejects("E-BOARD-ONLY");
    const steps: readonly Step[] = [
      ...compiled,
      ...reasons(),
      ...decided("final", minutesOf("§ 88", "2027-06-22")),
    ];
    given(...steps)
      .when("a", reopen("G5"))
      .rejects("E-BOARD-ONLY");
  });
  test("passes again by a new fact of its own", () => {
    const steps: readonly Step[] = [...heldAll, ["a", reopen("G6")]];
    expect(after(...steps).gates.G6).toBeUndefined();
    given(...steps)
      .when("tjp", record("compile.redact", {}))
      .rejects("E-EVENT-UNDOCUMENTED");
    const again: Step = ["tjp", record("event.count.e1", { attendance: "47" }, 1)];
    expect(after(...steps, again).gates.G6).toBeDefined();
  });
  test("keeps the later records and marks them as replaced", () => {
    const state = after(...invited, ["a", reopen("G5", "Priset har ändrats.")]);
    expect(state.positions[0]?.superseded).toBeDefined();
    expect(resultOn(state.positions, "proposal")).toBeUndefined();
    expect(state.items["event.invite"]?.superseded).toBeDefined();
    expect(state.replaced.map(({ itemId }) => itemId)).toEqual(["event.invite"]);
    expect(state.gates.G4b).toBeDefined();
    expect(state.gates.G5).toBeUndefined();
  });
  test("lets the plan be written and put to the group again", () => {
    const again = given(...approvedPlan, ["a", reopen("G5", "Priset har ändrats.")]);
    again
      .when("tjp", record("plan.resources", { plannedCostSek: "140 000" }, 1))
      .types("ItemRecorded");
    again
      .when("tjp", {
        type: "OpenPosition",
        positionId: "p2",
        matter: "proposal",
        question: "Ny plan?",
      })
      .types("PositionOpened");
    again
      .when(...(answer("e", "approve", "", 1).slice(0, 2) as [string, Command]))
      .rejects("E-LOCKED-RECORD");
  });
  test("leaves what was done in time done", () => {
    const doneOn = (steps: readonly Step[]) =>
      deadlinesOf(after(...steps), template, calendar).map(({ code, doneOn: on }) => [code, on]);
    expect(doneOn([...invited, ["a", reopen("G5")]])).toEqual(doneOn(invited));
  });
  test("takes a record that is said anew in the same words", () => {
    const steps: readonly Step[] = [...compiled, ["a", reopen("G7")]];
    expect(after(...steps).gates.G7).toBeUndefined();
    const kept = after(...compiled).items;
    const again = (itemId: string): Step => [
      "tjp",
      {
        type: "RecordItems",
        entries: [
          {
            itemId,
            values:
              itemId === "compile.report"
                ? {
                    report: {
                      title: "Underlag",
                      url: "https://granasa.sharepoint.com/underlag",
                      version: "1",
                    },
                    version: "1.0",
                    fixedAt: "2027-06-10",
                  }
                : { handedOverAt: "2027-06-10", dnr: "SBN 2027-0041" },
            revision: kept[itemId]?.revision ?? 0,
          },
        ],
      },
    ];
    const state = after(...steps, again("compile.report"), again("compile.handover"));
    expect(state.gates.G7).toBeDefined();
    expect(state.replaced).toHaveLength(2);
  });
});

describe("a correction", () => {
  const correct = (about: Extract<Command, { type: "CorrectRecord" }>["about"]): Command => ({
    type: "CorrectRecord",
    correctionId: "c-1",
    about,
    was: "46 deltagare",
    shouldBe: "64 deltagare",
    why: "Siffrorna kastades om.",
  });
  const kickoff = { kind: "item", itemId: "plan.kickoff" } as const;
  test("stands beside a locked item and changes nothing in it", () => {
    const state = after(...invited, ["tjp", correct(kickoff)]);
    expect(state.corrections).toHaveLength(1);
    expect(state.items["plan.kickoff"]).toEqual(after(...invited).items["plan.kickoff"]);
    given(...invited, ["tjp", correct(kickoff)])
      .when("tjp", correct(kickoff))
      .gives();
  });
  test("is made by who may write the item, the registrar for decisions, chair or civil servant for positions", () => {
    const locked = given(...invited);
    locked.when("other", correct(kickoff)).rejects("E-FORBIDDEN");
    const decision = { kind: "decision", decisionId: "decision-1" } as const;
    locked.when("reg", correct(decision)).types("RecordCorrected");
    locked.when("tjp", correct(decision)).rejects("E-FORBIDDEN");
    const position = { kind: "position", positionId: "p1" } as const;
    for (const who of ["a", "tjp"]) locked.when(who, correct(position)).types("RecordCorrected");
    for (const who of ["b", "reg"]) locked.when(who, correct(position)).rejects("E-FORBIDDEN");
  });
  test("is not for what can still be written, and says all it lacks", () => {
    given(...appointed, ["tjp", record("plan.kickoff", { kickoffDate: "2027-02-16" })])
      .when("tjp", correct(kickoff))
      .rejects("E-FORBIDDEN");
    const empty = { ...correct(kickoff), was: "", shouldBe: " ", why: "" } as Command;
    expect(
      given(...invited)
        .when("tjp", empty)
        .problems(),
    ).toEqual([
      {
        code: "E-FIELD",
        faults: ["was", "shouldBe", "why"].map((field) => ({
          itemId: "correction",
          field,
          fault: "missing",
        })),
      },
    ]);
  });
  test("can be made in a dialogue that is paused or stopped", () => {
    given(...invited, ["tjp", pause])
      .when("tjp", correct(kickoff))
      .types("RecordCorrected");
  });
});

test("nobody deletes a locked record", () => {
  const fixed = given(...compiled);
  fixed.when("tjp", record("compile.report", { report: null }, 1)).rejects("E-LOCKED-RECORD");
  fixed
    .when("tjp", { type: "RemoveRow", itemId: "plan.events", field: "events", rowId: "e1" })
    .rejects("E-LOCKED-RECORD");
  given(...heldOnce)
    .when("tjp", { type: "RemoveRow", itemId: "plan.target-map", field: "groups", rowId: "unga" })
    .rejects("E-LOCKED-RECORD");
});

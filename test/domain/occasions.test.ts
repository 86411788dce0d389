import { describe, expect, test } from "vitest";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import { forecastsOf } from "../../src/domain/forecast.ts";
import { nextActions } from "../../src/domain/next-actions.ts";
import { occasionNotices } from "../../src/domain/occasion-notices.ts";
import { timersOf } from "../../src/domain/timers.ts";
import {
  after,
  calendar,
  directory,
  given,
  record,
  type Step,
  template,
} from "../support/given.ts";
import { occasion, planned } from "../support/planned.ts";
import { played, type Row } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import { approvedPlan, invited } from "../support/whole-plan.ts";

const move = (start: string, end: string): Step => [
  "tjp",
  { type: "MoveOccasion", occasionId: "e1", start, end, reason: "Lokalen var upptagen." },
  "2027-05-05T09:00:00.000Z",
];
const later = move("2027-06-02T16:00:00.000Z", "2027-06-02T18:30:00.000Z");
const cancel: Step = [
  "tjp",
  { type: "CancelOccasion", occasionId: "e1", reason: "Storm." },
  "2027-05-05T09:00:00.000Z",
];
const waits = (state: ReturnType<typeof after>) =>
  nextActions(state, template, directory).flatMap((one) =>
    one.what === "item" && one.itemId.startsWith("event.notice") ? [one.itemId] : [],
  );
const sent = (key: string): Step => [
  "kom",
  record(`event.notice.${key}`, { sentAt: "2027-05-06", channels: { chosen: "web", other: "" } }),
];

describe("a tillfälle of the approved plan", () => {
  test("that is moved wants a notice, until the communicator has recorded it as sent; then it is a record", () => {
    const moved = [...invited, later];
    expect(waits(after(...moved))).toEqual(["event.notice.e1.1"]);
    expect(waits(after(...moved, sent("e1.1")))).toEqual([]);
    given(...moved, sent("e1.1"))
      .when("kom", record("event.notice.e1.1", { sentAt: "2027-05-07" }, 1))
      .rejects("E-LOCKED-RECORD");
    given(...moved)
      .when("kom", record("event.notice.e1.9", { sentAt: "2027-05-07" }))
      .rejects("E-FORBIDDEN");
  });
  test("that is moved twice before anybody was told wants one notice, after that another", () => {
    const again = move("2027-06-03T16:00:00.000Z", "2027-06-03T18:30:00.000Z");
    const keys = (...steps: readonly Step[]) =>
      occasionNotices(after(...steps)).map(({ key }) => key);
    expect(keys(...invited, later, again)).toEqual(["e1.2"]);
    expect(keys(...invited, later, sent("e1.1"), again)).toEqual(["e1.1", "e1.2"]);
  });
  test("that is cancelled wants a notice when people have been invited, and only then", () => {
    expect(waits(after(...invited, cancel))).toEqual(["event.notice.e1.cancelled"]);
    expect(waits(after(...approvedPlan, cancel))).toEqual([]);
  });
  test("takes every date that is counted from it along when it is moved", () => {
    const codes = (...steps: readonly Step[]) =>
      deadlinesOf(after(...steps), template, calendar)
        .filter(({ code }) => code === "D07")
        .map(({ due }) => due);
    expect(codes(...invited)).toEqual(["2027-05-04"]);
    // E2 on 22 May is the first now.
    expect(codes(...invited, later)).toEqual(["2027-05-17"]);
    const { state } = played(
      [...scenarioOne.slice(0, 11), ["2027-05-05 11:00", later]],
      "2027-06-02 20:30",
    );
    expect(
      deadlinesOf(state, template, calendar)
        .filter(({ code }) => /^(D08|D10|D13)/u.test(code))
        .map(({ code, due }) => `${code} ${due}`),
    ).toEqual(["D08.1 2027-06-04", "D08.2 2027-05-25", "D10 2027-06-23", "D13.1 2027-08-31"]);
  });
  test("that is cancelled after its end takes its deadlines with it", () => {
    const rows: readonly Row[] = [...scenarioOne.slice(0, 12), ["2027-05-23 11:00", cancel]];
    const codes = (until: string) =>
      deadlinesOf(played(rows, until).state, template, calendar).map(({ code }) => code);
    expect(codes("2027-05-23 10:00")).toEqual(expect.arrayContaining(["D08.1", "D09.1"]));
    expect(codes("2027-05-23 11:00").filter((code) => code.endsWith(".1"))).toEqual(["D13.1"]);
  });
  test("that took place on another day than planned is moved there, and its dates count from that day", () => {
    const past = move("2027-05-10T16:00:00.000Z", "2027-05-10T18:00:00.000Z");
    const rows: readonly Row[] = [...scenarioOne.slice(0, 12), ["2027-05-13 11:00", past]];
    const due = deadlinesOf(played(rows, "2027-05-13 12:00").state, template, calendar);
    expect(due.find(({ code }) => code === "D08.1")?.due).toBe("2027-05-12");
  });
  test("ends after it starts, in the plan and when it is moved", () => {
    const backwards = occasion("e9", "2027-05-12 18:00", "2027-05-12 17:00");
    given(...planned().slice(0, -1))
      .when("tjp", backwards[1])
      .rejects("E-FIELD");
    const [actor, command] = move("2027-06-02T16:00:00.000Z", "2027-06-02T16:00:00.000Z");
    given(...invited)
      .when(actor, command)
      .rejects("E-FIELD");
  });
  test("without an end of its own is taken to last two hours", () => {
    const open: Step = [
      "tjp",
      {
        type: "PutRow",
        itemId: "plan.events",
        field: "events",
        rowId: "e9",
        values: { start: { date: "2027-05-14", time: "18:00" }, hostElected: "a" },
        revision: 0,
      },
    ];
    const { occasions } = after(...planned().slice(0, -1), open);
    expect(occasions["e9"]?.end).toBe("2027-05-14T18:00:00.000Z");
  });
});

describe("dates that repeat", () => {
  const undecided = scenarioOne.slice(0, 17);
  const notice = (number: number, sentAt: string): Step => [
    "tjp",
    record(`feedback.status.${number}`, {
      sentAt,
      channels: { chosen: "web", other: "" },
      doc: { title: "Läget", url: "https://granasa.se/laget" },
      sender: "a",
    }),
  ];
  test("a status notice is asked for each period while nothing is decided, one after the other", () => {
    const rows: readonly Row[] = [
      ...undecided,
      ["2027-08-19 10:00", notice(1, "2027-08-19")],
      ["2027-11-18 10:00", notice(2, "2027-11-18")],
    ];
    const table = deadlinesOf(played(rows).state, template, calendar)
      .filter(({ code }) => code.startsWith("D13"))
      .map(({ code, due, doneOn }) => `${code} ${due} ${doneOn ?? "open"}`);
    expect(table).toEqual([
      "D13.1 2027-08-20 2027-08-19",
      "D13.2 2027-11-18 2027-11-18",
      "D13.3 2028-02-16 open",
    ]);
    given(...approvedPlan)
      .when("tjp", notice(1, "2027-04-21")[1])
      .rejects("E-FORBIDDEN");
  });
});

describe("forecasts", () => {
  test("say when the rest will fall if everything is done on its last day, and leave out what is known", () => {
    const { state } = played(scenarioOne, "2027-04-08 17:30");
    const known = deadlinesOf(state, template, calendar).map(({ code }) => code);
    const forecasts = forecastsOf(state, template, calendar);
    expect(forecasts.filter(({ code }) => known.includes(code))).toEqual([]);
    expect(forecasts.map(({ code, due }) => `${code} ${due}`)).toEqual([
      "D08.1 2027-05-14",
      "D09.1 2027-05-24",
      "D08.2 2027-05-25",
      "D09.2 2027-06-01",
      "D10 2027-06-11",
      "D11 2027-06-18",
      "D14 2027-08-16",
      "D15 2027-08-31",
      "D16 2027-09-14",
      "D17 2027-10-12",
      "D18.1 2027-12-22",
      "D18.2 2028-06-22",
      "D19 2028-07-24",
    ]);
  });
  test("are no timers: nothing happens by them", () => {
    const { state } = played(scenarioOne, "2027-04-08 17:30");
    expect(timersOf(state, template, calendar).map(({ command }) => command.type)).toEqual([
      "EndOccasion",
      "EndOccasion",
    ]);
  });
});

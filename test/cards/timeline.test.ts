import { describe, expect, test } from "vitest";
import { timelineCard } from "../../src/cards/timeline.ts";
import { bytesOf, MOST_CARD_BYTES } from "../../src/cards/render.ts";
import type { Dialogue, Event } from "../../src/domain/dialogue.ts";
import * as history from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";
import { ruleFaults } from "./card-checks.ts";
import { wordsOn } from "./words.ts";
import { viewOf } from "./scenes.ts";

const dialog = { place: "dialog" } as const;

function told(state: Dialogue, events: readonly Event[], viewer: string, itemId?: string): string {
  const of = itemId === undefined ? {} : { itemId };
  const pages = Array.from({ length: Math.ceil(events.length / 10) }, (_, page) =>
    timelineCard(viewOf(state, { viewer }), events, { ...dialog, ...of, page }),
  );
  return pages.map((card) => wordsOn(card)).join("\n");
}

describe("an open position", () => {
  const opened: readonly history.Step[] = [
    ...planned(),
    goOn,
    open,
    answer("a", "approve"),
    answer("e", "return", "Vi når inte skiftarbetarna."),
    answer("d", "recuse"),
  ];
  const talked: readonly history.Step[] = [
    ...opened,
    ["b", { type: "CommentPosition", positionId: "p1", commentId: "c1", text: "Hemligt än." }],
  ];

  test("tells that somebody answered, and neither who nor what, also to the chair", () => {
    const words = told(history.after(...talked), history.eventsOf(...talked).slice(-4), "a");
    expect(words.match(/Ett svar lämnades om förslaget till genomförande\./gu)).toHaveLength(3);
    expect(words).toContain("En kommentar skrevs om förslaget till genomförande.");
    for (const secret of ["Elin", "David", "Bashir", "skiftarbetarna", "jäv", "Hemligt"])
      expect(words).not.toContain(secret);
  });

  test("says nothing of an earlier answer that went with a changed one: it would tell whose", () => {
    const gone = { ref: "c1", ground: "replaced", by: "e", at: "2027-04-06T08:00:00.000Z" };
    const events: Event[] = [
      { type: "ContentErased", ...gone },
      { type: "ContentErased", ...gone, ground: "gdpr-17" },
    ];
    const words = told(history.after(...talked), events, "a");
    expect(words.match(/Elin/gu)).toHaveLength(1);
  });

  test("tells who answered what once it is closed, comments never", () => {
    const closed = [...talked, answer("b", "approve"), close];
    const words = told(history.after(...closed), history.eventsOf(...closed).slice(-7), "other");
    expect(words).toContain("Elin Öberg (gäst) svarade om förslaget till genomförande.");
    expect(words).toContain("Elin Öberg (gäst): återremitterar");
    expect(words).not.toContain("Hemligt");
  });
});

describe("what was written", () => {
  const again = history.record(
    "identify.statement",
    { issueStatement: "Hur blir torget tryggt?" },
    1,
  );
  const redrafted: readonly history.Step[] = [...history.identified, ["a", again]];

  test("is read in full by those with a role, drafts that were written over too", () => {
    const words = told(history.after(...redrafted), history.eventsOf(...redrafted), "a");
    expect(words).toContain("Hur kan Stationstorget bli tryggare kvällstid?");
    expect(words).toContain("Hur blir torget tryggt?");
  });

  test("is hidden from members of the team without a role, who see that it was done", () => {
    const words = told(history.after(...redrafted), history.eventsOf(...redrafted), "other");
    expect(words).toContain("Anna Lindqvist fyllde i ”Skriv den fråga dialogen ska handla om”.");
    expect(words).not.toMatch(/blir torget|Hur kan/u);
  });

  test("is theirs to read once it is a record, as it stands and not as it stood", () => {
    const steps = [
      ...redrafted,
      ...history.confirmed.slice(history.identified.length),
    ] as readonly history.Step[];
    const words = told(history.after(...steps), history.eventsOf(...steps), "other");
    expect(words).toContain("Hur blir torget tryggt?");
    expect(words).not.toContain("Hur kan Stationstorget bli tryggare kvällstid?");
  });

  test("and erased since says so", () => {
    const events = history
      .eventsOf(...history.identified)
      .map((event) =>
        event.type === "ItemRecorded" && event.itemId === "identify.statement"
          ? { ...event, values: { issueStatement: { erased: true, ref: "r1" } as const } }
          : event,
      );
    expect(told(history.after(...history.identified), events, "a")).toContain("[borttaget]");
  });
});

test("an item's history holds its own events and the decision it is part of", () => {
  const events = history.eventsOf(...history.confirmed);
  const words = told(history.after(...history.confirmed), events, "reg", "decide.budget");
  expect(words).toContain("Sara Nyman fyllde i ”Ange budget och var pengarna finns”.");
  expect(words).toContain("Anna Lindqvist bekräftade nämndens beslut om medborgardialog.");
  expect(words).not.toContain("styrgrupp och ordförande");
});

test("with the longest words everywhere each page is still small enough to send", () => {
  const long = { text: "\uffff".repeat(5_000) };
  const events = history.eventsOf(...planned(), goOn).map((event) => {
    if (event.type !== "ItemRecorded" && event.type !== "RowPut") return event;
    const values = Object.fromEntries(Object.keys(event.values).map((name) => [name, long]));
    return { ...event, values };
  });
  const state = history.after(...planned(), goOn);
  const nameOf = () => ({ name: "\uffff".repeat(120), guest: true, reachable: false });
  for (let page = 0; page < events.length / 10; page++) {
    const card = timelineCard(viewOf(state, { viewer: "a", nameOf }), events, { ...dialog, page });
    expect(bytesOf(card)).toBeLessThanOrEqual(MOST_CARD_BYTES);
    expect(ruleFaults(card, "dialog")).toEqual([]);
  }
});

import { describe, expect, test } from "vitest";
import { nodesOf } from "./card-checks.ts";
import { at, dialogueId, open, press } from "./press.ts";
import { buttonsOn, wordsOn } from "./words.ts";

describe("the questions of step 0", () => {
  test("follow each other, ask more where an answer needs it, and end in the result", () => {
    let view = at("unanswered", "starter");
    let card = open(view, { verb: "openTriage", dialogueId });
    expect(wordsOn(card)).toContain("Del 1 av 2");
    ({ view, card = {} as typeof card } = press(view, card, "Spara och fortsätt", {
      "in:triage.summary:issueSummary": "Torget",
      "in:triage.initiator:initiatorRole": "elected",
      "in:triage.led-by:ledBy": "elected",
      "in:triage.scope:scope": "service",
    }));
    expect(wordsOn(card)).toContain("Sparat.");
    ({ view, card = {} as typeof card } = press(view, card, "Spara och fortsätt", {
      "in:triage.influence:isInfluenceable": "yes",
      "in:triage.decision:decisionPending": "true",
      "in:triage.legal:legalConsultation": "none",
    }));
    // A service is asked about more: for whom it is.
    expect(nodesOf(card).some(({ node }) => node.id === "in:triage.scope:serviceRelation")).toBe(
      true,
    );
    ({ view, card = {} as typeof card } = press(view, card, "Spara och fortsätt", {
      "in:triage.scope:serviceRelation": "users",
    }));
    expect(wordsOn(card)).toContain("Det här passar bättre som brukardialog");
    expect(wordsOn(card)).toContain("Gör så här i stället");
  });

  test("are shown as their result to somebody who may not answer them", () => {
    const card = open(at("triaged", "c"), { verb: "openTriage", dialogueId, page: 0 });
    expect(wordsOn(card)).toContain("Det här är en medborgardialog");
    expect(nodesOf(card).some(({ node }) => String(node.type).startsWith("Input."))).toBe(false);
  });
});

describe("a list", () => {
  const rows = { verb: "openItem", dialogueId, itemId: "identify.aspects" } as const;

  test("takes the next row where it stands, and Klar keeps what was typed last", () => {
    let view = at("triaged", "a");
    let card = open(view, rows);
    ({ view, card = {} as typeof card } = press(view, card, "Lägg till", {
      "in:row:value": "Belysning",
    }));
    expect(wordsOn(card)).toContain("1. Belysning");
    ({ view, card = {} as typeof card } = press(view, card, "Klar", { "in:row:value": "Möbler" }));
    const kept = view.state.items["identify.aspects"]?.values.aspectsIn;
    expect(kept).toMatchObject([
      { values: { value: { text: "Belysning" } } },
      { values: { value: { text: "Möbler" } } },
    ]);
    // Klar went on to what is not included.
    expect(wordsOn(card)).toContain("Det här ingår inte");
  });

  test("adds nothing for an empty line", () => {
    const view = at("purposed", "a");
    const { view: after, card } = press(view, open(view, rows), "Klar", { "in:row:value": "  " });
    expect(after.state).toBe(view.state);
    expect(wordsOn(card ?? {})).toContain("Det här ingår inte");
    expect(wordsOn(card ?? {})).not.toContain("E-FIELD");
  });

  test("says beside the line what is wrong with it, and keeps it with its id", () => {
    const view = at("purposed", "a");
    const written = "x".repeat(301);
    const { card } = press(view, open(view, rows), "Lägg till", { "in:row:value": written });
    expect(wordsOn(card ?? {})).toContain("Högst 300 tecken. Det här är 301.");
    expect(nodesOf(card).find(({ node }) => node.id === "in:row:value")?.node.value).toBe(written);
    expect(buttonsOn(card ?? {})["Lägg till"]).toMatchObject({ rowId: "new-1" });
  });

  test("changes and removes a row by buttons of its own", () => {
    let view = at("purposed", "a");
    let card = open(view, {
      verb: "openRow",
      dialogueId,
      itemId: "identify.aspects",
      field: "aspectsIn",
      rowId: "in-1",
    });
    expect(nodesOf(card).find(({ node }) => node.id === "in:row:value")?.node.value).toBe(
      "Belysning",
    );
    ({ view, card = {} as typeof card } = press(view, card, "Spara", { "in:row:value": "Ljus" }));
    expect(wordsOn(card)).toContain("1. Ljus");
    ({ view, card = {} as typeof card } = press(view, card, "Ta bort rad 1"));
    expect(wordsOn(card)).toContain("Inget tillagt än.");
  });
});

describe("a form that came too late", () => {
  test("holds both texts, and saves over the other when it is sent again", () => {
    const old = at("purposed", "a");
    const page = open(old, { verb: "openItem", dialogueId, itemId: "identify.statement" });
    const mine = { "in:identify.statement:issueStatement": "Min fråga" };
    const theirs = press(old, page, "Spara och stäng", {
      "in:identify.statement:issueStatement": "Din fråga",
    });
    const late = { ...old, state: theirs.view.state };
    const { card } = press(late, page, "Spara och stäng", mine);
    const words = wordsOn(card ?? {});
    expect(words).toContain("E-STALE");
    expect(words).toContain("Min fråga");
    expect(words).toContain("Sparat nu: Dialogens fråga\nDin fråga");
    const again = press(late, card ?? {}, "Spara och stäng", mine);
    expect(again.card).toBeUndefined();
    expect(again.view.state.items["identify.statement"]?.values).toMatchObject({
      issueStatement: { text: "Min fråga" },
    });
  });
});

describe("the registration", () => {
  test("begins where something is missing, and ends in a summary that names it", () => {
    let view = at("purposed", "reg");
    let card = open(view, { verb: "openRegister", dialogueId });
    expect(wordsOn(card)).toContain("Registrera nämndens beslut");
    const summary = open(view, { verb: "openRegister", dialogueId, page: 99 });
    expect(wordsOn(summary)).toContain("”Budget i kronor”");
    ({ view, card = {} as typeof card } = press(view, summary, "Registrera"));
    expect(wordsOn(card)).toContain("E-DECISION-INCOMPLETE");
    expect(view.state).toBe(at("purposed").state);
  });

  test("when complete is registered, and says who confirms it", () => {
    const view = at("drafted", "reg");
    const summary = open(view, { verb: "openRegister", dialogueId });
    expect(wordsOn(summary)).toContain("Alla uppgifter finns.");
    const { view: registered, card } = press(view, summary, "Registrera");
    expect(registered.state.decisions).toMatchObject([{ id: "new-1", status: "registered" }]);
    expect(wordsOn(card ?? {})).toContain("Anna Lindqvist ombeds bekräfta");
  });

  test("tells anybody else who registers", () => {
    const words = wordsOn(open(at("drafted", "b"), { verb: "openRegister", dialogueId }));
    expect(words).toContain("registratorn (Sara Nyman)");
    expect(words).toContain("E-FORBIDDEN");
  });

  test("is confirmed from a dialog by the chair alone; others read it there", () => {
    const decision = { verb: "openDecision", dialogueId, decisionId: "decision-1" } as const;
    const chair = open(at("registered", "a"), decision);
    expect(Object.keys(buttonsOn(chair))).toContain("Stämmer");
    for (const other of ["reg", "b", "other"])
      expect(Object.keys(buttonsOn(open(at("registered", other), decision)))).toEqual(["Stäng"]);
    const { card } = press(at("registered", "a"), chair, "Stämmer");
    expect(wordsOn(card ?? {})).toContain("Du har bekräftat beslutet");
  });

  test("is sent back with a reason, and not without one", () => {
    const view = at("registered", "a");
    const form = open(view, { verb: "openSendBack", dialogueId, decisionId: "decision-1" });
    const refused = press(view, form, "Skicka tillbaka", { "in:form:reason": " " });
    expect(wordsOn(refused.card ?? {})).toContain("E-REASON");
    const sent = press(view, form, "Skicka tillbaka", { "in:form:reason": "Fel belopp" });
    expect(wordsOn(sent.card ?? {})).toContain("Fel belopp");
    expect(sent.view.state.decisions).toMatchObject([{ status: "sentBack" }]);
  });
});

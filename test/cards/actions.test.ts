import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Action,
  executeButton,
  openButton,
  readAction,
  readPressed,
  submitButton,
} from "../../src/cards/actions.ts";
import { inputId, isInputId, readInputId } from "../../src/cards/input-ids.ts";

const confirm: Action = { verb: "confirmDecision", dialogueId: "d-1", decisionId: "e-1" };

describe("a button", () => {
  test("that acts at once sends the same from an old client as from a new one", () => {
    const button = executeButton("Stämmer", confirm);
    expect(button.verb).toBe("confirmDecision");
    expect(button.fallback).toMatchObject({ type: "Action.Submit", data: button.data });
    expect(readAction(button.data)).toEqual(confirm);
  });

  test("that opens a dialog says so to Teams, and is read like any other", () => {
    const button = openButton("Öppna", { verb: "openTasks" });
    expect(button.data).toMatchObject({ msteams: { type: "task/fetch" } });
    expect(readAction(button.data)).toEqual({ verb: "openTasks" });
  });

  test("inside a dialog takes the inputs along only where it saves them", () => {
    const save = submitButton("Skicka", {
      verb: "sendBackDecision",
      dialogueId: "d",
      decisionId: "e",
    });
    const leave = submitButton("Stäng", { verb: "closeDialog" });
    expect(save).not.toHaveProperty("associatedInputs");
    expect(leave.associatedInputs).toBe("none");
    expect(save.data).not.toHaveProperty("msteams");
  });

  test("carries a verb and ids, nothing else", () => {
    expect(Object.keys(executeButton("Stämmer", confirm).data as object)).toEqual([
      "dl",
      "verb",
      "dialogueId",
      "decisionId",
    ]);
  });
});

describe("pressed data", () => {
  const data = { dl: 1, ...confirm };

  test("is told apart from the inputs sent with it", () => {
    const pressed = readPressed({
      ...data,
      "in:form:reason": "  därför ",
      "in:plan.kickoff:notes:url": "https://x",
      msteams: { type: "task/fetch" },
    });
    expect(pressed).toEqual({
      action: confirm,
      inputs: { "in:form:reason": "  därför ", "in:plan.kickoff:notes:url": "https://x" },
    });
  });

  test("reads an input that is no text as the text it stands for, or as empty", () => {
    const inputs = { "in:a.b:c": true, "in:a.b:d": 7, "in:a.b:e": { x: 1 }, "in:a.b:f": null };
    expect(readPressed({ ...data, ...inputs })?.inputs).toEqual({
      "in:a.b:c": "true",
      "in:a.b:d": "7",
      "in:a.b:e": "",
      "in:a.b:f": "",
    });
  });

  test.each([
    ["no mark of ours", confirm],
    ["another mark", { ...data, dl: 2 }],
    ["an unknown verb", { ...data, verb: "deleteEverything" }],
    ["no verb", { dl: 1, dialogueId: "d" }],
    ["an id that is missing", { dl: 1, verb: "confirmDecision", dialogueId: "d" }],
    ["an id that is empty", { ...data, decisionId: "" }],
    ["an id that is a number", { ...data, decisionId: 0 }],
    ["an id that is null", { ...data, decisionId: null }],
    ["an id too long", { ...data, decisionId: "x".repeat(101) }],
    ["an id with a line break", { ...data, decisionId: "a\nb" }],
    ["a role of the sender's choice", { ...data, role: "admin" }],
    ["an actor of the sender's choice", { ...data, actor: "a" }],
    ["a version", { ...data, version: 3 }],
    ["an own __proto__", JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(data).slice(1)}`)],
    ["an unknown type", { ...data, type: "invoke" }],
    ["text", "confirmDecision"],
    ["a list", [data]],
    ["nothing", null],
    ["a negative page", { dl: 1, verb: "openTasks", page: -1 }],
    ["half a page", { dl: 1, verb: "openTasks", page: 0.5 }],
    [
      "an asked input that is none",
      { dl: 1, verb: "saveNewDialogue", dialogueId: "d", asked: ["__proto__"] },
    ],
  ])("with %s is no action", (_what, sent) => {
    expect(readAction(sent)).toBeUndefined();
  });

  test("with more inputs than any form of ours has is no action", () => {
    const inputs = Array.from({ length: 61 }, (_, index) => [`in:a.b:c${index}`, "x"]);
    expect(readAction({ ...data, ...Object.fromEntries(inputs) })).toBeUndefined();
  });

  test("of any shape is read or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (sent) => {
        expect(readAction(sent)).toBeUndefined();
      }),
    );
  });
});

describe("an input's id", () => {
  test("says where it belongs and is read back", () => {
    const item = fc.stringMatching(/^[a-z][a-z.-]{0,30}$/u);
    const name = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/u);
    const part = fc.option(fc.constantFrom("title", "url", "date"), { nil: undefined });
    fc.assert(
      fc.property(item, name, part, (itemId, field, of) => {
        const place = readInputId(inputId(itemId, field, of));
        expect(place).toEqual(of === undefined ? { itemId, field } : { itemId, field, part: of });
      }),
    );
  });

  test.each(["", "in:", "in:a", "in:a:b:c:d", "x:a:b", "in:a:b ", "__proto__", "in:../x:y"])(
    "that is %j is none of ours",
    (id) => {
      expect(isInputId(id)).toBe(false);
    },
  );
});

import { describe, expect, test } from "vitest";
import { commandsOf, startCommands } from "../../src/cards/commands.ts";
import { newDialogueForm } from "../../src/cards/forms/new-dialogue-form.ts";
import { readItemInputs, readRowInputs } from "../../src/cards/forms/read-inputs.ts";
import { screenOf, screenRefused } from "../../src/cards/screens.ts";
import type { View } from "../../src/cards/view.ts";
import { isSameValue } from "../../src/domain/fields.ts";
import { readField } from "../../src/domain/read-field.ts";
import { findItem } from "../../src/domain/template.ts";
import { written } from "../../src/domain/text.ts";
import { CHANNEL, TEAM, template } from "../support/given.ts";
import hostile from "../support/hostile-strings.json" with { type: "json" };
import { nodesOf, ruleFaults, valueOf } from "./card-checks.ts";
import { everyCard } from "./every-card.ts";
import { everyPage, filledUp, shown, viewsFilledWith } from "./full.ts";
import { sceneView, viewOf } from "./scenes.ts";

/** Where Markdown, macros and mentions are read, or may be by some client; and where a title is read out. */
const READ_AS_MARKDOWN = ["text", "title", "label", "placeholder", "errorMessage", "fallbackText"];
const around = { bodies: ["sbn"], checkPerson: () => undefined, rowIds: () => [] };

const WRITERS = [
  ["triaged", "a"],
  ["drafted", "reg"],
  ["appointed", "tjp"],
] as const;

/** Every word of the card that stands where a client may make something of it. */
function wordsThatAreRead(card: object): readonly string[] {
  return nodesOf(card).flatMap(({ node }) =>
    node.type === "TextRun"
      ? []
      : READ_AS_MARKDOWN.flatMap((key) => (typeof node[key] === "string" ? [node[key]] : [])),
  );
}

const LIVE = /\[[^\]]*\]\([^)]*\)|\*\*|<at>|<\/?script|<img|\{\{DATE/u;

describe.each(hostile.map((text) => [text.slice(0, 40), text] as const))("%j", (_short, text) => {
  const fill = (units: number) => text.slice(0, units);
  const viewAt = viewsFilledWith(fill, 3);

  test("written everywhere is inert on every card", () => {
    for (const { name, place, card } of everyCard("sv", viewAt)) {
      expect([name, wordsThatAreRead(card).filter((words) => LIVE.test(words))]).toEqual([
        name,
        [],
      ]);
      expect([name, ruleFaults(card, place)]).toEqual([name, []]);
    }
  });

  test("in any field of any form is inert, and comes back as it was when the form is saved", () => {
    let words = 0;
    for (const [scene, viewer] of WRITERS) {
      const view = viewAt(scene, viewer);
      for (const { name, opening } of everyPage(view)) {
        const card = shown(view, opening);
        expect([name, wordsThatAreRead(card).filter((one) => LIVE.test(one))]).toEqual([name, []]);
        words += savedUnchanged(view, card);
      }
    }
    expect(words).toBeGreaterThanOrEqual(20);
  });

  test("that is refused stands in the form as it was written", () => {
    const view = sceneView("sv")("purposed", "a");
    const id = "in:purpose.statement:purpose";
    const card = screenRefused(
      view,
      {
        action: {
          verb: "saveItem",
          dialogueId: "d",
          itemId: "purpose.statement",
          page: 0,
          revisions: { "purpose.statement": 1 },
          asked: [id],
          after: "close",
        },
        inputs: { [id]: text },
      },
      [{ code: "E-STALE", itemId: "purpose.statement" }],
      "new-1",
    );
    const input = nodesOf(card).find(({ node }) => node.id === id)?.node;
    expect(readItemInputs(undefined, [id], { [id]: valueOf(input ?? {}) })).toEqual({
      "purpose.statement": {
        purpose: text.replaceAll("\u0000", "\ufffd").replaceAll("\r\n", "\n"),
      },
    });
    expect(wordsThatAreRead(card).filter((one) => LIVE.test(one))).toEqual([]);
  });
});

/** Sends the page as a client does that changed nothing, and counts the words that came back the same. */
function savedUnchanged(view: View, card: object): number {
  const inputs = Object.fromEntries(
    nodesOf(card).flatMap(({ node }) =>
      typeof node.id === "string" && String(node.type).startsWith("Input.")
        ? [[node.id, valueOf(node)] as const]
        : [],
    ),
  );
  const save = nodesOf(card)
    .map(({ node }) => node.data as { verb?: string } | undefined)
    .find((data) => data?.verb === "saveItem" || data?.verb === "putRow");
  if (!save) return 0;
  const [command] = commandsOf(view, { action: save as never, inputs });
  // Rows have a test of their own below.
  if (save.verb === "putRow") return 0;
  if (command?.type !== "RecordItems") throw new Error("Nothing was saved.");
  let same = 0;
  for (const { itemId, values } of command.entries) {
    for (const [name, input] of Object.entries(values)) {
      const field = findItem(template, itemId)?.item.fields.find((one) => one.name === name);
      if (field?.type !== "text" && field?.type !== "longtext") continue;
      const read = readField(field, input, around);
      // What is over the limit is refused whole, by the domain.
      if ("faults" in read) continue;
      const value = view.state.items[itemId]?.values[name] as { text: string } | undefined;
      const kept = written(value?.text ?? "");
      expect([itemId, name, isSameValue(read.value, kept)]).toEqual([itemId, name, true]);
      same += 1;
    }
  }
  return same;
}

describe("a form saved as it was drawn", () => {
  const CONTROLS = "a\u0000b\u0007c\ud800d\r\ne\rf";

  test("hands in the kept words, not the marks that control characters were drawn as", () => {
    const view = viewOf(
      filledUp("appointed", () => CONTROLS, []),
      { viewer: "tjp" },
    );
    const id = "in:plan.feedback-promise:feedbackPromise";
    const card = screenOf(
      view,
      { verb: "openItem", dialogueId: "d", itemId: "plan.feedback-promise" },
      "n",
    );
    const drawn = String(nodesOf(card).find(({ node }) => node.id === id)?.node.value);
    expect(drawn).toBe("a\ufffdb\ufffdc\ufffdd\ne\nf");
    expect(readItemInputs(view, [id], { [id]: drawn })).toEqual({
      "plan.feedback-promise": { feedbackPromise: CONTROLS },
    });
    expect(readItemInputs(view, [id], { [id]: `${drawn}!` })).toEqual({
      "plan.feedback-promise": { feedbackPromise: `${drawn}!` },
    });
  });

  test("keeps line breaks in a short field: it is drawn with room for them", () => {
    const view = viewOf(
      filledUp("appointed", () => "rad1\nrad2", []),
      { viewer: "tjp" },
    );
    const card = screenOf(
      view,
      { verb: "openItem", dialogueId: "d", itemId: "plan.feedback-promise" },
      "n",
    );
    const input = nodesOf(card).find(({ node }) => node.type === "Input.Text")?.node;
    expect(input?.isMultiline).toBe(true);
  });

  test("writes a row whole, also the fields of its other pages", () => {
    const view = viewOf(
      filledUp("appointed", (units) => "ö".repeat(Math.min(units, 9)), ["a"]),
      {
        viewer: "tjp",
      },
    );
    const action = {
      verb: "putRow",
      dialogueId: "d",
      itemId: "plan.communication",
      field: "commItems",
      rowId: "row-3",
      revision: 1,
      asked: ["in:row:message"],
      after: "rows",
    } as const;
    const cells = readRowInputs(
      view,
      { ...action, asked: [...action.asked] },
      {
        "in:row:message": "Nytt budskap",
      },
    );
    expect(cells).toMatchObject({
      message: "Nytt budskap",
      sender: "ööööööööö",
      toRegister: "true",
    });
  });
});

describe("the form of a new dialogue", () => {
  test("gives the orders to start it with its first answers", () => {
    const { state, ...view } = sceneView("sv")("triaged", "a");
    const card = newDialogueForm({ ...view, home: state.home }, "new-1");
    const action = nodesOf(card)
      .map(({ node }) => node.data as { verb?: string; asked?: string[] } | undefined)
      .find((data) => data?.verb === "saveNewDialogue");
    const commands = startCommands(
      {
        action: { verb: "saveNewDialogue", dialogueId: "new-1", asked: action?.asked ?? [] },
        inputs: {
          "in:form:title": "Torget",
          "in:form:initiator": "a",
          "in:triage.summary:issueSummary": "Otryggt",
        },
      },
      { home: { type: "channel", teamId: TEAM, channelId: CHANNEL }, language: "sv" },
    );
    expect(commands).toMatchObject([
      { type: "StartDialogue", title: "Torget", initiator: "a" },
      {
        type: "RecordItems",
        entries: [
          { itemId: "triage.summary", values: { issueSummary: "Otryggt" }, revision: 0 },
          { itemId: "triage.initiator", values: { initiatorRole: "" }, revision: 0 },
          { itemId: "triage.led-by", revision: 0 },
          { itemId: "triage.scope", revision: 0 },
        ],
      },
    ]);
  });
});

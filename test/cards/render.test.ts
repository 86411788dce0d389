import { describe, expect, test } from "vitest";
import { run } from "../../src/cards/elements.ts";
import { CardFault, compileCard, MOST_CARD_BYTES } from "../../src/cards/render.ts";
import hostile from "../support/hostile-strings.json" with { type: "json" };

const layout = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", text: "${title}", wrap: true },
    { $data: "${rows}", type: "RichTextBlock", inlines: "${runs}", color: "${color}" },
  ],
};
const draw = compileCard("test", layout);

describe("a layout", () => {
  test("is filled with data, once for each of a list", () => {
    const rows = [
      { runs: [run("a")], color: null },
      { runs: [run("b")], color: null },
    ];
    expect(draw({ title: "Rubrik", rows }).body).toEqual([
      { type: "TextBlock", text: "Rubrik", wrap: true },
      { type: "RichTextBlock", inlines: [{ type: "TextRun", text: "a" }] },
      { type: "RichTextBlock", inlines: [{ type: "TextRun", text: "b" }] },
    ]);
  });

  test("leaves out what is null, and the elements that are then empty", () => {
    expect(draw({ title: null, rows: [{ runs: [], color: null }] }).body).toEqual([]);
  });

  test("is not drawn without a value it needs, and says which", () => {
    expect(() => draw({ title: "x", rows: [{ runs: [run("a")] }] })).toThrow(
      new CardFault('Card test has no value for "color": put it in its data.'),
    );
    expect(() => draw({ rows: [] })).toThrow(/no value for "title"/u);
  });

  test.each(hostile)("never reads data as a template: %j", (text) => {
    const [block] = draw({ title: null, rows: [{ runs: [run(text)], color: null }] }).body;
    const [shown] = (block as { inlines: { text: string }[] }).inlines;
    expect(shown?.text).toBe(text.replaceAll("\u0000", "\ufffd").replaceAll("\r\n", "\n"));
  });

  test("is not drawn twice over: what looks like a layout in the data stays as it is", () => {
    const [shown] = draw({ title: "${rows}", rows: [] }).body;
    expect(shown).toMatchObject({ text: "${rows}" });
  });

  test("that would join words inside it is refused when it is compiled", () => {
    const joined = { type: "AdaptiveCard", body: [{ type: "TextBlock", text: "Hej ${name}" }] };
    expect(() => compileCard("joined", joined)).toThrow(/must be one whole/u);
  });

  test("too large to send is a fault of ours, not of Teams'", () => {
    const rows = Array.from({ length: 400 }, () => ({ runs: [run("x".repeat(30))], color: null }));
    expect(() => draw({ title: "x", rows })).toThrow(
      new RegExp(`bytes, more than ${MOST_CARD_BYTES}`, "u"),
    );
  });

  test("draws lone surrogates and control characters as U+FFFD", () => {
    const [shown] = draw({ title: "a\ud800b\u0000c\u0007d\te", rows: [] }).body;
    expect(shown).toMatchObject({ text: "a\ufffdb\ufffdc\ufffdd\te" });
  });

  test("takes generated elements in the place it keeps for them, and has exactly one", () => {
    const frame = {
      type: "AdaptiveCard",
      body: [{ type: "Container", id: "fields", items: [] }],
    };
    const input = { type: "Input.Text", id: "in:a.b:c", value: "${title}" } as const;
    const card = compileCard("frame", frame)({}, [input]);
    expect(card.body).toEqual([{ type: "Container", id: "fields", items: [input] }]);
    expect(() => draw({ title: "x", rows: [] }, [input])).toThrow(/needs one element/u);
  });
});

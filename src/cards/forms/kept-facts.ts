import type { CardElementArray, IColumn, IRichTextBlock } from "@microsoft/teams.cards";
import { type FactData, laidOut, type Line, strong } from "../elements.ts";

/** What is kept in fields, to read: beside its label, or under it where it is long. As `templates/parts/fact.json` has it. */
export function keptFacts(facts: readonly FactData[]): CardElementArray {
  return laidOut(facts).flatMap(
    ({ short, long }): CardElementArray => [
      ...short.map((one) => ({
        type: "ColumnSet" as const,
        spacing: "Small" as const,
        columns: [half([label(one)]), half(one.lines.map(words))],
      })),
      ...long.flatMap((one) => [
        { ...label(one), spacing: "Small" as const },
        ...one.lines.map(words),
      ]),
    ],
  );
}

function half(items: IRichTextBlock[]): IColumn {
  return { type: "Column", width: 1, items };
}

function label(one: FactData): IRichTextBlock {
  return { type: "RichTextBlock", inlines: [strong(one.label)] };
}

function words({ runs }: Line): IRichTextBlock {
  return { type: "RichTextBlock", spacing: "None", inlines: [...runs] };
}

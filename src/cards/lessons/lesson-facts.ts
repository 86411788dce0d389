import { rowFields } from "../../domain/fields.ts";
import { type Lesson, WRITTEN } from "../../domain/lesson.ts";
import { type Field, findItem } from "../../domain/template.ts";
import { isText, wordsOf } from "../../domain/text.ts";
import { oneLine, shortened } from "../drawable.ts";
import type { FactData } from "../elements.ts";
import { valueLines } from "../values.ts";
import type { View } from "../view.ts";

const MOST_NAME = 100;

/** What the lesson says to do, as its name in lists. */
export function lessonName({ language }: Pick<View, "language">, lesson: Lesson): string {
  return shortened(oneLine(recommendation({ language }, lesson)), MOST_NAME) || lesson.number;
}

export function recommendation(
  { language }: Pick<View, "language">,
  { values }: Pick<Lesson, "values">,
): string {
  const said = values.recommendation;
  return isText(said) ? wordsOf(said, language) : "";
}

/** All that is kept of the lesson but what it is called and where it stands, each by its label. */
export function lessonFacts(view: View, lesson: Lesson, mostWords?: number): readonly FactData[] {
  return fieldsOf(view).flatMap((field): FactData[] => {
    if (field.name === "lessonId" || field.name === "status") return [];
    const lines = valueLines(view, field, lesson.values[field.name], mostWords);
    return lines.length === 0 ? [] : [{ label: field.label[view.language], lines }];
  });
}

function fieldsOf({ template }: Pick<View, "template">): readonly Field[] {
  const list = findItem(template, WRITTEN)?.item.fields.find(({ name }) => name === "lessons");
  return list ? rowFields(list) : [];
}

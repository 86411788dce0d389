import type { IChoice } from "@microsoft/teams.cards";
import { candidates } from "../../domain/context.ts";
import { rowFields, rowsOf } from "../../domain/fields.ts";
import { type Field, findItem } from "../../domain/template.ts";
import type { PersonId, Row } from "../../domain/value.ts";
import { neutral, shortened } from "../drawable.ts";
import { bodyName, personName } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { plainWords } from "../values.ts";

/** More people than this, or names of more bytes, are looked up in Teams' own picker (decisions.md §1.4). */
const MOST_PEOPLE = 100;
const MOST_CHOICE_BYTES = 10_000;

export type Choices = {
  readonly choices: readonly IChoice[];
  /** Too many to list: the client searches the team's members. */
  readonly picker: boolean;
};

/** What a field lets people choose from; undefined when it is written, not chosen. `known` narrows down whom a person field offers. */
export function choicesOf(
  view: View,
  field: Field,
  current: readonly string[],
  known?: readonly PersonId[],
): Choices | undefined {
  switch (field.type) {
    case "bool":
      return listed(yesNo(view));
    case "userRef":
      return people(view, field, current, known);
    case "bodyRef":
      return listed(bodies(view, current));
    case "role":
      return roleChoices(view, field, current);
    case "enum":
      return listed(field.choicesFrom ? rowChoices(view, field.choicesFrom) : options(view, field));
    case "lessonRef":
      return listed([]);
    case "int":
      return field.list ? undefined : range(field);
    case "text":
    case "longtext":
    case "money":
    case "percent":
    case "date":
    case "datetime":
    case "docRef":
    case "lang":
    case "record":
      return undefined;
  }
}

function listed(choices: readonly IChoice[]): Choices {
  return { choices, picker: false };
}

function yesNo({ language }: View): readonly IChoice[] {
  const { cards } = textsOf(language);
  return [
    { title: cards.yes, value: "true" },
    { title: cards.no, value: "false" },
  ];
}

function options({ language }: View, field: Field): readonly IChoice[] {
  return (field.options ?? []).map(({ value, label }) => ({
    title: neutral(label[language]),
    value,
  }));
}

/** A scale of few steps is chosen, not written. */
function range({ min, max }: Field): Choices | undefined {
  if (min === undefined || max === undefined || max - min > 9) return undefined;
  const numbers = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  return listed(numbers.map((number) => ({ title: number, value: number })));
}

function bodies(view: View, current: readonly string[]): readonly IChoice[] {
  const known = view.directory.organisation?.bodies.map(({ id }) => id) ?? [];
  return [...new Set([...known, ...current])].map((id) => ({
    title: bodyName(view, id),
    value: id,
  }));
}

function people(
  view: View,
  field: Field,
  current: readonly string[],
  known = candidates(view.state, field, view.directory),
): Choices {
  const choices = electedFirst(view, field, named(view, known, current));
  if (choices.length <= MOST_PEOPLE && bytes(choices) <= MOST_CHOICE_BYTES) return listed(choices);
  // The picker shows a name only for what it is handed; those already chosen are handed along.
  return { choices: named(view, [], current), picker: true };
}

/** Whom a decision names becomes elected in the dialogue, so others may be chosen too (decisions.md §1.3); the known ones come first. */
function electedFirst(
  { directory }: View,
  { from }: Field,
  choices: readonly IChoice[],
): readonly IChoice[] {
  if (from !== "elected") return choices;
  const elected = new Set(directory.organisation?.elected);
  const isElected = ({ value }: IChoice) => value !== undefined && elected.has(value);
  return [...choices.filter(isElected), ...choices.filter((one) => !isElected(one))];
}

/** By name, as people look for each other; whoever is already chosen stays, also after leaving the team. */
export function named(
  view: Pick<View, "nameOf" | "language">,
  known: readonly PersonId[],
  current: readonly string[],
): readonly IChoice[] {
  const all = [...new Set([...known, ...current.filter((one) => one !== "")])];
  return all
    .map((person) => ({ title: neutral(personName(view, person)), value: person }))
    .toSorted((a, b) => a.title.localeCompare(b.title, "sv"));
}

function roleChoices(view: View, field: Field, current: readonly string[]): Choices {
  const roles = options(view, field);
  if (field.from === undefined) return listed(roles);
  const persons = current.filter((one) => !roles.some(({ value }) => value === one));
  const found = people(view, field, persons);
  return { choices: [...roles, ...found.choices], picker: found.picker };
}

/** The rows of another item, by their first words. */
function rowChoices(
  view: View,
  { item, field: name }: { readonly item: string; readonly field: string },
): readonly IChoice[] {
  const field = findItem(view.template, item)?.item.fields.find((one) => one.name === name);
  const rows = rowsOf(view.state.items[item]?.values[name]);
  return field ? rows.map((row) => ({ title: rowName(view, field, row), value: row.id })) : [];
}

/** What a row is called where it is chosen or listed: its first field, in a few words. */
export function rowName(view: View, field: Field, row: Row): string {
  const first = rowFields(field)[0];
  const words = first ? plainWords(view, first, row.values[first.name]) : "";
  return shortened(neutral(words), 80) || row.id;
}

function bytes(choices: readonly IChoice[]): number {
  return Buffer.byteLength(JSON.stringify(choices), "utf8");
}

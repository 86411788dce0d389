import { candidates } from "../../src/domain/context.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { isRows, isShown, partOf, rowFields, rowsOf } from "../../src/domain/fields.ts";
import type { Field, Item } from "../../src/domain/template.ts";
import { addDays, localDateOf } from "../../src/domain/time.ts";
import type { Input, Inputs } from "../../src/domain/value.ts";
import { directory, template } from "../support/given.ts";
import type { Dice } from "./dialogue-dice.ts";

/** Who throws, when, and at what. */
export type Situation = { readonly state: Dialogue; readonly now: string; readonly dice: Dice };

const LINK = { title: "Dokument", url: "https://granasa.se/dokument", version: "1" };
const AMOUNTS = ["138 000", "0", "150 000", "160 000", "1 000 000"] as const;

/** Something a person could hand in for the field; most of the time what it asks for. */
export function inputFor(field: Field, situation: Situation): Input {
  const { dice } = situation;
  if (field.required === undefined && !dice.once(4)) return "";
  if (field.other) return { chosen: dice.of(field.options ?? [])?.value ?? "", other: "" };
  if (field.list && field.type === "int") return dice.of(["6, 12", "3", "6"]);
  if (field.list) {
    const some = Array.from({ length: (field.min ?? 1) + dice.upTo(3) }, () =>
      partOf(single(field, situation)),
    );
    return some.join(",");
  }
  return single(field, situation);
}

function single(field: Field, { state, now, dice }: Situation): Input {
  const day = addDays(localDateOf(now), dice.upTo(8) - 6);
  switch (field.type) {
    case "text":
    case "longtext":
      if (field.name === "version") return "1.0";
      return field.pattern === undefined ? dice.of(["ord", "andra ord"]) : "SBN 2027-0041";
    case "int":
    case "percent":
      return String((field.min ?? 0) + dice.upTo((field.max ?? 40) - (field.min ?? 0) + 1));
    case "money":
      return dice.of(AMOUNTS);
    case "bool":
      return dice.once(8) ? "false" : "true";
    case "date":
      return day;
    case "datetime":
      return {
        date: addDays(localDateOf(now), 1 + dice.upTo(60)),
        time: dice.of(["18:00", "20:30"]),
      };
    case "docRef":
      return LINK;
    case "bodyRef":
      return dice.once(6) ? "ks" : "sbn";
    case "lang":
      return dice.of(["sv", "ar"]);
    case "userRef":
      return dice.of(candidates(state, field, directory)) ?? "";
    case "role":
      return dice.of(["civilServant", "steeringChair"]);
    case "enum":
    case "lessonRef":
      return dice.of(choicesOf(field, state)) ?? "";
    case "record":
      return "";
  }
}

function choicesOf(field: Field, state: Dialogue): readonly string[] {
  const from = field.choicesFrom;
  const rows = from ? rowsOf(state.items[from.item]?.values[from.field]).map(({ id }) => id) : [];
  return [...(field.options ?? []).map(({ value }) => value), ...rows];
}

/** The fields of the item that a form would ask for, filled in. */
export function inputsFor(item: Item, situation: Situation, only?: readonly string[]): Inputs {
  const kept = situation.state.items[item.id]?.values ?? {};
  const asked = item.fields.filter(
    (field) => !isRows(field) && (only === undefined || only.includes(field.name)),
  );
  const inputs: { [name: string]: Input } = {};
  for (const field of asked)
    if (isShown(field, { ...kept, ...(inputs as object) }))
      inputs[field.name] = inputFor(field, situation);
  return inputs;
}

export function rowInputsFor(field: Field, situation: Situation): Inputs {
  return Object.fromEntries(
    rowFields(field).map((cell) => [cell.name, inputFor(cell, situation)] as const),
  );
}

/** The ids the rows of the field have or may get: the keys of a map, otherwise those there are and a new one. */
export function rowIdsFor(item: Item, field: Field, { state }: Situation): readonly string[] {
  const ids = rowsOf(state.items[item.id]?.values[field.name]).map(({ id }) => id);
  if (field.map === "step")
    return template.steps.filter(({ order }) => order >= 4).map(({ id }) => id);
  if (field.map === "occasion") return Object.keys(state.occasions);
  if (field.map === "group")
    return rowsOf(state.items["plan.target-map"]?.values.groups).map(({ id }) => id);
  return [...ids, `row-${ids.length}`];
}

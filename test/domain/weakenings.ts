import type { Field, Item, Template } from "../../src/domain/template.ts";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** Every object inside a value, with a path that finds it again in a copy. */
export function everyObject(
  value: Json,
  path = "$",
): readonly { readonly path: string; readonly value: JsonObject }[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    everyObject(part as Json, `${path}/${key}`),
  );
  return Array.isArray(value) ? inner : [{ path, value }, ...inner];
}

type Weakening = {
  readonly name: string;
  /** The item it is done to. */
  readonly item: string;
  /** The end of the path that must be named. */
  readonly at: string;
  readonly weaken: (template: JsonObject) => void;
};

type Holder = JsonObject & { fields: JsonObject[] };

/** Each way to take away from or weaken each item, field and option of a template, one at a time. */
export function everyWeakening(template: Template): readonly Weakening[] {
  const items = template.steps.flatMap((step) => step.items);
  return items.flatMap((item) => [
    ...weakenedItem(item),
    ...item.fields.flatMap((field) => weakenedField(item, [field])),
  ]);
}

function weakenedItem(item: Item): readonly Weakening[] {
  const { id, strength, each, fixedByChair } = item;
  const at = `items[${id}]`;
  const weaker = { M: ["S", "O"], S: ["O"], O: [] }[strength];
  return [
    {
      name: `${id} removed`,
      item: id,
      at,
      weaken: (template) => {
        for (const step of template.steps as JsonObject[])
          step.items = (step.items as JsonObject[]).filter((one) => one.id !== id);
      },
    },
    {
      name: `${id} renamed`,
      item: id,
      at,
      weaken: (template) => void (itemIn(template, id).id = `${id}-2`),
    },
    ...weaker.map((value) => ({
      name: `strength of ${id} from ${strength} to ${value}`,
      item: id,
      at: `${at}.strength`,
      weaken: (template: JsonObject) => void (itemIn(template, id).strength = value),
    })),
    ...(each ? [without(id, at, "each")] : []),
    ...(fixedByChair ? [without(id, at, "fixedByChair")] : []),
  ];
}

function without(id: string, at: string, key: string): Weakening {
  return {
    name: `${key} of ${id} removed`,
    item: id,
    at: `${at}.${key}`,
    weaken: (template) => void delete itemIn(template, id)[key],
  };
}

/** The field at the end of the way, which leads through the records it lies in. */
function weakenedField(item: Item, way: readonly Field[]): readonly Weakening[] {
  const field = way.at(-1) as Field;
  const at = `items[${item.id}]${way.map(({ name }) => `.fields[${name}]`).join("")}`;
  const names = way.map(({ name }) => name);
  const change = (what: string, key: string, edit: (own: JsonObject) => void): Weakening => ({
    name: `${at} ${what}`,
    item: item.id,
    at: key === "" ? at : `${at}.${key}`,
    weaken: (template) => edit(fieldIn(itemIn(template, item.id), names)),
  });
  const fixed = ["list", "map", "when", "other", "from", "min", "max", "choicesFrom"] as const;
  return [
    {
      name: `${at} removed`,
      item: item.id,
      at,
      weaken: (template) => {
        const holder = holderIn(itemIn(template, item.id), names.slice(0, -1));
        holder.fields = holder.fields.filter(({ name }) => name !== field.name);
        if (holder.fields.length === 0)
          holder.fields.push({ name: "spare", type: "text", label: { sv: "Ny", en: "New" } });
      },
    },
    change("renamed", "", (own) => void (own.name = `${field.name}2`)),
    change(
      "of another type",
      "type",
      (own) => void (own.type = field.type === "date" ? "int" : "date"),
    ),
    ...(field.required === undefined
      ? []
      : [change("no longer required", "required", (own) => void delete own.required)]),
    ...fixed
      .filter((key) => field[key] !== undefined)
      .map((key) => change(`without ${key}`, key, (own) => void delete own[key])),
    ...(field.computed ? [change("asked for", "computed", (own) => void delete own.computed)] : []),
    ...(field.constant === undefined
      ? []
      : [change("no longer constant", "constant", (own) => void delete own.constant)]),
    ...weakenedOptions(field, change),
    ...(field.fields ?? []).flatMap((inner) => weakenedField(item, [...way, inner])),
  ];
}

function weakenedOptions(
  { options = [], other }: Field,
  change: (what: string, key: string, edit: (own: JsonObject) => void) => Weakening,
): readonly Weakening[] {
  if (options.length === 0) return [];
  const first = options[0]?.value as string;
  return [
    change(`without the option ${first}`, `options[${first}]`, (own) => {
      own.options = (own.options as JsonObject[]).slice(1);
      if ((own.options as JsonObject[]).length === 0) own.options = [spare];
    }),
    ...(other
      ? []
      : [
          change("with one more option", "options[spare]", (own) => {
            own.options = [...(own.options as JsonObject[]), spare];
          }),
        ]),
  ];
}
const spare: JsonObject = { value: "spare", label: { sv: "Ny", en: "New" } };

function itemIn(template: JsonObject, id: string): Holder {
  const items = (template.steps as JsonObject[]).flatMap((step) => step.items as JsonObject[]);
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(`There is no item ${id} to weaken.`);
  return item as Holder;
}

function holderIn(item: Holder, names: readonly string[]): Holder {
  return names.length === 0 ? item : (fieldIn(item, names) as Holder);
}

function fieldIn(item: Holder, names: readonly string[]): JsonObject {
  const field = names.reduce<JsonObject | undefined>(
    (holder, name) => (holder as Holder | undefined)?.fields.find((one) => one.name === name),
    item,
  );
  if (!field) throw new Error(`There is no field ${names.join(".")} to weaken.`);
  return field;
}

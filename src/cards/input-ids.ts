/** Where an input belongs. Made and read here only; item ids and field names hold no colon. */
export type InputPlace = {
  readonly itemId: string;
  readonly field: string;
  /** One of the inputs that together make a field: date and time of a moment, title and address of a link. */
  readonly part?: string;
};

const FORM =
  /^in:([A-Za-z0-9][A-Za-z0-9.-]{0,99}):([A-Za-z][A-Za-z0-9]{0,63})(?::([a-z]{1,12}))?$/u;

/** The id of an input, e.g. `in:plan.kickoff:notes:url`. */
export function inputId(itemId: string, field: string, part?: string): string {
  return part === undefined ? `in:${itemId}:${field}` : `in:${itemId}:${field}:${part}`;
}

/** Where the input with this id belongs; undefined when it is none of ours. */
export function readInputId(id: string): InputPlace | undefined {
  const [, itemId, field, part] = FORM.exec(id) ?? [];
  if (itemId === undefined || field === undefined) return undefined;
  return part === undefined ? { itemId, field } : { itemId, field, part };
}

export function isInputId(id: string): boolean {
  return FORM.test(id);
}

/** Item id of the inputs of a row's form: the row's own place is in the button (decisions.md §5.4). */
export const ROW = "row";
/** Item id of inputs that belong to no item: the new dialogue's form, the reason for sending back. */
export const FORM_ITSELF = "form";

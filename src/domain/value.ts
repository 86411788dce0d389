import type { Text } from "./text.ts";

/** Our own random id of a person (decisions.md §10.3); never an Entra id, never a name. */
export type PersonId = string;
export type BodyId = string;
export type DialogueId = string;
export type DecisionId = string;

/** One row of a list or of a map; its id is given when the form is drawn (decisions.md §5.6), a map's row is named by its key. */
export type Row = { readonly id: string; readonly revision: number; readonly values: Values };

/** A link to a paper elsewhere (decisions.md §5.5). */
export type Link = { readonly title: Text; readonly url: Text; readonly version?: Text };

/** Choices from a list that also takes something else in words. */
export type ChosenOrOther = { readonly chosen: readonly string[]; readonly other?: Text };

/**
 * What a field holds once read: `Text` for words, `string` for ids, enums, dates and instants, `number` for int, money
 * (whole kronor) and percent, arrays of ids or rows for lists. `null` says "emptied".
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Text
  | Link
  | ChosenOrOther
  | readonly string[]
  | readonly number[]
  | readonly Row[];
export type Values = { readonly [field: string]: Value };

/** What a form or a test hands in for a field, before it is read: nothing about it is trusted. */
export type Input =
  | null
  | undefined
  | boolean
  | number
  | string
  | readonly string[]
  | { readonly [part: string]: string | undefined };
export type Inputs = { readonly [field: string]: Input };

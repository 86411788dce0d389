import type { CardElementArray } from "@microsoft/teams.cards";
import type { Field } from "../../domain/template.ts";
import type { PersonId } from "../../domain/value.ts";
import { faultWords, type Told } from "../forms/faults.ts";
import { fieldInputs } from "../forms/field-inputs.ts";
import { writtenParts } from "../forms/page-fields.ts";
import type { Parts } from "../forms/prefill.ts";
import type { View } from "../view.ts";
import { POSITION } from "./position-fields.ts";

export type PositionInput = {
  readonly field: Field;
  readonly label: string;
  readonly hints?: readonly string[];
  readonly required?: boolean;
  /** What stands there before anybody has written. */
  readonly parts?: Parts;
  readonly people?: readonly PersonId[];
};

/** Inputs of a form about a position: filled in as they were sent when it comes back, with what was wrong beside them. */
export function positionInputs(
  view: View,
  told: Told,
  ...asked: readonly PositionInput[]
): CardElementArray {
  return asked.flatMap(({ field, label, hints = [], required = false, parts = {}, people }) =>
    fieldInputs(view, {
      field,
      place: POSITION,
      label,
      required,
      parts: told.inputs ? writtenParts({ item: { id: POSITION }, field }, told.inputs) : parts,
      hints,
      faults: faultWords(view.language, told.problems, { itemId: POSITION, field: field.name }),
      ...(people === undefined ? {} : { people }),
    }),
  );
}

import type { IAdaptiveCard, ISubmitAction } from "@microsoft/teams.cards";
import { rowFields } from "../domain/fields.ts";
import type { Problem } from "../domain/rejection.ts";
import { sensitiveIn } from "../domain/sensitive.ts";
import { TASK, taskField } from "../domain/task-fields.ts";
import { type Field, findItem } from "../domain/template.ts";
import type { Value } from "../domain/value.ts";
import { type Action, type Pressed, readAction, readsInputs, submitButton } from "./actions.ts";
import { asKept, prefilled, WHOLE } from "./forms/prefill.ts";
import { rowAt, rowValues } from "./forms/row-form.ts";
import { FORM_ITSELF, type InputPlace, readInputId, ROW } from "./input-ids.ts";
import { POSITION, positionField } from "./positions/position-fields.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

/**
 * What to ask before free words are saved that look like a private person's data (legal.md §3); nothing for words that
 * stand already and for somebody who has been asked. Of a dialogue still to be made only the template is known, and all
 * words are new. What is picked from a list is no words: an id's digits may look like a number to call.
 */
export function sensitiveProblem(known: Known, { action, inputs }: Pressed): Problem | undefined {
  if (!readsInputs(action.verb) || action.anyway) return undefined;
  const written = Object.entries(inputs).filter(([id, words]) =>
    isNewText(known, action, id, words),
  );
  const kinds = written.flatMap(([, words]) => sensitiveIn(words.replaceAll(IDS, " ")));
  return kinds.length > 0 ? { code: "W-SENSITIVE", kinds: [...new Set(kinds)] } : undefined;
}

type Known = View | Pick<View, "template">;

/** Inputs of no item in which somebody or something is picked, or a day. */
const PICKED: ReadonlySet<string> = new Set(["initiator", "person", "background", "from", "until"]);

/** Ids that stand in words, as in a link. */
const IDS = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/giu;

function isNewText(known: Known, action: Action, id: string, words: string): boolean {
  const place = readInputId(id);
  if (!place || words.trim() === "" || place.part === "url") return false;
  if (place.itemId === FORM_ITSELF) return !PICKED.has(place.field);
  const at = fieldAt(known, action, place);
  if (!at) return true;
  if (!isFreeText(at.field, place.part)) return false;
  if (!("state" in known)) return true;
  const kept = prefilled(at.field, at.value, known.language)[place.part ?? WHOLE];
  return kept === undefined || asKept(words, kept) !== kept;
}

function isFreeText({ type, other }: Field, part: string | undefined): boolean {
  if (other) return part === "other";
  return type === "text" || type === "longtext" || type === "docRef";
}

/** The field an input belongs to and what it holds; undefined for an input of no item. */
function fieldAt(
  known: Known,
  action: Action,
  place: InputPlace,
): { readonly field: Field; readonly value: Value | undefined } | undefined {
  if (place.itemId === ROW) {
    const at = action.verb === "putRow" && "state" in known ? rowAt(known, action) : undefined;
    const field = at && rowFields(at.field).find(({ name }) => name === place.field);
    return at && field ? { field, value: rowValues(at)[place.field] } : undefined;
  }
  if (place.itemId === POSITION) {
    const field = positionField(place.field);
    return field && { field, value: undefined };
  }
  if (place.itemId === TASK) return { field: taskField(place.field), value: undefined };
  const field = findItem(known.template, place.itemId)?.item.fields.find(
    ({ name }) => name === place.field,
  );
  const value = "state" in known ? known.state.items[place.itemId]?.values[place.field] : undefined;
  return field ? { field, value } : undefined;
}

/** The page that comes back filled in, with the choice to change the words or to save them as they are. */
export function askedFirst(card: IAdaptiveCard, action: Action, language: Language): IAdaptiveCard {
  const { forms } = textsOf(language);
  const { anyway: _asked, ...plain } = action;
  const same = JSON.stringify(sorted(plain));
  const actions = card.actions ?? [];
  // Whoever may not write gets the page to read, and nothing to save.
  if (!actions.some((one) => readsSame(one, same))) return card;
  const anyway = { ...plain, anyway: true } as Action;
  return {
    ...card,
    actions: actions.flatMap((one) =>
      readsSame(one, same)
        ? [{ ...one, title: forms.changeAndSave }, submitButton(forms.saveAnyway, anyway)]
        : [one],
    ) as NonNullable<IAdaptiveCard["actions"]>,
  };
}

function readsSame(button: object, same: string): boolean {
  const action = readAction((button as ISubmitAction).data);
  return action !== undefined && JSON.stringify(sorted(action)) === same;
}

function sorted(value: object): unknown {
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

import type {
  ActionArray,
  CardElementArray,
  IAdaptiveCard,
  IContainer,
  ISubmitAction,
} from "@microsoft/teams.cards";
import { missingFromDecision } from "../../domain/decisions.ts";
import { isRows } from "../../domain/fields.ts";
import type { DecisionId } from "../../domain/value.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { oneLine } from "../drawable.ts";
import { type BannerData, banner, type FactData, icon, line, run, strong } from "../elements.ts";
import { namingOf, shortTitle } from "../naming.ts";
import { bytesOf } from "../render.ts";
import { textsOf } from "../texts/texts.ts";
import { MOST_WORDS, valueLines } from "../values.ts";
import type { View } from "../view.ts";
import type { Told } from "./faults.ts";
import { formCard } from "./form-card.ts";
import { keptFacts } from "./kept-facts.ts";
import {
  type FieldAt,
  type FieldsPage,
  itemPages,
  MOST_FIELD_BYTES,
  registeredItems,
  registerPages,
  valuesOf,
} from "./pages.ts";

/** The last page of a registration: all it says, what is missing, the way back to each part, and "Registrera". `newId` becomes the decision's id. */
export function registerSummary(view: View, newId: DecisionId, told: Told): IAdaptiveCard {
  const { forms, cards } = textsOf(view.language);
  const missing = missingFromDecision(view.state, view.template);
  const dialogueId = view.state.id;
  const actions: ActionArray = [
    submitButton(
      forms.register.register,
      { verb: "registerDecision", dialogueId, decisionId: newId },
      { main: true },
    ),
    submitButton(cards.buttons.toStep, { verb: "openStep", dialogueId, stepId: "decide-dialogue" }),
    ...closing(view),
  ];
  // A refusal has just said what is missing.
  const isSaid = told.problems?.some(({ code }) => code === "E-DECISION-INCOMPLETE") === true;
  return formCard(view, {
    kicker: shortTitle(view),
    title: forms.register.summaryTitle,
    told,
    banners: isSaid ? [] : [standing(view, missing)],
    intro: forms.register.summaryText,
    fields: summaryFields(view, new Set(missing)),
    actions,
  });
}

function standing(view: View, missing: readonly string[]): BannerData {
  const { register } = textsOf(view.language).forms;
  return missing.length === 0
    ? banner("good", icon("CheckmarkCircle", "✓", "Good", "Filled"), [strong(register.allThere)])
    : banner(
        "warning",
        icon("Warning", "!"),
        [strong(register.missingTitle)],
        [line(run(namingOf(view).labels(missing)))],
      );
}

function summaryFields(view: View, missing: ReadonlySet<string>): CardElementArray {
  const pages = registerPages(view);
  const attempts = [MOST_WORDS, 500, 150, 40].map((most) => [
    ...pages.map((page, number) => partOf(view, page, number, { missing, most })),
    listsOf(view, most),
  ]);
  return attempts.find((one) => bytesOf(one) <= MOST_FIELD_BYTES) ?? attempts.at(-1) ?? [];
}

type Detail = { readonly missing: ReadonlySet<string>; readonly most: number };

function partOf(view: View, page: FieldsPage, number: number, detail: Detail): IContainer {
  const { forms } = textsOf(view.language);
  const edit = submitButton(forms.register.editPart(number + 1), {
    verb: "openRegister",
    dialogueId: view.state.id,
    page: number,
  });
  const facts = page.fields
    .filter((at) => detail.missing.has(at.field.name) || linesOf(view, at, detail.most).length > 0)
    .map((at) => factOf(view, at, detail.most));
  return part(facts, [edit], number > 0);
}

/** Lists of a decision: its points, reservations and notes, each on a page of its own. */
function listsOf(view: View, most: number): IContainer {
  const { forms } = textsOf(view.language);
  const lists = registeredItems(view).flatMap((item) =>
    item.fields.filter(isRows).map((field): FieldAt => ({ item, field })),
  );
  const edits = lists.map(({ item, field }) =>
    submitButton(`${forms.edit}: ${oneLine(field.label[view.language])}`, {
      verb: "openItem",
      dialogueId: view.state.id,
      itemId: item.id,
      page: itemPages(view, item).findIndex((one) => one.kind === "rows" && one.field === field),
    }),
  );
  return part(
    lists.map((at) => factOf(view, at, most)),
    edits,
    true,
  );
}

function part(
  facts: readonly FactData[],
  buttons: ISubmitAction[],
  separator: boolean,
): IContainer {
  return {
    type: "Container",
    separator,
    spacing: "Medium",
    items: [...keptFacts(facts), { type: "ActionSet", spacing: "Small", actions: buttons }],
  };
}

function linesOf(view: View, { item, field }: FieldAt, most: number) {
  return valueLines(view, field, valuesOf(view, item)[field.name], most);
}

function factOf(view: View, at: FieldAt, most: number): FactData {
  const { cards } = textsOf(view.language);
  const lines = linesOf(view, at, most);
  const empty = [line(run(cards.notFilledIn, { isSubtle: true }))];
  return { label: oneLine(at.field.label[view.language]), lines: lines.length > 0 ? lines : empty };
}

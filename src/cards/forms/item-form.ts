import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { matterOfDraft } from "../../domain/decision-matters.ts";
import { findItem, type Item, type Step } from "../../domain/template.ts";
import { type Action, submitButton } from "../actions.ts";
import { neutral } from "../drawable.ts";
import { historyButtons } from "../more-rows.ts";
import { itemBanners } from "../plan-banners.ts";
import { itemTitle, shortTitle, stepTitle } from "../naming.ts";
import { textButtons } from "../public-pages.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import type { Told } from "./faults.ts";
import { formCard } from "./form-card.ts";
import { askedOn, pageFields, revisionsOn } from "./page-fields.ts";
import { type FieldsPage, itemPages, type Page } from "./pages.ts";
import { fixButtons, readOnlyItem } from "./read-only.ts";
import { rowsPage } from "./rows-page.ts";
import { whyNotWrite } from "./why-not-write.ts";

export type ItemPlace = {
  readonly itemId: string;
  /** Which page of the item, from 0. */
  readonly page?: number;
  /** Which ten rows of a list, from 0. */
  readonly row?: number;
};

/**
 * A page of an item as the viewer may have it: a form where they may write, otherwise the content to read with why.
 * `newId` becomes the id of the row that is added there (decisions.md §5.6). An item the template lacks is told as forbidden.
 */
export function itemForm(
  view: View,
  place: ItemPlace,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  const found = findItem(view.template, place.itemId);
  if (!found) return noSuchItem(view);
  const { item, step } = found;
  const problem = whyNotWrite(view, item, step);
  const pages = itemPages(view, item);
  const page = pages[Math.min(place.page ?? 0, pages.length - 1)];
  if (problem || !page) return readOnlyItem(view, item, step, problem, told);
  const number = pages.indexOf(page);
  return page.kind === "rows"
    ? rowsPage(view, { page, step, number, of: pages.length, rows: place.row ?? 0, newId }, told)
    : fieldsPage(view, { item, step, page, number, pages }, told);
}

type Fields = {
  readonly item: Item;
  readonly step: Step;
  readonly page: FieldsPage;
  readonly number: number;
  readonly pages: readonly Page[];
};

function fieldsPage(view: View, fields: Fields, told: Told): IAdaptiveCard {
  const { item, step, page, number, pages } = fields;
  const { forms } = textsOf(view.language);
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${stepTitle(view, step)}`,
    title: neutral(itemTitle(view, item)),
    ...(pages.length > 1 ? { mark: forms.page(number + 1, pages.length) } : {}),
    told,
    banners: itemBanners(view, item.id),
    fields: pageFields(view, page, told),
    notes: hasWords(page) ? [forms.privacy] : [],
    actions: fieldsActions(view, fields),
  });
}

function fieldsActions(view: View, { item, step, page, number, pages }: Fields): ActionArray {
  const { forms, decisions } = textsOf(view.language);
  const isDraft = matterOfDraft(item.id) !== undefined;
  const save = (after: "next" | "close" | "step"): Action => ({
    verb: "saveItem",
    dialogueId: view.state.id,
    itemId: item.id,
    page: number,
    revisions: revisionsOn(view, page),
    asked: askedOn(view, page),
    after,
  });
  const isLast = number === pages.length - 1;
  return [
    ...(isLast
      ? [
          submitButton(forms.saveClose, save("close"), { main: !isDraft }),
          submitButton(isDraft ? decisions.matter.saveSummary : forms.saveStep, save("step"), {
            main: isDraft,
          }),
          ...fixButtons(view, item, step),
        ]
      : [
          submitButton(forms.saveNext, save("next"), { main: true }),
          submitButton(forms.saveClose, save("close")),
        ]),
    ...backButtons(view, item, step),
    ...textButtons(view, item),
    ...historyButtons(view, item),
  ];
}

/** To the step the item belongs to, or to the registration it is drafted for. */
function backButtons(view: View, item: Item, step: Step): ActionArray {
  const { cards, decisions } = textsOf(view.language);
  const dialogueId = view.state.id;
  const matter = matterOfDraft(item.id);
  return [
    matter === undefined
      ? submitButton(cards.buttons.toStep, { verb: "openStep", dialogueId, stepId: step.id })
      : submitButton(decisions.matter.toSummary, { verb: "openMatter", dialogueId, matter }),
  ];
}

/** Whether a person may write free words there; then they are told what not to write (legal.md §3). */
export function hasWords({ fields }: FieldsPage): boolean {
  return fields.some(
    ({ field }) => field.type === "text" || field.type === "longtext" || field.other === true,
  );
}

function noSuchItem(view: View): IAdaptiveCard {
  return formCard(view, {
    kicker: shortTitle(view),
    title: textsOf(view.language).forms.noSuchItem,
    told: { problems: [{ code: "E-FORBIDDEN" }] },
    fields: [],
    actions: [submitButton(textsOf(view.language).cards.buttons.close, { verb: "closeDialog" })],
  });
}

import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { missingFromDecision } from "../../domain/decisions.ts";
import type { Problem } from "../../domain/rejection.ts";
import { findItem, stepOf } from "../../domain/template.ts";
import type { DecisionId } from "../../domain/value.ts";
import { type Action, submitButton } from "../actions.ts";
import { confirmDecisionCard } from "../confirm-decision.ts";
import { closing } from "../confirm-initiator.ts";
import { namingOf, shortTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import type { Told } from "./faults.ts";
import { formCard, problemBanner } from "./form-card.ts";
import { hasWords } from "./item-form.ts";
import { askedOn, pageFields, revisionsOn } from "./page-fields.ts";
import { type FieldsPage, registerPages, SUMMARY_PAGE } from "./pages.ts";
import { registerSummary } from "./register-summary.ts";
import { whyNotWrite } from "./why-not-write.ts";

/**
 * The walk that registers the board's decision: what the minutes say page by page, then a summary with what is missing
 * and "Registrera" (decisions.md §8.5). Without a page it begins where something is missing. `newId` becomes the
 * decision's id. Whoever may not write is told who may; a registered decision is shown to read.
 */
export function registerForm(
  view: View,
  page: number | undefined,
  newId: DecisionId,
  told: Told = {},
): IAdaptiveCard {
  const standing = view.state.decisions.findLast(
    ({ matter, status }) => matter === "start" && status !== "sentBack",
  );
  if (standing) return confirmDecisionCard(view, standing.id, "dialog", told);
  const problem = whyNotRegister(view);
  if (problem) return refused(view, problem, told);
  const pages = registerPages(view);
  const number = page ?? firstIncomplete(view, pages);
  const current = pages[number];
  return current
    ? fieldsPage(view, current, number, pages.length, told)
    : registerSummary(view, newId, told);
}

function whyNotRegister(view: View): Problem | undefined {
  const found = findItem(view.template, "decide.register");
  return found && whyNotWrite(view, found.item, found.step);
}

/** A new registration begins at the first page, one that was left at the first that lacks something. */
function firstIncomplete(view: View, pages: readonly FieldsPage[]): number {
  const missing = new Set(missingFromDecision(view.state, view.template));
  const at = pages.findIndex(({ fields }) => fields.some(({ field }) => missing.has(field.name)));
  return at === -1 ? SUMMARY_PAGE : at;
}

function fieldsPage(
  view: View,
  page: FieldsPage,
  number: number,
  of: number,
  told: Told,
): IAdaptiveCard {
  const { forms } = textsOf(view.language);
  const dialogueId = view.state.id;
  const save = (after: "next" | "close"): Action => ({
    verb: "saveRegister",
    dialogueId,
    page: number,
    revisions: revisionsOn(view, page),
    asked: askedOn(view, page),
    after,
  });
  return formCard(view, {
    kicker: shortTitle(view),
    title: forms.register.title,
    mark: forms.page(number + 1, of),
    told,
    ...(number === 0 ? { intro: forms.register.intro } : {}),
    fields: pageFields(view, page, told),
    notes: hasWords(page) ? [forms.privacy] : [],
    actions: [
      submitButton(forms.saveNext, save("next"), { main: true }),
      submitButton(forms.saveClose, save("close")),
      submitButton(forms.register.toSummary, {
        verb: "openRegister",
        dialogueId,
        page: SUMMARY_PAGE,
      }),
    ],
  });
}

function refused(view: View, problem: Problem, told: Told): IAdaptiveCard {
  const { forms, cards } = textsOf(view.language);
  const naming = namingOf(view);
  const told403: Problem = { code: "E-FORBIDDEN", who: ["registrar"] };
  return formCard(view, {
    kicker: shortTitle(view),
    title: forms.register.title,
    told,
    banners: [problemBanner(view, problem.code === "E-FORBIDDEN" ? told403 : problem)],
    intro: forms.register.onlyRegistrar(naming.who("registrar")),
    fields: [],
    actions: [
      submitButton(cards.buttons.toStep, {
        verb: "openStep",
        dialogueId: view.state.id,
        stepId: stepOf(view.template, "decide-dialogue").id,
      }),
      ...closing(view),
    ],
  });
}

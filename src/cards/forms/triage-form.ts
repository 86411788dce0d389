import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { findItem, stepOf } from "../../domain/template.ts";
import { type Action, submitButton } from "../actions.ts";
import { neutral } from "../drawable.ts";
import { shortTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import { triageDialog } from "../triage-result.ts";
import type { View } from "../view.ts";
import type { Told } from "./faults.ts";
import { formCard } from "./form-card.ts";
import { hasWords } from "./item-form.ts";
import { askedOn, pageFields, revisionsOn } from "./page-fields.ts";
import { triagePages } from "./pages.ts";
import { whyNotWrite } from "./why-not-write.ts";

/** A page of the questions of step 0, for those who may answer them; everybody else, and after the last page, the result. */
export function triageForm(view: View, page: number | undefined, told: Told = {}): IAdaptiveCard {
  const pages = triagePages(view);
  const step = stepOf(view.template, "triage");
  const first = findItem(view.template, "triage.summary")?.item ?? step.items[0];
  const current = pages[page ?? 0];
  const closed = first ? whyNotWrite(view, first, step) : undefined;
  if (!current || current.kind === "rows" || closed) return triageDialog(view, told);
  const number = pages.indexOf(current);
  const { forms } = textsOf(view.language);
  const save = (after: "next" | "close"): Action => ({
    verb: "saveTriage",
    dialogueId: view.state.id,
    page: number,
    revisions: revisionsOn(view, current),
    asked: askedOn(view, current),
    after,
  });
  const actions: ActionArray = [
    submitButton(forms.saveNext, save("next"), { main: true }),
    submitButton(forms.saveClose, save("close")),
  ];
  return formCard(view, {
    kicker: shortTitle(view),
    title: neutral(forms.triage.title),
    ...(pages.length > 1 ? { mark: forms.page(number + 1, pages.length) } : {}),
    told,
    ...(number === 0 ? { intro: forms.triage.intro } : {}),
    fields: pageFields(view, current, told),
    notes: hasWords(current) ? [forms.privacy] : [],
    actions,
  });
}

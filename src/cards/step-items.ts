import { followUpNumber } from "../domain/deadline-items.ts";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { isMissing } from "../domain/fields.ts";
import { itemProgress, itemsIn } from "../domain/item-progress.ts";
import { writersOf } from "../domain/permissions.ts";
import type { Item, Step } from "../domain/template.ts";
import { deadlineName, when } from "./deadline-rows.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
import { badge, icon, line, type RowData, row, run, subtle } from "./elements.ts";
import { itemTitle, whoHas } from "./naming.ts";
import { checkpointOpening } from "./positions/position-next.ts";
import { textsOf } from "./texts/texts.ts";
import type { Place, View } from "./view.ts";

/** Roles named behind one item. */
const MOST_ROLES = 2;

export type StepItems = {
  readonly left: readonly Item[];
  readonly optional: readonly Item[];
  readonly done: readonly Item[];
};

/** The items of a step: what must still be done, what may be, and what is done. What is done for each occasion stands with the occasion. */
export function stepItems({ state }: View, step: Step): StepItems {
  const items = itemsIn(state, step).filter(({ each }) => each !== "occasion");
  const open = items.filter(
    (item) => itemProgress(state, item) !== "done" && !isRecord(state, step, item),
  );
  return {
    left: open.filter(({ strength }) => strength === "M"),
    optional: open.filter(({ strength }) => strength !== "M"),
    done: items.filter((item) => itemProgress(state, item) === "done"),
  };
}

/** Belongs to a decision that is confirmed, or to a dialogue taken back: nobody can do it any more. The minutes are still followed. */
function isRecord(state: View["state"], step: Step, item: Item): boolean {
  if (state.status === "withdrawn") return true;
  return step.order <= 3 && state.gates.G3 !== undefined && item.id !== "decide.minutes";
}

/** One item as a line: what to do, by whom, how far it has come. No content: a card in the channel shows none (decisions.md §3.1). */
export function itemRow(
  view: View,
  step: Step,
  item: Item,
  place: Place,
  look: { readonly marksOptional?: boolean } = {},
): RowData {
  const { views, plan } = textsOf(view.language);
  const progress = itemProgress(view.state, item);
  const title = itemTitle(view, item);
  const who = writersOf(view.state, item, step).slice(0, MOST_ROLES);
  const optional = look.marksOptional && item.strength !== "M" ? [plan.optional] : [];
  const named = who.length > 0 ? [views.step.who(whoHas(view, who))] : [];
  const which = whichFollowUp(view, item);
  const said = (progress === "done" ? which : [...which, ...optional, ...named]).join(" · ");
  const action = openAction(view, step, item);
  return row({
    icon:
      progress === "done"
        ? icon("CheckmarkCircle", "✓", "Good", "Filled")
        : icon("Circle", "○", "Default"),
    runs: [run(title)],
    lines: said === "" ? [] : [line(subtle(said))],
    ...(progress === "draft" ? { badge: badge(draftWords(view, item), "Subtle") } : {}),
    open: place === "dialog" ? submitButton(title, action) : openButton(title, action),
  });
}

/** The follow-ups are all called the same: their number and day tell them apart. */
function whichFollowUp(view: View, { id }: Item): readonly string[] {
  const number = followUpNumber(id);
  if (number === undefined) return [];
  const code = `D18.${number}`;
  const deadlines = deadlinesOf(view.state, view.template, view.calendar);
  const deadline = deadlines.find((one) => one.code === code);
  return [deadlineName(view, { code }), ...(deadline ? [when(view, deadline)] : [])];
}

/** A draft that lacks nothing waits for the chair to fix it. */
function draftWords(view: View, item: Item): string {
  const { step } = textsOf(view.language).views;
  // Nothing is drafted there: the group is being asked.
  if (item.id === "check.vote" || item.id === "check.review")
    return textsOf(view.language).positions.open;
  const values = view.state.items[item.id]?.values ?? {};
  const whole = item.fields.every((field) => !isMissing(field, values));
  return item.fixedByChair && whole ? step.waitsForChair : step.draft;
}

function openAction({ state }: View, step: Step, item: Item): Action {
  const dialogueId = state.id;
  if (step.id === "triage" && item.id !== "triage.result")
    return { verb: "openTriage", dialogueId };
  const pending = state.decisions.findLast(({ status }) => status !== "sentBack");
  if (item.id === "decide.confirm" && pending)
    return { verb: "openDecision", dialogueId, decisionId: pending.id };
  return checkpointOpening(state, item.id) ?? { verb: "openItem", dialogueId, itemId: item.id };
}

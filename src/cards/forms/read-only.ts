import type { CardElementArray, IAdaptiveCard, ISubmitAction } from "@microsoft/teams.cards";
import { itemProgress, missingFields } from "../../domain/item-progress.ts";
import { WRITTEN } from "../../domain/lesson.ts";
import { mayWriteItem, rolesOf, writersOf } from "../../domain/permissions.ts";
import type { Problem } from "../../domain/rejection.ts";
import { findItem, type Item, type Step } from "../../domain/template.ts";
import { localDateOf } from "../../domain/time.ts";
import { type Action, submitButton } from "../actions.ts";
import { neutral } from "../drawable.ts";
import {
  type BannerData,
  banner,
  type FactData,
  icon,
  line,
  run,
  strong,
  subtle,
} from "../elements.ts";
import { formatsOf } from "../formats.ts";
import { correctButtons, correctionFacts } from "../corrections.ts";
import { historyButtons } from "../more-rows.ts";
import { itemTitle, personName, shortTitle, stepTitle, whoHas } from "../naming.ts";
import { itemBanners } from "../plan-banners.ts";
import { bytesOf } from "../render.ts";
import { textsOf } from "../texts/texts.ts";
import { MOST_WORDS, valueLines } from "../values.ts";
import type { View } from "../view.ts";
import type { Told } from "./faults.ts";
import { formCard, problemBanner } from "./form-card.ts";
import { keptFacts } from "./kept-facts.ts";
import { MOST_FIELD_BYTES, valuesOf } from "./pages.ts";
import { allWhyNotWrite, whyNotWrite } from "./why-not-write.ts";

/**
 * An item to read: what is kept, in words, with why it cannot be changed and by whom it can. People without a role see
 * the content only once it is a record (decisions.md §3.2).
 */
export function readOnlyItem(
  view: View,
  item: Item,
  step: Step,
  problem: Problem | undefined,
  told: Told = {},
): IAdaptiveCard {
  const { forms, cards } = textsOf(view.language);
  const mayRead = mayReadContent(view, item);
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${stepTitle(view, step)}`,
    title: neutral(itemTitle(view, item)),
    ...(itemProgress(view.state, item) === "done"
      ? { mark: cards.done, markStyle: "Good" as const }
      : {}),
    told,
    banners: [
      ...whyBanners(view, item, step, problem, told),
      ...supersededBanner(view, item),
      ...(mayRead ? itemBanners(view, item.id) : []),
    ],
    ...(problem ? {} : { intro: forms.nothingYet }),
    ...(mayRead ? {} : { intro: forms.drafts }),
    fields: mayRead ? [...contentOf(view, item), ...besides(view, item)] : [],
    notes: mayRead ? recordedBy(view, item) : [],
    actions: [
      ...fixButtons(view, item, step),
      submitButton(cards.buttons.toStep, {
        verb: "openStep",
        dialogueId: view.state.id,
        stepId: step.id,
      }),
      ...ownLessonsButtons(view, item),
      ...historyButtons(view, item),
      ...correctButtons(view, { kind: "item", itemId: item.id }),
      submitButton(cards.buttons.close, { verb: "closeDialog" }),
    ],
  });
}

/** What has become of each lesson is on a page of its own, once the list is fixed. */
function ownLessonsButtons(view: View, item: Item): readonly ISubmitAction[] {
  if (item.id !== WRITTEN || view.state.items[WRITTEN]?.fixed === undefined) return [];
  const { own } = textsOf(view.language).lessons;
  return [submitButton(own.title, { verb: "openOwnLessons", dialogueId: view.state.id })];
}

/** The chair fixes as it stands what others have drafted and lacks nothing (decisions.md §1.8); nobody else has the button. */
export function fixButtons(view: View, item: Item, step: Step): readonly ISubmitAction[] {
  const { state, viewer, directory } = view;
  const isChair =
    item.fixedByChair === true &&
    viewer !== undefined &&
    rolesOf(state, viewer, directory).has("steeringChair") &&
    mayWriteItem(state, item, step, viewer, directory);
  // What is filled in beforehand may be fixed before anybody has written in it (decisions.md §5.4).
  if (!isChair || itemProgress(state, item) === "done" || missingFields(state, item).length > 0)
    return [];
  if (whyNotWrite(view, item, step)) return [];
  const revision = state.items[item.id]?.revision ?? 0;
  const fix: Action = { verb: "fixItem", dialogueId: state.id, itemId: item.id, revision };
  return [submitButton(textsOf(view.language).forms.fix, fix)];
}

/** Drafts are for those with a role; what is fixed or belongs to a confirmed decision is for every member of the team. */
export function mayReadContent({ state, viewer, directory, template }: View, item: Item): boolean {
  const order = findItem(template, item.id)?.step.order ?? Number.POSITIVE_INFINITY;
  const isRecord =
    state.items[item.id]?.fixed !== undefined || (order <= 3 && state.gates.G3 !== undefined);
  const isReader = viewer !== undefined && rolesOf(state, viewer, directory).size > 0;
  return isRecord || isReader;
}

/** Everything that is in the way, each thing once: what has just been refused stands above already. */
function whyBanners(
  view: View,
  item: Item,
  step: Step,
  problem: Problem | undefined,
  { problems = [] }: Told,
): readonly BannerData[] {
  if (!problem) return [];
  const all = allWhyNotWrite(view, item, step);
  const locked =
    problem.code === "E-LOCKED-RECORD" && problems.some(({ code }) => code === problem.code);
  if (locked) return [];
  const shown = all.some(({ code }) => code === problem.code) ? all : [problem];
  return shown.map((one) => whyBanner(view, item, step, one));
}

function whyBanner(view: View, item: Item, step: Step, problem: Problem): BannerData {
  const { forms, views } = textsOf(view.language);
  const lock = icon("LockClosed", "🔒");
  if (problem.code === "E-LOCKED-RECORD")
    return banner("emphasis", lock, [strong(forms.lockedTitle)], [line(subtle(problem.code))]);
  if (problem.code !== "E-FORBIDDEN") return problemBanner(view, problem);
  const who = writersOf(view.state, item, step);
  const by = who.length > 0 ? [line(run(views.step.who(whoHas(view, who.slice(0, 3)))))] : [];
  return banner("emphasis", lock, [strong(forms.readOnly)], [...by, line(subtle(problem.code))]);
}

function contentOf(view: View, item: Item): CardElementArray {
  const attempts = [MOST_WORDS * 3, MOST_WORDS, 300, 60].map((most) => content(view, item, most));
  return (
    attempts.find((elements) => bytesOf(elements) <= MOST_FIELD_BYTES) ?? attempts.at(-1) ?? []
  );
}

function content(view: View, item: Item, mostWords: number): CardElementArray {
  const { cards } = textsOf(view.language);
  const values = valuesOf(view, item);
  const facts = item.fields.flatMap((field): FactData[] => {
    const value = values[field.name] ?? field.constant;
    const lines = valueLines(view, field, value, mostWords);
    if (lines.length === 0 && field.computed) return [];
    const empty = [line(run(cards.notFilledIn, { isSubtle: true }))];
    return [{ label: field.label[view.language], lines: lines.length === 0 ? empty : lines }];
  });
  return keptFacts(facts);
}

/** What stands beside the record: its corrections, and what it said before its requirement was opened again. */
function besides(view: View, item: Item): CardElementArray {
  const { lifecycle } = textsOf(view.language);
  const { shortDate } = formatsOf(view.language);
  // What no longer holds and is not said anew stands above.
  const isNew = view.state.items[item.id]?.superseded === undefined;
  const all = view.state.replaced.filter(({ itemId }) => isNew && itemId === item.id);
  const replaced = all.slice(-1);
  const before = replaced.map(({ item: kept, replacedAt }) => ({
    label: lifecycle.replacedTitle(shortDate(localDateOf(replacedAt))),
    lines: item.fields.flatMap((field) => valueLines(view, field, kept.values[field.name], 100)),
  }));
  return keptFacts([...correctionFacts(view, { kind: "item", itemId: item.id }), ...before]);
}

/** Says that the record no longer holds, since its requirement was opened again. */
function supersededBanner(view: View, item: Item): readonly BannerData[] {
  const since = view.state.items[item.id]?.superseded;
  if (since === undefined) return [];
  const { superseded, supersededText } = textsOf(view.language).lifecycle;
  const day = formatsOf(view.language).shortDate(localDateOf(since));
  return [
    banner(
      "warning",
      icon("ArrowUndo", "↩"),
      [strong(superseded)],
      [line(run(supersededText(day)))],
    ),
  ];
}

/** Who wrote it last and when; nothing while nobody has. */
function recordedBy(view: View, item: Item): readonly string[] {
  const kept = view.state.items[item.id];
  if (kept?.recordedBy === undefined || kept.recordedAt === undefined) return [];
  const when = formatsOf(view.language).moment(kept.recordedAt);
  return [textsOf(view.language).forms.recorded(personName(view, kept.recordedBy), when)];
}

import { groupsReachedOnlyDigitally, missingMessages } from "../domain/communication-plan.ts";
import type { FormalDecision } from "../domain/dialogue.ts";
import { isMissing } from "../domain/fields.ts";
import { isDecisionPending } from "../domain/item-progress.ts";
import type { Occasion } from "../domain/occasion.ts";
import { holdersOf } from "../domain/permissions.ts";
import type { Role } from "../domain/roles.ts";
import { effortFaults } from "../domain/target-groups.ts";
import { RECORD_STEPS } from "../domain/process/decision-records.ts";
import { findItem, type Item, type Step, type Template } from "../domain/template.ts";
import { isText, wordsOf } from "../domain/text.ts";
import type { BodyId, PersonId } from "../domain/value.ts";
import { neutral, oneLine, shortened } from "./drawable.ts";
import { formatsOf } from "./formats.ts";
import { occasionName, themeName } from "./plan-names.ts";
import type { Naming } from "./texts/naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** More names than this behind one role are left out: the role says enough. */
const MOST_NAMES = 2;
const MOST_LABELS = 8;
const MOST_NAME = 80;

/** The person's name for the middle of a sentence, guests marked (decisions.md §1.5). Not for places that read Markdown. */
export function personName(view: Pick<View, "nameOf" | "language">, person: PersonId): string {
  const { cards } = textsOf(view.language);
  const { name, guest } = view.nameOf(person);
  const shown = shortened(oneLine(name), MOST_NAME) || cards.unknownPerson;
  return guest ? `${shown} (${cards.guest})` : shown;
}

/** The dialogue's own title as a heading. */
export function dialogueTitle({ state, language }: Pick<View, "state" | "language">): string {
  return neutral(wordsOf(state.title, language));
}

/** The dialogue's title cut to a few words, for small print above a heading. */
export function shortTitle(view: Pick<View, "state" | "language">): string {
  return shortened(dialogueTitle(view), 60);
}

/** The view with names and the title cut, for a card that would otherwise be too large to send. */
export function withShortNames(view: View, most: number): View {
  const { state, nameOf, language } = view;
  const cut = (text: string) => shortened(text, most);
  return {
    ...view,
    state: { ...state, title: { text: shortened(wordsOf(state.title, language), 3 * most) } },
    nameOf: (person) => ({ ...nameOf(person), name: cut(nameOf(person).name) }),
  };
}

/** A body's name as a heading or in a sentence; the id when the organisation no longer has it. */
export function bodyName(view: Pick<View, "directory">, body: BodyId): string {
  const found = view.directory.organisation?.bodies.find(({ id }) => id === body);
  return shortened(neutral(found?.name ?? body), MOST_NAME);
}

export function stepTitle(view: Pick<View, "language">, step: Step): string {
  const { cards } = textsOf(view.language);
  const title = neutral(step.title[view.language]);
  return step.order >= 1 && step.order <= 10 ? cards.step(step.order, title) : title;
}

/** An item's sentence without its full stop, for lists; what is done for each occasion says which one. */
export function itemTitle(view: Pick<View, "language" | "state">, item: Item): string {
  const title = oneLine(item.title[view.language]).replace(/\.$/u, "");
  const { plan, time } = textsOf(view.language);
  const occasion = occasionOf(view, item);
  return occasion ? plan.ofOccasion(time.occasion.title(occasion.number), title) : title;
}

/** The occasion an item is done for. */
function occasionOf({ state }: Pick<View, "state">, item: Item): Occasion | undefined {
  if (item.each !== "occasion") return undefined;
  return Object.values(state.occasions).find(({ id }) => item.id.endsWith(`.${id}`));
}

/** Which decision is meant, as the minutes name it: "SBN § 7". Not for places that read Markdown. */
export function decisionMark(
  view: Pick<View, "directory" | "language">,
  { facts }: FormalDecision,
): string {
  const body = view.directory.organisation?.bodies.find(({ id }) => id === facts.body);
  const paragraph = isText(facts.paragraph) ? wordsOf(facts.paragraph, view.language) : "";
  return shortened(oneLine(`${body?.short ?? ""} ${paragraph}`.trim()), 40);
}

/** The roles with those who hold them, e.g. "registratorn (Sara Ek)"; for the middle of a sentence. */
export function whoHas(view: View, roles: readonly Role[]): string {
  const texts = textsOf(view.language);
  const named = held(view, roles).map((role) => {
    const holders = holdersOf(view.state, role, view.directory);
    const names = holders.slice(0, MOST_NAMES).map((person) => personName(view, person));
    if (names.length === 0 || holders.length > MOST_NAMES) return texts.roles[role];
    return `${texts.roles[role]} (${names.join(", ")})`;
  });
  return formatsOf(view.language).or(named);
}

/** What refusals about this dialogue need to name; `draft` is the item whose own words for its fields come first. */
export function namingOf(view: View, draft?: string): Naming {
  return {
    who: (...roles) => whoHas(view, roles),
    labels: (names) => labelsOf(view, names, draft),
    items: (ids) =>
      phraseOf(
        view,
        ids.map((id) => titleOf(view, id)),
      ),
    waitsForChair: isDecisionPending(view.state),
  };
}

/** One role for each person: who is both initiator and chair is named once. */
function held(view: View, roles: readonly Role[]): readonly Role[] {
  const seen = new Set<PersonId>();
  const kept = roles.filter((role) => {
    const holders = holdersOf(view.state, role, view.directory);
    const fresh = holders.length === 0 || holders.some((person) => !seen.has(person));
    for (const person of holders) seen.add(person);
    return fresh;
  });
  return kept.slice(0, 4);
}

function titleOf(view: View, itemId: string): string {
  const found = findItem(view.template, itemId);
  return found ? itemTitle(view, found.item) : itemId;
}

/** Labels of what is missing, by item id or field name, as one phrase in lower case. */
function labelsOf(view: View, names: readonly string[], draft: string | undefined): string {
  return phraseOf(view, [...new Set(names.flatMap((name) => labelsFor(view, name, draft)))]);
}

function phraseOf(view: View, labels: readonly string[]): string {
  const shown = labels.slice(0, MOST_LABELS).map((label) => quoted(view, label));
  const rest = labels.length - shown.length;
  const texts = textsOf(view.language);
  const phrase = rest > 0 ? [...shown, `${rest} ${texts.moreLabels}`] : shown;
  return formatsOf(view.language).and(phrase);
}

function labelsFor(view: View, name: string, draft?: string): readonly string[] {
  const { language, state, template } = view;
  const drafted =
    draft === undefined ? undefined : fieldNamed(template, name, (id) => id === draft);
  if (drafted) return [oneLine(drafted.label[language])];
  const texts = textsOf(language);
  if (name === "initiator") return [texts.missing.initiator];
  if (name === "triage.result" && state.triage) return [texts.missing.form];
  if (name === "triage.result") return unanswered(view);
  if (name === "level") return [texts.missing.level];
  const planned = planLabels(view, name);
  if (planned.length > 0) return planned;
  const found = findItem(template, name);
  if (found) {
    const missing = missingLabels(view, found.item);
    return missing.length > 0 ? missing : [itemTitle(view, found.item)];
  }
  if (state.occasions[name]) return [occasionName(view, name)];
  const theme = themeName(view, name);
  if (theme !== "") return [theme];
  const field = fieldNamed(template, name, (id) => /^(?:decide|decision)\./u.test(id));
  return [field ? oneLine(field.label[language]) : name];
}

/** The first field of that name in those items. */
function fieldNamed(template: Template, name: string, isThere: (itemId: string) => boolean) {
  return [...template.steps, ...RECORD_STEPS]
    .flatMap(({ items }) => items)
    .filter(({ id }) => isThere(id))
    .flatMap(({ fields }) => fields)
    .find((one) => one.name === name);
}

/** What an item of the plan lacks that is no field of its own; without names of groups, since cards in the channel say it too. */
function planLabels({ state, language, template }: View, name: string): readonly string[] {
  const { missing, plan } = textsOf(language);
  const found = findItem(template, name);
  if (!found || missingLabels({ state, language }, found.item).length > 0) return [];
  if (name === "plan.communication")
    return [
      ...missingMessages(state).map((message) => plan.messages.names[message]),
      ...(groupsReachedOnlyDigitally(state).length > 0 ? [missing.personal] : []),
    ];
  if (!effortFaults(state).some(({ itemId }) => itemId === name)) return [];
  return [name === "plan.outreach" ? missing.outreach : missing.shares];
}

function unanswered(view: View): readonly string[] {
  const triage = view.template.steps.find(({ id }) => id === "triage");
  const labels = (triage?.items ?? [])
    .filter(({ id }) => id !== "triage.result")
    .flatMap((item) => missingLabels(view, item));
  return labels.length > 0 ? labels : [textsOf(view.language).missing.form];
}

function missingLabels(
  { state, language }: Pick<View, "state" | "language">,
  item: Item,
): readonly string[] {
  const values = state.items[item.id]?.values ?? {};
  return item.fields
    .filter((field) => isMissing(field, values))
    .map(({ label }) => oneLine(label[language]));
}

/** A label stands in a sentence as it stands on the form. */
function quoted({ language }: View, label: string): string {
  return language === "sv" ? `”${label}”` : `“${label}”`;
}

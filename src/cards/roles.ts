import type { ActionArray, IAdaptiveCard, ISubmitAction } from "@microsoft/teams.cards";
import { startDecision } from "../domain/permissions.ts";
import { type HeldRole, namedIn, type Tenure } from "../domain/role-records.ts";
import { localDateOf } from "../domain/time.ts";
import type { PersonId } from "../domain/value.ts";
import { type Action, submitButton } from "./actions.ts";
import { closing } from "./confirm-initiator.ts";
import { neutral } from "./drawable.ts";
import {
  badge,
  type BannerData,
  header,
  type Icon,
  icon,
  type Line,
  line,
  type RowData,
  row,
  run,
  strong,
  subtle,
} from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { problemBanner } from "./forms/form-card.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle, personName, shortTitle, withShortNames } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { type CardData, compileFitting } from "./render.ts";
import { absenceOpening, changing } from "./role-buttons.ts";
import {
  fixWords,
  hasLeft,
  holderRuns,
  isAwayNow,
  namedHolders,
  roleName,
  type ShownRole,
  standIn,
} from "./role-holders.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileFitting("roles", layout);
/** Names behind one role on the page of all roles; the role's own page has all. */
const MOST_NAMES = 4;
/** Holders on one page. */
const MOST_ROWS = 10;
const MOST_FORMER = 6;

/** Every role of the dialogue with who holds it, who is away and who stands in; each leads to its own page (decisions.md §1.3). */
export function rolesPage(view: View, told: Told = {}): IAdaptiveCard {
  const data = (seen: View, names: number): CardData => ({
    lang: view.language,
    fallbackText: textsOf(view.language).holding.title,
    header: header(textsOf(view.language).holding.title, dialogueTitle(seen)),
    banners: bannersOf(view, told),
    lines: [],
    sections: [{ heading: "", rows: shownRoles(view).map((role) => roleRow(seen, role, names)) }],
    notes: [],
    actions: [toDialogue(view), ...closing(view)],
  });
  return draw(
    () => data(view, MOST_NAMES),
    () => data(withShortNames(view, 40), MOST_NAMES),
    () => data(withShortNames(view, 20), 1),
  );
}

/** Before the steering group exists its part is played by the initiator (process.md §12). */
function shownRoles({ state }: View): readonly ShownRole[] {
  const group: readonly ShownRole[] = startDecision(state)
    ? ["steeringChair", "steeringMember", "substitute"]
    : ["initiator"];
  return [
    ...group,
    "departmentHead",
    "civilServant",
    "deputy",
    "registrar",
    "communicator",
    "observer",
  ];
}

function roleRow(view: View, role: ShownRole, most: number): RowData {
  const { holding, cards } = textsOf(view.language);
  const holders = namedHolders(view, role);
  const rest = holders.length - most;
  const shown = rest > 0 ? holders.slice(0, most) : holders;
  const acting = standIn(view, role);
  const title = roleName(view, role);
  return row({
    icon: icon("Person", "●", colorOf(view, holders)),
    runs: [strong(title)],
    lines: [
      ...(holders.length === 0 ? [line(run(holding.nobody, { isSubtle: true }))] : []),
      ...shown.map((person) => line(...holderRuns(view, person))),
      ...(rest > 0 ? [line(subtle(cards.moreOf(formatsOf(view.language).number(rest))))] : []),
      ...(acting === undefined ? [] : [actsNow(view, acting)]),
    ],
    open: submitButton(neutral(title), {
      verb: "openRole",
      dialogueId: view.state.id,
      role,
    }),
    leadsOn: true,
  });
}

function actsNow(view: View, person: PersonId): Line {
  const { holding } = textsOf(view.language);
  return line(run(holding.actsNow(personName(view, person)), { size: "Small" }));
}

/** Red when somebody has left, yellow when somebody is away; the words beside the name say so too. */
function colorOf(view: View, holders: readonly PersonId[]): Icon["color"] {
  if (holders.some((person) => hasLeft(view, person))) return "Attention";
  if (holders.some((person) => isAwayNow(view, person))) return "Warning";
  return holders.length === 0 ? "Default" : "Accent";
}

/** One role: who holds it and since when, who held it before, how it is changed, and the buttons of those who may. */
export function rolePage(view: View, role: ShownRole, page = 0, told: Told = {}): IAdaptiveCard {
  const { holding, views } = textsOf(view.language);
  const holders = namedHolders(view, role);
  const pages = Math.max(1, Math.ceil(holders.length / MOST_ROWS));
  const number = Math.min(page, pages - 1);
  const first = number * MOST_ROWS;
  const slice = holders.slice(first, first + MOST_ROWS);
  const data = (seen: View, former: number): CardData => ({
    lang: view.language,
    fallbackText: roleName(view, role),
    header: header(`${holding.title} · ${shortTitle(seen)}`, neutral(roleName(view, role))),
    banners: bannersOf(view, told),
    lines: [line(run(holding.how[role])), ...chosenLine(seen, role)],
    sections: [
      { heading: holding.now, rows: nowRows(seen, role, slice) },
      { heading: holding.before, rows: formerRows(seen, role, former) },
    ].filter(({ rows }) => rows.length > 0),
    notes:
      pages > 1
        ? [line(subtle(views.step.shown(first + 1, first + slice.length, holders.length)))]
        : [],
    actions: roleActions(view, role, { page: number, pages }),
  });
  return draw(
    () => data(view, MOST_FORMER),
    () => data(withShortNames(view, 40), 3),
    () => data(withShortNames(view, 20), 1),
  );
}

/** Whom the group has chosen for the days the chair is away, also while the chair is there. */
function chosenLine(view: View, role: ShownRole): readonly Line[] {
  const [chosen] = role === "steeringChair" ? namedIn(view.state, "actingChair") : [];
  if (chosen === undefined) return [];
  const { holding } = textsOf(view.language);
  return [line(subtle(`${holding.names.actingChair} · `), run(personName(view, chosen)))];
}

function nowRows(view: View, role: ShownRole, slice: readonly PersonId[]): readonly RowData[] {
  const { holding } = textsOf(view.language);
  if (slice.length === 0) return [row({ runs: [run(holding.nobody, { isSubtle: true })] })];
  return slice.map((person) => holderRow(view, role, person));
}

function holderRow(view: View, role: ShownRole, person: PersonId): RowData {
  const { holding } = textsOf(view.language);
  const since = sinceOf(view, role, person);
  const left = hasLeft(view, person);
  const vice = role === "steeringMember" && holds(view, "viceChair", person);
  const absence = absenceOpening(view, role, person);
  const acting = standIn(view, role);
  const details: Line[] = [
    ...(since === undefined ? [] : [line(subtle(holding.since(day(view, since))))]),
    ...(acting === undefined ? [] : [actsNow(view, acting)]),
    ...(left && isHeld(role) ? [line(run(fixWords(view, role), { size: "Small" }))] : []),
  ];
  return row({
    icon: icon("Person", "●", colorOf(view, [person])),
    runs: [...holderRuns(view, person)],
    lines: details,
    ...(vice ? { badge: badge(holding.viceBadge, "Subtle") } : {}),
    ...(absence === undefined ? {} : { open: absence, leadsOn: true }),
  });
}

function holds({ state }: View, role: HeldRole, person: PersonId): boolean {
  return state.roles.tenures.some(
    (one) => one.role === role && one.person === person && one.until === undefined,
  );
}

/** Those who held the role before, the last one first. */
function formerRows(view: View, role: ShownRole, most: number): readonly RowData[] {
  const { holding } = textsOf(view.language);
  const before = view.state.roles.tenures
    .filter((one) => one.role === role && one.until !== undefined)
    .toReversed();
  return before.slice(0, most).map(({ person, from, until }) =>
    row({
      icon: icon("History", "◷", "Default"),
      runs: [run(personName(view, person))],
      lines: [line(subtle(holding.fromTo(day(view, from), day(view, until ?? from))))],
    }),
  );
}

function sinceOf({ state }: View, role: ShownRole, person: PersonId): Tenure["from"] | undefined {
  return state.roles.tenures.find(
    (one) => one.role === role && one.person === person && one.until === undefined,
  )?.from;
}

function day(view: View, instant: string): string {
  return formatsOf(view.language).shortDate(localDateOf(instant));
}

function isHeld(role: ShownRole): role is Extract<ShownRole, HeldRole> {
  return role !== "initiator" && role !== "registrar";
}

function roleActions(
  view: View,
  role: ShownRole,
  { page, pages }: { readonly page: number; readonly pages: number },
): ActionArray {
  const { cards, holding } = textsOf(view.language);
  const dialogueId = view.state.id;
  const show = (number: number): Action => ({ verb: "openRole", dialogueId, role, page: number });
  return [
    ...changing(view, role),
    ...(page + 1 < pages ? [submitButton(cards.buttons.next, show(page + 1))] : []),
    ...(page > 0 ? [submitButton(cards.buttons.previous, show(page - 1))] : []),
    submitButton(holding.toRoles, { verb: "openRoles", dialogueId }),
    ...closing(view),
  ];
}

function toDialogue(view: View): ISubmitAction {
  const { buttons } = textsOf(view.language).cards;
  return submitButton(buttons.toDialogue, { verb: "openDialogue", dialogueId: view.state.id });
}

function bannersOf(view: View, told: Told): readonly BannerData[] {
  return [
    ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
    ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
  ];
}

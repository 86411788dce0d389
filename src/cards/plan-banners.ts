import { groupsReachedOnlyDigitally, missingMessages } from "../domain/communication-plan.ts";
import { decidedBudget } from "../domain/gates-plan.ts";
import { missingKeys } from "../domain/item-completeness.ts";
import { DIALOGUE_LEVELS, FINAL_DECISION_WORDS, levelOf } from "../domain/ladder.ts";
import {
  asksWhoIsMissing,
  type PlanWarning,
  planWarnings,
  planWarningsOn,
} from "../domain/plan-warnings.ts";
import { type EffortFault, effortFaults } from "../domain/target-groups.ts";
import { localDateOf } from "../domain/time.ts";
import { dateWarnings, itemDateWarnings } from "../domain/warnings.ts";
import { type BannerData, banner, icon, type Line, line, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { groupName, occasionName } from "./plan-names.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";
import { warningBanner } from "./warning-banners.ts";

/** Lines of one banner; the list itself has all. */
const MOST_LINES = 5;

/** What is wrong, asked or to be thought over about one item of the plan, on its own pages. */
export function itemBanners(view: View, itemId: string): readonly BannerData[] {
  return [
    ...(LEVEL_ITEMS.has(itemId) ? levelBanners(view) : []),
    ...faultBanners(view, itemId),
    ...(itemId === "plan.target-map" ? whoIsMissing(view) : []),
    ...(itemId === "plan.communication" ? messageBanners(view) : []),
    ...incompleteBanners(view, itemId),
    ...(itemId === "plan.resources" ? moneyBanners(view) : []),
    ...itemWarnings(view, itemId),
  ];
}

const LEVEL_ITEMS: ReadonlySet<string> = new Set(["purpose.level", "plan.level"]);

/** What each level gives the citizens and asks of the board, where one is chosen (process.md §6). */
function levelBanners({ language }: View): readonly BannerData[] {
  const { levels } = textsOf(language).plan;
  const lines = DIALOGUE_LEVELS.map(({ name, citizensGet, promise, boardOnly }) => {
    const gets = levels.line(name[language], lower(citizensGet[language]));
    const more = boardOnly ? ` ${levels.board}` : "";
    return line(run(`${gets}${more}`), ...(promise ? [subtle(` ”${promise[language]}”`)] : []));
  });
  return [
    banner(
      "emphasis",
      icon("Info", "i"),
      [strong(levels.title)],
      [...lines, line(subtle(FINAL_DECISION_WORDS[language]))],
    ),
  ];
}

/** The warnings that stand about an item: said again right after it is saved. */
export function itemWarnings(view: View, itemId: string): readonly BannerData[] {
  return [
    ...planWarningsOn(view.state, itemId).map((warning) => planWarningBanner(view, warning, true)),
    ...itemDateWarnings(view.state, itemId, view.calendar).map((code) =>
      warningBanner(view.language, code),
    ),
    ...(itemId === "plan.events" ? occasionDates(view) : []),
  ];
}

/** The plan's warnings on its card in the channel, without a word of what is drafted, or in a dialog with whom they are about. */
export function planBanners(
  view: View,
  named: boolean,
  /** What the card says already as a requirement of the next step. */
  said?: string,
): readonly BannerData[] {
  return planWarnings(view.state)
    .filter(({ code }) => code !== said)
    .map((warning) => planWarningBanner(view, warning, named));
}

function planWarningBanner(view: View, warning: PlanWarning, named: boolean): BannerData {
  const said = warningBanner(view.language, warning.code);
  return { ...said, lines: [line(run(detail(view, warning, named))), ...said.lines] };
}

function detail(view: View, warning: PlanWarning, named: boolean): string {
  const { warned } = textsOf(view.language).plan;
  const { percent, number, or } = formatsOf(view.language);
  switch (warning.code) {
    case "W-RESOURCE-PRIORITY":
      if (warning.why === "shares")
        return warned.shares(percent(warning.first), percent(warning.others));
      return named ? warned.largest(groupName(view, warning.groupId)) : warned.largestUnnamed;
    case "W-METHOD-LEVEL": {
      const { name, methods } = levelOf(warning.level);
      const titles = methods.map(({ label }) => label[view.language].toLocaleLowerCase("sv"));
      return warned.methods(lower(name[view.language]), or(titles));
    }
    case "W-LEVEL-ONE-EVENT":
      return warned.occasions(
        lower(levelOf(warning.level).name[view.language]),
        number(warning.expected),
      );
  }
}

/** The compulsory rules of the map, each fault with what to do (process.md §7 V1, V2). */
export function faultBanners(view: View, itemId: string): readonly BannerData[] {
  const faults = effortFaults(view.state).filter((one) => one.itemId === itemId);
  return listBanner(
    view,
    textsOf(view.language).plan.faultsTitle,
    faults.map((one) => faultWords(view, one)),
  );
}

function faultWords(view: View, fault: EffortFault): string {
  const { faults } = textsOf(view.language).plan;
  switch (fault.why) {
    case "sum":
      return faults.sum(formatsOf(view.language).percent(fault.sum));
    case "share":
      return faults.share(groupName(view, fault.groupId));
    case "outreach":
      return faults.outreach(groupName(view, fault.groupId));
  }
}

/** V5: nobody on the map is much affected and seldom heard. */
export function whoIsMissing(view: View): readonly BannerData[] {
  const { whoIsMissing: words } = textsOf(view.language).plan;
  if (!asksWhoIsMissing(view.state)) return [];
  return [
    banner(
      "accent",
      icon("Lightbulb", "?", "Accent"),
      [strong(words.title)],
      [line(run(words.text))],
    ),
  ];
}

/** The compulsory messages that are missing, and the groups that need another way (process.md §8). */
export function messageBanners(view: View): readonly BannerData[] {
  const { messages } = textsOf(view.language).plan;
  const missing = missingMessages(view.state).map((message) => messages.names[message]);
  const digital = groupsReachedOnlyDigitally(view.state);
  return listBanner(view, messages.title, [
    ...(missing.length > 0 ? [messages.missing(formatsOf(view.language).and(missing))] : []),
    ...digital.map((groupId) => messages.digital(groupName(view, groupId))),
  ]);
}

/** Occasions or groups that a map leaves out, once somebody has begun. */
function incompleteBanners(view: View, itemId: string): readonly BannerData[] {
  if (view.state.items[itemId] === undefined) return [];
  const { incomplete } = textsOf(view.language).plan;
  const keys = missingKeys(view.state, itemId).map((key) =>
    view.state.occasions[key] ? occasionName(view, key) : `”${groupName(view, key)}”`,
  );
  if (keys.length === 0) return [];
  const shown = keys.slice(0, MOST_LINES);
  const rest = keys.length - shown.length;
  const { moreOf } = textsOf(view.language).cards;
  const listed =
    rest > 0 ? `${shown.join(", ")} ${moreOf(String(rest))}` : formatsOf(view.language).and(shown);
  return listBanner(view, incomplete.title, [incomplete.text(listed)]);
}

/** What the plan costs beside what the board has decided. */
export function moneyBanners(view: View): readonly BannerData[] {
  const planned = view.state.items["plan.resources"]?.values.plannedCostSek;
  if (typeof planned !== "number") return [];
  const decided = decidedBudget(view.state);
  const words = textsOf(view.language).plan.money;
  const { money } = formatsOf(view.language);
  const over = planned > decided;
  const text = over
    ? words.over(money(planned), money(decided), money(planned - decided))
    : words.within(money(planned), money(decided), money(decided - planned));
  return [
    banner(
      over ? "attention" : "good",
      over ? icon("Warning", "!", "Attention") : icon("CheckmarkCircle", "✓", "Good", "Filled"),
      [strong(words.title)],
      [line(run(text)), ...(over ? [line(subtle("E-BUDGET-EXCEEDED"))] : [])],
    ),
  ];
}

/** Occasions on days when people are free, one banner for each kind of day. */
function occasionDates(view: View): readonly BannerData[] {
  const { warned } = textsOf(view.language).plan;
  const planned = Object.values(view.state.occasions).filter(({ status }) => status === "planned");
  const found = planned.flatMap(({ id, start }) =>
    dateWarnings(localDateOf(start), view.calendar).map((code) => ({ code, id })),
  );
  return [...new Set(found.map(({ code }) => code))].map((code) => {
    const said = warningBanner(view.language, code);
    const names = found.filter((one) => one.code === code).map(({ id }) => occasionName(view, id));
    const shown = formatsOf(view.language).and(names.slice(0, MOST_LINES));
    return { ...said, lines: [line(run(warned.dates(shown))), ...said.lines] };
  });
}

function listBanner(view: View, title: string, words: readonly string[]): readonly BannerData[] {
  if (words.length === 0) return [];
  const rest = words.length - MOST_LINES;
  const more: readonly Line[] =
    rest > 0 ? [line(subtle(textsOf(view.language).cards.moreOf(String(rest))))] : [];
  const lines = words.slice(0, MOST_LINES).map((text) => line(run(text)));
  return [banner("warning", icon("Warning", "!"), [strong(title)], [...lines, ...more])];
}

function lower(text: string): string {
  return text.toLocaleLowerCase("sv");
}

import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { localDateOf } from "../domain/time.ts";
import { type Action, submitButton } from "./actions.ts";
import {
  badge,
  type BannerData,
  banner,
  header,
  icon,
  laidOut,
  line,
  run,
  strong,
  subtle,
} from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { shortTitle } from "./naming.ts";
import { moneyBanners, planBanners } from "./plan-banners.ts";
import { mayReadPlan, planHidden } from "./plan-rights.ts";
import { type PlanSection, planSections } from "./plan-sections.ts";
import { bytesOf, type CardData, compileFitting } from "./render.ts";
import layout from "./templates/plan.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileFitting("plan", layout);

/** Rows of a list on one page, and how much stands on a page one can take in. */
const MOST_ROWS = 10;
const MOST_LINES = 34;
const MOST_SECTION_BYTES = 15_000;

/**
 * "Läs planen": the whole implementation proposal as text, some parts on each page, with what is missing and who puts it
 * right. For people with a role while it is in work, for everybody in the channel once approved (decisions.md §3.1).
 */
export function planPages(view: View, page = 0): IAdaptiveCard {
  if (!mayReadPlan(view)) return planHidden(view);
  return draw(
    () => dataOf(view, page, 600),
    () => dataOf(view, page, 200),
    () => dataOf(view, page, 60),
  );
}

function dataOf(view: View, page: number, mostWords: number): CardData {
  const pages = paged(view, planSections(view, mostWords));
  const number = Math.min(page, pages.length - 1);
  const { planPages: words } = textsOf(view.language);
  const version = view.state.items["plan.proposal"]?.values.version;
  const kicker = [
    shortTitle(view),
    ...(typeof version === "number" ? [words.version(String(version))] : []),
  ].join(" · ");
  return {
    lang: view.language,
    fallbackText: words.title,
    header: header(kicker, words.title, badge(words.page(number + 1, pages.length))),
    banners: number === 0 ? standing(view) : [],
    lines: [],
    sections: (pages[number] ?? []).map(({ facts, ...rest }) => ({
      ...rest,
      facts: laidOut(facts),
    })),
    notes: number === pages.length - 1 ? [line(subtle(words.position))] : [],
    actions: actionsOf(view, number, pages.length),
  };
}

/** In work or approved, what is to be thought over, and what it costs. */
function standing(view: View): readonly BannerData[] {
  const { planPages: words } = textsOf(view.language);
  const approved = view.state.gates.G5;
  const state =
    approved === undefined
      ? banner("emphasis", icon("Edit", "✎"), [strong(words.inWork)], [line(run(words.inWorkText))])
      : banner("good", icon("CheckmarkCircle", "✓", "Good", "Filled"), [
          strong(words.approved(formatsOf(view.language).shortDate(localDateOf(approved)))),
        ]);
  return [state, ...planBanners(view, true), ...moneyBanners(view)];
}

/** Sections on as few pages as one can take in; a long list goes on on the next. */
function paged(view: View, sections: readonly PlanSection[]): readonly (readonly PlanSection[])[] {
  const pages: PlanSection[][] = [];
  for (const section of sections.flatMap((one) => split(view, one))) {
    const current = pages.at(-1);
    if (current && fits([...current, section])) current.push(section);
    else pages.push([section]);
  }
  return pages;
}

function split(view: View, section: PlanSection): readonly PlanSection[] {
  const count = Math.max(1, Math.ceil(section.rows.length / MOST_ROWS));
  const { continued } = textsOf(view.language).planPages;
  return Array.from({ length: count }, (_, index): PlanSection => {
    const isLast = index === count - 1;
    return {
      heading: index === 0 ? section.heading : continued(section.heading),
      rows: section.rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS),
      facts: isLast ? section.facts : [],
      notes: isLast ? section.notes : [],
    };
  });
}

function fits(sections: readonly PlanSection[]): boolean {
  const lines = sections.reduce((sum, one) => sum + linesOf(one), 0);
  return lines <= MOST_LINES && bytesOf(sections) <= MOST_SECTION_BYTES;
}

function linesOf({ rows, facts, notes }: PlanSection): number {
  const inRows = rows.reduce((sum, { lines }) => sum + 1 + lines.length, 0);
  const inFacts = facts.reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0);
  return 2 + inRows + inFacts + notes.length;
}

function actionsOf(view: View, page: number, pages: number): ActionArray {
  const { cards, planPages: words } = textsOf(view.language);
  const dialogueId = view.state.id;
  const show = (other: number): Action => ({ verb: "openPlan", dialogueId, page: other });
  return [
    ...(page + 1 < pages ? [submitButton(words.next, show(page + 1), { main: true })] : []),
    ...(page > 0 ? [submitButton(words.previous, show(page - 1))] : []),
    submitButton(words.map.open, { verb: "openMap", dialogueId }),
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    submitButton(cards.buttons.close, { verb: "closeDialog" }),
  ];
}

import type { ActionArray, IAdaptiveCard, TextColor } from "@microsoft/teams.cards";
import { rowsOf } from "../domain/fields.ts";
import { type TargetGroup, shareSum, targetGroups } from "../domain/target-groups.ts";
import { findItem } from "../domain/template.ts";
import { type Action, submitButton } from "./actions.ts";
import { header, type Line, line, type Run, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { shortTitle } from "./naming.ts";
import { faultBanners, planBanners, whoIsMissing } from "./plan-banners.ts";
import { groupName } from "./plan-names.ts";
import { mayReadPlan, planHidden } from "./plan-rights.ts";
import { type CardData, compileFitting } from "./render.ts";
import layout from "./templates/map.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import { shortened } from "./drawable.ts";
import { plainWords } from "./values.ts";
import type { View } from "./view.ts";

const draw = compileFitting("map", layout);
const GROUPS_ON_PAGE = 10;

/**
 * The map of target groups as a picture in words and bars: where the effort goes by priority, then each group, the most
 * affected and least heard first, with its share and how it is reached (process.md §7). Ten groups on a page.
 */
export function targetMap(view: View, page = 0): IAdaptiveCard {
  if (!mayReadPlan(view)) return planHidden(view);
  return draw(
    () => dataOf(view, page, 300),
    () => dataOf(view, page, 80),
    () => dataOf(view, page, 30),
  );
}

type Bar = {
  readonly runs: readonly Run[];
  readonly lines: readonly Line[];
  readonly progress: readonly {
    readonly value: number;
    readonly max: number;
    readonly color: string;
  }[];
  readonly share: string;
};

function dataOf(view: View, page: number, mostWords: number): CardData {
  const { planPages } = textsOf(view.language);
  const groups = byNeed(view);
  const pages = Math.max(1, Math.ceil(groups.length / GROUPS_ON_PAGE));
  const number = Math.min(page, pages - 1);
  const first = number * GROUPS_ON_PAGE;
  const shown = groups.slice(first, first + GROUPS_ON_PAGE);
  const { map } = planPages;
  return {
    lang: view.language,
    fallbackText: map.title,
    header: header(shortTitle(view), map.title),
    banners: [
      ...["plan.target-priority", "plan.outreach"].flatMap((itemId) => faultBanners(view, itemId)),
      ...whoIsMissing(view),
      ...planBanners(view, true).filter(({ lines }) =>
        lines.some(({ runs }) => runs.some(({ text }) => text === "W-RESOURCE-PRIORITY")),
      ),
    ],
    lines: [line(run(groups.length === 0 ? map.none : map.intro))],
    sections: [
      ...(number === 0 && groups.length > 0
        ? [{ heading: map.effort, bars: effortBars(view, groups) }]
        : []),
      ...(shown.length === 0
        ? []
        : [
            {
              heading: map.groups,
              bars: shown.map((group) => groupBar(view, group, mostWords)),
            },
          ]),
    ],
    notes: [
      ...(groups.length === 0 ? [] : [line(subtle(map.scoreHelp))]),
      ...(pages > 1
        ? [
            line(
              subtle(
                textsOf(view.language).views.step.shown(
                  first + 1,
                  first + shown.length,
                  groups.length,
                ),
              ),
            ),
          ]
        : []),
    ],
    actions: actionsOf(view, number, pages),
  };
}

/** The most affected and least heard first; those alike as they were written. */
function byNeed({ state }: View): readonly TargetGroup[] {
  return targetGroups(state).toSorted((a, b) => b.score - a.score || b.affected - a.affected);
}

/** How much of the effort goes to each of the four kinds of groups. */
function effortBars(view: View, groups: readonly TargetGroup[]): readonly Bar[] {
  const { map } = textsOf(view.language).planPages;
  const { counted } = formatsOf(view.language);
  return (["A", "B", "C", "D"] as const).map((priority): Bar => {
    const own = groups.filter((group) => group.priority === priority);
    return {
      runs: [
        strong(map.priority(priority, map.priorities[priority])),
        subtle(` · ${counted(own.length, map.group, map.groupsCount)}`),
      ],
      lines: [],
      ...barOf(view, shareSum(own), 100, priority === "A" ? "Accent" : "Default"),
    };
  });
}

function groupBar(view: View, group: TargetGroup, mostWords: number): Bar {
  const { map } = textsOf(view.language).planPages;
  const { number } = formatsOf(view.language);
  const ways = waysTo(view, group.id);
  const scale = map.scale(map.affected[group.affected - 1] ?? "", map.heard[group.heard - 1] ?? "");
  return {
    runs: [strong(shortened(groupName(view, group.id), mostWords))],
    lines: [
      line(run(scale), subtle(` · ${map.score(group.priority, number(group.score))}`)),
      line(
        subtle(
          ways.length > 0
            ? map.reached(shortened(formatsOf(view.language).and(ways), mostWords))
            : map.notReached,
        ),
      ),
    ],
    ...barOf(view, group.share, 100, group.priority === "A" ? "Accent" : "Default"),
  };
}

function barOf(
  view: View,
  share: number,
  max: number,
  color: Extract<TextColor, "Accent" | "Default">,
) {
  // More than all of it is a mistake that is told above; a bar cannot show it.
  return {
    progress: [{ value: Math.min(share, max), max, color: color === "Default" ? "Accent" : color }],
    share: formatsOf(view.language).percent(share),
  };
}

/** How the group is reached: who opens the door, and the channels of the messages meant for it. */
function waysTo(view: View, groupId: string): readonly string[] {
  const words = (
    itemId: string,
    field: string,
    cell: string,
    chosen: (values: object) => boolean,
  ) => {
    const at = findItem(view.template, itemId)?.item.fields.find(({ name }) => name === field);
    const column = at?.fields?.find(({ name }) => name === cell);
    return rowsOf(view.state.items[itemId]?.values[field])
      .filter(({ values }) => chosen(values))
      .map(({ values }) => (column ? plainWords(view, column, values[cell]) : ""));
  };
  const isOwn = (values: object) => "groupId" in values && values.groupId === groupId;
  const isTold = (values: object) =>
    "groups" in values && Array.isArray(values.groups) && values.groups.includes(groupId);
  const all = [
    ...words("plan.outreach", "outreach", "channel", isOwn),
    ...words("plan.outreach", "outreach", "bridge", isOwn),
    ...words("plan.communication", "commItems", "channel", isTold),
  ];
  return [...new Set(all.filter((one) => one !== "").map((one) => one.toLocaleLowerCase("sv")))];
}

function actionsOf(view: View, page: number, pages: number): ActionArray {
  const { cards, planPages } = textsOf(view.language);
  const dialogueId = view.state.id;
  const show = (other: number): Action => ({ verb: "openMap", dialogueId, page: other });
  return [
    ...(page + 1 < pages ? [submitButton(planPages.next, show(page + 1), { main: true })] : []),
    ...(page > 0 ? [submitButton(planPages.previous, show(page - 1))] : []),
    submitButton(planPages.read, { verb: "openPlan", dialogueId }),
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    submitButton(cards.buttons.close, { verb: "closeDialog" }),
  ];
}

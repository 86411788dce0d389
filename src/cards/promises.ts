import { followUpItem, statusNoticeItem } from "../domain/repeating.ts";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { type Deadline, isLate } from "../domain/deadline.ts";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { rowsOf } from "../domain/fields.ts";
import { itemProgress } from "../domain/item-progress.ts";
import { targetGroups } from "../domain/target-groups.ts";
import { findItem } from "../domain/template.ts";
import { submitButton } from "./actions.ts";
import { shortened } from "./drawable.ts";
import {
  type Badge,
  badge,
  type FactData,
  fact,
  header,
  type Line,
  laidOut,
  line,
  type RowData,
  row,
  run,
  strong,
  subtle,
} from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { shortTitle } from "./naming.ts";
import { groupName } from "./plan-names.ts";
import { mayReadPlan } from "./plan-rights.ts";
import { wordsIn } from "./public-facts.ts";
import { type CardData, compileFitting } from "./render.ts";
import layout from "./templates/plan.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import { valueLines } from "./values.ts";
import type { View } from "./view.ts";

const draw = compileFitting("promises", layout);
const MOST_GROUPS = 10;

/** "Löften om återkoppling": what the participants were promised and what was sent, round by round, and whether each A group was reached. Sent is a record, so it is for everybody in the channel (decisions.md §3.1). */
export function promisesPage(view: View): IAdaptiveCard {
  return draw(
    () => dataOf(view, 300),
    () => dataOf(view, 60),
  );
}

function dataOf(view: View, mostWords: number): CardData {
  const { public: words, cards } = textsOf(view.language);
  const { promises } = words;
  const dialogueId = view.state.id;
  return {
    lang: view.language,
    fallbackText: promises.title,
    header: header(shortTitle(view), promises.title),
    banners: [],
    lines: [],
    sections: [
      promised(view, mostWords),
      {
        heading: promises.rounds,
        rows: roundsOf(view).map((round) => roundRow(view, round, mostWords)),
        facts: [],
        notes: [],
      },
      ...reached(view, mostWords),
    ].map(({ facts, ...rest }) => ({ ...rest, facts: laidOut(facts) })),
    notes: [],
    actions: [
      submitButton(words.open, { verb: "openText", dialogueId }),
      submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
      submitButton(cards.buttons.close, { verb: "closeDialog" }),
    ],
  };
}

type Section = {
  readonly heading: string;
  readonly rows: readonly RowData[];
  readonly facts: readonly FactData[];
  readonly notes: readonly Line[];
};

/** What the group has fixed; drafts are for those with a role. */
function promised(view: View, mostWords: number): Section {
  const { promises } = textsOf(view.language).public;
  const method = findItem(view.template, "plan.feedback-method")?.item;
  const isFixed = method !== undefined && itemProgress(view.state, method) === "done";
  if (!isFixed || !(mayReadPlan(view) || view.state.items[method.id]?.fixed))
    return {
      heading: promises.promised,
      rows: [],
      facts: [],
      notes: [line(run(promises.notFixed))],
    };
  const shown = ["feedbackChannels", "feedbackSender", "feedback2Rule", "followUpMonths"];
  const facts = method.fields
    .filter(({ name }) => shown.includes(name))
    .flatMap((field): FactData[] => {
      const value = view.state.items[method.id]?.values[field.name];
      const lines = valueLines(view, field, value, mostWords);
      return lines.length === 0 ? [] : [{ label: field.label[view.language], lines }];
    });
  const text = mayReadPlan(view) ? wordsIn(view, "plan.feedback-promise", "feedbackPromise") : "";
  const own = text === "" ? [] : [fact(promises.invitation, shortened(text, mostWords))];
  return { heading: promises.promised, rows: [], facts: [...own, ...facts], notes: [] };
}

type Round = {
  readonly title: string;
  readonly itemIds: readonly string[];
  readonly deadline: Deadline | undefined;
};

/** The rounds in the order they come: what was said, notices while no decision is made, the decision, what has happened. */
function roundsOf(view: View): readonly Round[] {
  const { public: words, views } = textsOf(view.language);
  const all = deadlinesOf(view.state, view.template, view.calendar);
  const due = (code: string) => all.find((one) => one.code === code);
  const numbered = (base: string) => all.filter(({ code }) => code.startsWith(`${base}.`));
  const followUps = numbered("D18");
  const later = followUps.length > 0 ? followUps : [undefined];
  return [
    { title: views.deadlines.names.D11, itemIds: ["feedback.heard"], deadline: due("D11") },
    ...numbered("D13").map((deadline) => {
      const number = deadline.code.slice("D13.".length);
      return {
        title: words.promises.status(number),
        itemIds: [statusNoticeItem(Number(number))],
        deadline,
      };
    }),
    { title: views.deadlines.names.D14, itemIds: ["feedback.decision"], deadline: due("D14") },
    ...later.map((deadline, index) => ({
      title: words.promises.followUp(String(index + 1)),
      itemIds: [followUpItem(index + 1), ...(index === 0 ? ["feedback.result"] : [])],
      deadline,
    })),
  ];
}

function roundRow(view: View, { title, itemIds, deadline }: Round, mostWords: number): RowData {
  const { promises } = textsOf(view.language).public;
  const { date, shortDate } = formatsOf(view.language);
  const itemId = itemIds.find((id) => sentOn(view, id) !== undefined);
  const sent = itemId === undefined ? undefined : sentOn(view, itemId);
  const planned = deadline === undefined ? promises.noDate : promises.due(date(deadline.due));
  return row({
    runs: [strong(title)],
    lines: [
      ...(deadline === undefined && sent !== undefined ? [] : [line(subtle(planned))]),
      ...(sent === undefined ? [] : [line(run(promises.sent(shortDate(sent))))]),
      ...(itemId === undefined ? [] : sentLines(view, itemId, mostWords)),
    ],
    badge: markOf(view, deadline, sent),
  });
}

function sentOn({ state }: View, itemId: string): string | undefined {
  const on = state.items[itemId]?.values.sentAt;
  return typeof on === "string" ? on : undefined;
}

/** Through what, by whom and where it can be read. */
function sentLines(view: View, itemId: string, mostWords: number): readonly Line[] {
  const { public: words, planPages } = textsOf(view.language);
  const fields = findItem(view.template, itemId)?.item.fields ?? [];
  const channels = wordsIn(view, itemId, "channels");
  const sender = wordsIn(view, itemId, "sender");
  const doc = fields.find(({ name }) => name === "doc");
  const said = [
    ...(channels === "" ? [] : [words.promises.through(shortened(channels, mostWords))]),
    ...(sender === "" ? [] : [planPages.sender(sender)]),
  ].join(" · ");
  const link = doc ? valueLines(view, doc, view.state.items[itemId]?.values.doc, mostWords) : [];
  return [...(said === "" ? [] : [line(subtle(said))]), ...link];
}

function markOf(view: View, deadline: Deadline | undefined, sent: string | undefined): Badge {
  const { promises } = textsOf(view.language).public;
  if (sent !== undefined)
    return deadline !== undefined && sent > deadline.due
      ? badge(promises.keptLate, "Warning", "Warning")
      : badge(promises.kept, "Good", "Checkmark");
  if (deadline?.cancelledOn !== undefined) return badge(promises.notNeeded, "Subtle");
  return deadline !== undefined && isLate(deadline, view.now)
    ? badge(promises.late, "Attention", "Warning")
    : badge(promises.waiting, "Subtle");
}

/** Whether each of the groups it was all about has been reached. */
function reached(view: View, mostWords: number): readonly Section[] {
  if (!mayReadPlan(view)) return [];
  const { public: words, cards } = textsOf(view.language);
  const { promises } = words;
  const rows = rowsOf(view.state.items["feedback.reach"]?.values.reach);
  const groups = targetGroups(view.state).filter(({ priority }) => priority === "A");
  if (groups.length === 0) return [];
  const rest = groups.length - MOST_GROUPS;
  return [
    {
      heading: promises.reach,
      rows: groups.slice(0, MOST_GROUPS).map(({ id }) => {
        const value = rows.find((one) => one.id === id)?.values.value;
        const mark =
          value === true
            ? badge(promises.reached, "Good", "Checkmark")
            : badge(
                value === false ? promises.notReached : promises.unknown,
                value === false ? "Attention" : "Subtle",
              );
        return row({ runs: [run(shortened(groupName(view, id), mostWords))], badge: mark });
      }),
      facts: [],
      notes: rest > 0 ? [line(subtle(cards.moreOf(String(rest))))] : [],
    },
  ];
}

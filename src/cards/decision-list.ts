import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { correctionsOf } from "../domain/correction.ts";
import { isApproved } from "../domain/decision-matters.ts";
import type { FormalDecision } from "../domain/dialogue.ts";
import type { Position } from "../domain/position.ts";
import { localDateOf } from "../domain/time.ts";
import { submitButton } from "./actions.ts";
import { closing } from "./confirm-initiator.ts";
import { dnrOf, matterTitle } from "./decision-record.ts";
import { oneLine, shortened } from "./drawable.ts";
import { badge, icon, line, run, row, strong, subtle } from "./elements.ts";
import { lifecycleOffers } from "./forms/lifecycle-forms.ts";
import { formatsOf } from "./formats.ts";
import { listCard, type ListRow } from "./list-card.ts";
import { mayRegister } from "./matters.ts";
import { decisionMark, shortTitle } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** All that has been decided, newest first: the bodies' formal decisions, and clearly apart the group's positions (process.md §1.1). */
export function decisionList(view: View, page = 0): IAdaptiveCard {
  const { decisions, lifecycle } = textsOf(view.language);
  const dialogueId = view.state.id;
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: shortTitle(view),
    title: decisions.list.title,
    rows: [...formal(view), ...positions(view)],
    page,
    none: [decisions.list.none, decisions.list.noneHelp],
    more: (other) => ({ verb: "openDecisions", dialogueId, page: other }),
    actions: [
      ...(mayRegister(view) && view.state.status === "active"
        ? [submitButton(decisions.more.register, { verb: "openMatters", dialogueId })]
        : []),
      ...lifecycleOffers(view).map((what) =>
        submitButton(lifecycle.more[what], { verb: "openLifecycle", dialogueId, what }),
      ),
      ...closing(view),
    ],
  });
}

function formal(view: View): readonly ListRow[] {
  const { list } = textsOf(view.language).decisions;
  const all = view.state.decisions.map((decision, index) => ({ decision, number: index + 1 }));
  return all.toReversed().map(({ decision, number }) => ({
    heading: list.formal,
    row: formalRow(view, decision, number),
  }));
}

function formalRow(view: View, decision: FormalDecision, number: number) {
  const { list } = textsOf(view.language).decisions;
  const { shortDate } = formatsOf(view.language);
  const { meetingDate } = decision.facts;
  const dnr = dnrOf(decision, view.language);
  const facts = [
    list.formalMark(number),
    ...(typeof meetingDate === "string" ? [shortDate(meetingDate)] : []),
    ...(dnr === "" ? [] : [list.dnr(dnr)]),
  ];
  const title = `${decisionMark(view, decision)} · ${matterTitle(view, decision)}`;
  const about = { kind: "decision", decisionId: decision.id } as const;
  return row({
    icon: icon("Gavel", "§", "Accent"),
    runs: [strong(title)],
    lines: [line(subtle(facts.join(" · "))), ...corrected(view, about)],
    badge: minutesBadge(view, decision),
    open: submitButton(title, {
      verb: "openDecision",
      dialogueId: view.state.id,
      decisionId: decision.id,
    }),
    leadsOn: true,
  });
}

function minutesBadge({ state, language }: View, decision: FormalDecision) {
  const { list } = textsOf(language).decisions;
  if (decision.status === "registered") return badge(list.pending, "Warning", "Clock");
  if (decision.status === "sentBack") return badge(list.sentBack, "Attention");
  return isApproved(state, decision)
    ? badge(list.approved, "Good", "Checkmark")
    : badge(list.notApproved, "Warning", "Clock");
}

function corrected(view: View, about: Parameters<typeof correctionsOf>[1]) {
  const count = correctionsOf(view.state, about).length;
  return count === 0
    ? []
    : [line(subtle(textsOf(view.language).decisions.list.corrections(count)))];
}

function positions(view: View): readonly ListRow[] {
  const { list } = textsOf(view.language).decisions;
  const closed = view.state.positions
    .filter((position) => position.closed !== undefined)
    .map((position, index) => ({ position, number: index + 1 }));
  return closed.toReversed().map(({ position, number }) => ({
    heading: list.positions,
    row: positionRow(view, position, number),
  }));
}

function positionRow(view: View, position: Position, number: number) {
  const { decisions, timeline, lifecycle } = textsOf(view.language);
  const { shortDate } = formatsOf(view.language);
  const { closed } = position;
  const result = closed?.tally.result;
  const about = { kind: "position", positionId: position.id } as const;
  const day = closed === undefined ? "" : shortDate(localDateOf(closed.at));
  const matter = timeline.positions[position.matter];
  const said = result === undefined ? timeline.noResult : timeline.results[result];
  return row({
    icon: icon("PeopleTeam", "●", "Default"),
    runs: [strong(shortened(oneLine(matter.charAt(0).toUpperCase() + matter.slice(1)), 80))],
    lines: [
      line(run(said)),
      line(subtle(`${decisions.list.positionMark(number)} · ${day}`)),
      line(subtle(decisions.list.notADecision)),
      ...corrected(view, about),
    ],
    ...(position.superseded === undefined ? {} : { badge: badge(lifecycle.superseded, "Warning") }),
    open: submitButton(matter, {
      verb: "openPosition",
      dialogueId: view.state.id,
      positionId: position.id,
    }),
    leadsOn: true,
  });
}

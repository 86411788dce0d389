import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { EXAMPLE_CAST } from "../domain/example.ts";
import { isExample, leadBody } from "../domain/permissions.ts";
import { currentStep, stepProgress } from "../domain/progress.ts";
import { localDateOf } from "../domain/time.ts";
import { isText, wordsOf } from "../domain/text.ts";
import { type Action, executeButton } from "./actions.ts";
import { deadlineRows, statutoryFacts } from "./deadline-rows.ts";
import {
  badge,
  type BannerData,
  banner,
  type FactData,
  header,
  icon,
  laidOut,
  type Line,
  line,
  paragraphs,
  type RowData,
  run,
  strong,
  subtle,
} from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { bodyName, dialogueTitle, personName, stepTitle } from "./naming.ts";
import { nextRows, overviewButtons } from "./next-rows.ts";
import { lockOf } from "./lock.ts";
import { peopleFacts, peopleNotes } from "./people-facts.ts";
import { compileCard } from "./render.ts";
import { stepRows } from "./step-rows.ts";
import layout from "./templates/overview.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";
import { warningBanners } from "./warning-banners.ts";

const draw = compileCard("overview", layout);

/**
 * The living Översikt: ten steps in three lanes, where the dialogue is, what keeps planning locked and who can open it,
 * one next action first. Safe for everybody in the channel: no drafts, no free text in work (decisions.md §3.1).
 */
export function overviewCard(view: View): IAdaptiveCard {
  const texts = textsOf(view.language);
  const here = currentStep(view.state, view.template);
  const numbered = here.order >= 1 && here.order <= 10;
  const map = stepRows(view);
  return draw({
    lang: view.language,
    fallbackText: texts.views.overview.summary(dialogueTitle(view), stepTitle(view, here)),
    header: header(
      kicker(view),
      dialogueTitle(view),
      badge(numbered ? texts.cards.stepOf(here.order) : stepTitle(view, here)),
    ),
    banners: banners(view),
    ...progressOf(view),
    question: question(view),
    ...map,
    lock: lockOf(view),
    sections: sections(view).map(({ facts, ...rest }) => ({ ...rest, facts: laidOut(facts) })),
    casts: casts(view),
    closing: [subtle(texts.views.overview.finalDecision)],
    actions: overviewButtons(view),
  });
}

function kicker(view: View): string {
  const { cards } = textsOf(view.language);
  const body = leadBody(view.state);
  const parts = [cards.citizenDialogue, ...(body === undefined ? [] : [bodyName(view, body)])];
  return (isExample(view.state) ? [cards.example, ...parts] : parts).join(" · ");
}

function progressOf(view: View) {
  const { cards } = textsOf(view.language);
  const { state, template } = view;
  const done = template.steps.filter(
    ({ id, order }) =>
      order >= 1 && order <= 10 && stepProgress(state, template, id).status === "done",
  ).length;
  const words =
    done === 0 ? cards.progress.none : cards.progress.some(done, formatsOf(view.language));
  const here = cards.progress.here(stepTitle(view, currentStep(state, template)));
  return { progress: [strong(words), run(` ${here}`)], bars: [{ value: done, max: 10 }] };
}

function banners(view: View): readonly BannerData[] {
  const { views } = textsOf(view.language);
  return [
    ...(isExample(view.state)
      ? [banner("accent", icon("Lightbulb", "!", "Accent"), [strong(views.overview.exampleBanner)])]
      : []),
    ...endBanner(view),
    ...warningBanners(view),
  ];
}

function endBanner({ state, language }: View): readonly BannerData[] {
  const { views, requests } = textsOf(language);
  const stop = icon("Info", "i");
  switch (state.status) {
    case "withdrawn": {
      const day = formatsOf(language).shortDate(localDateOf(state.withdrawnAt));
      return [banner("attention", stop, [strong(views.overview.withdrawn(day))])];
    }
    case "triaged_out": {
      const form = requests.triage.types[state.triage?.result ?? "information_only"].name;
      return [banner("warning", stop, [strong(views.overview.triagedOut(form))])];
    }
    case "draft":
    case "active":
      return [];
  }
}

/** The question itself is a draft until the board's decision has locked it (decisions.md §3.1). */
function question({ state, language }: View): readonly FactData[] {
  const statement = state.items["identify.statement"]?.values.issueStatement;
  if (state.gates.G3 === undefined || !isText(statement)) return [];
  return [
    {
      label: textsOf(language).views.overview.question,
      lines: paragraphs(wordsOf(statement, language)),
    },
  ];
}

type Section = {
  readonly heading: string;
  readonly rows: readonly RowData[];
  readonly facts: readonly FactData[];
  readonly notes: readonly Line[];
};

function sections(view: View): readonly Section[] {
  const { overview } = textsOf(view.language).views;
  const all: readonly Section[] = [
    { heading: overview.nextTitle, rows: nextRows(view), facts: [], notes: [] },
    { heading: overview.deadlinesTitle, rows: deadlineRows(view), facts: [], notes: [] },
    { heading: overview.statutoryTitle, rows: [], facts: statutoryFacts(view), notes: [] },
    {
      heading: overview.peopleTitle,
      rows: [],
      facts: peopleFacts(view),
      notes: peopleNotes(view),
    },
  ];
  return all.filter(({ rows, facts, notes }) => rows.length + facts.length + notes.length > 0);
}

/** In an example its owner plays every part (decisions.md §2.4). */
function casts(view: View) {
  const { state, language } = view;
  if (!isExample(state) || state.status === "withdrawn") return [];
  const { cards, views, roles } = textsOf(language);
  const playing = EXAMPLE_CAST.find(({ id }) => id === (state.playing ?? EXAMPLE_CAST[0]?.id));
  const others = EXAMPLE_CAST.filter(({ id }) => id !== playing?.id);
  return [
    {
      heading: views.overview.switchTitle,
      runs: playing
        ? line(strong(views.overview.playing(personName(view, playing.id), roles[playing.role])))
            .runs
        : [],
      actions: others.map(({ id, role }) => {
        const action: Action = { verb: "playRole", dialogueId: state.id, person: id };
        return executeButton(cards.buttons.playAs(singular(roles[role], role, view)), action);
      }),
    },
  ];
}

/** One part is played at a time, also where the role has several holders. */
function singular(words: string, role: string, { language }: View): string {
  return role === "steeringMember" ? textsOf(language).oneMember : words;
}

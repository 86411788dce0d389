import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { EXAMPLE_CAST } from "../domain/example.ts";
import { isResting } from "../domain/lifecycle.ts";
import { isExample, leadBody } from "../domain/permissions.ts";
import { currentStep, stepProgress } from "../domain/progress.ts";
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
  row,
  run,
  strong,
  subtle,
} from "./elements.ts";
import { endBanner } from "./end-banner.ts";
import { formatsOf } from "./formats.ts";
import { bodyName, dialogueTitle, personName, stepTitle, withShortNames } from "./naming.ts";
import { lostBanner } from "./moving.ts";
import { nextRows, overviewButtons } from "./next-rows.ts";
import { lockOf } from "./lock.ts";
import { peopleFacts, peopleNotes } from "./people-facts.ts";
import { type CardData, compileFitting } from "./render.ts";
import { stepRows } from "./step-rows.ts";
import layout from "./templates/overview.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";
import { warningBanners } from "./warning-banners.ts";

const draw = compileFitting("overview", layout);

/**
 * The living Översikt: ten steps in three lanes, where the dialogue is, what keeps planning locked and who can open it,
 * one next action first. Safe for everybody in the channel: no drafts, no free text in work (decisions.md §3.1).
 */
export function overviewCard(view: View): IAdaptiveCard {
  return draw(
    () => dataOf(view, { names: 9, rows: 4 }),
    () => dataOf(withShortNames(view, 40), { names: 5, rows: 4 }),
    () => dataOf(withShortNames(view, 20), { names: 1, rows: 2 }),
  );
}

/** How much is shown: names for each role, rows of each list. */
type Detail = { readonly names: number; readonly rows: number };

function dataOf(view: View, most: Detail): CardData {
  const texts = textsOf(view.language);
  const here = standing(view);
  const step = stepTitle(view, currentStep(view.state, view.template));
  return {
    lang: view.language,
    fallbackText: texts.views.overview.summary(dialogueTitle(view), hasEnded(view) ? here : step),
    header: header(kicker(view), dialogueTitle(view), badge(here)),
    banners: banners(view),
    ...mapOf(view),
    question: question(view),
    lock: lockOf(view),
    sections: sections(view, most).map(({ facts, ...rest }) => ({
      ...rest,
      facts: laidOut(facts),
    })),
    casts: casts(view),
    closing: [subtle(texts.views.overview.finalDecision)],
    actions: overviewButtons(view),
  };
}

function kicker(view: View): string {
  const { cards } = textsOf(view.language);
  const body = leadBody(view.state);
  const parts = [cards.citizenDialogue, ...(body === undefined ? [] : [bodyName(view, body)])];
  return (isExample(view.state) ? [cards.example, ...parts] : parts).join(" · ");
}

/** Where the dialogue stands, in a word or two. */
function standing(view: View): string {
  const { cards, views, requests } = textsOf(view.language);
  const { state } = view;
  if (state.status === "withdrawn") return views.overview.withdrawnShort;
  if (isResting(state)) return textsOf(view.language).lifecycle[state.status];
  if (state.status === "triaged_out" && state.triage)
    return requests.triage.types[state.triage.result].title;
  const here = currentStep(state, view.template);
  return here.order >= 1 && here.order <= 10 ? cards.stepOf(here.order) : stepTitle(view, here);
}

/** The map and how far it has come; none for a dialogue that goes no further. */
function mapOf(view: View) {
  if (hasEnded(view)) return { progress: [], bars: [], before: [], steps: [], after: [] };
  const { cards } = textsOf(view.language);
  const { state, template } = view;
  const done = template.steps.filter(
    ({ id, order }) =>
      order >= 1 && order <= 10 && stepProgress(state, template, id).status === "done",
  ).length;
  const words =
    done === 0 ? cards.progress.none : cards.progress.some(done, formatsOf(view.language));
  const here = cards.progress.here(stepTitle(view, currentStep(state, template)));
  return {
    progress: [strong(words), run(` ${here}`)],
    bars: [{ value: done, max: 10 }],
    ...stepRows(view),
  };
}

function hasEnded({ state }: View): boolean {
  return state.status === "withdrawn" || state.status === "triaged_out";
}

function banners(view: View): readonly BannerData[] {
  const { views } = textsOf(view.language);
  return [
    ...(isExample(view.state)
      ? [banner("accent", icon("Lightbulb", "!", "Accent"), [strong(views.overview.exampleBanner)])]
      : []),
    ...endBanner(view),
    ...lostBanner(view),
    ...warningBanners(view),
  ];
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

function sections(view: View, most: Detail): readonly Section[] {
  const { overview } = textsOf(view.language).views;
  if (hasEnded(view)) return advice(view);
  const all: readonly Section[] = [
    { heading: overview.nextTitle, rows: nextRows(view).slice(0, most.rows), facts: [], notes: [] },
    {
      heading: overview.deadlinesTitle,
      rows: deadlineRows(view).slice(0, most.rows),
      facts: [],
      notes: [],
    },
    { heading: overview.statutoryTitle, rows: [], facts: statutoryFacts(view), notes: [] },
    {
      heading: overview.peopleTitle,
      rows: [],
      facts: peopleFacts(view, most.names),
      notes: peopleNotes(view),
    },
  ];
  return all.filter(({ rows, facts, notes }) => rows.length + facts.length + notes.length > 0);
}

/** What to do instead, when the question fits another form better. */
function advice({ state, language }: View): readonly Section[] {
  if (state.status !== "triaged_out" || !state.triage) return [];
  const { triage } = textsOf(language).requests;
  const rows = triage.types[state.triage.result].advice.map((text) =>
    row({ icon: icon("Lightbulb", "•", "Accent"), runs: [run(text)] }),
  );
  return [{ heading: triage.adviceTitle, rows, facts: [], notes: [] }];
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

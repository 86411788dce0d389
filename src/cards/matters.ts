import type { IAdaptiveCard, ISubmitAction } from "@microsoft/teams.cards";
import { draftItemOf, LATER_MATTERS, type LaterMatter } from "../domain/decision-matters.ts";
import { missingFromDecision, whyNotRegister } from "../domain/decisions.ts";
import { rolesOf } from "../domain/permissions.ts";
import type { Problem } from "../domain/rejection.ts";
import { findItem } from "../domain/template.ts";
import { submitButton } from "./actions.ts";
import { closing } from "./confirm-initiator.ts";
import { confirmDecisionCard } from "./confirm-decision.ts";
import { oneLine } from "./drawable.ts";
import { banner, type FactData, icon, line, row, run, strong, subtle } from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { formCard, problemBanner } from "./forms/form-card.ts";
import { keptFacts } from "./forms/kept-facts.ts";
import { itemPages, MOST_FIELD_BYTES, valuesOf } from "./forms/pages.ts";
import { listCard } from "./list-card.ts";
import { namingOf, shortTitle, whoHas } from "./naming.ts";
import { bytesOf } from "./render.ts";
import { textsOf } from "./texts/texts.ts";
import { MOST_WORDS, valueLines } from "./values.ts";
import type { View } from "./view.ts";

/** With "Registrera" and the way out, as many buttons as a page may have; the last parts are reached through the one before. */
const MOST_PARTS = 4;

/** What a later decision of the board can be about (process.md §3). */
export function mattersDialog(view: View): IAdaptiveCard {
  const { decisions } = textsOf(view.language);
  const dialogueId = view.state.id;
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: shortTitle(view),
    title: decisions.choose.title,
    page: 0,
    none: [decisions.choose.title, decisions.choose.intro],
    more: () => ({ verb: "openMatters", dialogueId }),
    rows: LATER_MATTERS.map((matter) => ({
      heading: decisions.choose.intro,
      row: row({
        icon: icon("Gavel", "§", "Accent"),
        runs: [strong(decisions.matters[matter].title)],
        lines: [line(subtle(waits(view, matter) ?? decisions.matters[matter].text))],
        open: submitButton(decisions.matters[matter].title, {
          verb: "openMatter",
          dialogueId,
          matter,
        }),
        leadsOn: true,
      }),
    })),
    actions: closing(view),
  });
}

function waits({ state, language }: View, about: LaterMatter): string | undefined {
  const pending = state.decisions.some(
    ({ matter, status }) => matter === about && status === "registered",
  );
  return pending ? textsOf(language).decisions.choose.waiting : undefined;
}

/** Whether the viewer may register what the board has decided. */
export function mayRegister({ state, viewer, directory }: View): boolean {
  if (viewer === undefined) return false;
  const held = rolesOf(state, viewer, directory);
  return held.has("registrar") || held.has("civilServant");
}

/** One registration: what is drafted, what is missing, the way to each part, and "Registrera"; one that waits is shown to read. `newId` becomes the decision's id. */
export function matterPage(
  view: View,
  matter: LaterMatter,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  const { state, template } = view;
  const standing = state.decisions.findLast(
    (one) =>
      one.matter === matter &&
      (one.status === "registered" || (matter === "final" && one.status === "confirmed")),
  );
  if (standing) return confirmDecisionCard(view, standing.id, "dialog", told);
  if (!mayRegister(view)) return refused(view, matter, { code: "E-FORBIDDEN" }, told);
  const atRest = told.problems?.find(({ code }) => code === "E-NOT-ACTIVE");
  const problem = atRest ?? whyNotRegister(state, matter, { template })[0];
  if (problem) return refused(view, matter, problem, told);
  const { forms, decisions } = textsOf(view.language);
  const missing = missingFromDecision(state, template, matter);
  const isSaid = told.problems?.some(({ code }) => code === "E-DECISION-INCOMPLETE") === true;
  const registering = submitButton(
    forms.register.register,
    { verb: "registerMatter", dialogueId: state.id, matter, decisionId: newId },
    { main: missing.length === 0 },
  );
  const standingBanner =
    missing.length === 0
      ? banner("good", icon("CheckmarkCircle", "✓", "Good", "Filled"), [
          strong(forms.register.allThere),
        ])
      : banner(
          "warning",
          icon("Warning", "!"),
          [strong(forms.register.missingTitle)],
          [line(run(namingOf(view, draftItemOf(matter)).labels(missing)))],
        );
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${decisions.matter.kicker}`,
    title: decisions.matters[matter].title,
    told,
    banners: isSaid ? [] : [standingBanner],
    intro: forms.register.summaryText,
    fields: keptFacts(factsOf(view, matter)),
    actions: [
      ...(missing.length === 0 ? [registering] : []),
      ...parts(view, matter, missing.length > 0).slice(0, MOST_PARTS),
      ...(missing.length === 0 ? [] : [registering]),
      ...closing(view),
    ],
  });
}

/** Each page of the draft's form; what is missing is filled in first. */
function parts(view: View, matter: LaterMatter, isMissing: boolean): readonly ISubmitAction[] {
  const itemId = draftItemOf(matter);
  const found = findItem(view.template, itemId);
  const pages = found ? itemPages(view, found.item) : [];
  const { matter: words } = textsOf(view.language).decisions;
  return pages.map((_page, page) =>
    submitButton(
      page === 0 && isMissing ? words.fill : words.part(page + 1),
      { verb: "openItem", dialogueId: view.state.id, itemId, page },
      { main: page === 0 && isMissing },
    ),
  );
}

function factsOf(view: View, matter: LaterMatter): readonly FactData[] {
  const attempts = [MOST_WORDS, 300, 60].map((most) => factsUpTo(view, matter, most));
  return (
    attempts.find((facts) => bytesOf(keptFacts(facts)) <= MOST_FIELD_BYTES) ?? attempts.at(-1) ?? []
  );
}

function factsUpTo(view: View, matter: LaterMatter, most: number): readonly FactData[] {
  const { cards } = textsOf(view.language);
  const found = findItem(view.template, draftItemOf(matter));
  return (found?.item.fields ?? [])
    .filter(({ computed }) => !computed)
    .flatMap((field) => {
      const lines = valueLines(view, field, found && valuesOf(view, found.item)[field.name], most);
      if (lines.length === 0 && field.required !== true) return [];
      const empty = [line(run(cards.notFilledIn, { isSubtle: true }))];
      return [
        { label: oneLine(field.label[view.language]), lines: lines.length > 0 ? lines : empty },
      ];
    });
}

function refused(view: View, matter: LaterMatter, problem: Problem, told: Told): IAdaptiveCard {
  const { decisions } = textsOf(view.language);
  const forbidden = problem.code === "E-FORBIDDEN";
  const who = ["registrar", "civilServant"] as const;
  const stop = problem.code === "E-ALREADY-DECIDED";
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${decisions.matter.kicker}`,
    title: decisions.matters[matter].title,
    ...(told.notice === undefined ? {} : { told: { notice: told.notice } }),
    banners: [problemBanner(view, forbidden ? { code: "E-FORBIDDEN", who } : problem)],
    intro: decisions.matter.only(whoHas(view, who)),
    fields: [],
    actions: [
      ...(stop
        ? [
            submitButton(decisions.matter.askStop, {
              verb: "openMatter",
              dialogueId: view.state.id,
              matter: "stop",
            }),
          ]
        : []),
      ...closing(view),
    ],
  });
}

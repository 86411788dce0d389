import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { findItem } from "../domain/template.ts";
import { legalConsultations } from "../domain/triage.ts";
import type { DialogueType } from "../domain/dialogue.ts";
import { openButton, submitButton } from "./actions.ts";
import { header, icon, type Line, line, row, run, strong, subtle } from "./elements.ts";
import { whyNotWrite } from "./forms/why-not-write.ts";
import type { Told } from "./forms/faults.ts";
import { problemBanner } from "./forms/form-card.ts";
import { namingOf, personName, shortTitle } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { compileCard } from "./render.ts";
import layout from "./templates/triage-result.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { Place, View } from "./view.ts";
import { warningWords } from "./warning-banners.ts";

const draw = compileCard("triage-result", layout);

/** The result of the questions of step 0 with what to do now, as it is shown when the last one is answered. */
export function triageDialog(view: View, told: Told = {}): IAdaptiveCard {
  return triageResultCard(view, "dialog", told);
}

/**
 * Which form of dialogue the answers suggest and, when it is no medborgardialog, what to do instead (process.md §5). Each
 * consultation the law demands is named with its own task; none of them stops anything.
 */
export function triageResultCard(view: View, place: Place, told: Told = {}): IAdaptiveCard {
  const { requests } = textsOf(view.language);
  const result = view.state.triage?.result;
  return draw({
    lang: view.language,
    fallbackText: titleOf(view),
    header: header(`${shortTitle(view)} · ${requests.triage.kicker}`, titleOf(view)),
    banners: [
      ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
    ],
    lines: linesOf(view),
    sections: [...adviceOf(view, result), ...tasksOf(view)],
    notes: notesOf(view),
    actions: actionsOf(view, place),
  });
}

function titleOf(view: View): string {
  const { requests } = textsOf(view.language);
  const result = view.state.triage?.result;
  if (result === undefined) return requests.triage.incompleteTitle;
  return result === "citizen_dialogue"
    ? requests.triage.yesTitle
    : requests.triage.suggestTitle(requests.triage.types[result].name);
}

function linesOf(view: View): readonly Line[] {
  const { requests } = textsOf(view.language);
  const { state } = view;
  const result = state.triage?.result;
  if (result === undefined) return [line(run(namingOf(view).labels(["triage.result"])))];
  const overridden =
    state.triage?.overridden === true
      ? [line(run(requests.triage.overridden(requests.triage.types[result].name)))]
      : [];
  if (result !== "citizen_dialogue") return overridden;
  const next = state.initiatorConfirmed
    ? requests.triage.nextConfirmed
    : requests.triage.nextUnconfirmed(personName(view, state.initiator));
  return [...overridden, line(strong(requests.triage.nextTitle)), line(run(next))];
}

type Section = { readonly heading: string; readonly rows: readonly ReturnType<typeof row>[] };

function adviceOf(view: View, result: DialogueType | undefined): readonly Section[] {
  const { requests } = textsOf(view.language);
  if (result === undefined) return [];
  const advice: readonly string[] = requests.triage.types[result].advice;
  if (advice.length === 0) return [];
  return [
    {
      heading: requests.triage.adviceTitle,
      rows: advice.map((text) =>
        row({ icon: icon("Lightbulb", "•", "Accent"), runs: [run(text)] }),
      ),
    },
  ];
}

/** One linked task for each consultation the law demands in the same matter (process.md §5). */
function tasksOf({ state, language }: View): readonly Section[] {
  const { requests } = textsOf(language);
  const kinds = legalConsultations(state);
  if (kinds.length === 0) return [];
  return [
    {
      heading: requests.triage.lawTitle,
      rows: kinds.map((kind) =>
        row({
          icon: icon("Warning", "!", "Warning"),
          runs: [run(warningWords(language, "W-LEGAL-CONSULTATION", kind).text)],
          lines: [line(strong(requests.triage.lawTask)), line(subtle("W-LEGAL-CONSULTATION"))],
        }),
      ),
    },
  ];
}

function notesOf({ state, language }: View): readonly Line[] {
  const { requests } = textsOf(language);
  if (state.triage === undefined || state.triage.result === "citizen_dialogue") return [];
  const fixed = state.triage.result === "information_only";
  return [line(subtle(fixed ? requests.triage.whyFixed : requests.triage.why))];
}

function actionsOf(view: View, place: Place): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const { state } = view;
  const dialogueId = state.id;
  const button = place === "dialog" ? submitButton : openButton;
  const change =
    mayAnswer(view) || place === "message"
      ? [
          button(state.triage ? buttons.changeTriage : buttons.openStep(0), {
            verb: "openTriage",
            dialogueId,
            page: 0,
          }),
        ]
      : [];
  const override = mayOverride(view)
    ? [button(buttons.override, { verb: "openItem", dialogueId, itemId: "triage.result" })]
    : [];
  const close =
    place === "dialog"
      ? [submitButton(buttons.close, { verb: "closeDialog" }, { main: true })]
      : [];
  return [...close, ...change, ...override];
}

function mayAnswer(view: View): boolean {
  const found = findItem(view.template, "triage.summary");
  return found !== undefined && whyNotWrite(view, found.item, found.step) === undefined;
}

/** The chair may choose another form, but never turn information into a dialogue (decisions.md §8.4). */
function mayOverride(view: View): boolean {
  const found = findItem(view.template, "triage.result");
  return (
    view.state.triage !== undefined &&
    view.state.triage.result !== "information_only" &&
    found !== undefined &&
    whyNotWrite(view, found.item, found.step) === undefined
  );
}

import type { ActionArray, CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { PositionId, PositionMatter } from "../../domain/position.ts";
import { refuseMatter, seatsNow, whyNotPut } from "../../domain/position-rights.ts";
import { defaultClosing } from "../../domain/position-time.ts";
import { problemsAt } from "../../domain/gates.ts";
import { type Problem, Rejection } from "../../domain/rejection.ts";
import { type Action, submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import type { Told } from "../forms/faults.ts";
import { formCard } from "../forms/form-card.ts";
import { WHOLE } from "../forms/prefill.ts";
import { formatsOf } from "../formats.ts";
import { inputId } from "../input-ids.ts";
import { shortTitle, whoHas } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { FIELDS, POSITION } from "./position-fields.ts";
import { positionInputs } from "./position-inputs.ts";
import { isCivilServant, leadsPosition } from "./position-rights.ts";

type Putting = {
  readonly newId: PositionId;
  readonly matter: PositionMatter | undefined;
  readonly told: Told;
};

/**
 * Asks the group about a matter: the question and when it closes. What keeps the plan from being put to the group is said
 * with who can put it right, before anybody has written (process.md §3 G4b, G4c). `newId` becomes the position's id.
 */
export function askForm(view: View, { newId, matter, told }: Putting): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const may = leadsPosition(view) || isCivilServant(view);
  const problems = may ? whyNot(view, matter) : [];
  if (!may || problems.length > 0)
    return notNow(
      view,
      positions.ask.title,
      may ? problems : (told.problems ?? []),
      positions.ask.only(askers(view)),
    );
  const moment = formatsOf(view.language).moment(defaultClosing(view.state, view));
  const fields: CardElementArray = [
    ...aboutInputs(view, matter, told),
    ...positionInputs(view, told, {
      field: FIELDS.closesAt,
      label: positions.ask.closes,
      hints: [positions.ask.closesHint(moment)],
    }),
  ];
  const about = { dialogueId: view.state.id, positionId: newId };
  return formCard(view, {
    kicker: shortTitle(view),
    title: positions.ask.title,
    told,
    intro: positions.ask.intro,
    fields,
    notes: [
      ...(matter === undefined || matter === "proposal" ? [positions.ask.frozen] : []),
      positions.ask.consensusFirst,
      positions.notDecision,
      textsOf(view.language).forms.privacy,
    ],
    actions: [
      submitButton(positions.ask.send, { verb: "askPosition", ...about }, { main: true }),
      ...(leadsPosition(view)
        ? [submitButton(positions.buttons.consensus, consensusOf(view, matter))]
        : []),
      ...back(view),
    ],
  });
}

function consensusOf(view: View, matter: PositionMatter | undefined): Action {
  return {
    verb: "openConsensus",
    dialogueId: view.state.id,
    ...(matter === undefined ? {} : { matter }),
  };
}

/** The chair writes down that all who were there agreed: no roll call is needed then (decisions.md §8.7). */
export function consensusForm(view: View, { newId, matter, told }: Putting): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const may = leadsPosition(view);
  const problems = may ? whyNot(view, matter) : [];
  if (!may || problems.length > 0)
    return notNow(
      view,
      positions.consensus.title,
      may ? problems : (told.problems ?? []),
      positions.consensus.only(whoHas(view, ["steeringChair"])),
    );
  const about = { dialogueId: view.state.id, positionId: newId };
  return formCard(view, {
    kicker: shortTitle(view),
    title: positions.consensus.title,
    told,
    intro: positions.consensus.intro,
    fields: [
      ...aboutInputs(view, matter, told),
      ...positionInputs(view, told, {
        field: FIELDS.present,
        label: positions.consensus.present,
        hints: [positions.consensus.presentHint],
        required: true,
        people: seatsNow(view.state),
      }),
    ],
    notes: [positions.notDecision, textsOf(view.language).forms.privacy],
    actions: [
      submitButton(positions.consensus.send, { verb: "recordConsensus", ...about }, { main: true }),
      ...back(view),
    ],
  });
}

function aboutInputs(view: View, matter: PositionMatter | undefined, told: Told): CardElementArray {
  const { positions } = textsOf(view.language);
  const sent = told.inputs?.[inputId(POSITION, "matter")];
  const chosen = sent ?? matter ?? "";
  const version = view.state.items["plan.proposal"]?.values.version;
  const question =
    typeof version === "number"
      ? positions.proposalQuestion(formatsOf(view.language).number(version))
      : positions.proposalQuestionBare;
  return positionInputs(
    view,
    told,
    {
      field: FIELDS.matter,
      label: positions.ask.matter,
      required: true,
      parts: { [WHOLE]: chosen },
    },
    {
      field: FIELDS.question,
      label: positions.ask.question,
      hints: [positions.ask.questionHint],
      required: true,
      ...(chosen === "proposal" ? { parts: { [WHOLE]: question } } : {}),
    },
  );
}

/** Why the matter cannot be put to the group at all; for any matter only what holds for every one. */
function whyNot(view: View, matter: PositionMatter | undefined): readonly Problem[] {
  const { state, template } = view;
  if (state.status !== "active") return [{ code: "E-NOT-ACTIVE", status: state.status }];
  if (matter === "proposal" && state.gates.G5 === undefined) {
    const open = state.positions.some((one) => one.matter === "proposal" && !one.closed);
    const problems = whyNotPut(state, template);
    if (!open && problems.length > 0) return problems;
  }
  try {
    refuseMatter(state, matter ?? "other", view);
    return [];
  } catch (error) {
    if (error instanceof Rejection)
      return matter === undefined
        ? error.problems.filter(({ code }) => code !== "E-LOCKED-RECORD")
        : error.problems;
    throw error;
  }
}

function askers(view: View): string {
  return whoHas(view, ["civilServant", "steeringChair"]);
}

/** Who may not put anything to the group reads so; who may not yet reads why, and the chair can go on without a soft part. */
function notNow(
  view: View,
  title: string,
  problems: readonly Problem[],
  only: string,
): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const { state, template } = view;
  const isSoft =
    problems.length > 0 &&
    problemsAt(state, "G4b", template).length === 0 &&
    problems.some(({ code }) => code.startsWith("W-")) &&
    leadsPosition(view);
  return formCard(view, {
    kicker: shortTitle(view),
    title,
    told: { problems },
    ...(problems.length === 0 ? { intro: only } : {}),
    fields: [],
    notes: [positions.notDecision],
    actions: [
      ...(isSoft
        ? [
            submitButton(positions.buttons.override, {
              verb: "openOverride",
              dialogueId: state.id,
            }),
          ]
        : []),
      ...back(view),
    ],
  });
}

function back(view: View): ActionArray {
  const { positions } = textsOf(view.language);
  return [
    submitButton(positions.list.open, { verb: "openPositions", dialogueId: view.state.id }),
    ...closing(view),
  ];
}

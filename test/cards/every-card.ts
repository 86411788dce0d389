import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { appointCard } from "../../src/cards/appoint.ts";
import { confirmDecisionCard } from "../../src/cards/confirm-decision.ts";
import { confirmInitiatorCard } from "../../src/cards/confirm-initiator.ts";
import { decisionSentBackCard } from "../../src/cards/decision-sent-back.ts";
import { newDialogueForm } from "../../src/cards/forms/new-dialogue-form.ts";
import { helloCard } from "../../src/cards/hello.ts";
import { helpCard } from "../../src/cards/help.ts";
import { dialogueListCard } from "../../src/cards/lists.ts";
import { tasksCard } from "../../src/cards/my-tasks.ts";
import {
  errorCard,
  goneCard,
  pointerCard,
  shortCard,
  refusalCard,
  unknownTextCard,
} from "../../src/cards/notices.ts";
import { overviewCard } from "../../src/cards/overview.ts";
import { type Opening, screenOf } from "../../src/cards/screens.ts";
import { stepCard } from "../../src/cards/step.ts";
import { triageResultCard } from "../../src/cards/triage-result.ts";
import type { Language, Place, View } from "../../src/cards/view.ts";
import { welcomeCard } from "../../src/cards/welcome.ts";
import { template } from "../support/given.ts";
import { everyTasks } from "./every-tasks.ts";
import { everyPositions } from "./every-positions.ts";
import { occasionCards } from "./every-occasions.ts";
import { everyRole } from "./every-roles.ts";
import { everyTimeline } from "./every-timeline.ts";
import { everyDecision } from "./every-decisions.ts";
import { planCards } from "./every-plan.ts";
import { lessonCards } from "./every-lessons.ts";
import { resultsCards } from "./every-results.ts";
import { surveyCards } from "./every-survey.ts";
import { movingCards } from "./every-moving.ts";
import { internalEvaluationCards } from "./every-internal-evaluation.ts";
import { reachCards } from "./every-reach.ts";
import { reminderCards } from "./every-reminders.ts";
import { type SceneName, sceneView } from "./scenes.ts";

export type Shown = { readonly name: string; readonly place: Place; readonly card: IAdaptiveCard };

/** A view of one of the scenes, for somebody. */
export type ViewAt = (scene: SceneName, viewer?: string) => View;

/** Every card and every page of a dialog there is, drawn from the views given. */
export function everyCard(language: Language, viewAt: ViewAt = sceneView(language)): Shown[] {
  return [
    ...messages(language, viewAt),
    ...lists(language, viewAt),
    ...notices(language, viewAt),
    ...dialogs(viewAt),
    ...everyRole(viewAt),
    ...everyTimeline(viewAt),
    ...everyPositions(viewAt),
    ...everyDecision(viewAt),
    ...planCards(viewAt),
    ...internalEvaluationCards(language),
    ...reminderCards(language, viewAt),
    ...lessonCards(viewAt),
    ...resultsCards(viewAt),
    ...reachCards(viewAt),
    ...occasionCards(viewAt),
    ...movingCards(viewAt),
    ...surveyCards(viewAt),
    ...everyTasks(viewAt),
  ];
}

const message = (name: string, card: IAdaptiveCard): Shown => ({ name, place: "message", card });
const dialog = (name: string, card: IAdaptiveCard): Shown => ({ name, place: "dialog", card });

function messages(language: Language, at: ViewAt): Shown[] {
  const about = { language, template, place: "message" } as const;
  return [
    message("welcome", welcomeCard(language, "example-1")),
    ...(["how", "ladder", "roles"] as const).map((topic) =>
      message(`help-${topic}`, helpCard(topic, about)),
    ),
    ...OVERVIEWS.map((scene) => message(`overview-${scene}`, overviewCard(at(scene)))),
    message("step-identify", stepCard(at("triaged"), "identify-issue")),
    message("step-identify-withdrawn", stepCard(at("withdrawn"), "identify-issue")),
    message("step-purpose", stepCard(at("purposed"), "purpose-and-influence")),
    message("step-decide", stepCard(at("drafted"), "decide-dialogue")),
    message("step-decide-done", stepCard(at("confirmed"), "decide-dialogue")),
    message("step-planning-locked", stepCard(at("confirmed"), "planning")),
    message("step-planning", stepCard(at("appointed"), "planning")),
    message("triage-result", triageResultCard(at("consultation"), "message")),
    message("confirm-initiator", confirmInitiatorCard(at("unconfirmed", "b"), "message")),
    message("confirm-initiator-done", confirmInitiatorCard(at("triaged", "a"), "message")),
    message("confirm-initiator-gone", confirmInitiatorCard(at("withdrawn", "a"), "message")),
    message("confirm-decision", confirmDecisionCard(at("registered", "a"), DECISION, "message")),
    message("confirm-decision-yes", confirmDecisionCard(at("confirmed", "a"), DECISION, "message")),
    message("confirm-decision-no", confirmDecisionCard(at("sentBack", "a"), DECISION, "message")),
    message("confirm-decision-gone", confirmDecisionCard(at("drafted", "a"), "none", "message")),
    message("decision-sent-back", decisionSentBackCard(at("sentBack", "reg"), DECISION)),
    message("decision-sent-back-done", decisionSentBackCard(at("confirmed", "reg"), DECISION)),
    message("appoint", appointCard(at("confirmed", "head"))),
    message("appoint-done", appointCard(at("appointed", "head"))),
    message("appoint-gone", appointCard(at("withdrawn", "head"))),
    message("hello-chair", helloCard(at("confirmed"), "a")),
    message("hello-member", helloCard(at("confirmed"), "b")),
    message("hello-gone", helloCard(at("confirmed"), "other")),
  ];
}

const DECISION = "decision-1";
const OVERVIEWS: readonly SceneName[] = [
  "triaged",
  "unconfirmed",
  "consultation",
  "withdrawn",
  "purposed",
  "drafted",
  "registered",
  "confirmed",
  "appointed",
  "started",
  "example",
];

function lists(language: Language, at: ViewAt): Shown[] {
  const many = Array.from({ length: 23 }, () => at("drafted", "reg"));
  return (["message", "dialog"] as const).flatMap((place) => {
    const here = { language, place };
    const named = (name: string) => (place === "dialog" ? `${name}-dialog` : name);
    return [
      { name: named("dialogues"), place, card: dialogueListCard([at("appointed")], here) },
      { name: named("dialogues-none"), place, card: dialogueListCard([], here) },
      {
        name: named("dialogues-many"),
        place,
        card: dialogueListCard(many, { ...here, page: 1 }),
      },
      { name: named("tasks"), place, card: tasksCard([at("drafted", "reg")], here) },
      { name: named("tasks-none"), place, card: tasksCard([at("drafted", "b")], here) },
      { name: named("tasks-no-dialogue"), place, card: tasksCard([], here) },
      { name: named("tasks-many"), place, card: tasksCard(many, { ...here, page: 2 }) },
    ];
  });
}

function notices(language: Language, at: ViewAt): Shown[] {
  const view = at("purposed", "a");
  return [
    message("refusal", refusalCard([{ code: "E-NO-BOARD-DECISION" }], { view })),
    message(
      "refusal-fields",
      refusalCard([{ code: "E-DECISION-INCOMPLETE", missing: ["budgetSek", "budgetSource"] }], {
        view,
      }),
    ),
    message(
      "refusal-role",
      refusalCard([{ code: "E-FORBIDDEN", who: ["departmentHead"] }], { view }),
    ),
    message("refusal-start", refusalCard([{ code: "E-FORBIDDEN", why: "start" }], { language })),
    message(
      "refusal-two-persons",
      refusalCard([{ code: "E-FORBIDDEN", who: ["steeringChair"], why: "two-persons" }], { view }),
    ),
    dialog("refusal-dialog", refusalCard([{ code: "E-NO-ORGANISATION" }], { language }, "dialog")),
    message("error", errorCard(language, "7f3a-19")),
    message("unknown", unknownTextCard(language, "vad är klockan?")),
    message("unknown-empty", unknownTextCard(language, "")),
    message("pointer", pointerCard(language)),
    message("too-big", shortCard(language, "Otrygghet på Stationstorget", "d1")),
    message("too-big-morning", shortCard(language, "Det här väntar på dig", null)),
    message("gone-dialogue", goneCard(language, "dialogue")),
    message("gone-example", goneCard(language, "example")),
  ];
}

function dialogs(at: ViewAt): Shown[] {
  const dialogueId = "dialogue-1";
  const { state, ...around } = at("triaged", "a");
  const screen = (name: string, view: View, opening: Opening) =>
    dialog(name, screenOf(view, opening, "new-1"));
  const step = (stepId: Extract<Opening, { verb: "openStep" }>["stepId"], page?: number) =>
    ({ verb: "openStep", dialogueId, stepId, ...(page === undefined ? {} : { page }) }) as const;
  const register = (page?: number) =>
    ({ verb: "openRegister", dialogueId, ...(page === undefined ? {} : { page }) }) as const;
  const language = at("triaged").language;
  return [
    dialog("confirm-initiator-waiting", confirmInitiatorCard(at("unconfirmed", "a"), "dialog")),
    dialog("form-new-dialogue", newDialogueForm({ ...around, home: state.home }, "new-1")),
    ...(["how", "ladder", "roles"] as const).map((topic) =>
      dialog(`help-${topic}-dialog`, helpCard(topic, { language, template, place: "dialog" })),
    ),
    screen("form-triage", at("triaged", "a"), { verb: "openTriage", dialogueId }),
    screen("triage-yes", at("triaged", "a"), step("triage")),
    screen("triage-other", at("consultation", "starter"), step("triage")),
    screen("triage-information", at("information", "starter"), step("triage")),
    screen("triage-unanswered", at("unanswered", "b"), { verb: "openTriage", dialogueId }),
    screen("dialogue", at("drafted", "a"), { verb: "openDialogue", dialogueId }),
    screen("dialogue-withdrawn", at("withdrawn", "a"), { verb: "openDialogue", dialogueId }),
    screen("step-planning-dialog", at("appointed", "tjp"), step("planning")),
    screen("step-planning-dialog-2", at("appointed", "tjp"), step("planning", 1)),
    screen("step-locked-dialog", at("purposed", "a"), step("planning")),
    screen("step-done-dialog", at("confirmed", "a"), step("decide-dialogue")),
    screen("form-register", at("purposed", "reg"), register()),
    screen("form-register-summary", at("drafted", "reg"), register()),
    screen("form-register-missing", at("purposed", "reg"), register(99)),
    screen("form-register-read", at("drafted", "b"), register()),
    screen("form-register-waits", at("registered", "reg"), register()),
    screen("form-send-back", at("registered", "a"), {
      verb: "openSendBack",
      dialogueId,
      decisionId: DECISION,
    }),
    screen("decision-dialog", at("registered", "a"), {
      verb: "openDecision",
      dialogueId,
      decisionId: DECISION,
    }),
    screen("decision-dialog-read", at("registered", "b"), {
      verb: "openDecision",
      dialogueId,
      decisionId: DECISION,
    }),
    screen("initiator-dialog", at("unconfirmed", "b"), { verb: "openInitiator", dialogueId }),
    ...template.steps.flatMap(({ items }) =>
      items.map(({ id }) =>
        screen(`item-${id}`, at("appointed", "tjp"), { verb: "openItem", dialogueId, itemId: id }),
      ),
    ),
    screen("form-rows", at("purposed", "a"), {
      verb: "openItem",
      dialogueId,
      itemId: "identify.aspects",
    }),
    screen("form-row", at("purposed", "a"), {
      verb: "openRow",
      dialogueId,
      itemId: "identify.aspects",
      field: "aspectsIn",
      rowId: "in-1",
    }),
    screen("form-appoint", at("confirmed", "head"), {
      verb: "openItem",
      dialogueId,
      itemId: "plan.appoint",
    }),
    screen("read-record", at("confirmed", "b"), {
      verb: "openItem",
      dialogueId,
      itemId: "decide.register",
    }),
    screen("read-draft", at("purposed", "other"), {
      verb: "openItem",
      dialogueId,
      itemId: "identify.statement",
    }),
    screen("no-such-item", at("purposed", "a"), {
      verb: "openItem",
      dialogueId,
      itemId: "no.such",
    }),
  ];
}

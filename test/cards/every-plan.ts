import { PUBLIC_TEXTS } from "../../src/cards/public-kinds.ts";
import { type Opening, screenOf } from "../../src/cards/screens.ts";
import { stepCard } from "../../src/cards/step.ts";
import type { View } from "../../src/cards/view.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import type { Shown, ViewAt } from "./every-card.ts";
import type { SceneName } from "./scenes.ts";

const dialogueId = "dialogue-1";

/** The cards of the steps from the plan on, and the pages of planning, results and feedback. */
export function planCards(at: ViewAt): Shown[] {
  return [...stepCards(at), ...itemPages(at), ...readingPages(at)];
}

function stepCards(at: ViewAt): Shown[] {
  const message = (
    name: string,
    scene: SceneName,
    stepId: Parameters<typeof stepCard>[1],
  ): Shown => ({ name, place: "message", card: stepCard(at(scene), stepId) });
  return [
    message("step-planning-warned", "misplaced", "planning"),
    message("step-planning-done", "approved", "planning"),
    message("step-conduct", "heldOnce", "conduct-dialogue"),
    message("step-conduct-twelve", "touring", "conduct-dialogue"),
    message("step-conduct-done", "heldAll", "conduct-dialogue"),
    message("step-compile", "heldAll", "compile-results"),
    message("step-compile-done", "compiled", "compile-results"),
    message("step-final", "reasoned", "final-decision"),
    message("step-feedback", "compiled", "feedback-to-citizens"),
    message("step-evaluate", "compiled", "evaluate-and-learn"),
    message("step-follow-up", "compiled", "follow-up"),
    { name: "step-follow-up-once", place: "message", card: stepCard(followed(at), "follow-up") },
  ];
}

/** Scenario 1 after its first follow-up, which stands beside the one that comes. */
function followed(at: ViewAt): View {
  const { state, now } = played(scenarioOne, "2027-12-22 09:00");
  return { ...at("compiled", "a"), state, now };
}

function itemPages(at: ViewAt): Shown[] {
  const page = (
    name: string,
    [scene, viewer]: readonly [SceneName, string],
    opening: Opening,
  ): Shown => ({ name, place: "dialog", card: screenOf(at(scene, viewer), opening, "new-1") });
  const item = (itemId: string, more: { page?: number; row?: number } = {}): Opening => ({
    verb: "openItem",
    dialogueId,
    itemId,
    ...more,
  });
  const step = (
    stepId: Extract<Opening, { verb: "openStep" }>["stepId"],
    number?: number,
  ): Opening => ({
    verb: "openStep",
    dialogueId,
    stepId,
    ...(number === undefined ? {} : { page: number }),
  });
  return [
    page("step-planning-sections", ["wholePlan", "tjp"], step("planning", 1)),
    page("step-planning-sections-3", ["wholePlan", "tjp"], step("planning", 2)),
    page("step-conduct-dialog", ["heldOnce", "tjp"], step("conduct-dialogue")),
    page("plan-shares-warned", ["misplaced", "a"], item("plan.target-priority")),
    page("plan-map-many", ["crowded", "a"], item("plan.target-map", { row: 3 })),
    page("plan-outreach-missing", ["crowded", "tjp"], item("plan.outreach")),
    page("plan-messages", ["wholePlan", "kom"], item("plan.communication")),
    page("plan-messages-missing", ["planned", "kom"], item("plan.communication")),
    page("plan-documentation-read", ["wholePlan", "b"], item("plan.documentation")),
    page("plan-money", ["wholePlan", "tjp"], item("plan.resources")),
  ];
}

function readingPages(at: ViewAt): Shown[] {
  const page = (name: string, scene: SceneName, viewer: string, opening: Opening): Shown => ({
    name,
    place: "dialog",
    card: screenOf(at(scene, viewer), opening, "new-1"),
  });
  const plan = (number: number): Opening => ({ verb: "openPlan", dialogueId, page: number });
  const map = (number: number): Opening => ({ verb: "openMap", dialogueId, page: number });
  return [
    ...[0, 1, 2, 3].map((number) =>
      page(`plan-read-${number + 1}`, "approved", "other", plan(number)),
    ),
    page("plan-read-started", "started", "tjp", plan(0)),
    page("plan-read-missing", "planned", "b", plan(1)),
    page("plan-read-touring", "touring", "tjp", plan(1)),
    page("plan-read-crowded", "crowded", "tjp", plan(2)),
    page("plan-read-hidden", "planned", "other", plan(0)),
    page("map", "approved", "other", map(0)),
    page("map-misplaced", "misplaced", "a", map(0)),
    page("map-none", "started", "tjp", map(0)),
    page("map-crowded", "crowded", "tjp", map(0)),
    page("map-crowded-3", "crowded", "tjp", map(2)),
    page("form-answers", "reasoned", "tjp", {
      verb: "openItem",
      dialogueId,
      itemId: "final.use",
    }),
    page("form-answer", "reasoned", "tjp", {
      verb: "openRow",
      dialogueId,
      itemId: "final.use",
      field: "themeResponses",
      rowId: "answer-siktlinjer",
    }),
    page("form-promise", "purposed", "a", {
      verb: "openItem",
      dialogueId,
      itemId: "purpose.promise",
    }),
    page("form-level", "appointed", "a", { verb: "openItem", dialogueId, itemId: "plan.level" }),
    page("texts", "told", "tjp", { verb: "openText", dialogueId }),
    page("texts-hidden", "told", "other", { verb: "openText", dialogueId }),
    ...PUBLIC_TEXTS.map((text) =>
      page(`text-${text}`, "told", "tjp", { verb: "openText", dialogueId, text }),
    ),
    page("text-invitation-blank", "started", "tjp", {
      verb: "openText",
      dialogueId,
      text: "invitation",
    }),
    page("promises", "told", "other", { verb: "openPromises", dialogueId }),
    page("promises-crowded", "crowded", "other", { verb: "openPromises", dialogueId }),
    page("promises-none", "started", "other", { verb: "openPromises", dialogueId }),
    page("dialogue-planned", "approved", "tjp", { verb: "openDialogue", dialogueId }),
  ];
}

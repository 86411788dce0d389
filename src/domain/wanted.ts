import type { Dialogue, Home } from "./dialogue.ts";
import { confirmerOf } from "./group.ts";
import { firstClosed } from "./gates.ts";
import type { Target, Wanted } from "./messages.ts";
import type { Directory } from "./organisation.ts";
import { placeNotices } from "./moving.ts";
import { isExample } from "./permissions.ts";
import { currentStep } from "./progress.ts";
import { ask, confirmingInstead, roleRequests } from "./role-requests.ts";
import { taskRequests } from "./task-messages.ts";
import type { StepId, Template } from "./template.ts";

/** Steps that get a card of their own in the thread when they open (decisions.md §6.2). */
const STEP_CARDS: readonly StepId[] = [
  "identify-issue",
  "purpose-and-influence",
  "decide-dialogue",
  "planning",
  "checkpoint",
  "conduct-dialogue",
  "compile-results",
  "final-decision",
  "feedback-to-citizens",
  "evaluate-and-learn",
  "follow-up",
];

/**
 * Every message the dialogue wants, by key, from its state alone (house rule 7). One that has been answered stays wanted:
 * it is redrawn as a receipt. An example writes to nobody but its owner (decisions.md §2.4).
 */
export function wantedMessages(
  state: Dialogue,
  template: Template,
  directory: Directory,
): readonly Wanted[] {
  // A draft whose questions are not answered yet is seen by nobody but the one who writes it.
  if (!state.triage) return [];
  const asked = isExample(state) ? [] : [...requests(state), ...taskRequests(state, directory)];
  return [...threadMessages(state, template), ...asked];
}

function threadMessages(state: Dialogue, template: Template): readonly Wanted[] {
  const here = isExample(state) ? currentStep(state, template).id : undefined;
  const steps = STEP_CARDS.filter((stepId) =>
    here === undefined ? hasOpened(state, stepId, template) : stepId === here,
  );
  return [
    {
      key: "overview",
      about: { kind: "overview" },
      to: inThread(state.home, "root"),
      delivery: "once",
    },
    ...steps.map(
      (stepId): Wanted => ({
        key: `step:${stepId}`,
        about: { kind: "step", stepId },
        to: inThread(state.home, "reply"),
        delivery: "once",
      }),
    ),
    ...(state.internalRound === undefined
      ? []
      : [
          {
            key: "evaluation",
            about: { kind: "evaluation" },
            to: inThread(state.home, "reply"),
            delivery: "once",
          } as const,
        ]),
    ...state.positions.map(
      ({ id: positionId }): Wanted => ({
        key: `position:${positionId}`,
        about: { kind: "position", positionId },
        to: inThread(state.home, "reply"),
        delivery: "once",
      }),
    ),
  ];
}

/** Open now, or closed again behind later facts: a posted card is never taken back. */
function hasOpened(state: Dialogue, stepId: StepId, template: Template): boolean {
  if (stepId === "planning") return state.gates.G3 !== undefined;
  if (stepId === "checkpoint" && state.positions.some(({ matter }) => matter === "proposal"))
    return true;
  return firstClosed(state, stepId, template) === undefined;
}

function inThread(home: Home, thread: "root" | "reply"): Target {
  if (home.type === "personal") return { type: "person", person: home.person };
  return { type: "channel", teamId: home.teamId, channelId: home.channelId, thread };
}

/** What is asked of one person in the 1:1 chat (decisions.md §9.3). */
function requests(state: Dialogue): readonly Wanted[] {
  const wanted: Wanted[] = [];
  if (state.initiator !== state.starter)
    wanted.push(
      ask(`confirmInitiator:${state.initiator}`, { kind: "confirmInitiator" }, state.initiator),
    );
  for (const decision of state.decisions) {
    const { id: decisionId, status, registeredBy } = decision;
    const chair = confirmerOf(state, decision);
    if (chair !== undefined)
      wanted.push(
        ask(`confirmDecision:${decisionId}`, { kind: "confirmDecision", decisionId }, chair),
      );
    for (const person of confirmingInstead(state, decision))
      wanted.push(
        ask(
          `confirmDecision:${decisionId}:${person}`,
          { kind: "confirmDecision", decisionId },
          person,
        ),
      );
    if (status === "sentBack")
      wanted.push(
        ask(
          `decisionSentBack:${decisionId}`,
          { kind: "decisionSentBack", decisionId },
          registeredBy,
        ),
      );
  }
  return [...wanted, ...roleRequests(state), ...placeNotices(state), ...positionRequests(state)];
}

/** Each seat is asked, and who is called into it; what was agreed on at a meeting asks nobody. */
function positionRequests({ positions }: Dialogue): readonly Wanted[] {
  return positions
    .filter(({ closed }) => !closed?.consensus)
    .flatMap(({ id: positionId, seats, substitutes }) =>
      [...seats, ...Object.values(substitutes)].map((person) =>
        ask(
          `answerPosition:${positionId}:${person}`,
          { kind: "answerPosition", positionId },
          person,
        ),
      ),
    );
}

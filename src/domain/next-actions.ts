import { hasInvited } from "./decision-matters.ts";
import { missingFromDecision } from "./decisions.ts";
import type { Dialogue } from "./dialogue.ts";
import { isBlank } from "./fields.ts";
import { firstClosed, firstClosedOf, gatesOf } from "./gates.ts";
import type { Directory } from "./organisation.ts";
import { startDecision, writersOf } from "./permissions.ts";
import { itemProgress, itemsIn } from "./item-progress.ts";
import { type PositionAction, positionActions } from "./position-actions.ts";
import { registrationQueue } from "./registration.ts";
import { stepProgress } from "./progress.ts";
import type { Role } from "./roles.ts";
import { coordinators, tasksLeftBehind } from "./task-rights.ts";
import type { DecisionId, PersonId } from "./value.ts";
import { findItem, type Item, type StepId, type Template } from "./template.ts";

/** Something the dialogue waits for, and the roles that can do it. */
export type NextAction =
  | { readonly what: "confirmInitiator"; readonly roles: readonly Role[] }
  | {
      readonly what: "register";
      readonly roles: readonly Role[];
      readonly missing: readonly string[];
    }
  | {
      readonly what: "confirmDecision";
      readonly decisionId: DecisionId;
      readonly roles: readonly Role[];
    }
  | PositionAction
  /** So many records wait for the diary. */
  | { readonly what: "diary"; readonly roles: readonly Role[]; readonly count: number }
  | {
      readonly what: "item";
      readonly itemId: string;
      readonly stepId: StepId;
      readonly roles: readonly Role[];
    }
  /** The internal evaluation is open: everybody who is invited may answer, and who has is nobody's to know. */
  | { readonly what: "answerEvaluation"; readonly roles: readonly Role[] }
  /** Somebody has left the team, and tasks of theirs are nobody's now. */
  | {
      readonly what: "handOverTasks";
      readonly person: PersonId;
      readonly roles: readonly Role[];
    };

/** What the dialogue waits for now, most pressing first; nothing when it is withdrawn or another form than a medborgardialog. */
export function nextActions(
  state: Dialogue,
  template: Template,
  directory: Directory,
): readonly NextAction[] {
  if (state.status === "stopped") return afterStop(state, template);
  if (state.status !== "draft" && state.status !== "active") return [];
  return [
    ...settling(state),
    ...positionActions(state, template),
    ...handingOver(state, directory),
    ...evaluating(state),
    ...openItems(state, template),
    ...registering(state, template),
    ...diary(state),
  ];
}

function handingOver(state: Dialogue, directory: Directory): readonly NextAction[] {
  const people = tasksLeftBehind(state, directory).flatMap(({ owner }) =>
    owner.type === "person" ? [owner.person] : [],
  );
  return [...new Set(people)].map((person) => ({
    what: "handOverTasks",
    person,
    roles: coordinators(state),
  }));
}

function evaluating({ internalRound }: Dialogue): readonly NextAction[] {
  return internalRound?.status === "open" ? [{ what: "answerEvaluation", roles: [] }] : [];
}

/** What must still be told when somebody has been invited, and that their addresses may go (process.md R-STOP, D19). */
function afterStop(state: Dialogue, template: Template): readonly NextAction[] {
  if (!hasInvited(state)) return [];
  return ["stop.notice", "follow.purge"].flatMap((itemId): NextAction[] => {
    const found = findItem(template, itemId);
    if (!found || !isWaitedFor(state, found.item)) return [];
    const { item, step } = found;
    return [{ what: "item", itemId, stepId: step.id, roles: writersOf(state, item, step) }];
  });
}

/** Of the disposal nothing but the decision is a person's; the rest happens by time. */
function isWaitedFor(state: Dialogue, item: Item): boolean {
  if (item.id === "follow.purge") return isBlank(state.items[item.id]?.values.gallringsbeslut);
  return itemProgress(state, item) !== "done";
}

function diary(state: Dialogue): readonly NextAction[] {
  const count = registrationQueue(state).length;
  return count === 0 ? [] : [{ what: "diary", roles: ["registrar"], count }];
}

function settling(state: Dialogue): readonly NextAction[] {
  const waiting: NextAction[] = state.initiatorConfirmed
    ? []
    : [{ what: "confirmInitiator", roles: ["initiator"] }];
  const pending = state.decisions
    .filter(({ status }) => status === "registered")
    .map(({ id: decisionId }): NextAction => {
      return { what: "confirmDecision", decisionId, roles: ["steeringChair"] };
    });
  return [...waiting, ...pending];
}

/** What no form asks for: it comes from a position, a decision or the bot itself. */
const SETTLED_ELSEWHERE: ReadonlySet<string> = new Set([
  "check.preconditions",
  "check.review",
  "check.vote",
  "final.confirm",
  "eval.internal",
]);

/** Items that must be done in the steps that are open; a decision's drafts are one action of their own. */
function openItems(state: Dialogue, template: Template): readonly NextAction[] {
  const beforeDecision = startDecision(state) === undefined;
  return template.steps
    .filter(({ id, order }) => id !== "decide-dialogue" && beforeDecision === order <= 3)
    .flatMap((step) => {
      // After a step only what people who are invited must be told still has to be done; the rest is to be read there.
      const isOver = !beforeDecision && stepProgress(state, template, step.id).status === "done";
      const waiting = itemsIn(state, step).filter(
        (item) =>
          item.strength === "M" &&
          (!isOver || item.each === "change") &&
          !SETTLED_ELSEWHERE.has(item.id) &&
          itemProgress(state, item) !== "done" &&
          firstClosedOf(state, gatesOf(item.id, step.id), template) === undefined,
      );
      return waiting.map(
        (item): NextAction => ({
          what: "item",
          itemId: item.id,
          stepId: step.id,
          roles: writersOf(state, item, step),
        }),
      );
    });
}

function registering(state: Dialogue, template: Template): readonly NextAction[] {
  if (state.decisions.some(({ status }) => status !== "sentBack")) return [];
  if (firstClosed(state, "decide-dialogue", template)) return [];
  return [
    { what: "register", roles: ["registrar"], missing: missingFromDecision(state, template) },
  ];
}

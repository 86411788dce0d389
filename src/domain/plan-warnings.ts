import { decidedLevel } from "./decision-matters.ts";
import type { Dialogue } from "./dialogue.ts";
import { levelOf, type ParticipationLevel, suitsLevel } from "./ladder.ts";
import { isEffortMisplaced, shareSum, targetGroups } from "./target-groups.ts";
import type { ChosenOrOther } from "./value.ts";

/** What in the plan is allowed and yet to be thought over (process.md §6, §7). */
export type PlanWarning =
  | {
      readonly code: "W-RESOURCE-PRIORITY";
      /** V3: percent to those most affected and least heard, and to all others. */
      readonly why: "shares";
      readonly first: number;
      readonly others: number;
    }
  /** V4: the largest share goes to somebody little affected who is heard anyway. */
  | { readonly code: "W-RESOURCE-PRIORITY"; readonly why: "largest"; readonly groupId: string }
  | { readonly code: "W-METHOD-LEVEL"; readonly level: ParticipationLevel }
  | {
      readonly code: "W-LEVEL-ONE-EVENT";
      readonly level: ParticipationLevel;
      readonly expected: number;
    };
export type PlanWarningCode = PlanWarning["code"];

/** The items a warning is about: it is shown with them, and said anew when one of them is written. */
const ABOUT: { readonly [code in PlanWarningCode]: readonly string[] } = {
  "W-RESOURCE-PRIORITY": ["plan.target-map", "plan.target-priority"],
  "W-METHOD-LEVEL": ["plan.level", "plan.method"],
  "W-LEVEL-ONE-EVENT": ["plan.level", "plan.events"],
};

/** The plan's warnings that stand now. */
export function planWarnings(state: Dialogue): readonly PlanWarning[] {
  return [...effortWarnings(state), ...levelWarnings(state)];
}

/** Those that one item gives rise to. */
export function planWarningsOn(state: Dialogue, itemId: string): readonly PlanWarning[] {
  return planWarnings(state).filter(({ code }) => ABOUT[code].includes(itemId));
}

/** V3 and V4 of process.md §7, once the shares make 100: until then they are still being written. */
export function effortWarnings(
  state: Dialogue,
): readonly Extract<PlanWarning, { readonly code: "W-RESOURCE-PRIORITY" }>[] {
  const groups = targetGroups(state);
  if (shareSum(groups) !== 100) return [];
  const first = shareSum(groups.filter(({ priority }) => priority === "A"));
  const [largest, next] = groups.toSorted((a, b) => b.share - a.share);
  return [
    ...(isEffortMisplaced(groups)
      ? [{ code: "W-RESOURCE-PRIORITY", why: "shares", first, others: 100 - first } as const]
      : []),
    ...(largest?.priority === "D" && largest.share > (next?.share ?? 0)
      ? [{ code: "W-RESOURCE-PRIORITY", why: "largest", groupId: largest.id } as const]
      : []),
  ];
}

function levelWarnings(state: Dialogue): readonly PlanWarning[] {
  const code = plannedLevel(state);
  if (code === undefined) return [];
  const { expectedOccasions: expected = 1 } = levelOf(code);
  const count = Object.values(state.occasions).filter(({ status }) => status === "planned").length;
  return [
    ...(hasOtherMethods(state, code) ? [{ code: "W-METHOD-LEVEL", level: code } as const] : []),
    ...(count > 0 && count < expected
      ? [{ code: "W-LEVEL-ONE-EVENT", level: code, expected } as const]
      : []),
  ];
}

/** The level the group has confirmed, or until then the one the board decided, or the one proposed. */
export function plannedLevel(state: Dialogue): ParticipationLevel | undefined {
  const level =
    state.items["plan.level"]?.values.level ??
    decidedLevel(state) ??
    state.items["purpose.level"]?.values.proposedLevel;
  // Read from an enum of the ladder's own levels.
  return typeof level === "string" ? (level as ParticipationLevel) : undefined;
}

/** Methods are chosen and not one of them belongs to the level; a survey beside a dialogue café is no mismatch. */
function hasOtherMethods(state: Dialogue, level: ParticipationLevel): boolean {
  const methods = state.items["plan.method"]?.values.methods as ChosenOrOther | null | undefined;
  if (!methods || methods.other || methods.chosen.length === 0) return false;
  return !methods.chosen.some((method) => suitsLevel(method, level));
}

/** The groups on the map, and nobody among them is much affected and seldom heard: then somebody is missing (V5). */
export function asksWhoIsMissing(state: Dialogue): boolean {
  const groups = targetGroups(state);
  return groups.length > 0 && groups.every(({ priority }) => priority !== "A");
}

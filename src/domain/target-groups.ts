import type { Dialogue } from "./dialogue.ts";
import { rowsOf } from "./fields.ts";

/** A group of people the issue concerns; never a list of persons (process.md §7). */
export type TargetGroup = {
  readonly id: string;
  readonly affected: number;
  readonly heard: number;
  /** Percent of the resources for reaching people. */
  readonly share: number;
  readonly priority: "A" | "B" | "C" | "D";
  /** 1–16: most affected and least heard comes first. */
  readonly score: number;
};

/** The groups on the map that have been judged, with what follows from it (process.md §7). */
export function targetGroups(state: Dialogue): readonly TargetGroup[] {
  const shares = rowsOf(state.items["plan.target-priority"]?.values.resourceShare);
  return rowsOf(state.items["plan.target-map"]?.values.groups).map(({ id, values }) => {
    const affected = Number(values.affected ?? 0);
    const heard = Number(values.heard ?? 0);
    const share = Number(shares.find((row) => row.id === id)?.values.value ?? 0);
    return {
      id,
      affected,
      heard,
      share,
      priority: priorityOf(affected, heard),
      score: affected * (5 - heard),
    };
  });
}

/** A: much affected, seldom heard · B: much affected, heard · C: little affected, seldom heard · D: little affected, heard. */
export function priorityOf(affected: number, heard: number): TargetGroup["priority"] {
  if (affected >= 3) return heard <= 2 ? "A" : "B";
  return heard <= 2 ? "C" : "D";
}

/** What the compulsory rules of the map find wrong, group by group (process.md §7 V1, V2). */
export type EffortFault =
  | { readonly itemId: "plan.target-priority"; readonly why: "sum"; readonly sum: number }
  | { readonly itemId: "plan.target-priority"; readonly why: "share"; readonly groupId: string }
  | { readonly itemId: "plan.outreach"; readonly why: "outreach"; readonly groupId: string };

/** The compulsory rules: shares make 100 (V1), every A group has a share and somebody who reaches out (V2). */
export function effortFaults(state: Dialogue): readonly EffortFault[] {
  const groups = targetGroups(state);
  if (groups.length === 0) return [];
  const sum = shareSum(groups);
  const reached = new Set(
    rowsOf(state.items["plan.outreach"]?.values.outreach).map(({ values }) => values.groupId),
  );
  const first = groups.filter(({ priority }) => priority === "A");
  return [
    ...(sum === 100 ? [] : [{ itemId: "plan.target-priority", why: "sum", sum } as const]),
    ...first
      .filter(({ share }) => share === 0)
      .map(({ id }) => ({ itemId: "plan.target-priority", why: "share", groupId: id }) as const),
    ...first
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => ({ itemId: "plan.outreach", why: "outreach", groupId: id }) as const),
  ];
}

/** The items those faults are in. */
export function effortProblems(state: Dialogue): readonly string[] {
  return [...new Set(effortFaults(state).map(({ itemId }) => itemId))];
}

/** Percent of the resources that these groups get together. */
export function shareSum(groups: readonly TargetGroup[]): number {
  return groups.reduce((total, { share }) => total + share, 0);
}

/** Whether those most affected and least heard get less than the others together (V3, W-RESOURCE-PRIORITY). */
export function isEffortMisplaced(groups: readonly TargetGroup[]): boolean {
  const first = groups.filter(({ priority }) => priority === "A");
  return shareSum(first) < shareSum(groups) - shareSum(first);
}

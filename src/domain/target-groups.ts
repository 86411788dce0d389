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

/** The compulsory rules: shares make 100 (V1), every A group has a share and somebody who reaches out (V2). Named by item. */
export function effortProblems(state: Dialogue): readonly string[] {
  const groups = targetGroups(state);
  if (groups.length === 0) return [];
  const sum = groups.reduce((total, { share }) => total + share, 0);
  const reached = new Set(
    rowsOf(state.items["plan.outreach"]?.values.outreach).map(({ values }) => values.groupId),
  );
  const first = groups.filter(({ priority }) => priority === "A");
  return [
    ...(sum !== 100 || first.some(({ share }) => share === 0) ? ["plan.target-priority"] : []),
    ...(first.some(({ id }) => !reached.has(id)) ? ["plan.outreach"] : []),
  ];
}

/** Whether those most affected and least heard get less than the others together (V3, W-RESOURCE-PRIORITY). */
export function isEffortMisplaced(groups: readonly TargetGroup[]): boolean {
  const total = (wanted: (group: TargetGroup) => boolean) =>
    groups.filter(wanted).reduce((sum, { share }) => sum + share, 0);
  return total(({ priority }) => priority === "A") < total(({ priority }) => priority !== "A");
}

import type { Context } from "./context.ts";
import { changesScope } from "./decision-matters.ts";
import type { Dialogue } from "./dialogue.ts";
import { isBlank } from "./fields.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import { triageResult } from "./triage.ts";
import type { Item } from "./template.ts";
import { isText } from "./text.ts";
import type { Values } from "./value.ts";

/** Rules of single items that no field can state by itself. Throws the refusal; returns when the values may be kept. */
export function itemRules(state: Dialogue, item: Item, after: Values, context: Context): void {
  switch (item.id) {
    case "triage.result":
      return overrideRules(state, after, context);
    case "decide.steering-group":
    case "decision.group":
      return refuseFaults(steeringGroupFaults(item.id, after));
    case "decide.level":
      return refuseFaults(levelFaults(after));
    case "plan.level":
      if (changesScope(state, after.level)) throw new Rejection({ code: "E-SCOPE-CHANGED" });
      return undefined;
    case "plan.appoint":
      return refuseFaults(deputyFaults(after));
    case "compile.report":
      return refuseFaults(versionFaults(after));
    default:
      return undefined;
  }
}

/** With a reason, to or from any form but information (decisions.md §8.4). */
function overrideRules(state: Dialogue, after: Values, { template }: Context): void {
  if (isBlank(after.overrideType)) return;
  const { "triage.result": _override, ...answers } = state.items;
  const computed = triageResult({ ...state, items: answers }, template)?.result;
  if (after.overrideType === "information_only" || computed === "information_only" || !computed)
    refuseFaults([{ itemId: "triage.result", field: "overrideType", fault: "notAChoice" }]);
  if (isBlank(after.overrideReason)) throw new Rejection({ code: "E-REASON", faults: [] });
}

/** Chair and vice chair are among the members (decisions.md §1.6); nobody is both member and substitute. */
function steeringGroupFaults(itemId: string, after: Values): FieldFault[] {
  const members = ids(after.members);
  const faults: FieldFault[] = [];
  for (const field of ["chair", "viceChair"]) {
    const person = after[field];
    if (typeof person === "string" && members.length > 0 && !members.includes(person))
      faults.push({ itemId, field, fault: "notAMember" });
  }
  if (ids(after.substitutes).some((person) => members.includes(person)))
    faults.push({ itemId, field: "substitutes", fault: "notAChoice" });
  return faults;
}

/** The level with joint decision making is the board's own to decide (process.md R-LEVEL5). */
function levelFaults(after: Values): FieldFault[] {
  return after.level === "medbeslutande" && after.levelDelegated === true
    ? [{ itemId: "decide.level", field: "levelDelegated", fault: "notAChoice" }]
    : [];
}

function deputyFaults(after: Values): FieldFault[] {
  return !isBlank(after.deputy) && after.deputy === after.civilServant
    ? [{ itemId: "plan.appoint", field: "deputy", fault: "notAChoice" }]
    : [];
}

/** What goes to the board is version 1.0 or later; before that the report is a draft (process.md §3 G7). */
function versionFaults(after: Values): FieldFault[] {
  const { version } = after;
  if (!isText(version) || "erased" in version || version.text.trim() === "") return [];
  const at = { itemId: "compile.report", field: "version" } as const;
  const [, major] = /^v?(\d+)(?:[.,]\d+)*$/iu.exec(version.text.trim()) ?? [];
  if (major === undefined) return [{ ...at, fault: "notAVersion" }];
  return Number(major) < 1 ? [{ ...at, fault: "tooSmall", limit: 1 }] : [];
}

function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new Rejection({ code: "E-FIELD", faults });
}

function ids(value: Values[string] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

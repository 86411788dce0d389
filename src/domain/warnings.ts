import type { Calendar } from "./calendar.ts";
import { confirmedDecisions, isApproved } from "./decision-matters.ts";
import type { Dialogue, WarningCode } from "./dialogue.ts";
import { legalConsultations } from "./triage.ts";
import type { Item } from "./template.ts";
import type { LocalDate } from "./time.ts";
import type { Values } from "./value.ts";

/** Fields that book a meeting or a date people will keep; warned about when nobody is at work (process.md §13.1). */
const BOOKED_DATES: ReadonlySet<string> = new Set([
  "plannedDecisionDate",
  "kickoffDate",
  "feedback1Due",
]);

/** The warnings a change gives rise to, to be shown and logged with it. */
export function warningsFor(item: Item, changed: Values, calendar: Calendar): WarningCode[] {
  const warnings: WarningCode[] = [];
  for (const [name, value] of Object.entries(changed)) {
    if (BOOKED_DATES.has(name) && typeof value === "string")
      warnings.push(...dateWarnings(value, calendar));
  }
  if (item.id === "triage.legal" && hasConsultation(changed.legalConsultation))
    warnings.push("W-LEGAL-CONSULTATION");
  if (item.id === "identify.boards" && isSeveral(changed.affectedBodies))
    warnings.push("W-MULTI-BOARD");
  return [...new Set(warnings)];
}

/** The same for the dates an item holds now. */
export function itemDateWarnings(
  state: Dialogue,
  itemId: string,
  calendar: Calendar,
): readonly WarningCode[] {
  const dates = Object.entries(state.items[itemId]?.values ?? {}).flatMap(([name, value]) =>
    BOOKED_DATES.has(name) && typeof value === "string" ? [value] : [],
  );
  return [...new Set(dates.flatMap((date) => dateWarnings(date, calendar)))];
}

/** W-NONWORKING, W-KLAMDAG and W-QUIET-PERIOD for a date somebody has chosen; allowed all the same. */
export function dateWarnings(date: LocalDate, calendar: Calendar): WarningCode[] {
  const warnings: WarningCode[] = [];
  if (calendar.isSqueezeDay(date)) warnings.push("W-KLAMDAG");
  else if (!calendar.isWorkingDay(date)) warnings.push("W-NONWORKING");
  if (calendar.isQuiet(date)) warnings.push("W-QUIET-PERIOD");
  return warnings;
}

export type Warning = {
  readonly code: WarningCode;
  readonly detail?: string;
  /** The decision whose minutes are not approved. */
  readonly decisionId?: string;
};

/** The warnings that stand now, for the Översikt: one for each consultation by law, several boards, each decision whose minutes are not approved. */
export function warningsOf(state: Dialogue): readonly Warning[] {
  const warnings: Warning[] = legalConsultations(state).map((detail) => ({
    code: "W-LEGAL-CONSULTATION",
    detail,
  }));
  if (isSeveral(state.items["identify.boards"]?.values.affectedBodies))
    warnings.push({ code: "W-MULTI-BOARD" });
  const unapproved = confirmedDecisions(state).filter((one) => !isApproved(state, one));
  warnings.push(
    ...unapproved.map(({ id: decisionId }) => ({ code: "W-NOT-FINAL", decisionId }) as const),
  );
  return warnings;
}

function hasConsultation(kinds: Values[string] | undefined): boolean {
  return Array.isArray(kinds) && (kinds as readonly string[]).some((kind) => kind !== "none");
}

function isSeveral(bodies: Values[string] | undefined): boolean {
  return Array.isArray(bodies) && bodies.length > 1;
}

import type { Dialogue } from "./dialogue.ts";

const ITEMS: { readonly [code: string]: string } = {
  D01: "plan.appoint",
  D02: "plan.kickoff",
  D03: "plan.feedback-method",
  D04: "plan.proposal",
  D06: "event.invite",
  D10: "compile.report",
  D11: "feedback.heard",
  D14: "feedback.decision",
  D16: "eval.meeting",
  D17: "eval.report",
  STOP: "stop.notice",
};
const FOLLOW_UPS: readonly string[] = ["follow.m6", "follow.m12"];

/** Which of the follow-ups an item is, the first being 1; undefined for any other item. */
export function followUpNumber(itemId: string): number | undefined {
  const index = FOLLOW_UPS.indexOf(itemId);
  if (index >= 0) return index + 1;
  const later = /^follow\.n\.(\d+)$/u.exec(itemId)?.[1];
  return later === undefined ? undefined : Number(later);
}

/** The item in which what the deadline asks for is recorded; undefined for one that is met otherwise. */
export function itemOfDeadline(code: string, state: Dialogue): string | undefined {
  const [base = "", number = ""] = code.split(".");
  switch (base) {
    case "D08": {
      const occasion = Object.values(state.occasions).find((one) => String(one.number) === number);
      return occasion && `event.debrief.${occasion.id}`;
    }
    case "D13":
      return `feedback.status.${number}`;
    case "D18":
      return FOLLOW_UPS[Number(number) - 1] ?? `follow.n.${number}`;
    default:
      return ITEMS[base];
  }
}

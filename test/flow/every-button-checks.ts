import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { ruleFaults, schemaFaults } from "../cards/card-checks.ts";
import { DRAFT_WORD, PLAN_WORD, TITLE } from "./stage-acts.ts";
import { orderOf } from "./every-button-orders.ts";
import type { Who } from "./stage-people.ts";
import { mayAt } from "./every-button-rights.ts";
import type { MomentName } from "./stage-moments.ts";
import type { Outcome } from "./every-button-rounds.ts";

/** Everything that is wrong with one outcome, in words that name the press; nothing when all is as it should be. */
export function faultsIn(outcome: Outcome, moment: MomentName): readonly string[] {
  const faults = [
    ...answerFaults(outcome),
    ...rightFaults(outcome, moment),
    ...tellingFaults(outcome, moment),
    ...draftFaults(outcome, moment),
  ];
  const { who, way } = outcome;
  const { dl: _mark, asked: _asked, ...data } = way.data;
  return faults.map(
    (fault) => `${moment}: ${who} ${way.kind} ${way.drawn} ${JSON.stringify(data)}: ${fault}`,
  );
}

/** Never empty, never a fault of ours, and a card is a valid card in the presser's language. */
function answerFaults({ who, way, answer, errors }: Outcome): readonly string[] {
  const { status, shown } = answer;
  const logged = errors.map((line) => `logged ${line}`);
  if (status !== 200) return [...logged, `status ${status}`];
  switch (shown.kind) {
    case "error":
      return [...logged, shown.why];
    case "dialogClosed":
      return [...logged, "closed without a word"];
    case "nothing":
      return [...logged, ...(answer.posted.length === 0 ? ["answered by no message"] : [])];
    case "note":
    case "dialogMessage":
      return shown.text.trim() === "" ? [...logged, "empty words"] : logged;
    case "dialog":
    case "card": {
      const place = way.kind === "execute" ? "message" : "dialog";
      return [...logged, ...cardFaults(shown.card, place, who)];
    }
  }
}

const checked = new Map<string, readonly string[]>();

function cardFaults(card: unknown, place: "message" | "dialog", who: Who): readonly string[] {
  const key = `${place} ${JSON.stringify(card)}`;
  let faults = checked.get(key);
  if (!faults) {
    faults = [...schemaFaults(card), ...ruleFaults(card as IAdaptiveCard, place)];
    checked.set(key, faults);
  }
  const { lang } = card as IAdaptiveCard;
  const wanted = who === "english" ? "en" : "sv";
  return lang === wanted ? faults : [...faults, `the card is in ${lang}`];
}

/** A change only by those who may, wherever and whenever the button was drawn. */
function rightFaults({ who, way, changed }: Outcome, moment: MomentName): readonly string[] {
  if (!changed) return [];
  const order = orderOf(way.data);
  if (!order) return ["a button that only shows has changed something"];
  return mayAt(order, moment, way.data["itemId"]).has(who)
    ? []
    : [`${order} has changed something`];
}

/** Without any part in the dialogue at any moment; for them every order is refused with a reason. */
const NO_PART: readonly Who[] = ["admin", "english", "guest", "outsider"];

function tellingFaults({ who, way, answer }: Outcome, moment: MomentName): readonly string[] {
  const order = orderOf(way.data);
  if (!order || !way.filled || !NO_PART.includes(who)) return [];
  if (mayAt(order, moment, way.data["itemId"]).has(who)) return [];
  return /[EW]-[A-Z]{3}/u.test(wordsOf(answer)) ? [] : ["refused without saying why"];
}

/** Drafts are for people with a role; plans in work too. Somebody in no team sees nothing of the dialogue. */
function draftFaults({ who, answer }: Outcome, moment: MomentName): readonly string[] {
  const words = wordsOf(answer);
  return hiddenFrom(who, moment)
    .filter((word) => words.includes(word))
    .map((word) => `shows ${word}`);
}

function hiddenFrom(who: Who, moment: MomentName): readonly string[] {
  if (who === "outsider") return [TITLE, DRAFT_WORD, PLAN_WORD];
  if (who !== "english" && who !== "guest") return [];
  const isRecord = ["confirmed", "appointed", "planned"].includes(moment);
  return isRecord ? [PLAN_WORD] : [DRAFT_WORD, PLAN_WORD];
}

function wordsOf({ shown, posted }: Outcome["answer"]): string {
  return `${JSON.stringify(shown)} ${JSON.stringify(posted)}`;
}

import type { State } from "./dialogue.ts";
import type { SeatAnswer } from "./position.ts";
import type { Text } from "./text.ts";

/** The ground on which such words go, as the stream says it. */
export const REPLACED = "replaced";

/** References of the answers, with their reasons, that a changed answer has taken the place of: earlier ones are not kept (process.md §1.2, decisions.md §10.2). */
export function replacedWords(before: State, after: State): readonly string[] {
  const kept = new Set(answerWords(after));
  return answerWords(before).filter((ref) => !kept.has(ref));
}

function answerWords(state: State): readonly string[] {
  if (state.status === "none") return [];
  return state.positions
    .flatMap(({ answers }) => Object.values(answers))
    .flatMap(({ answer, reason }: SeatAnswer) => [...refsOf(answer), ...refsOf(reason)]);
}

function refsOf(text: Text | undefined): readonly string[] {
  return text?.ref === undefined ? [] : [text.ref];
}

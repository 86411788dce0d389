import type { SurveyAnswers } from "../domain/evaluation/survey-answers.ts";
import type { Text } from "../domain/text.ts";
import type { DialogueId } from "../domain/value.ts";

/** One participant's answers; nothing here tells who or when. Words that have been erased say so. */
export type Response = {
  readonly id: string;
  readonly answers: SurveyAnswers;
  readonly words?: Text;
};
export type NewResponse = {
  /** What the form carried: a second one with the same is the same answer and is not kept. */
  readonly token: string;
  readonly answers: SurveyAnswers;
  readonly words?: string;
};
export type Received = { readonly stored: number } | "closed";

/** What participants have answered, by round (decisions.md §11.4). */
export type Responses = {
  /** The id by which the round is reached from outside, which nobody can guess; made when it is first asked for. */
  linkOf(dialogueId: DialogueId, roundId: string): Promise<string>;
  /** The round an id from outside names, if any. */
  roundAt(
    publicId: string,
  ): Promise<{ readonly dialogueId: DialogueId; readonly roundId: string } | undefined>;
  /** Keeps all of them or none; says how many were new, or that the round takes no more. */
  receive(
    dialogueId: DialogueId,
    roundId: string,
    responses: readonly NewResponse[],
  ): Promise<Received>;
  count(dialogueId: DialogueId, roundId: string): Promise<number>;
  /** From now on nothing is received; the answers get new ids. Says how many there are, also the second time. */
  stop(dialogueId: DialogueId, roundId: string): Promise<number>;
  /** In the order of their ids, which says nothing. */
  responsesOf(dialogueId: DialogueId, roundId: string): Promise<readonly Response[]>;
};

import type { Calendar } from "../domain/calendar.ts";
import type { Dialogue } from "../domain/dialogue.ts";
import type { Directory } from "../domain/organisation.ts";
import type { Template } from "../domain/template.ts";
import type { Instant } from "../domain/time.ts";
import type { PersonId } from "../domain/value.ts";

export type Language = "sv" | "en";

/** How a person is shown: name, whether a guest (decisions.md §1.5), and whether 1:1 reaches them; undefined until it has been tried. */
export type Named = {
  readonly name: string;
  readonly guest: boolean;
  readonly reachable: boolean | undefined;
};

/** All a card about one dialogue is drawn from. Cards look nothing up themselves. */
export type View = {
  readonly state: Dialogue;
  readonly template: Template;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly now: Instant;
  readonly language: Language;
  readonly nameOf: (person: PersonId) => Named;
  /** How much has not arrived or reaches nobody, for a viewer who looks after that; undefined for everybody else. */
  readonly undelivered?: number;
  /** Whether the viewer has answered the internal evaluation that is open: theirs alone to know. */
  readonly hasAnswered?: boolean;
  /** How many have answered it, for one who may know. */
  readonly answerCount?: number;
  /** Whom the card is for, in 1:1 chats and dialogs; a card in a channel is for everybody. */
  readonly viewer?: PersonId;
};

/** Where a card is shown: in a chat or channel its buttons open dialogs, inside a dialog they show the next page. */
export type Place = "message" | "dialog";

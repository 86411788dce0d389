import { words } from "../process/wording.ts";
import type { StepId, Words } from "../template.ts";
import type { ScaleId } from "./scales.ts";

/** What a participant's question tells about (evaluation.md §3). */
export type Dimension = "design" | "experience" | "impact" | "feedback" | "accessibility";

/** One question as it is asked, word for word (evaluation.md §2 and §3); every one may be skipped. */
export type Question = {
  readonly id: string;
  readonly scale: ScaleId;
  readonly words: Words;
  /** Internal: the step it judges. */
  readonly step?: StepId;
  /** Participants: what it tells about. */
  readonly dimension?: Dimension;
};

/**
 * The steering group's and its helpers' own form. `I12` has two answers: the choice, and `I12F`, the only free text.
 * `I8` and `I9` judge what many steps share; they are filed under the step where it shows.
 */
const INTERNAL = [
  {
    id: "I1",
    scale: "agree5",
    step: "purpose-and-influence",
    words: words(
      "Vi hade ett tydligt syfte som alla i styrgruppen kunde förklara.",
      "We had a clear purpose that everyone in the steering group could explain.",
    ),
  },
  {
    id: "I2",
    scale: "agree5",
    step: "purpose-and-influence",
    words: words(
      "När dialogen hölls gick frågan på riktigt att påverka.",
      "The question could really be influenced when the dialogue took place.",
    ),
  },
  {
    id: "I3",
    scale: "agree5",
    step: "planning",
    words: words(
      "Pengar, tid och kunskap räckte för alla steg.",
      "Money, time and skills were enough for every step.",
    ),
  },
  {
    id: "I4",
    scale: "agree5",
    step: "planning",
    words: words(
      "Det var klart vem som ansvarade för vad.",
      "It was clear who was responsible for what.",
    ),
  },
  {
    id: "I5",
    scale: "agree5",
    step: "planning",
    words: words(
      "Vi nådde de grupper som berörs mest men sällan hörs.",
      "We reached the groups that are most affected but seldom heard.",
    ),
  },
  {
    id: "I6",
    scale: "agree5",
    step: "planning",
    words: words(
      "Metoden passade den grad av inflytande vi hade lovat.",
      "The method suited the level of influence we had promised.",
    ),
  },
  {
    id: "I7",
    scale: "agree5",
    step: "conduct-dialogue",
    words: words(
      "De förtroendevalda lyssnade och deltog under hela dialogen.",
      "Elected officials listened and took part throughout.",
    ),
  },
  {
    id: "I8",
    scale: "agree5",
    step: "conduct-dialogue",
    words: words(
      "Människor med olika behov kunde delta (språk, funktionsnedsättning, tid, plats).",
      "People with different needs could take part.",
    ),
  },
  {
    id: "I9",
    scale: "agree5",
    step: "compile-results",
    words: words(
      "Sammanställningen gav en rättvis bild av det som sades, även av åsikter som få hade.",
      "The report gave a fair picture, including minority views.",
    ),
  },
  {
    id: "I10",
    scale: "agree5",
    step: "final-decision",
    words: words(
      "Det syns i beslutsunderlaget hur resultatet har använts.",
      "The basis for decision shows how the result was used.",
    ),
  },
  {
    id: "I11",
    scale: "agree5",
    step: "feedback-to-citizens",
    words: words(
      "Deltagarna fick återkoppling på det sätt och vid den tid vi lovade.",
      "Participants got feedback as and when promised.",
    ),
  },
  {
    id: "I12",
    scale: "redo3",
    step: "evaluate-and-learn",
    words: words(
      "Skulle du vilja genomföra nästa dialog på samma sätt?",
      "Would you run the next dialogue the same way?",
    ),
  },
  {
    id: "I12F",
    scale: "free",
    step: "evaluate-and-learn",
    words: words(
      "Skriv gärna vad ni bör göra mer, mindre eller annorlunda.",
      "What should be done more, less or differently?",
    ),
  },
] as const satisfies readonly Question[];

const P1 = {
  id: "P1",
  scale: "agree5",
  dimension: "design",
  words: words(
    "Det var lätt att förstå vad dialogen handlade om.",
    "It was easy to understand what the dialogue was about.",
  ),
} as const satisfies Question;

const P4 = {
  id: "P4",
  scale: "agree5",
  dimension: "experience",
  words: words("Jag fick säga det jag ville säga.", "I could say what I wanted."),
} as const satisfies Question;

const P5 = {
  id: "P5",
  scale: "agree5",
  dimension: "experience",
  words: words("De förtroendevalda lyssnade på mig.", "The elected officials listened to me."),
} as const satisfies Question;

const P8 = {
  id: "P8",
  scale: "agree5",
  dimension: "feedback",
  words: words(
    "Jag vet hur och när kommunen berättar om resultatet.",
    "I know how and when the municipality will report back.",
  ),
} as const satisfies Question;

/** Asked of those who took part, once for each occasion. */
const PARTICIPANT = [
  P1,
  {
    id: "P2",
    scale: "agree5",
    dimension: "design",
    words: words(
      "Jag fick veta vad som går att påverka och vad som redan är bestämt.",
      "I was told what can be influenced and what is already decided.",
    ),
  },
  {
    id: "P3",
    scale: "agree5",
    dimension: "design",
    words: words(
      "Jag fick den information jag behövde för att kunna delta.",
      "I got the information I needed.",
    ),
  },
  P4,
  P5,
  {
    id: "P6",
    scale: "agree5",
    dimension: "experience",
    words: words("Olika åsikter fick plats i samtalet.", "Different views had room."),
  },
  {
    id: "P7",
    scale: "agree5",
    dimension: "impact",
    words: words(
      "Jag tror att det vi sa kommer att vägas in i beslutet.",
      "I believe what we said will be considered.",
    ),
  },
  P8,
  {
    id: "P9",
    scale: "agree5",
    dimension: "accessibility",
    words: words("Tiden, platsen och formen passade mig.", "Time, place and form suited me."),
  },
  {
    id: "PF",
    scale: "free",
    words: words(
      "Vad var bra, och vad kan bli bättre? (Skriv inga namn.)",
      "What was good and what can be better? (No names.)",
    ),
  },
] as const satisfies readonly Question[];

/** For children and in easy-to-read form: the same questions as in the long form, so the same questionnaire (§5.2). */
const SHORT = [P1, P4, P5, P8] as const satisfies readonly Question[];

/** Asked once more after feedback 2, without a link to the first answers. */
const WAVE2 = [
  {
    id: "W1",
    scale: "agree5",
    dimension: "feedback",
    words: words(
      "Jag har fått veta vad som beslutades och varför.",
      "I know what was decided and why.",
    ),
  },
  {
    id: "W2",
    scale: "change3",
    dimension: "impact",
    words: words(
      "Mitt förtroende för kommunens sätt att föra dialog …",
      "My trust in how the municipality holds dialogues …",
    ),
  },
] as const satisfies readonly Question[];

/** Every form by its name. `short` is a choice of questions of `participant`. */
export const QUESTIONNAIRES = {
  internal: INTERNAL,
  participant: PARTICIPANT,
  short: SHORT,
  wave2: WAVE2,
} as const;

export type QuestionnaireId = keyof typeof QUESTIONNAIRES;
export type QuestionOf<Q extends QuestionnaireId> = (typeof QUESTIONNAIRES)[Q][number];

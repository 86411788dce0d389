import { answerCard } from "../../src/cards/positions/answer-card.ts";
import { positionCard } from "../../src/cards/positions/position-card.ts";
import { type Opening, screenOf, screenRefused } from "../../src/cards/screens.ts";
import { stepCard } from "../../src/cards/step.ts";
import { tasksCard } from "../../src/cards/my-tasks.ts";
import type { Told } from "../../src/cards/forms/faults.ts";
import type { View } from "../../src/cards/view.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import type { Position } from "../../src/domain/position.ts";
import { type PositionAnswer, tally } from "../../src/domain/tally.ts";
import * as history from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";
import type { Shown, ViewAt } from "./every-card.ts";

const asked: readonly history.Step[] = [...planned(), goOn, open];
const DISSENT =
  "Vi når inte skiftarbetarna med de här tiderna.\nDialogen borde börja när kvällsturen slutar.";
const three = [...asked, answer("a", "approve"), answer("b", "approve"), answer("c", "approve")];
const all = [...three, answer("d", "approve"), answer("e", "return", DISSENT)];
const withJav = [...three, answer("d", "recuse"), answer("e", "refer", DISSENT)];
const oral: history.Step = [
  "tjp",
  { type: "LogOralAnswer", positionId: "p1", seat: "d", answer: "abstain", reason: "" },
];
const comment = (who: string, id: string, text: string): history.Step => [
  who,
  { type: "CommentPosition", positionId: "p1", commentId: id, text },
];
const commented = [
  ...asked,
  comment("b", "c1", "Hur når ni dem som bara passerar torget?"),
  comment("tjp", "c2", "Fritidsgården är med, och vi står vid pendeltåget två kvällar."),
];
const tied: readonly history.Step[] = [
  ...asked,
  answer("a", "abstain"),
  answer("b", "approve"),
  answer("c", "return", "För dyrt"),
  close,
];
const agreed: readonly history.Step[] = [
  ...planned(),
  goOn,
  [
    "a",
    {
      type: "RecordConsensus",
      positionId: "p1",
      matter: "proposal",
      question: "Tillstyrker ni förslaget till genomförande, version 1?",
      present: ["a", "b", "c", "d"],
    },
    "2027-04-08T15:30:00.000Z",
  ],
];

/** The cards and pages of the steering group's positions: open, in each member's chat, as a record, and the forms. */
export function everyPositions(at: ViewAt): Shown[] {
  const scene = scenesFor(at);
  return [...channel(scene), ...chats(scene), ...forms(scene), ...extremes(scene)].map(
    ({ name, ...shown }) => ({ ...shown, name: `position-${name}` }),
  );
}

type Scene = (steps: readonly history.Step[], viewer?: string) => View;

function scenesFor(at: ViewAt): Scene {
  const kept = new Map<readonly history.Step[], Dialogue>();
  return (steps, viewer) => {
    const state = kept.get(steps) ?? history.after(...steps);
    kept.set(steps, state);
    const view = at("appointed", viewer);
    return {
      ...view,
      state: { ...state, title: view.state.title },
      now: "2027-04-06T08:00:00.000Z",
    };
  };
}

const inMessage = (name: string, card: Shown["card"]): Shown => ({ name, place: "message", card });
const inDialog = (name: string, card: Shown["card"]): Shown => ({ name, place: "dialog", card });
const message = (view: View) => positionCard(view, "p1", { place: "message" });

function channel(scene: Scene): Shown[] {
  return [
    inMessage("open-0", message(scene(asked))),
    inMessage("open-3", message(scene(three))),
    inMessage("open-all", message(scene(all))),
    inMessage("record-4-1", message(scene([...all, close]))),
    inMessage("record-recused", message(scene([...withJav, close]))),
    inMessage("record-tie", message(scene(tied))),
    inMessage("record-no-quorum", message(scene([...asked, answer("a", "approve"), byTime]))),
    inMessage("record-consensus", message(scene(agreed))),
    inMessage("step-checkpoint", stepCard(scene(asked), "checkpoint")),
    inMessage("step-checkpoint-done", stepCard(scene([...all, close]), "checkpoint")),
    inMessage("step-planning-go-on", stepCard(scene(planned()), "planning")),
    inMessage("step-planning-ask", stepCard(scene([...planned(), goOn]), "planning")),
  ];
}

const byTime: history.Step = [
  "system",
  { type: "ClosePosition", positionId: "p1" },
  "2027-04-09T15:00:00.000Z",
];

function chats(scene: Scene): Shown[] {
  const card = (name: string, steps: readonly history.Step[], viewer: string) =>
    inMessage(`ask-${name}`, answerCard(scene(steps, viewer), "p1"));
  return [
    card("new", asked, "b"),
    card("answered", all, "a"),
    card("reason", all, "e"),
    card("oral", [...asked, oral], "d"),
    card("recused", withJav, "d"),
    card("closed", [...all, close], "e"),
    card("closed-none", [...three, close], "e"),
    card("gone", asked, "other"),
    inMessage(
      "tasks",
      tasksCard([scene(three, "e"), scene([...asked, oral], "d")].slice(0, 1), {
        language: scene(asked).language,
        place: "message",
      }),
    ),
  ];
}

function forms(scene: Scene): Shown[] {
  const page = (name: string, view: View, opening: WithoutDialogue, told: Told = {}) =>
    inDialog(
      name,
      screenOf(view, { dialogueId: "dialogue-1", ...opening } as Opening, "new-1", told),
    );
  const p1 = { positionId: "p1" } as const;
  const approved = [...planned(), goOn];
  return [
    page("dialog-member", scene(three, "e"), { verb: "openPosition", ...p1 }),
    page("dialog-chair", scene(three, "a"), { verb: "openPosition", ...p1 }),
    page("dialog-civil-servant", scene(three, "tjp"), { verb: "openPosition", ...p1 }),
    page("dialog-other", scene(three, "other"), { verb: "openPosition", ...p1 }),
    page("dialog-record", scene([...all, close], "a"), { verb: "openPosition", ...p1 }),
    page("dialog-no-result", scene(tied, "a"), { verb: "openPosition", ...p1 }),
    page("form-answer", scene(asked, "b"), { verb: "openAnswer", ...p1 }),
    page("form-return", scene(all, "e"), { verb: "openAnswer", ...p1, answer: "return" }),
    page("form-oral-confirm", scene([...asked, oral], "d"), { verb: "openAnswer", ...p1 }),
    page("form-recuse", scene(asked, "b"), { verb: "openAnswer", ...p1, answer: "recuse" }),
    page("form-answer-other", scene(asked, "kom"), { verb: "openAnswer", ...p1 }),
    page("form-answer-recused", scene(withJav, "d"), { verb: "openAnswer", ...p1 }),
    page("comments", scene(commented, "c"), { verb: "openComments", ...p1 }),
    page("comments-none", scene(asked, "c"), { verb: "openComments", ...p1 }),
    page("comments-recused", scene(withJav, "d"), { verb: "openComments", ...p1 }),
    page("comments-other", scene(commented, "kom"), { verb: "openComments", ...p1 }),
    page("form-ask", scene(approved, "tjp"), { verb: "openAsk", matter: "proposal" }),
    page("form-ask-any", scene(approved, "a"), { verb: "openAsk" }),
    page("form-ask-soft", scene(planned(), "a"), { verb: "openAsk", matter: "proposal" }),
    page("form-ask-soft-civil-servant", scene(planned(), "tjp"), {
      verb: "openAsk",
      matter: "proposal",
    }),
    page("form-ask-incomplete", scene(planned().slice(0, -14), "tjp"), {
      verb: "openAsk",
      matter: "proposal",
    }),
    page("form-ask-other", scene(approved, "kom"), { verb: "openAsk", matter: "proposal" }),
    page("form-consensus", scene(approved, "a"), { verb: "openConsensus", matter: "proposal" }),
    page("form-consensus-other", scene(approved, "b"), { verb: "openConsensus" }),
    page("form-oral", scene(three, "tjp"), { verb: "openOral", ...p1 }),
    page("form-oral-other", scene(three, "b"), { verb: "openOral", ...p1 }),
    page("form-substitute-none", scene(three, "a"), { verb: "openSubstitute", ...p1 }),
    page("form-close", scene(three, "a"), { verb: "openClosePosition", ...p1 }),
    page("form-close-other", scene(three, "b"), { verb: "openClosePosition", ...p1 }),
    page("form-reopen", scene(tied, "a"), { verb: "openReopen", ...p1 }),
    page("form-override", scene(planned(), "a"), { verb: "openOverride" }),
    page("form-override-other", scene(planned(), "tjp"), { verb: "openOverride" }),
    page("preconditions", scene(planned(), "b"), {
      verb: "openItem",
      itemId: "check.preconditions",
    }),
    page("preconditions-done", scene([...all, close], "b"), {
      verb: "openItem",
      itemId: "check.preconditions",
    }),
    page("list", scene([...all, close], "a"), { verb: "openPositions" }),
    page("list-none", scene(planned(), "a"), { verb: "openPositions" }),
    inDialog("refused-reason", refusedReason(scene(asked, "b"))),
    inDialog("refused-override", refusedOverride(scene(planned(), "a"))),
  ];
}

type WithoutDialogue = Opening extends infer O
  ? O extends { readonly dialogueId: string }
    ? Omit<O, "dialogueId">
    : never
  : never;

function refusedReason(view: View) {
  const action = {
    verb: "saveAnswer",
    dialogueId: "dialogue-1",
    positionId: "p1",
    revision: 0,
  } as const;
  const inputs = { "in:position:answer": "return", "in:position:reason": "" };
  const faults = [{ itemId: "position", field: "reason", fault: "missing" }] as const;
  return screenRefused(view, { action, inputs }, [{ code: "E-REASON", faults }], "new-1");
}

function refusedOverride(view: View) {
  const action = { verb: "overrideGate", dialogueId: "dialogue-1" } as const;
  return screenRefused(view, { action, inputs: {} }, [{ code: "E-REASON", faults: [] }], "new-1");
}

/** A group of 25, every one with a reason as long as reasons get. */
function extremes(scene: Scene): Shown[] {
  const [position] = scene(asked).state.positions;
  if (!position) throw new Error("Nothing was asked.");
  const many = (length: number) => {
    const view = scene(asked, "a");
    return { ...view, state: { ...view.state, positions: [crowded(position, length)] } };
  };
  return [
    inMessage("record-25", message(many(60))),
    inMessage("record-25-longest", message(many(5_000))),
    inDialog(
      "dialog-record-longest",
      positionCard(many(5_000), "p1", { place: "dialog", page: 3 }),
    ),
  ];
}

function crowded(position: Position, length: number): Position {
  const seats = Array.from(
    { length: 25 },
    (_, index) => `Ledamot ${index + 1} Andersson-Lindqvist`,
  );
  const given: readonly PositionAnswer[] = ["approve", "approve", "return", "refer", "abstain"];
  const answers = seats.slice(0, 23).map((seat, index) => ({
    seat,
    answer: given[index % given.length] ?? "approve",
    ...(index % 5 === 2 || index % 5 === 3
      ? { reason: { text: "Vi når inte alla. ".repeat(300).slice(0, length) } }
      : {}),
  }));
  const counted = tally(
    25,
    answers.map(({ answer: one }, index) => ({ answer: one, isChair: index === 0 })),
  );
  return {
    ...position,
    seats,
    closed: { at: "2027-04-08T15:30:00.000Z", by: "a", tally: counted, answers },
  };
}

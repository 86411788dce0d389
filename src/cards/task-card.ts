import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { type Task, type TaskId, taskOf } from "../domain/task.ts";
import { LINK } from "../domain/task-fields.ts";
import { isWorkedOn, mayChangeTask, ownersOf } from "../domain/task-rights.ts";
import { dueWarnings } from "../domain/tasks.ts";
import { type Text, wordsOf } from "../domain/text.ts";
import { localDateOf } from "../domain/time.ts";
import { type Action, executeButton, openButton, submitButton } from "./actions.ts";
import { neutral, shortened } from "./drawable.ts";
import {
  type BannerData,
  banner,
  type FactData,
  fact,
  icon,
  paragraphs,
  strong,
} from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { formatsOf } from "./formats.ts";
import { personName, shortTitle } from "./naming.ts";
import { type RequestParts, requestCard } from "./request-card.ts";
import {
  isLateTask,
  isLeftBehind,
  mayReadNote,
  ownerName,
  placeWords,
  sentence,
  taskTitle,
  whenWords,
} from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import { valueLines } from "./values.ts";
import type { View } from "./view.ts";
import { warningBanner } from "./warning-banners.ts";

/** Characters of a note or a reason, each shorter than the one before until the card is small enough. */
const MOST_WORDS = [5_000, 1_500, 300, 60] as const;

/**
 * The task in its owner's own chat: asks for it until it is done, then a receipt; so too when it has gone to somebody
 * else. `round` is the time of asking this card is of: one that was asked anew has a newer card.
 */
export function taskCard(
  view: View,
  taskId: TaskId,
  round: number,
  told: Told = {},
): IAdaptiveCard {
  const task = taskOf(view.state, taskId);
  return fitting(view, (most) => messageParts(view, task, round, told, most));
}

/** The same inside a dialog, for everybody in the team, with what the viewer may do about it. */
export function taskDialog(view: View, taskId: TaskId, told: Told = {}): IAdaptiveCard {
  const task = taskOf(view.state, taskId);
  return fitting(view, (most) => dialogParts(view, task, told, most));
}

function fitting(view: View, parts: (most: number) => RequestParts): IAdaptiveCard {
  const [first, ...shorter] = MOST_WORDS;
  return requestCard(view, parts(first), ...shorter.map((most) => () => parts(most)));
}

function messageParts(
  view: View,
  task: Task | undefined,
  round: number,
  told: Told,
  most: number,
): RequestParts {
  const words = textsOf(view.language).tasks.card;
  if (!task) return gone(view, words.unknownTitle, words.goneText(""), undefined);
  const dialogueId = view.state.id;
  const { buttons } = textsOf(view.language).tasks;
  const open = openButton(buttons.open, { verb: "openTask", dialogueId, taskId: task.id });
  if (task.status !== "open") return { ...settledParts(view, task, most), told, actions: [open] };
  if (!isWorkedOn(view.state)) return gone(view, words.endedTitle, words.endedText, task);
  const mine =
    view.viewer === undefined ||
    ownersOf(view.state, task.owner, view.directory).includes(view.viewer);
  if (!mine) {
    const text = words.goneText(ownerName(view, task.owner));
    return { ...gone(view, words.goneTitle, text, task), told };
  }
  if (round !== task.round) return { ...gone(view, words.newerTitle, words.newerText, task), told };
  return {
    ask: words.ask,
    ...openParts(view, task, most),
    told,
    actions: [
      executeButton(
        buttons.done,
        { verb: "completeTask", dialogueId, taskId: task.id },
        { main: true },
      ),
      open,
      openButton(buttons.handOver, { verb: "openHandOverTask", dialogueId, taskId: task.id }),
      openButton(buttons.move, { verb: "openMoveTask", dialogueId, taskId: task.id }),
    ],
  };
}

function dialogParts(view: View, task: Task | undefined, told: Told, most: number): RequestParts {
  const words = textsOf(view.language).tasks.card;
  if (!task)
    return { ...gone(view, words.unknownTitle, "", undefined), told, actions: leaving(view) };
  const parts =
    task.status === "open" ? openParts(view, task, most) : settledParts(view, task, most);
  return { ...parts, told, actions: [...changing(view, task), ...leaving(view)] };
}

function changing(view: View, task: Task): ActionArray {
  const { state, viewer, directory } = view;
  const { buttons } = textsOf(view.language).tasks;
  const may = viewer !== undefined && mayChangeTask(state, task, viewer, { directory });
  if (!may || !isWorkedOn(state)) return [];
  const at = { dialogueId: state.id, taskId: task.id };
  const button = (title: string, action: Action, main = false) =>
    submitButton(title, action, { main });
  if (task.status !== "open") return [button(buttons.reopen, { verb: "reopenTask", ...at })];
  return [
    button(buttons.done, { verb: "completeTask", ...at }, true),
    button(buttons.handOver, { verb: "openHandOverTask", ...at }),
    button(buttons.move, { verb: "openMoveTask", ...at }),
    button(buttons.cancel, { verb: "openCancelTask", ...at }),
  ];
}

function leaving(view: View): ActionArray {
  const { tasks, cards } = textsOf(view.language);
  return [
    submitButton(tasks.buttons.toList, { verb: "openTaskList", dialogueId: view.state.id }),
    submitButton(cards.buttons.close, { verb: "closeDialog" }),
  ];
}

function gone(view: View, title: string, text: string, task: Task | undefined): RequestParts {
  return {
    gone: title,
    kicker: shortTitle(view),
    title: task ? neutral(taskTitle(view, task)) : title,
    lines: text === "" ? [] : [text],
    actions: [],
  };
}

function openParts(view: View, task: Task, most: number): RequestParts {
  return {
    kicker: shortTitle(view),
    title: neutral(taskTitle(view, task)),
    lines: linesOf(view, task),
    facts: factsOf(view, task),
    boxes: boxesOf(view, task, most),
    warnings: warningsOf(view, task),
    notes: notesOf(view, task),
  };
}

function settledParts(view: View, task: Task, most: number): RequestParts {
  if (task.status === "open") return openParts(view, task, most);
  const words = textsOf(view.language).tasks.card;
  const who = personName(view, task.by);
  const at = formatsOf(view.language).moment(task.at);
  const cancelled = task.status === "cancelled";
  return {
    ...(cancelled ? { gone: words.cancelledTitle } : { receipt: words.doneTitle }),
    kicker: shortTitle(view),
    title: neutral(taskTitle(view, task)),
    lines: [cancelled ? words.cancelledBy(who, at) : words.doneBy(who, at)],
    facts: factsOf(view, task),
    boxes: [
      ...(cancelled ? [box(view, words.reason, task.reason, most)] : []),
      ...boxesOf(view, task, most),
    ],
  };
}

/** Why it is the viewer's, and from whom it came. */
function linesOf(view: View, task: Task): readonly string[] {
  const { tasks, roles } = textsOf(view.language);
  const words = tasks.card;
  const { owner, handedOver, createdBy } = task;
  const owners = ownersOf(view.state, owner, view.directory);
  const mine = view.viewer !== undefined && owners.includes(view.viewer);
  const by = handedOver ?? (createdBy === undefined ? undefined : { by: createdBy });
  const from =
    by === undefined
      ? [tasks.lawful.byBot]
      : handedOver
        ? [words.handedOver(personName(view, by.by))]
        : mine
          ? [by.by === view.viewer ? words.own : words.from(personName(view, by.by))]
          : [];
  if (!mine || owner.type !== "role") return from;
  const role = roles[owner.role];
  return [...from, owners.length > 1 ? words.asRole(role) : words.asOnlyRole(role)];
}

function factsOf(view: View, task: Task): readonly FactData[] {
  const words = textsOf(view.language).tasks.card;
  const { shortDate } = formatsOf(view.language);
  const place = placeWords(view, task);
  const link = task.link ? valueLines(view, LINK, task.link) : [];
  const added = task.createdBy === undefined ? undefined : personName(view, task.createdBy);
  return [
    fact(words.facts.owner, sentence(ownerName(view, task.owner))),
    ...(task.status === "open" ? [fact(words.facts.due, dueWords(view, task))] : []),
    ...(place === undefined ? [] : [fact(words.facts.about, place)]),
    ...(link.length === 0 ? [] : [fact(words.link, ...link)]),
    ...(added === undefined || task.createdAt === undefined
      ? []
      : [fact(words.facts.added, `${shortDate(localDateOf(task.createdAt))}, ${added}`)]),
  ];
}

function dueWords(view: View, task: Task): string {
  if (task.due === undefined) return sentence(whenWords(view, task));
  return sentence(formatsOf(view.language).date(task.due));
}

/** What people wrote with it, for those who may read it. */
function boxesOf(view: View, task: Task, most: number): readonly FactData[] {
  if (!mayReadNote(view, task)) return [];
  const words = textsOf(view.language).tasks.card;
  const { note, handedOver, moved } = task;
  return [
    ...(note ? [box(view, words.note, note, most)] : []),
    ...(handedOver?.word ? [box(view, words.word, handedOver.word, most)] : []),
    ...(moved ? [box(view, movedWords(view, moved), moved.reason, most)] : []),
  ];
}

function box({ language }: View, label: string, text: Text, most: number): FactData {
  return { label, lines: paragraphs(shortened(wordsOf(text, language), most)) };
}

function warningsOf(view: View, task: Task): readonly BannerData[] {
  const { tasks } = textsOf(view.language);
  const late =
    isLateTask(view, task) && task.due !== undefined
      ? [
          banner("attention", icon("Warning", "!", "Attention"), [
            strong(tasks.card.lateAsk(formatsOf(view.language).shortDate(task.due))),
          ]),
        ]
      : [];
  const left = isLeftBehind(view, task)
    ? [banner("attention", icon("PersonAdd", "!", "Attention"), [strong(tasks.owner.missing)])]
    : [];
  // That the day has passed is said already.
  const codes = dueWarnings(task.due, view).filter((code) => code !== "W-LATE");
  return [...left, ...late, ...codes.map((code) => warningBanner(view.language, code))];
}

function notesOf(view: View, task: Task): readonly string[] {
  const { tasks, consultations } = textsOf(view.language);
  const { subject } = task;
  const law =
    subject.type === "consultation"
      ? [consultations[subject.kind] ?? consultations.other ?? ""]
      : subject.type === "urgentDecision"
        ? [tasks.lawful.urgentLaw]
        : [];
  const hidden = task.note && !mayReadNote(view, task) ? [tasks.card.hidden] : [];
  return [...law, ...hidden];
}

function movedWords(view: View, { by, from }: NonNullable<Task["moved"]>): string {
  const words = textsOf(view.language).tasks.card;
  const who = neutral(personName(view, by));
  return from === undefined
    ? words.movedFromNone(who)
    : words.movedFrom(who, formatsOf(view.language).shortDate(from));
}

import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { openTasks, type Task, tasksOf } from "../domain/task.ts";
import { mayInBulk, tasksInBulk } from "../domain/task-bulk.ts";
import { placeOf } from "../domain/task-fields.ts";
import { isWorkedOn, mayAddTask } from "../domain/task-rights.ts";
import type { PersonId } from "../domain/value.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
import { neutral } from "./drawable.ts";
import { icon, line, type Line, type RowData, row, run, strong, subtle } from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { problemBanner } from "./forms/form-card.ts";
import { type ListRow, listCard } from "./list-card.ts";
import { personName, shortTitle } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import {
  byDue,
  countWords,
  placeWords,
  taskRow,
  TIME_SECTIONS,
  timeSection,
} from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Which of the dialogue's tasks are listed: of a person, of a step or an item; to do, or closed. */
export type TaskFilter = {
  readonly person?: PersonId | undefined;
  readonly about?: string | undefined;
  readonly closed?: true | undefined;
  readonly page?: number | undefined;
};

/** The tasks of a dialogue inside a dialog, to do first by date; each opens. */
export function taskListDialog(view: View, filter: TaskFilter, told: Told = {}): IAdaptiveCard {
  const { tasks } = textsOf(view.language);
  const { page = 0, person, about, closed: which } = filter;
  const closed = filter.closed === true;
  const { problems = [], notice } = told;
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: kickerOf(view, filter),
    title: titleOf(view, filter),
    rows: closed ? closedRows(view, filter) : openRows(view, filter),
    page,
    banners: [
      ...(notice === undefined ? [] : [noticeBanner(notice)]),
      ...problems.map((problem) => problemBanner(view, problem)),
    ],
    none: closed
      ? [tasks.list.noneClosed, tasks.list.noneHelp]
      : [tasks.list.none, tasks.list.noneHelp],
    more: (number) => ({
      verb: "openTaskList",
      dialogueId: view.state.id,
      person,
      about,
      closed: which,
      page: number,
    }),
    actions: actionsOf(view, filter),
  });
}

function titleOf(view: View, { person, closed }: TaskFilter): string {
  const { list } = textsOf(view.language).tasks;
  if (closed) return list.closedTitle;
  return person === undefined ? list.title : list.titleOf(neutral(personName(view, person)));
}

function kickerOf(view: View, { about }: TaskFilter): string {
  const place = placeWords(view, placeOf(about ?? "", view.template) ?? {});
  return place === undefined ? shortTitle(view) : `${shortTitle(view)} · ${place}`;
}

function isListed(view: View, task: Task, { person, about }: TaskFilter): boolean {
  const own =
    person === undefined || (task.owner.type === "person" && task.owner.person === person);
  const place = placeOf(about ?? "", view.template);
  const here =
    place?.itemId === undefined
      ? place?.stepId === undefined || place.stepId === task.stepId
      : place.itemId === task.itemId;
  return own && here;
}

function openRows(view: View, filter: TaskFilter): readonly ListRow[] {
  const { list } = textsOf(view.language).tasks;
  const tasks = byDue(openTasks(view.state).filter((task) => isListed(view, task, filter)));
  return TIME_SECTIONS.flatMap((section) =>
    tasks
      .filter(({ due }) => timeSection(view, due) === section)
      .map((task) => ({ heading: list[section], row: rowOf(view, task, filter) })),
  );
}

/** The newest first. */
function closedRows(view: View, filter: TaskFilter): readonly ListRow[] {
  const { list } = textsOf(view.language).tasks;
  const closed = tasksOf(view.state)
    .filter((task) => task.status !== "open")
    .filter((task) => isListed(view, task, filter))
    .toSorted((one, other) => other.at.localeCompare(one.at));
  return (["done", "cancelled"] as const).flatMap((status) =>
    closed
      .filter((task) => task.status === status)
      .map((task) => ({ heading: list[status], row: rowOf(view, task, filter) })),
  );
}

function rowOf(view: View, task: Task, { person, about }: TaskFilter): RowData {
  const place = about === undefined ? placeWords(view, task) : undefined;
  const more: readonly Line[] = place === undefined ? [] : [line(subtle(place))];
  return taskRow(view, task, { owner: person === undefined, more });
}

function actionsOf(view: View, { person, about, closed }: TaskFilter): ActionArray {
  const { tasks, cards } = textsOf(view.language);
  const { state, viewer = "", directory } = view;
  const dialogueId = state.id;
  const works = isWorkedOn(state) && !closed;
  const bulk = works && mayInBulk(state, person, viewer, { directory });
  const all = tasksInBulk(state, person);
  const of = person === undefined ? {} : { person };
  const on = about === undefined ? {} : { about };
  const add: Action = { verb: "openNewTask", dialogueId, ...on };
  const other: Action = {
    verb: "openTaskList",
    dialogueId,
    ...of,
    ...on,
    ...(closed ? {} : { closed: true }),
  };
  const dated = all.some(({ due }) => due !== undefined);
  return [
    ...(works && person === undefined && mayAddTask(state, viewer, { directory })
      ? [submitButton(tasks.buttons.add, add)]
      : []),
    ...(bulk && person !== undefined && all.length > 0
      ? [submitButton(tasks.buttons.handOverAll, { verb: "openHandOverTasks", dialogueId, person })]
      : []),
    ...(bulk && about === undefined && dated
      ? [submitButton(tasks.buttons.moveAll, { verb: "openMoveTasks", dialogueId, ...of })]
      : []),
    submitButton(closed ? tasks.buttons.showOpen : tasks.buttons.showClosed, other),
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
  ];
}

/** The way to the tasks and to who does what, on the dialogue's page; how many there are is said. */
export function taskWays(view: View): readonly RowData[] {
  if (!isWorkedOn(view.state)) return [];
  const { list, buttons } = textsOf(view.language).tasks;
  const dialogueId = view.state.id;
  const way = (title: string, said: string, action: Action) =>
    row({
      icon: icon("TaskListLtr", "☑", "Accent"),
      runs: [strong(title), run(` · ${said}`, { isSubtle: true })],
      open: openButton(title, action),
      leadsOn: true,
    });
  return [
    way(list.row, countWords(view, openTasks(view.state)), { verb: "openTaskList", dialogueId }),
    row({
      icon: icon("PeopleTeam", "•", "Accent"),
      runs: [strong(buttons.who)],
      open: openButton(buttons.who, { verb: "openWho", dialogueId }),
      leadsOn: true,
    }),
  ];
}

import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { type Deadline, isLate, isOpen } from "../domain/deadline.ts";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { holdersOf, ROLES } from "../domain/permissions.ts";
import type { Role } from "../domain/roles.ts";
import { isSameOwner, openTasks, type OpenTask, type TaskOwner } from "../domain/task.ts";
import { isWorkedOn, mayAddTask } from "../domain/task-rights.ts";
import { openButton, submitButton } from "./actions.ts";
import { deadlineRow } from "./deadline-rows.ts";
import { neutral } from "./drawable.ts";
import { icon, type RowData, row, run } from "./elements.ts";
import { type ListRow, listCard } from "./list-card.ts";
import { personName, shortTitle } from "./naming.ts";
import { byDue, countWords, isLeftBehind, ownerName, sentence, taskRow } from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { Place, View } from "./view.ts";

/**
 * Who does what now: tasks without anybody first, then role by role and person by person with their open tasks and the
 * dates they answer for. Safe for everybody in the channel: no notes (decisions.md §3.1).
 */
export function whoCard(view: View, place: Place, page = 0): IAdaptiveCard {
  const { tasks } = textsOf(view.language);
  const dialogueId = view.state.id;
  return listCard({
    language: view.language,
    place,
    kicker: shortTitle(view),
    title: tasks.who.title,
    rows: isWorkedOn(view.state) ? groupsOf(view) : [],
    page,
    none: [tasks.who.none, tasks.who.noneHelp],
    more: (number) => ({ verb: "openWho", dialogueId, page: number }),
    actions: actionsOf(view, place),
  });
}

function groupsOf(view: View): readonly ListRow[] {
  const tasks = openTasks(view.state);
  const here = tasks.filter((task) => !isLeftBehind(view, task));
  const left = tasks.filter((task) => isLeftBehind(view, task));
  const deadlines = deadlinesOf(view.state, view.template, view.calendar).filter(isOpen);
  return [
    ...listed(textsOf(view.language).tasks.who.leftBehind, byDue(left), (task) =>
      taskRow(view, task),
    ),
    ...ROLES.flatMap((role) => roleRows(view, role, here, deadlines)),
    ...peopleIn(here).flatMap((owner) => personRows(view, owner, here)),
  ];
}

function roleRows(
  view: View,
  role: Role,
  tasks: readonly OpenTask[],
  deadlines: readonly Deadline[],
): readonly ListRow[] {
  const own = byDue(tasks.filter(({ owner }) => isSameOwner(owner, { type: "role", role })));
  const dates = byDue(deadlines.filter(({ responsible }) => responsible === role));
  const heading = roleHeading(view, role);
  return [
    ...listed(heading, dates, (one) => dateRow(view, one)),
    ...listed(heading, own, (task) => taskRow(view, task, { owner: false })),
  ];
}

/** Whose it is stands in the heading, and a date that is still to come in the mark. */
function dateRow(view: View, deadline: Deadline): RowData {
  const drawn = deadlineRow(view, deadline);
  const { icons } = row({ icon: icon("Calendar", "•", "Accent"), runs: drawn.runs });
  return { ...drawn, icons, lines: isLate(deadline, view.now) ? drawn.lines : [] };
}

function roleHeading(view: View, role: Role): string {
  const { who } = textsOf(view.language).tasks;
  const label = neutral(view.template.roles[role][view.language]);
  const holders = holdersOf(view.state, role, view.directory);
  if (holders.length === 0) return who.vacant(label);
  const names = holders.slice(0, 2).map((person) => neutral(personName(view, person)));
  return holders.length > 2 ? label : `${label}: ${names.join(", ")}`;
}

function peopleIn(tasks: readonly OpenTask[]): readonly TaskOwner[] {
  const people = tasks.flatMap(({ owner }) => (owner.type === "person" ? [owner.person] : []));
  return [...new Set(people)].map((person) => ({ type: "person", person }));
}

/** A person's tasks, with the way to all of them, where they are moved and handed over. */
function personRows(view: View, owner: TaskOwner, tasks: readonly OpenTask[]): readonly ListRow[] {
  if (owner.type !== "person") return [];
  const own = byDue(tasks.filter((task) => isSameOwner(task.owner, owner)));
  const heading = neutral(sentence(ownerName(view, owner)));
  const { who } = textsOf(view.language).tasks;
  const all = who.all(countWords(view, own));
  const way = row({
    icon: icon("Person", "•", "Accent"),
    runs: [run(all, { isSubtle: true })],
    open: openButton(`${heading}: ${all}`, {
      verb: "openTaskList",
      dialogueId: view.state.id,
      person: owner.person,
    }),
    leadsOn: true,
  });
  return [
    ...listed(heading, own, (task) => taskRow(view, task, { owner: false })),
    { heading, row: way },
  ];
}

function listed<T>(
  heading: string,
  some: readonly T[],
  draw: (one: T) => RowData,
): readonly ListRow[] {
  return some.map((one) => ({ heading, row: draw(one) }));
}

function actionsOf(view: View, place: Place): ActionArray {
  const { tasks, cards } = textsOf(view.language);
  const { state, viewer = "", directory } = view;
  const dialogueId = state.id;
  const button = place === "dialog" ? submitButton : openButton;
  // A card in a channel is the same for everybody; who may not is told so in the form.
  const may =
    isWorkedOn(state) && (place === "message" || mayAddTask(state, viewer, { directory }));
  const add = may ? [button(tasks.buttons.add, { verb: "openNewTask", dialogueId })] : [];
  const list = button(tasks.buttons.list, { verb: "openTaskList", dialogueId });
  if (place === "message")
    return [list, ...add, button(cards.buttons.openDialogue, { verb: "openDialogue", dialogueId })];
  return [
    list,
    ...add,
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
  ];
}

import { newTaskNotice } from "../../src/cards/new-task-notice.ts";
import { tasksCard } from "../../src/cards/my-tasks.ts";
import { type Opening, type Ordering, screenOf, screenRefused } from "../../src/cards/screens.ts";
import { stepCard } from "../../src/cards/step.ts";
import { taskCard } from "../../src/cards/task-card.ts";
import { timelineCard } from "../../src/cards/timeline.ts";
import type { Place, View } from "../../src/cards/view.ts";
import { whoCard } from "../../src/cards/who-does-what.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import type { Directory } from "../../src/domain/organisation.ts";
import type { Problem } from "../../src/domain/rejection.ts";
import * as history from "../support/given.ts";
import { add, cancel, complete, handOver, moveTo, reopen } from "../support/tasks.ts";
import type { Shown, ViewAt } from "./every-card.ts";

const dialogueId = history.DIALOGUE;

/** A week of planning: some late, some this week, some for later, one of a role, some settled. */
const tasks: readonly history.Step[] = [
  ...history.appointed,
  [
    "tjp",
    add("room", {
      title: "Boka samlingslokal vid Stationstorget",
      owner: "kom",
      due: "2027-02-02",
      note: "Minst 60 platser, hörslinga och ramp.\nFråga biblioteket först.",
      link: { title: "Kommunens lokaler", url: "https://granasa.se/lokaler" },
      about: "plan.kickoff",
    }),
  ],
  [
    "a",
    add("youth", {
      title: "Ring fritidsgården om unga på torget",
      owner: "b",
      due: "2027-02-05",
      about: "planning",
    }),
  ],
  [
    "b",
    add("plan", {
      title: "Skriv första utkastet till kommunikationsplan",
      owner: "communicator",
      due: "2027-05-07",
      about: "plan.communication",
    }),
  ],
  [
    "tjp",
    add("read", {
      title: "Läs förra årets trygghetsmätning",
      owner: "steeringMember",
      about: "planning",
    }),
  ],
  [
    "tjp",
    add("map", {
      title: "Ta fram karta över torget",
      owner: "tjp",
      due: "2027-02-12",
      about: "plan.target-map",
    }),
  ],
  [
    "a",
    add("police", { title: "Stäm av med polisens kommunpolis", owner: "a", due: "2027-02-19" }),
  ],
  ["a", complete("police"), "2027-02-03T13:20:00.000Z"],
  ["tjp", add("poster", { title: "Trycka affischer", owner: "kom", due: "2027-02-19" })],
  ["tjp", cancel("poster", "Affischerna trycks av kommunikationsenheten.")],
  [
    "kom",
    handOver("room", "b", 0, "Du känner vaktmästaren på biblioteket."),
    "2027-02-03T09:00:00.000Z",
  ],
  ["b", moveTo("room", "2027-02-03", 1, "Biblioteket svarar på onsdag.")],
];
const urgent = history.confirmed.map((step): history.Step => {
  const [actor, command] = step;
  if (command.type !== "RecordItems" || command.entries[0]?.itemId !== "decide.register")
    return step;
  const { values } = command.entries[0];
  return [actor, history.record("decide.register", { ...values, decidedUnder: "urgent_chair" })];
});
const consultations: readonly history.Step[] = [
  ["a", history.start()],
  ...history.triageSteps("a", { legal: "pbl_detaljplan,sami" }),
];
/** Forty tasks, so that every list has pages. */
const many: readonly history.Step[] = [
  ...history.appointed,
  ...Array.from(
    { length: 40 },
    (_, index): history.Step => [
      "tjp",
      add(`t${index}`, {
        title: `Förbered tillfälle ${index + 1}`,
        owner: ["a", "b", "c", "communicator", "tjp"][index % 5] ?? "a",
        due: index % 4 === 0 ? "" : `2027-02-${String(1 + (index % 27)).padStart(2, "0")}`,
        about: "planning",
      }),
    ],
  ),
];

/** Every card and page about tasks; where the scenes are filled to their limits, so are the tasks. */
export function everyTasks(at: ViewAt): Shown[] {
  const view = (
    steps: readonly history.Step[],
    viewer?: string,
    more: Partial<View> = {},
  ): View => {
    const around = at("appointed", viewer);
    const isFull = Object.keys(around.state.tasks.byId).length > 0;
    return isFull ? { ...around, ...more } : { ...around, ...more, state: folded(steps) };
  };
  return [...taskCards(view), ...taskDialogs(view), ...taskForms(view), ...taskLists(at, view)];
}
const kept = new Map<readonly history.Step[], Dialogue>();

/** Each history is folded once. */
function folded(steps: readonly history.Step[]): Dialogue {
  const state = kept.get(steps) ?? history.after(...steps);
  kept.set(steps, state);
  return state;
}
type ViewOf = (steps: readonly history.Step[], viewer?: string, more?: Partial<View>) => View;

const shown =
  (place: Place) =>
  (name: string, card: Shown["card"]): Shown => ({ name: `task-${name}`, place, card });
const message = shown("message");
const dialog = shown("dialog");

function taskCards(view: ViewOf): Shown[] {
  const card = (name: string, one: View, taskId: string, round = 0) =>
    message(name, taskCard(one, taskId, round));
  return [
    card("asked", view(tasks, "b"), "youth"),
    card("handed-over-late", view(tasks, "b"), "room", 1),
    card("role", view(tasks, "c"), "read"),
    card("klamdag", view(tasks, "kom"), "plan"),
    card("own", view(tasks, "tjp"), "map"),
    card("done", view(tasks, "a"), "police"),
    card("cancelled", view(tasks, "kom"), "poster"),
    card("gone", view(tasks, "kom"), "room"),
    card("newer", view([...tasks, ["b", complete("youth")], ["b", reopen("youth")]], "b"), "youth"),
    card(
      "ended",
      view([...history.triaged, ["a", add("t1")], ["a", { type: "WithdrawDialogue" }]], "b"),
      "t1",
    ),
    card("consultation", view(consultations, "tjp"), "consultation:pbl_detaljplan"),
    card("urgent", view(urgent, "reg"), "urgent:decision-1"),
    card("unknown", view(tasks, "b"), "none"),
    message("notice", newTaskNotice(view(tasks, "a"))),
    message("step", stepCard(view(tasks), "planning")),
    message("step-many", stepCard(view(many), "planning")),
    message("who", whoCard(view(tasks), "message")),
    message("who-none", whoCard(view(history.triaged), "message")),
  ];
}

function taskDialogs(view: ViewOf): Shown[] {
  const page = (name: string, one: View, opening: Opening) =>
    dialog(name, screenOf(one, opening, "new-1"));
  const open = (taskId: string) => ({ verb: "openTask", dialogueId, taskId }) as const;
  return [
    page("page", view(tasks, "b"), open("room")),
    page("page-read", view(tasks, "reg"), open("room")),
    page("page-no-role", view(tasks, "other"), open("room")),
    page("page-done", view(tasks, "a"), open("police")),
    page("page-left", view(tasks, "tjp", { directory: without("b") }), open("youth")),
    page("step-dialog", view(tasks, "tjp"), { verb: "openStep", dialogueId, stepId: "planning" }),
    page("dialogue", view(tasks, "tjp"), { verb: "openDialogue", dialogueId }),
    page("dialogue-left", view(tasks, "tjp", { directory: without("b") }), {
      verb: "openDialogue",
      dialogueId,
    }),
    dialog(
      "timeline",
      timelineCard(view(tasks, "tjp"), history.eventsOf(...tasks), { place: "dialog" }),
    ),
  ];
}

function taskForms(view: ViewOf): Shown[] {
  const page = (name: string, one: View, opening: Opening) =>
    dialog(`form-${name}`, screenOf(one, opening, "new-1"));
  const refused = (
    name: string,
    action: Ordering,
    inputs: { readonly [id: string]: string },
    problems: readonly Problem[],
  ) =>
    dialog(`form-${name}`, screenRefused(view(tasks, "b"), { action, inputs }, problems, "new-2"));
  const fault = (field: string, kind: "missing" | "notInTeam" | "notALink") =>
    ({ itemId: "task", field, fault: kind }) as const;
  const move = { verb: "moveTask", dialogueId, taskId: "room", revision: 1 } as const;
  return [
    page("new", view(tasks, "tjp"), { verb: "openNewTask", dialogueId }),
    page("new-step", view(tasks, "tjp"), { verb: "openNewTask", dialogueId, about: "planning" }),
    page("new-item", view(tasks, "tjp"), {
      verb: "openNewTask",
      dialogueId,
      about: "plan.kickoff",
    }),
    page("new-refused", view(tasks, "other"), { verb: "openNewTask", dialogueId }),
    refused(
      "new-faults",
      { verb: "addTask", dialogueId, taskId: "new-1", about: "planning" },
      {
        "in:task:title": "",
        "in:task:owner": "b",
        "in:task:due": "2027-02-19",
        "in:task:note": "Ring först.",
        "in:task:link:title": "Lokaler",
        "in:task:link:url": "granasa.se",
        "in:task:about": "plan.kickoff",
      },
      [{ code: "E-FIELD", faults: [fault("title", "missing"), fault("link", "notALink")] }],
    ),
    page("hand-over", view(tasks, "b"), { verb: "openHandOverTask", dialogueId, taskId: "room" }),
    page("move", view(tasks, "b"), { verb: "openMoveTask", dialogueId, taskId: "room" }),
    refused(
      "move-stale",
      move,
      { "in:task:due": "2027-02-26", "in:task:reason": "Lokalen är upptagen." },
      [{ code: "E-STALE" }],
    ),
    refused("move-reason", move, { "in:task:due": "2027-02-26" }, [
      { code: "E-REASON", faults: [fault("reason", "missing")] },
    ]),
    page("cancel", view(tasks, "b"), { verb: "openCancelTask", dialogueId, taskId: "room" }),
    page("cancel-done", view(tasks, "a"), { verb: "openCancelTask", dialogueId, taskId: "police" }),
    page("move-all", view(tasks, "tjp"), { verb: "openMoveTasks", dialogueId }),
    page("move-all-of", view(tasks, "b"), { verb: "openMoveTasks", dialogueId, person: "b" }),
    page("hand-over-all", view(tasks, "tjp"), {
      verb: "openHandOverTasks",
      dialogueId,
      person: "b",
    }),
    page("hand-over-all-refused", view(tasks, "c"), {
      verb: "openHandOverTasks",
      dialogueId,
      person: "b",
    }),
  ];
}

function taskLists(at: ViewAt, view: ViewOf): Shown[] {
  const page = (name: string, one: View, opening: Opening) =>
    dialog(`list-${name}`, screenOf(one, opening, "new-1"));
  const list = { verb: "openTaskList", dialogueId } as const;
  const who = { verb: "openWho", dialogueId } as const;
  const { language } = at("appointed");
  const mine = (name: string, views: readonly View[], place: Place, number = 0) => ({
    name: `task-mine-${name}`,
    place,
    card: tasksCard(views, { language, place, page: number }),
  });
  return [
    page("open", view(tasks, "tjp"), list),
    page("none", view(history.appointed, "tjp"), list),
    page("many", view(many, "tjp"), list),
    page("many-2", view(many, "tjp"), { ...list, page: 1 }),
    page("person", view(many, "tjp"), { ...list, person: "b" }),
    page("step", view(tasks, "a"), { ...list, about: "planning" }),
    page("item", view(tasks, "a"), { ...list, about: "plan.kickoff" }),
    page("closed", view(tasks, "a"), { ...list, closed: true }),
    page("closed-none", view(history.appointed, "a"), { ...list, closed: true }),
    page("who", view(tasks, "tjp"), who),
    page("who-many", view(many, "tjp"), { ...who, page: 1 }),
    page("who-left", view(tasks, "tjp", { directory: without("b") }), who),
    mine("some", [view(tasks, "b"), at("drafted", "b")], "message"),
    mine("dialog", [view(tasks, "b")], "dialog"),
    mine("civil-servant", [view(tasks, "tjp")], "message"),
    mine(
      "many",
      Array.from({ length: 3 }, () => view(many, "b")),
      "message",
    ),
    mine(
      "many-2",
      Array.from({ length: 3 }, () => view(many, "b")),
      "dialog",
      1,
    ),
  ];
}

/** The municipality after somebody has left the team. */
function without(person: string): Directory {
  const people = new Map([...history.directory.people, [person, { teams: [], guest: false }]]);
  return { ...history.directory, people };
}

import { ITEMS_EXPECTED } from "./matrix-item-rights.ts";
import type { OrderName } from "./matrix-orders.ts";
import { ROLES_EXPECTED } from "./matrix-role-rights.ts";
import {
  DRAFTS,
  EVER,
  type Expected,
  GROUP,
  item,
  LEADS,
  LED,
  RESTING,
  type Rule,
  TEAM,
} from "./matrix-rules.ts";
import type { StateName } from "./matrix-states.ts";
import { EVERYBODY, type Who } from "./stage-people.ts";

const WITH_TASKS = "triaged planning conducting compiled decided following";
const AFTER_THE_ANSWER = "conducting compiled decided following";
const INVITED = `${GROUP} registrar communicator civilServant`;
const ADDING = "starter chair head registrar communicator";
const ADDING_LATER = "chair member substitute head civilServant deputy registrar communicator";
/** Where there is no group and never will be, whoever has a part in the dialogue is told how it stands. */
const WITHOUT_GROUP: readonly Rule[] = [
  ["triagedOut", "starter chair head registrar communicator admin", "E-NOT-ACTIVE"],
  [
    "withdrawn",
    "starter chair head registrar communicator otherHead otherRegistrar admin",
    "E-NOT-ACTIVE",
  ],
];

/** The group's positions, once there is a group: opened and recorded once there is a plan, never about the board's own matter. */
function position(who: string): readonly Rule[] {
  return [
    ["confirmed", "chair", "E-NO-CIVIL-SERVANT"],
    ["compiled", who, "E-BOARD-ONLY"],
    [LED, who, "changes"],
    [RESTING, who, "E-NOT-ACTIVE"],
    ...WITHOUT_GROUP,
  ];
}

/** What is done with one position while it is open. */
function open(who: string): readonly Rule[] {
  return [
    ["asked", who, "changes"],
    [AFTER_THE_ANSWER, who, "E-LOCKED-RECORD"],
    ["closed", who, "E-NOT-ACTIVE"],
    ...WITHOUT_GROUP,
  ];
}

function occasion(): readonly Rule[] {
  return [
    ["planning asked", "civilServant", "E-NOT-APPROVED"],
    ["conducting", "civilServant", "changes"],
    ["compiled decided following", "civilServant", "E-LOCKED-RECORD"],
    [RESTING, "civilServant", "E-NOT-ACTIVE"],
  ];
}

/** The member's own task, which the chair has given: they, and those who coordinate (§13.1). */
function task(): readonly Rule[] {
  return [
    ["triaged", "chair member registrar", "changes"],
    ["planning conducting compiled decided following", "chair member civilServant", "changes"],
    ["paused stopped", "chair member civilServant", "E-NOT-ACTIVE"],
  ];
}

/** All of the member's tasks at once; where there are none nothing comes of it. */
function allTasks(): readonly Rule[] {
  return [
    ...task(),
    ["started", "member registrar otherRegistrar", "nothing"],
    ["registered confirmed", "chair member registrar", "nothing"],
    ["triagedOut", "chair member registrar", "E-NOT-ACTIVE"],
    ["withdrawn", "member registrar otherRegistrar", "E-NOT-ACTIVE"],
    [`${LED} closed`, "chair member civilServant", "nothing"],
  ];
}

function survey(expected: Expected, ...own: readonly Rule[]): readonly Rule[] {
  return [...own, [LED, "civilServant", expected], [RESTING, "civilServant", "E-NOT-ACTIVE"]];
}

const EXPECTED: { readonly [order in OrderName]: readonly Rule[] } = {
  // §1.2: any member of the team who is no guest. §2.4: an example is about nothing real, in one's own chat.
  startDialogue: [[EVER, TEAM, "changes"]],
  startExample: [[EVER, EVERYBODY.join(" "), "changes"]],
  confirmInitiator: [
    ["started", "chair", "changes"],
    ["withdrawn", "chair", "E-NOT-ACTIVE"],
    [EVER, "chair", "nothing"],
  ],
  // §2.1: starter or initiator, before G3; then it is a record.
  withdraw: [
    [`${DRAFTS} triagedOut`, "starter chair", "changes"],
    ["withdrawn", "starter chair", "nothing"],
    [RESTING, "starter chair", "E-NOT-ACTIVE"],
    [EVER, "starter chair", "E-LOCKED-RECORD"],
  ],
  // §2.2: only to a channel the bot is in; who may, when its own is gone, is told in moving.test.ts.
  moveHere: [],
  ...ITEMS_EXPECTED,
  ...ROLES_EXPECTED,
  // process.md §12: only the registrar registers the first decision; from G4a the civil servant too.
  register: item("laterAdministration", "decide"),
  laterRegister: item(
    "laterAdministration",
    "later",
    ["confirmed", "registrar", "E-DECISION-INCOMPLETE"],
    [LED, "registrar civilServant", "E-DECISION-INCOMPLETE"],
  ),
  // The chair named in the registration, while it waits; confirmed once it is so.
  confirmDecision: [
    ["registered conducting", "chair", "changes"],
    [`confirmed ${LED} ${RESTING}`, "chair", "nothing"],
  ],
  sendBack: [
    ["registered conducting", "chair", "changes"],
    [`confirmed ${LED}`, "chair", "E-LOCKED-RECORD"],
    [RESTING, "chair", "E-NOT-ACTIVE"],
  ],
  // §8.7: chair or civil servant ask; nothing of the final decision's step is the group's.
  askGroup: position(LEADS),
  consensus: position("chair"),
  // process.md §1.2: those with a seat, until it is closed.
  answer: open(GROUP),
  answerForm: open(GROUP),
  logOral: open("civilServant"),
  // The member whose answer was logged.
  confirmOral: [["asked", "member", "changes"], ...WITHOUT_GROUP],
  comment: open(`${GROUP} civilServant`),
  callSubstitute: open("chair"),
  closePosition: [
    ["asked", LEADS, "E-QUORUM"],
    [`${AFTER_THE_ANSWER} closed`, LEADS, "nothing"],
    ...WITHOUT_GROUP,
  ],
  // One that has a result is not asked again.
  reopenPosition: [["asked", "chair", "nothing"], ...open("chair").slice(1)],
  // Once the plan is approved; before that it is a row of the plan; what was held is a record.
  moveOccasion: occasion(),
  cancelOccasion: occasion(),
  // §1.8: what is shared; the starter until somebody is appointed.
  addTask: [
    ["started", "starter chair head registrar communicator otherHead otherRegistrar", "changes"],
    ["triaged registered", ADDING, "changes"],
    ["confirmed", `${ADDING} member substitute`, "changes"],
    [LED, ADDING_LATER, "changes"],
    [RESTING, ADDING_LATER, "E-NOT-ACTIVE"],
    ["triagedOut", ADDING, "E-NOT-ACTIVE"],
    [
      "withdrawn",
      "starter chair head registrar communicator otherHead otherRegistrar",
      "E-NOT-ACTIVE",
    ],
  ],
  completeTask: task(),
  reopenTask: task(),
  handOverTask: task(),
  moveTask: task(),
  cancelTask: task(),
  moveTasks: allTasks(),
  handOverTasks: allTasks(),
  // Chair or civil servant, once the board has decided (§9.6).
  pause: [
    ["triaged registered", "chair", "E-NO-BOARD-DECISION"],
    ["triagedOut", "chair", "E-NOT-ACTIVE"],
    ["confirmed", "chair", "changes"],
    [LED, LEADS, "changes"],
    ["paused", LEADS, "nothing"],
    ["stopped closed", LEADS, "E-NOT-ACTIVE"],
  ],
  resume: [
    ["triaged registered", "chair", "E-NO-BOARD-DECISION"],
    ["triagedOut", "chair", "E-NOT-ACTIVE"],
    ["confirmed", "chair", "nothing"],
    [LED, LEADS, "nothing"],
    ["paused", LEADS, "changes"],
    ["stopped closed", LEADS, "E-NOT-ACTIVE"],
  ],
  // R-REOPEN: the chair, what is passed; the way to the board's decision only the board opens again.
  reopenGate: [
    ["triaged registered triagedOut closed", "chair", "E-NOT-ACTIVE"],
    ["conducting compiled", "chair", "changes"],
    ["decided following", "chair", "E-BOARD-ONLY"],
    ["confirmed planning asked paused stopped", "chair", "nothing"],
  ],
  // legal.md §2.2: beside a locked record, by who might write it, whatever has become of the dialogue.
  correctElected: [
    ["confirmed", `starter ${GROUP}`, "changes"],
    [`${LED} ${RESTING}`, `${GROUP} civilServant`, "changes"],
    ["withdrawn", "starter chair", "E-NOT-ACTIVE"],
  ],
  correctDecision: [
    [`confirmed ${LED} ${RESTING}`, "registrar", "changes"],
    ["withdrawn", "registrar otherRegistrar", "E-NOT-ACTIVE"],
  ],
  // §9.4: of one's own, and nothing else.
  snooze: [
    [WITH_TASKS, "member", "changes"],
    ["paused stopped", "member", "E-NOT-ACTIVE"],
    ["decided", "chair", "E-STALE"],
    ["following", LEADS, "E-STALE"],
    ["closed", "civilServant", "E-NOT-ACTIVE"],
  ],
  diary: [
    ["conducting compiled decided following", "registrar", "changes"],
    ["closed", "registrar", "E-NOT-ACTIVE"],
  ],
  // The group's lessons, once there are any that the chair has fixed.
  settleLesson: [
    ["triaged registered triagedOut", "chair", "E-STALE"],
    ["confirmed", GROUP, "E-STALE"],
    ["following closed", `${GROUP} civilServant`, "nothing"],
    [LED, `${GROUP} civilServant`, "E-STALE"],
    ["paused stopped", `${GROUP} civilServant`, "E-NOT-ACTIVE"],
  ],
  // process.md §4.4 plan.lessons.
  declineLesson: [
    [LED, "civilServant", "changes"],
    [RESTING, "civilServant", "E-NOT-ACTIVE"],
  ],
  // With a task for it, so whoever may add none is told that first.
  takeLesson: [
    [LED, "civilServant", "changes"],
    [RESTING, ADDING_LATER, "E-NOT-ACTIVE"],
    ["triagedOut", ADDING, "E-NOT-ACTIVE"],
    [
      "withdrawn",
      "starter chair head registrar communicator otherHead otherRegistrar",
      "E-NOT-ACTIVE",
    ],
  ],
  // process.md §3 G4c.
  override: [
    ["triaged registered", "chair", "E-NO-BOARD-DECISION"],
    ["confirmed", "chair", "E-NO-CIVIL-SERVANT"],
    ["planning", "chair", "changes"],
    [`${LED} closed`, "chair", "nothing"],
    ["triagedOut paused stopped", "chair", "E-NOT-ACTIVE"],
  ],
  // evaluation.md §5.7: the civil servant alone looks after the participants' evaluation; what people are asked stands
  // still once a round has opened.
  surveyForm: survey("changes", ["following", "civilServant", "E-LOCKED-RECORD"]),
  surveyBackground: survey("changes", ["following", "civilServant", "E-LOCKED-RECORD"]),
  // Once feedback 2 is sent.
  secondWave: survey("E-NO-FEEDBACK", ["following", "civilServant", "changes"]),
  // What participants wrote is read, and made themes of, when every round has closed and enough have answered.
  surveyTheme: [],
  removeSurveyTheme: [[`${LED} ${RESTING}`, "civilServant", "nothing"]],
  // While a round is open; none is.
  beginPapers: [[`${LED} ${RESTING}`, "civilServant", "E-LOCKED-RECORD"]],
  savePaper: [[`${LED} ${RESTING}`, "civilServant", "E-LOCKED-RECORD"]],
  pasteAnswers: [[`${LED} ${RESTING}`, "civilServant", "E-LOCKED-RECORD"]],
  // Only in an example is anybody's part played.
  playRole: [],
  // Those invited, while it is open.
  answerEvaluation: [
    ["following", INVITED, "E-ROUND-CLOSED"],
    ["closed", INVITED, "E-NOT-ACTIVE"],
  ],
  // §4.2: those who look after what did not arrive; here everything has.
  sendAgain: [
    ["started withdrawn", "registrar otherRegistrar", "nothing"],
    ["triaged registered triagedOut confirmed", "chair registrar", "nothing"],
    [`${LED} ${RESTING}`, LEADS, "nothing"],
  ],
  deleteExample: [],
};

/** What is to come of the order when that person gives it there. */
export function expectedOf(order: OrderName, state: StateName, who: Who): Expected {
  const has = (words: string, word: string) => words.split(" ").includes(word);
  const rule = EXPECTED[order].find(([states, people]) => has(states, state) && has(people, who));
  return rule?.[2] ?? "E-FORBIDDEN";
}

import type { Command, Dialogue } from "../../src/domain/dialogue.ts";
import { finished, learnt, reasoned } from "../support/after-decision.ts";
import { minutesOf, register, stopped } from "../support/decided.ts";
import {
  confirmed,
  record,
  registered,
  type Step,
  start,
  triaged,
  triageSteps,
} from "../support/given.ts";
import { answer, open, planned } from "../support/planned.ts";
import { add, complete } from "../support/tasks.ts";
import { compiled, heldOnce, questioned, wholePlan } from "../support/whole-plan.ts";

/** Started by an employee, in the name of the one who takes the initiative. */
const started: readonly Step[] = [["starter", start()]];
const begun: readonly Step[] = [
  ...started,
  ["a", { type: "ConfirmInitiator" }],
  ...triageSteps("starter"),
];

/** A history of the dialogues of test/support, begun by the employee, with a substitute and a deputy. */
function lived(steps: readonly Step[]): readonly Step[] {
  return [...begun, ...steps.slice(triaged.length).map(withStandIns)];
}

function withStandIns([actor, command, now]: Step): Step {
  if (command.type !== "RecordItems")
    return now === undefined ? [actor, command] : [actor, command, now];
  const entries = command.entries.map((entry) => {
    if (entry.itemId === "decide.steering-group")
      return { ...entry, values: { ...entry.values, substitutes: "sub" } };
    if (entry.itemId === "plan.appoint")
      return { ...entry, values: { ...entry.values, deputy: "other" } };
    return entry;
  });
  const own: Command = { ...command, entries };
  return now === undefined ? [actor, own] : [actor, own, now];
}

/** The chair has given B two tasks, one of which is done, and the head of another department insight. */
const tasks: readonly Step[] = [
  ["a", add("t-open", { due: "2027-05-10" })],
  ["a", add("t-done", { title: "Läs förslaget" })],
  ["b", complete("t-done")],
  ["a", { type: "GiveRole", role: "observer", person: "ks-head", reason: "" }],
];

const planning = lived([...planned(), ...questioned.slice(0, 3)]);
const oral: Step = [
  "tjp",
  { type: "LogOralAnswer", positionId: "p1", seat: "b", answer: "approve", reason: "" },
];
const paused: Step = ["a", { type: "PauseDialogue", reason: "Vi väntar på Trafikverket." }];
/** More money, which the board has given and the chair is to confirm. */
const moreMoney: Step = [
  "reg",
  register(
    "budget",
    minutesOf("§ 31", "2027-04-20", { budgetSek: "200 000", budgetSource: "Driftbudget" }),
  ),
];
const archived: readonly Step[] = [
  ["reg", record("follow.export", { exportId: "EXP-1", receivedBy: "Kommunarkivet" })],
  ["reg", record("follow.purge", { gallringsbeslut: "SBN 2026-0003" })],
  ["system", { type: "PurgeContactList" }, "2028-09-01T06:30:00.000Z"],
];

/** Where a dialogue can stand, by the status it has then; a status without one does not compile. */
const BY_STATUS = {
  draft: {
    started,
    triaged: [...begun, ...tasks],
    registered: lived(registered),
  },
  triaged_out: {
    triagedOut: [
      ...started,
      ["a", { type: "ConfirmInitiator" }],
      ...triageSteps("starter", { influence: "no" }),
    ],
  },
  active: {
    confirmed: lived(confirmed),
    planning: [...planning, ...tasks],
    asked: [...lived(wholePlan), open, answer("a", "approve"), oral],
    conducting: [...lived(heldOnce), ...tasks, moreMoney],
    compiled: [...lived(compiled), ...tasks],
    decided: [...lived(reasoned), ...tasks],
    following: [...lived(learnt), ...tasks],
  },
  paused: { paused: [...planning, ...tasks, paused] },
  stopped: { stopped: [...planning, ...tasks, ...stopped] },
  closed: { closed: [...lived(finished), ...archived] },
  withdrawn: { withdrawn: [...started, ["starter", { type: "WithdrawDialogue" }]] },
} as const satisfies {
  readonly [status in Dialogue["status"]]: { readonly [name: string]: readonly Step[] };
};

type NamesOf<T> = T extends unknown ? keyof T & string : never;
export type StateName = NamesOf<(typeof BY_STATUS)[keyof typeof BY_STATUS]>;

/** Every state by its name: the status it has, and how it came there. */
export const STATES: readonly {
  readonly name: StateName;
  readonly status: Dialogue["status"];
  readonly steps: readonly Step[];
}[] = Object.entries(BY_STATUS).flatMap(([status, states]) =>
  Object.entries(states).map(([name, steps]) => ({
    name: name as StateName,
    status: status as Dialogue["status"],
    steps,
  })),
);

import type { Dialogue, Event, GateId, State } from "../../src/domain/dialogue.ts";
import { rowsOf } from "../../src/domain/fields.ts";
import { rolesOf } from "../../src/domain/permissions.ts";
import type { ClosedPosition, Position } from "../../src/domain/position.ts";
import type { Role } from "../../src/domain/roles.ts";
import { wordsOf } from "../../src/domain/text.ts";
import { directory } from "../support/given.ts";

/** One order that was carried out: what was, who gave it, what happened and what is. */
export type Happened = {
  readonly before: State;
  readonly events: readonly Event[];
  readonly after: Dialogue;
};

/** What must hold whoever does what in whatever order; each sentence that comes back is a rule that was broken. */
export function brokenRules(happened: Happened): readonly string[] {
  return [
    ...unentitled(happened),
    ...gatesWithoutFacts(happened),
    ...brokenPositions(happened),
    ...brokenEnds(happened),
    ...lostTasks(happened),
    ...elected(happened.after),
  ];
}

/** Guests and those outside the team change nothing, and a dialogue that is over is not changed (decisions.md §1.5, §2.1). */
function unentitled({ before, events }: Happened): readonly string[] {
  const people = ["guest", "outsider"];
  const strangers = events
    .filter(({ by }) => people.includes(by))
    .map(({ type, by }) => `${by} gave ${type}`);
  const isOver = before.status === "withdrawn" || before.status === "closed";
  const changed = isOver ? events.filter(({ type }) => !STILL.has(type)) : [];
  return [...strangers, ...changed.map(({ type }) => `a ${before.status} dialogue had ${type}`)];
}

/** A record is corrected beside itself whenever the fault is found (legal.md §2.2), and who was asked is forgotten in its time (decisions.md §11.1). */
const STILL: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "BallotsForgotten",
  "ContentErased",
  "RecordCorrected",
]);

/** Read from process.md §3 beside the code that decides: what must be known when a gate opens. */
const FACTS: { readonly [gate in GateId]: (state: Dialogue) => boolean } = {
  G0: ({ triage, initiatorConfirmed }) =>
    triage?.result === "citizen_dialogue" && initiatorConfirmed,
  G1: (state) =>
    has(state, "identify.statement", "issueStatement") &&
    rows(state, "identify.aspects", "aspectsIn") >= 1 &&
    has(state, "identify.boards", "leadBody"),
  G2: (state) =>
    has(state, "purpose.statement", "purpose") &&
    has(state, "purpose.use", "finalDecisionBody") &&
    has(state, "purpose.use", "plannedDecisionDate") &&
    value(state, "purpose.willing", "willingToChange") === true &&
    value(state, "triage.influence", "isInfluenceable") !== "no",
  G3: (state) => state.decisions.some((one) => one.matter === "start" && isWhole(one)),
  G4a: (state) => has(state, "plan.appoint", "civilServant"),
  G4b: (state) =>
    rows(state, "plan.target-map", "groups") >= 3 &&
    shares(state) === 100 &&
    isFixed(state, "plan.feedback-method") &&
    isFixed(state, "plan.responsibility") &&
    has(state, "plan.level", "level") &&
    has(state, "plan.resources", "plannedCostSek"),
  G4c: (state) =>
    state.overrides.G4c !== undefined ||
    (rows(state, "plan.communication", "commItems") >= 1 && has(state, "plan.evaluation", "modes")),
  G5: (state) =>
    proposal(state)?.tally.result === "approve" &&
    isFixed(state, "plan.feedback-method") &&
    rows(state, "plan.privacy", "dataItems") >= 1 &&
    rows(state, "plan.accessibility", "measures") >= 1 &&
    Number(value(state, "plan.resources", "plannedCostSek")) <= decided(state),
  G6: (state) => {
    const left = Object.values(state.occasions).filter(({ status }) => status === "planned");
    const held = left.filter(({ id }) => {
      const there = value(state, `event.elected.${id}`, "electedPresent");
      return (
        Array.isArray(there) && there.length > 0 && has(state, `event.document.${id}`, "notes")
      );
    });
    return left.length > 0 && held.length === left.length;
  },
  G7: (state) =>
    has(state, "compile.report", "report") &&
    has(state, "compile.report", "fixedAt") &&
    has(state, "compile.redact", "redactedAt") &&
    has(state, "compile.handover", "handedOverAt"),
  G8: (state) => {
    const decision = state.decisions.findLast(
      ({ matter, status }) => matter === "final" && status === "confirmed",
    );
    const body = value(state, "purpose.use", "finalDecisionBody");
    const answers = rowsOf(value(state, "final.use", "themeResponses"));
    const themes = rowsOf(value(state, "compile.themes", "themes"));
    return (
      decision !== undefined &&
      decision.settledBy !== decision.registeredBy &&
      decision.facts.body === body &&
      themes.every(({ id }) =>
        answers.some((one) => one.values.themeId === id && one.values.reason),
      )
    );
  },
  G9: (state) =>
    has(state, "feedback.heard", "sentAt") && has(state, "feedback.decision", "sentAt"),
  G10: (state) =>
    rows(state, "eval.participants", "rounds") >= 1 &&
    has(state, "eval.internal", "n") &&
    has(state, "eval.meeting", "heldAt") &&
    rows(state, "eval.lessons", "lessons") >= 1,
  G11: (state) =>
    has(state, "follow.finish", "finishedAt") &&
    has(state, "follow.export", "exportId") &&
    has(state, "follow.purge", "gallringsbeslut"),
};

/** The gates are passed one after the other from the board's decision on. */
function gatesWithoutFacts({ events, after }: Happened): readonly string[] {
  return events.flatMap((event) => {
    if (event.type !== "GatePassed") return [];
    const { gate } = event;
    return FACTS[gate](after) ? [] : [`${gate} was passed without its facts`];
  });
}

function isWhole({
  status,
  facts,
  registeredBy,
  settledBy,
}: Dialogue["decisions"][number]): boolean {
  const members = Array.isArray(facts.members) ? (facts.members as readonly string[]) : [];
  return (
    status === "confirmed" &&
    typeof facts.budgetSek === "number" &&
    members.length >= 2 &&
    (members as readonly unknown[]).includes(facts.chair) &&
    (settledBy === facts.chair || settledBy === facts.viceChair) &&
    settledBy !== registeredBy
  );
}

/** One position on a matter at a time; who answers holds the seat; the arithmetic; and a closed one stays as it is. */
function brokenPositions({ before, after, events }: Happened): readonly string[] {
  const broken: string[] = [];
  const open = after.positions.filter(({ closed }) => !closed).map(({ matter }) => matter);
  if (new Set(open).size < open.length) broken.push("two positions are open on one matter");
  for (const event of events) {
    if (event.type !== "PositionAnswered") continue;
    const position = after.positions.find(({ id }) => id === event.positionId);
    if (!position) broken.push("an answer belongs to no position");
    else if (!mayAnswer(position, event, after))
      broken.push(`${event.by} answered for ${event.seat}`);
  }
  for (const position of after.positions) {
    const then =
      before.status === "none" ? undefined : before.positions.find(({ id }) => id === position.id);
    // A mark that it no longer holds stands beside the record (process.md R-REOPEN).
    const { superseded: _mark, ...record } = position;
    const { superseded: _before, ...kept } = then ?? position;
    const isAskedAgain = events.some(
      (event) => event.type === "PositionReopened" && event.positionId === position.id,
    );
    // One without a result is asked again, and only that (decisions.md §8.6).
    if (isAskedAgain && then?.closed?.tally.result === undefined) continue;
    if (then?.closed && JSON.stringify(kept) !== JSON.stringify(record))
      broken.push("a closed position changed");
    if (then && !then.closed && wasRecused(then, position))
      broken.push("somebody came back from jäv");
    if (position.closed && !then?.closed) broken.push(...miscounted(position, position.closed));
  }
  return broken;
}

function mayAnswer(
  position: Position,
  { seat, by, oral }: Extract<Event, { type: "PositionAnswered" }>,
  state: Dialogue,
): boolean {
  if (!position.seats.includes(seat)) return false;
  const writing = ["civilServant", "deputy"].map((role) => value(state, "plan.appoint", role));
  return oral ? writing.includes(by) : by === (position.substitutes[seat] ?? seat);
}

function wasRecused(then: Position, now: Position): boolean {
  return Object.entries(then.answers).some(([seat, { answer, oral }]) => {
    const later = now.answers[seat];
    // A substitute answers in the seat; who declared jäv in it takes no part.
    const isReplaced = then.substitutes[seat] !== now.substitutes[seat];
    if (isReplaced) return !now.recused?.includes(then.substitutes[seat] ?? seat);
    return (
      oral === undefined &&
      wordsOf(answer) === "recuse" &&
      (!later || wordsOf(later.answer) !== "recuse")
    );
  });
}

/** process.md §1.2 and decisions.md §8.6, counted once more by hand. */
function miscounted(
  position: Position,
  { answers, tally, consensus }: ClosedPosition,
): readonly string[] {
  const broken: string[] = [];
  const seats = answers.map(({ seat }) => seat);
  if (new Set(seats).size < seats.length) broken.push("a vote was counted twice");
  if (seats.some((seat) => !position.seats.includes(seat))) broken.push("a vote without a seat");
  if (!consensus && seats.some((seat) => position.answers[seat]?.oral === "logged"))
    broken.push("an answer nobody has confirmed was counted");
  const number = (...kinds: readonly string[]) =>
    answers.filter(({ answer }) => kinds.includes(answer)).length;
  const [yes, no] = [number("approve"), number("return", "refer")];
  const present = answers.length - number("recuse");
  const quorum = present > position.seats.length / 2;
  const same =
    tally.yes === yes && tally.no === no && tally.present === present && tally.quorum === quorum;
  if (!same) broken.push("the numbers of a position are wrong");
  if (!quorum && tally.result !== undefined) broken.push("a result without quorum");
  if (quorum && yes > no && tally.result !== "approve") broken.push("the majority did not win");
  if (quorum && yes < no && tally.result === "approve") broken.push("the minority won");
  if (quorum && yes === no && tally.result !== undefined && !tally.castingVote)
    broken.push("a tie was settled by nobody");
  return broken;
}

/** A task is done, cancelled or open, and never gone. */
function lostTasks({ before, after }: Happened): readonly string[] {
  if (before.status === "none") return [];
  return Object.keys(before.tasks.byId)
    .filter((id) => after.tasks.byId[id] === undefined)
    .map((id) => `task ${id} was lost`);
}

/** A gate once passed after the board's decision closes only when it is reopened; G3 never. */
function brokenEnds({ before, after }: Happened): readonly string[] {
  if (before.status === "none" || before.gates.G3 === undefined) return [];
  return after.gates.G3 === undefined ? ["the board's decision came undone"] : [];
}

const ELECTED: readonly Role[] = ["steeringChair", "steeringMember", "substitute"];
const EMPLOYED: readonly Role[] = [
  "departmentHead",
  "civilServant",
  "deputy",
  "communicator",
  "registrar",
];

/** Nobody is elected and employed in one dialogue (decisions.md §1.7). */
function elected(state: Dialogue): readonly string[] {
  return [...directory.people.keys()].flatMap((person) => {
    const roles = rolesOf(state, person, directory);
    const both =
      ELECTED.some((role) => roles.has(role)) && EMPLOYED.some((role) => roles.has(role));
    return both ? [`${person} is elected and employed: ${[...roles].join(", ")}`] : [];
  });
}

const value = (state: Dialogue, itemId: string, field: string) =>
  state.items[itemId]?.values[field];
const rows = (state: Dialogue, itemId: string, field: string) =>
  rowsOf(value(state, itemId, field)).length;
const isFixed = (state: Dialogue, itemId: string) => state.items[itemId]?.fixed !== undefined;

function has(state: Dialogue, itemId: string, field: string): boolean {
  const kept = value(state, itemId, field);
  return kept !== undefined && kept !== null && kept !== "";
}

function shares(state: Dialogue): number {
  const groups = rowsOf(value(state, "plan.target-map", "groups")).map(({ id }) => id);
  return rowsOf(value(state, "plan.target-priority", "resourceShare"))
    .filter(({ id }) => groups.includes(id))
    .reduce((sum, { values }) => sum + Number(values.value ?? 0), 0);
}

function proposal(state: Dialogue): ClosedPosition | undefined {
  return state.positions.findLast(({ matter, closed }) => matter === "proposal" && closed)?.closed;
}

function decided(state: Dialogue): number {
  const newest = state.decisions.findLast(
    ({ matter, status }) => status === "confirmed" && ["start", "budget"].includes(matter),
  );
  return Number(newest?.facts.budgetSek ?? 0);
}

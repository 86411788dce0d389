import type { ItemState } from "./item-state.ts";
import type { Context } from "./context.ts";
import type { Dialogue, Event, GateId, NewFact } from "./dialogue.ts";
import { finalDecision, rolesOf } from "./permissions.ts";
import type { Position, PositionMatter } from "./position.ts";
import { reasonOf } from "./reason.ts";
import { Rejection } from "./rejection.ts";
import type { Text } from "./text.ts";
import type { Instant } from "./time.ts";

/** Gates that a chair's reason opens again; what the board has decided only the board decides anew (process.md R-REOPEN). */
export const REOPENABLE = ["G4b", "G4c", "G5", "G6", "G7", "G9", "G10"] as const;
export type ReopenableGate = (typeof REOPENABLE)[number];

export type ReopenCommand = {
  readonly type: "ReopenGate";
  readonly gate: GateId;
  readonly reason: string;
};
export type ReopenFact = {
  readonly type: "GateReopened";
  readonly gate: ReopenableGate;
  readonly reason: Text;
};

/** What stood in an item when it was opened again: kept, and marked *ersatt*. */
export type ReplacedRecord = {
  readonly itemId: string;
  readonly item: ItemState;
  readonly replacedAt: Instant;
};

/** In their order; each belongs to the facts of some items. */
const LATER: readonly {
  readonly gate: GateId;
  readonly items: readonly string[];
  readonly matters: readonly PositionMatter[];
}[] = [
  { gate: "G4b", items: ["plan."], matters: ["level", "feedback-method"] },
  { gate: "G4c", items: ["plan."], matters: [] },
  { gate: "G5", items: ["check."], matters: ["proposal"] },
  { gate: "G6", items: ["event."], matters: [] },
  { gate: "G7", items: ["compile."], matters: [] },
  { gate: "G8", items: ["final."], matters: [] },
  { gate: "G9", items: ["feedback."], matters: [] },
  { gate: "G10", items: ["eval."], matters: ["lessons"] },
  { gate: "G11", items: ["follow."], matters: [] },
];

/** What is locked once it is sent or fixed, and is therefore a record of its own when its gate is opened again. */
const RECORDS = [
  "event.invite",
  "compile.report",
  "compile.handover",
  "feedback.",
  "eval.lessons",
  "follow.",
];

/**
 * The chair opens a passed gate again and says why; it and the ones after it pass again by new facts. Refuses everybody
 * else, the board's own gates and, once the board has decided the matter, all that led to it (E-BOARD-ONLY): that needs a
 * new decision. A gate that is not passed is open already.
 */
export function reopenGate(
  state: Dialogue,
  { gate, reason: words }: ReopenCommand,
  { actor, directory }: Context,
): NewFact[] {
  if (!rolesOf(state, actor, directory).has("steeringChair"))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"] });
  if (state.status !== "active")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  const chosen = REOPENABLE.find((one) => one === gate);
  if (chosen === undefined || (isBeforeFinal(chosen) && finalDecision(state)))
    throw new Rejection({ code: "E-BOARD-ONLY" });
  if (state.gates[chosen] === undefined) return [];
  const open = state.positions.find((one) => !one.closed && isFrom(chosen, one));
  if (open) throw new Rejection({ code: "E-LOCKED-RECORD", positionId: open.id });
  return [
    {
      type: "GateReopened",
      gate: chosen,
      reason: reasonOf(words, { itemId: gate, field: "reason" }),
    },
  ];
}

/** The gates that can be opened again as things stand. */
export function reopenable(state: Dialogue): readonly ReopenableGate[] {
  if (state.status !== "active") return [];
  return REOPENABLE.filter(
    (gate) => state.gates[gate] !== undefined && !(isBeforeFinal(gate) && finalDecision(state)),
  );
}

function isBeforeFinal(gate: GateId): boolean {
  return placeOf(gate) < placeOf("G8");
}

function placeOf(gate: GateId): number {
  return LATER.findIndex((one) => one.gate === gate);
}

function from(gate: GateId): typeof LATER {
  return LATER.slice(placeOf(gate));
}

function isFrom(gate: GateId, { matter }: Position): boolean {
  return from(gate).some(({ matters }) => matters.includes(matter));
}

/** The gates closed from this one on, later records kept beside and marked. Never throws. */
export function reopened(
  state: Dialogue,
  { gate, at }: Extract<Event, { type: "GateReopened" }>,
): Dialogue {
  const later = from(gate);
  const closed = later.map((one) => one.gate).filter((one) => state.gates[one] !== undefined);
  const prefixes = later.flatMap(({ items }) => items);
  const records = Object.entries(state.items).filter(
    ([itemId, item]) =>
      RECORDS.some((record) => itemId.startsWith(record)) &&
      prefixes.some((prefix) => itemId.startsWith(prefix)) &&
      item.superseded === undefined &&
      item.recordedAt !== undefined,
  );
  const { G4c: _override, ...overrides } = state.overrides;
  return {
    ...state,
    gates: Object.fromEntries(
      Object.entries(state.gates).filter(([one]) => !closed.includes(one as GateId)),
    ),
    waiting: [...new Set([...state.waiting, ...closed])],
    overrides: gate === "G4b" || gate === "G4c" ? overrides : state.overrides,
    positions: state.positions.map((one) =>
      one.closed && !one.superseded && isFrom(gate, one) ? { ...one, superseded: at } : one,
    ),
    items: {
      ...state.items,
      ...Object.fromEntries(records.map(([itemId, item]) => [itemId, { ...item, superseded: at }])),
    },
    replaced: [
      ...state.replaced,
      ...records.map(([itemId, item]) => ({ itemId, item, replacedAt: at })),
    ],
  };
}

/** A new fact in a gate's own step lets it pass again. Never throws. */
export function afterNewFact(state: Dialogue, event: Event): Dialogue {
  if (state.waiting.length === 0) return state;
  const waiting = state.waiting.filter((gate) => !isFactOf(state, event, gate));
  return waiting.length === state.waiting.length ? state : { ...state, waiting };
}

type Written = Extract<Event, { type: "ItemRecorded" | "RowPut" | "RowRemoved" | "ItemFixed" }>;
function isWritten(event: Event): event is Written {
  return ["ItemRecorded", "RowPut", "RowRemoved", "ItemFixed"].includes(event.type);
}

function isFactOf(state: Dialogue, event: Event, gate: GateId): boolean {
  const own = LATER.find((one) => one.gate === gate);
  if (!own) return true;
  if (isWritten(event)) return own.items.some((prefix) => event.itemId.startsWith(prefix));
  if (event.type === "PositionClosed") {
    const position = state.positions.find(({ id }) => id === event.positionId);
    return position !== undefined && own.matters.includes(position.matter);
  }
  if (event.type === "DecisionConfirmed") return gate === "G8";
  return gate === "G6" && "occasionId" in event;
}

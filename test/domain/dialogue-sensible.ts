import type { Command, Dialogue } from "../../src/domain/dialogue.ts";
import { isMissing, isRows, rowsOf } from "../../src/domain/fields.ts";
import { firstClosedOf, gatesOf } from "../../src/domain/gates.ts";
import { itemProgress, itemsIn } from "../../src/domain/item-progress.ts";
import { holdersOf, writersOf } from "../../src/domain/permissions.ts";
import type { Item, Step } from "../../src/domain/template.ts";
import { directory, template } from "../support/given.ts";
import { ORDERS } from "./dialogue-orders.ts";
import { inputsFor, rowIdsFor, rowInputsFor, type Situation } from "./dialogue-values.ts";

export type Order = { readonly actor: string; readonly command: Command };

type Waiting = readonly (() => Order | undefined)[];

/** Something that the dialogue waits for, by somebody whose job it is; undefined when it waits for nothing. */
export function sensibleOrder(situation: Situation): Order | undefined {
  const { state, dice } = situation;
  const waiting = [settling(state), timeOrders(situation), registrations(situation)].flat();
  const groups: readonly Waiting[] = [
    itemOrders(situation),
    itemOrders(situation),
    itemOrders(situation),
    positionOrders(situation),
    waiting.map((order) => () => order),
  ];
  return dice.of(dice.of(groups.filter(({ length }) => length > 0)) ?? [])?.();
}

function settling(state: Dialogue): readonly Order[] {
  const waiting: Order[] = state.initiatorConfirmed
    ? []
    : [{ actor: state.initiator, command: { type: "ConfirmInitiator" } }];
  for (const { id: decisionId, status, facts } of state.decisions) {
    if (status !== "registered" || typeof facts.chair !== "string") continue;
    waiting.push({ actor: facts.chair, command: { type: "ConfirmDecision", decisionId } });
  }
  return waiting;
}

/** What is not done of the items of the steps that have begun; the first of it most often. */
function itemOrders(situation: Situation): Waiting {
  const { state } = situation;
  return template.steps
    .flatMap((step) => itemsIn(state, step).map((item) => ({ step, item })))
    .filter(({ item, step }) => {
      const closed = firstClosedOf(state, gatesOf(item.id, step.id), template) !== undefined;
      const locked = step.order <= 3 && state.gates.G3 !== undefined;
      return !closed && !locked && itemProgress(state, item) !== "done";
    })
    .slice(0, 15)
    .map(
      ({ step, item }) =>
        () =>
          itemOrder(item, step, situation),
    );
}

function itemOrder(item: Item, step: Step, situation: Situation): Order | undefined {
  const { state, dice } = situation;
  const writers = writersOf(state, item, step).flatMap((role) => holdersOf(state, role, directory));
  const actor = dice.of(writers);
  if (actor === undefined) return undefined;
  const kept = state.items[item.id]?.values ?? {};
  const revision = state.items[item.id]?.revision ?? 0;
  const missing = item.fields.filter((field) => isMissing(field, kept));
  const rows = missing.find(isRows);
  if (rows) {
    const ids = rowIdsFor(item, rows, situation);
    const filled = rowsOf(kept[rows.name]).map(({ id }) => id);
    const rowId = ids.find((id) => !filled.includes(id));
    if (rowId === undefined) return undefined;
    const values = rowInputsFor(rows, situation);
    const at = { itemId: item.id, field: rows.name, rowId, revision: 0 };
    return { actor, command: { type: "PutRow", ...at, values } };
  }
  const only = missing.map(({ name }) => name);
  if (only.length > 0) {
    const entries = [{ itemId: item.id, values: inputsFor(item, situation, only), revision }];
    return { actor, command: { type: "RecordItems", entries } };
  }
  const [chair] = holdersOf(state, "steeringChair", directory);
  if (!item.fixedByChair || chair === undefined) return undefined;
  return { actor: chair, command: { type: "FixItem", itemId: item.id, revision } };
}

function positionOrders(situation: Situation): Waiting {
  const { state, dice } = situation;
  if (state.gates.G4a === undefined) return [];
  const [tjp] = holdersOf(state, "civilServant", directory);
  const [chair] = holdersOf(state, "steeringChair", directory);
  const open = state.positions.find(({ closed }) => !closed);
  if (!open)
    return [
      () => by(tjp, ORDERS.OpenPosition(situation)),
      () => by(chair, ORDERS.OverrideGate(situation)),
    ];
  const answer = (): Order | undefined => {
    const seat = dice.of(open.seats.filter((one) => open.answers[one] === undefined));
    const command = { ...ORDERS.AnswerPosition(situation), positionId: open.id, revision: 0 };
    return seat === undefined ? undefined : { actor: seat, command };
  };
  const close = { type: "ClosePosition", positionId: open.id } as const;
  return [answer, answer, answer, () => by(chair, close)];
}

function by(actor: string | undefined, command: Command): Order | undefined {
  return actor === undefined ? undefined : { actor, command };
}

function timeOrders({ state, now }: Situation): readonly Order[] {
  return Object.values(state.occasions)
    .filter(({ status, endedAt, end }) => status === "planned" && !endedAt && end <= now)
    .map(({ id }) => ({ actor: "system", command: { type: "EndOccasion", occasionId: id } }));
}

function registrations(situation: Situation): readonly Order[] {
  const registered = situation.state.decisions.some(({ status }) => status === "registered");
  if (registered) return [];
  const actor = holdersOf(situation.state, "registrar", directory)[0];
  const command = ORDERS.RegisterDecision(situation);
  const matter = situation.state.gates.G3 === undefined ? "start" : command.matter;
  return actor === undefined ? [] : [{ actor, command: { ...command, matter } }];
}

import type { OrderName } from "./matrix-orders.ts";
import { LEADS, LED, RESTING, type Rule } from "./matrix-rules.ts";

/** decisions.md §1.6: the registrar records head and acting chair, once the board has named a group. */
const BY_THE_REGISTRAR: readonly Rule[] = [
  ["started", "registrar otherRegistrar", "E-NO-BOARD-DECISION"],
  ["triaged registered", "registrar", "E-NO-BOARD-DECISION"],
  [`confirmed ${LED} paused`, "registrar", "changes"],
  ["triagedOut stopped closed", "registrar", "E-NOT-ACTIVE"],
  ["withdrawn", "registrar otherRegistrar", "E-NOT-ACTIVE"],
];

/** Roles over time; who has ended keeps the roles it had, and people come and go while it rests. */
export const ROLES_EXPECTED = {
  giveHead: BY_THE_REGISTRAR,
  giveActingChair: BY_THE_REGISTRAR,
  // §1.3: the civil servant changes the communicator.
  giveCommunicator: [
    [`${LED} paused`, "civilServant", "changes"],
    ["stopped closed", "civilServant", "E-NOT-ACTIVE"],
  ],
  // §1.3, §1.5: the chair, and the civil servant.
  giveInsight: [
    ["triaged registered confirmed", "chair", "changes"],
    [`${LED} paused`, LEADS, "changes"],
    ["triagedOut", "chair", "E-NOT-ACTIVE"],
    ["stopped closed", LEADS, "E-NOT-ACTIVE"],
  ],
  // Who is none any more, or never was, is not ended again.
  endInsight: [
    ["triaged", "chair", "changes"],
    ["registered confirmed", "chair", "nothing"],
    ["asked closed", LEADS, "nothing"],
    [`${LED} paused`, LEADS, "changes"],
    ["triagedOut", "chair", "E-NOT-ACTIVE"],
    ["stopped", LEADS, "E-NOT-ACTIVE"],
  ],
  // §1.6: chair and civil servant of everybody with a part, and each for themselves; the member has none before the decision.
  recordAbsence: [
    ["triaged registered", "chair", "E-FIELD"],
    ["confirmed", "chair member", "changes"],
    [`${LED} paused`, "chair member civilServant", "changes"],
    ["triagedOut", "chair", "E-NOT-ACTIVE"],
    ["stopped closed", "chair member civilServant", "E-NOT-ACTIVE"],
  ],
  endAbsence: [
    ["triaged registered", "chair", "nothing"],
    ["confirmed", "chair member", "nothing"],
    [`${LED} ${RESTING}`, "chair member civilServant", "nothing"],
    ["triagedOut", "chair", "E-NOT-ACTIVE"],
  ],
} as const satisfies { readonly [order in OrderName]?: readonly Rule[] };

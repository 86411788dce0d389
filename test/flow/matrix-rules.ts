import { EVERYBODY } from "./stage-people.ts";

/**
 * What comes of a press: something changes; it is accepted and says nothing new; or the codes of the refusal. Whoever is
 * not named where the dialogue stands is refused with E-FORBIDDEN.
 */
export type Expected = "changes" | "nothing" | `${"E" | "W"}-${string}`;
/** Where the dialogue stands, who presses, what comes of it. The first rule that fits holds. */
export type Rule = readonly [states: string, who: string, expected: Expected];

export const DRAFTS = "started triaged registered";
/** From the appointment of a civil servant (G4a) until the dialogue is closed. */
export const LED = "planning asked conducting compiled decided following";
export const RESTING = "paused stopped closed";
export const EVER = `${DRAFTS} triagedOut confirmed ${LED} ${RESTING} withdrawn`;
export const TEAM = EVERYBODY.filter((who) => who !== "guest" && who !== "outsider").join(" ");
/** process.md §1.2 and §12: chair and members; chair or civil servant. */
export const GROUP = "chair member";
export const LEADS = "chair civilServant";

/** What does not exist yet is answered like what one may not know of (§5.9). */
export const NO_OCCASION: Rule = [`${DRAFTS} triagedOut confirmed withdrawn`, GROUP, "E-FORBIDDEN"];

/** decisions.md §1.8: who may write what is somebody's "Ansvar": before the decision, before the appointment, after it. */
const WRITERS = {
  // The starting employee drafts steps 0–3 (§1.2); later the chair and the members are the elected officials.
  elected: ["starter chair", `starter ${GROUP}`, `${GROUP} civilServant`],
  administration: ["starter registrar", "starter registrar", "registrar civilServant"],
  // Any role but observer and admin.
  shared: [
    "starter chair head registrar communicator",
    "starter chair member head registrar communicator",
    "starter chair member head civilServant deputy registrar communicator",
  ],
  chair: ["chair", "chair", LEADS],
  // Nobody's draft but the holder's own.
  chairAlone: ["chair", "chair", "chair"],
  head: ["head", "head", "head"],
  group: ["chair", GROUP, `${GROUP} civilServant`],
  civilServant: ["", "", "civilServant"],
  communicator: ["communicator", "communicator", "communicator civilServant"],
  // After step 3 the starting employee has no part in what the administration does.
  laterAdministration: ["registrar", "registrar", "registrar civilServant"],
} as const;
type Kind = keyof typeof WRITERS;
const EARLY: { readonly [kind in Kind]?: string } = {
  administration: "starter registrar otherRegistrar",
  shared: "starter chair head registrar communicator otherHead otherRegistrar",
  chair: "",
  chairAlone: "",
  head: "head otherHead",
  group: "",
  laterAdministration: "registrar otherRegistrar",
};

/** process.md §3 and decisions.md §8.3: what an action in a step is told by the first gate that is closed. */
const CLOSED = {
  triage: [
    ["confirmed", "E-LOCKED-RECORD"],
    [LED, "E-LOCKED-RECORD"],
  ],
  identify: [
    ["started", "E-NOT-CITIZEN-DIALOGUE"],
    ["confirmed", "E-LOCKED-RECORD"],
    [LED, "E-LOCKED-RECORD"],
  ],
  decide: [
    ["started", "E-NOT-CITIZEN-DIALOGUE"],
    ["triaged", "E-TOPIC-MISSING"],
    // A registration that waits for the chair is locked.
    [`registered confirmed ${LED}`, "E-LOCKED-RECORD"],
  ],
  minutes: [
    ["started", "E-NOT-CITIZEN-DIALOGUE"],
    ["triaged", "E-TOPIC-MISSING"],
    ["registered", "E-LOCKED-RECORD"],
  ],
  planning: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    // What the group has been asked about stands still, and stays so when it has approved.
    ["asked conducting compiled decided following", "E-LOCKED-RECORD"],
  ],
  appointing: [[DRAFTS, "E-NO-BOARD-DECISION"]],
  later: [[DRAFTS, "E-NO-BOARD-DECISION"]],
  checkpoint: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    ["planning", "W-PLAN-PART-MISSING"],
  ],
  conduct: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    ["planning asked", "E-NOT-APPROVED"],
  ],
  compile: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    ["planning asked", "E-NOT-APPROVED"],
    ["conducting", "E-NO-ELECTED-PRESENT"],
  ],
  final: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    ["planning asked", "E-NOT-APPROVED"],
    ["conducting", "E-NO-REPORT"],
  ],
  feedback: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    ["planning asked", "E-NOT-APPROVED"],
    ["conducting compiled", "E-BOARD-ONLY"],
  ],
  evaluate: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    ["planning asked", "E-NOT-APPROVED"],
    ["conducting compiled decided", "E-NO-FEEDBACK"],
  ],
  followUp: [
    [DRAFTS, "E-NO-BOARD-DECISION"],
    ["confirmed", "E-NO-CIVIL-SERVANT"],
    ["planning asked", "E-NOT-APPROVED"],
    ["conducting compiled decided", "E-NO-EVALUATION"],
  ],
} as const satisfies { readonly [step: string]: readonly (readonly [string, Expected])[] };

/** The rules of one item; what is its own goes before what holds for all of its kind and step. */
export function item(
  kind: Kind,
  step: keyof typeof CLOSED,
  ...own: readonly Rule[]
): readonly Rule[] {
  const [drafting, decided, led] = WRITERS[kind];
  const phases = [
    [DRAFTS, drafting],
    ["confirmed", decided],
    [LED, led],
  ] as const;
  const both = (these: string, those: string) =>
    these
      .split(" ")
      .filter((one) => those.split(" ").includes(one))
      .join(" ");
  // Until one body leads, the offices of all of them have their part (§1.3); before the initiator has confirmed nobody chairs.
  const early = (EARLY[kind] ?? drafting) as string;
  const [, notYet] = CLOSED[step].find(([states]) => both(states, "started") !== "") ?? [];
  return [
    ...own,
    ["started", early, notYet ?? "changes"],
    ["withdrawn", early, "E-NOT-ACTIVE"],
    ["started withdrawn", drafting, "E-FORBIDDEN"],
    ...phases.flatMap(([states, who]): Rule[] =>
      CLOSED[step].map(([closed, code]): Rule => [both(closed, states), who, code]),
    ),
    ...phases.map(([states, who]): Rule => [states, who, "changes"]),
    // §5.9: paused, stopped, closed, triaged out, taken back.
    ["triagedOut", drafting, "E-NOT-ACTIVE"],
    [RESTING, led, "E-NOT-ACTIVE"],
  ];
}

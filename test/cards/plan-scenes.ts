import type { Dialogue, Event, State } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { after, type Step } from "../support/given.ts";
import { occasion, planned, row } from "../support/planned.ts";
import * as whole from "../support/whole-plan.ts";

const share = (id: string, percent: number): Step => [
  "a",
  row("plan.target-priority", "resourceShare", id, { value: String(percent) }, 1),
];
/** Variant 1v of scenario 1: most of the effort goes to those who are heard. */
const variant: readonly Step[] = [
  share("unga", 15),
  share("resenarer", 15),
  share("kvall", 15),
  share("boende", 10),
  share("naring", 45),
];

/** Ten more occasions, a week apart, so that there are twelve. */
const tour: readonly Step[] = Array.from({ length: 10 }, (_, index) => {
  const day = String(1 + index).padStart(2, "0");
  return occasion(`e${index + 3}`, `2027-06-${day} 17:00`, `2027-06-${day} 19:00`, "b");
});

/** Groups as many as a map of a whole municipality has: forty in all. */
const crowd: readonly Step[] = Array.from({ length: 35 }, (_, index) => [
  "a",
  row("plan.target-map", "groups", `grupp-${index + 1}`, {
    name: `Boende och verksamma i stadsdel ${index + 1}`,
    affected: String(1 + (index % 4)),
    heard: String(1 + (index % 3)),
    affectedHow: "Reser genom torget varje vecka",
  }),
]);

/** The board has decided in the matter, as its registration and the chair's word leave it. */
function told(): Dialogue {
  const stamp = { by: "reg", at: "2027-06-23T14:00:00.000Z" };
  const facts = {
    body: "sbn",
    meetingDate: "2027-06-22",
    paragraph: { text: "§ 88" },
    dnr: { text: "SBN 2027-0041" },
  };
  const events: readonly Event[] = [
    { type: "DecisionRegistered", decisionId: "final-1", matter: "final", facts, ...stamp },
    { type: "DecisionConfirmed", decisionId: "final-1", warnings: [], ...stamp, by: "a" },
    { type: "GatePassed", gate: "G8", ...stamp, by: "a" },
  ];
  const state = events.reduce<State>(evolve, after(...whole.answered));
  if (state.status === "none") throw new Error("Nothing was started.");
  return state;
}

/** Scenario 1 from a finished plan to the reasons for each theme, and what is odd about a plan. */
export const planScenes = {
  planned: () => after(...planned()),
  misplaced: () => after(...whole.wholePlan, ...variant),
  crowded: () => after(...planned(), ...crowd),
  wholePlan: () => after(...whole.wholePlan),
  approved: () => after(...whole.approvedPlan),
  touring: () => after(...planned(), ...tour),
  heldOnce: () => after(...whole.heldOnce),
  heldAll: () => after(...whole.heldAll),
  compiled: () => after(...whole.compiled),
  reasoned: () => after(...whole.compiled, ...whole.reasons(3)),
  told,
};

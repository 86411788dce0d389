import type { Opening } from "../../src/cards/screens.ts";
import { screenOf, screenRefused } from "../../src/cards/screens.ts";
import { confirmDecisionCard } from "../../src/cards/confirm-decision.ts";
import { overviewCard } from "../../src/cards/overview.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { decided, minutesOf, register, stopped } from "../support/decided.ts";
import { after, appointed, record, type Step } from "../support/given.ts";
import { compiled, heldAll, heldOnce, invited, reasons } from "../support/whole-plan.ts";
import type { Shown, ViewAt } from "./every-card.ts";

const dialogueId = "dialogue-1";
const money = minutesOf("§ 22", "2027-03-23", {
  budgetSek: "175 000",
  budgetSource: "Nämndens driftbudget",
  decisionText:
    "Nämnden beslutar att budgeten för medborgardialogen om Stationstorget ska vara 175 000 kronor.",
});
/** A text field takes no more. */
const AS_LONG_AS_MAY_BE = "Nämnden beslutar att budgeten för dialogen om torget ska höjas. "
  .repeat(80)
  .slice(0, 5_000);
const budget: readonly Step[] = decided("budget", money);
const correction: Step = [
  "reg",
  {
    type: "CorrectRecord",
    correctionId: "c-1",
    about: { kind: "decision", decisionId: "decision-1" },
    was: "§ 7",
    shouldBe: "§ 8",
    why: "Fel paragraf i utskicket.",
  },
];
const pause: Step = [
  "tjp",
  { type: "PauseDialogue", reason: "Vi väntar på Trafikverkets besked om perrongen." },
  "2027-04-21T08:00:00.000Z",
];
const reopenCheckpoint: Step = [
  "a",
  { type: "ReopenGate", gate: "G5", reason: "Kostnaden har ändrats." },
  "2027-04-22T08:00:00.000Z",
];
const itemCorrection: Step = [
  "tjp",
  {
    type: "CorrectRecord",
    correctionId: "c-2",
    about: { kind: "item", itemId: "plan.kickoff" },
    was: "16 februari 2027",
    shouldBe: "17 februari 2027",
    why: "Mötet flyttades en dag.",
  },
];
const whole: readonly Step[] = [
  ...compiled,
  ...budget,
  ...reasons(),
  ...decided(
    "final",
    minutesOf("§ 88", "2027-06-22", {
      decisionText: "Nämnden beslutar att bygga om belysningen och sätta upp ett tak.",
    }),
    "2027-06-23T14:00:00.000Z",
  ),
  ["reg", record("final.minutes", { minutesApproved: "2027-06-29" })],
  correction,
];

/** Later decisions of the board, pause, stop, what is opened again, corrections. */
export function everyDecision(at: ViewAt): Shown[] {
  const kept = new Map<readonly Step[], Dialogue>();
  const view = (steps: readonly Step[], viewer?: string) => {
    const state = kept.get(steps) ?? after(...steps);
    kept.set(steps, state);
    const base = viewer === undefined ? at("appointed") : at("appointed", viewer);
    return { ...base, state: { ...state, title: base.state.title } };
  };
  const screen = (name: string, steps: readonly Step[], viewer: string, opening: Opening) =>
    dialog(name, screenOf(view(steps, viewer), opening, "new-1"));
  const registered: readonly Step[] = [...appointed, ["reg", register("budget", money)]];
  const drafted: readonly Step[] = [
    ...appointed,
    ["reg", record("decision.budget", { budgetSek: "175 000", paragraph: "§ 22" })],
  ];
  const longest: readonly Step[] = [
    ...appointed,
    ["reg", register("budget", { ...money, decisionText: AS_LONG_AS_MAY_BE })],
  ];
  const sentBack: readonly Step[] = [
    ...registered,
    ["a", { type: "SendBackDecision", decisionId: "budget-1", reason: "Beloppet är fel." }],
  ];
  const rested: readonly Step[] = [...invited, pause];
  const halted: readonly Step[] = [...invited, ...stopped];
  const again: readonly Step[] = [...invited, itemCorrection, reopenCheckpoint];
  return [
    screen("matters", appointed, "reg", { verb: "openMatters", dialogueId }),
    screen("matter-stop-empty", appointed, "reg", {
      verb: "openMatter",
      dialogueId,
      matter: "stop",
    }),
    screen("matter-longest", longest, "reg", {
      verb: "openMatter",
      dialogueId,
      matter: "budget",
    }),
    message("confirm-longest", confirmDecisionCard(view(longest, "a"), "budget-1", "message")),
    screen("matter-empty", appointed, "reg", { verb: "openMatter", dialogueId, matter: "budget" }),
    screen("matter-drafted", drafted, "reg", { verb: "openMatter", dialogueId, matter: "budget" }),
    screen("matter-form", drafted, "reg", {
      verb: "openItem",
      dialogueId,
      itemId: "decision.budget",
    }),
    screen("matter-form-group", appointed, "reg", {
      verb: "openItem",
      dialogueId,
      itemId: "decision.group",
    }),
    screen("matter-waits", registered, "reg", { verb: "openMatter", dialogueId, matter: "budget" }),
    screen("matter-forbidden", appointed, "b", { verb: "openMatter", dialogueId, matter: "stop" }),
    screen("matter-already-decided", heldOnce, "reg", {
      verb: "openMatter",
      dialogueId,
      matter: "final",
    }),
    dialog(
      "matter-refused",
      screenRefused(
        view(compiled, "reg"),
        {
          action: { verb: "registerMatter", dialogueId, matter: "final", decisionId: "new-1" },
          inputs: {},
        },
        [{ code: "E-BOARD-ONLY", body: "kf" }],
        "new-1",
      ),
    ),
    message("confirm-budget", confirmDecisionCard(view(registered, "a"), "budget-1", "message")),
    message(
      "confirm-budget-done",
      confirmDecisionCard(view([...appointed, ...budget], "a"), "budget-1", "message"),
    ),
    message(
      "confirm-stop",
      confirmDecisionCard(view([...invited, stopped[0] as Step], "a"), "stop-1", "message"),
    ),
    screen("sent-back-budget", sentBack, "reg", {
      verb: "openMatter",
      dialogueId,
      matter: "budget",
    }),
    screen("list", whole, "reg", { verb: "openDecisions", dialogueId }),
    screen("list-none-more", appointed, "b", { verb: "openDecisions", dialogueId }),
    screen("record", whole, "reg", { verb: "openDecision", dialogueId, decisionId: "decision-1" }),
    screen("record-budget", whole, "b", {
      verb: "openDecision",
      dialogueId,
      decisionId: "budget-1",
    }),
    screen("minutes", whole, "reg", { verb: "openItem", dialogueId, itemId: "minutes.budget-1" }),
    message("overview-paused", overviewCard(view(rested))),
    message("overview-stopped", overviewCard(view(halted))),
    message("overview-two-decisions", overviewCard(view([...appointed, ...budget]))),
    screen("dialogue-paused", rested, "a", { verb: "openDialogue", dialogueId }),
    screen("dialogue-stopped", halted, "a", { verb: "openDialogue", dialogueId }),
    screen("stop-notice", halted, "a", { verb: "openItem", dialogueId, itemId: "stop.notice" }),
    screen("pause", invited, "tjp", { verb: "openLifecycle", dialogueId, what: "pause" }),
    screen("resume", rested, "a", { verb: "openLifecycle", dialogueId, what: "resume" }),
    screen("reopen", heldAll, "a", { verb: "openLifecycle", dialogueId, what: "reopen" }),
    screen("reopen-forbidden", heldAll, "tjp", {
      verb: "openLifecycle",
      dialogueId,
      what: "reopen",
    }),
    screen("superseded-item", again, "b", {
      verb: "openItem",
      dialogueId,
      itemId: "event.invite",
    }),
    screen("list-superseded", again, "tjp", { verb: "openDecisions", dialogueId }),
    screen("correction", invited, "tjp", {
      verb: "openCorrection",
      dialogueId,
      kind: "item",
      id: "plan.kickoff",
    }),
    screen("corrected-item", [...invited, itemCorrection], "tjp", {
      verb: "openItem",
      dialogueId,
      itemId: "plan.kickoff",
    }),
  ];
}

function dialog(name: string, card: Shown["card"]): Shown {
  return { name: `decisions-${name}`, place: "dialog", card };
}
function message(name: string, card: Shown["card"]): Shown {
  return { name: `decisions-${name}`, place: "message", card };
}

import { buttonsOf, type CardNode, inputsOf } from "../support/card-reading.ts";
import { filledIn } from "./stage-filled.ts";
import type { Press } from "./stage-press.ts";
import type { Moment } from "./stage.ts";

/** A button with one way to press it. */
export type Way = Press & {
  /** Every input was given something new and valid, so that only a refusal keeps it from changing something. */
  readonly filled: boolean;
  /**
   * Where it was drawn: on what stands now, on a page that came after a change which has since been taken back, or at
   * an earlier moment, as on a card or dialog that somebody still has open.
   */
  readonly drawn: "now" | "after" | "before";
};

/** Every way each button of a card can be pressed: as it is drawn, with everything filled in, and as an old client does. */
export function waysOn(
  card: CardNode,
  { personal, activityId }: Pick<Press, "personal" | "activityId">,
  drawn: Way["drawn"],
): readonly Way[] {
  const place = { personal, activityId, drawn };
  const standing = standingIn(card);
  return buttonsOf(card).flatMap((button): Way[] => {
    const data = (button["data"] ?? {}) as Press["data"];
    if (button.type === "Action.Execute") {
      const way = { ...place, data, inputs: {}, filled: true };
      return [
        { ...way, kind: "execute" },
        { ...way, kind: "submit" },
      ];
    }
    const kind = "msteams" in data ? "fetch" : "dialogSubmit";
    const reads = button["associatedInputs"] !== "none" && inputsOf(card).length > 0;
    const way = { ...place, data, kind } as const;
    if (!reads) return [{ ...way, inputs: {}, filled: true }];
    return [
      { ...way, inputs: standing, filled: false },
      { ...way, inputs: filledIn(card), filled: true },
    ];
  });
}

/** Pages somebody may have open although no card leads to them now. */
export function openPages({ dialogueId, cards }: Moment): readonly Way[] {
  const opened = [
    { verb: "openDialogue", dialogueId },
    { verb: "openTriage", dialogueId },
    { verb: "openInitiator", dialogueId },
    { verb: "openRegister", dialogueId },
    { verb: "openDialogues" },
    { verb: "openTasks" },
  ];
  return opened.map((data) => ({
    kind: "fetch",
    data: { dl: 1, ...data, msteams: { type: "task/fetch" } },
    inputs: {},
    personal: false,
    activityId: cards[0]?.activityId ?? "0",
    filled: true,
    drawn: "now",
  }));
}

/** The inputs as they stand on the card. */
function standingIn(card: CardNode): Press["inputs"] {
  return Object.fromEntries(
    inputsOf(card).map(({ id, value }) => [String(id), typeof value === "string" ? value : ""]),
  );
}

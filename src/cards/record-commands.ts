import type { CorrectionAbout } from "../domain/correction.ts";
import type { Command, GateId } from "../domain/dialogue.ts";
import type { Pressed } from "./actions.ts";
import { FORM_ITSELF, inputId } from "./input-ids.ts";
import type { RecordOrdering } from "./record-verbs.ts";

/** The order a pressed button gives; everything in it is read and checked by the domain. */
export function recordCommandOf(action: RecordOrdering, inputs: Pressed["inputs"]): Command {
  const at = (field: string) => inputs[inputId(FORM_ITSELF, field)] ?? "";
  switch (action.verb) {
    case "registerMatter":
      return {
        type: "RegisterDecision",
        decisionId: action.decisionId,
        matter: action.matter,
      };
    case "orderLifecycle": {
      const reason = at("reason");
      if (action.what === "pause") return { type: "PauseDialogue", reason };
      if (action.what === "resume") return { type: "ResumeDialogue", reason };
      // Read by the domain, which refuses what is no gate that can be opened again.
      return { type: "ReopenGate", gate: at("gate") as GateId, reason };
    }
    case "saveCorrection":
      return {
        type: "CorrectRecord",
        correctionId: action.correctionId,
        about: aboutOf(action),
        was: at("was"),
        shouldBe: at("shouldBe"),
        why: at("why"),
      };
  }
}

/** What a correction is about, as the button says it. */
export function aboutOf({
  kind,
  id,
}: {
  readonly kind: CorrectionAbout["kind"];
  readonly id: string;
}): CorrectionAbout {
  switch (kind) {
    case "item":
      return { kind, itemId: id };
    case "decision":
      return { kind, decisionId: id };
    case "position":
      return { kind, positionId: id };
  }
}

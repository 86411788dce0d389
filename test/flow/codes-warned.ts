import type { WarningCode } from "../../src/domain/dialogue.ts";
import { appointed, record, registered, type Step } from "../support/given.ts";
import { planned } from "../support/planned.ts";
import { invited } from "../support/whole-plan.ts";
import { putRow, type Provoked, save } from "./codes-press.ts";
import { LITTLE, share } from "./codes-shares.ts";

/** Confirming is answered with the Översikt as it then is. */
const confirm = {
  kind: "execute",
  data: { verb: "confirmDecision", decisionId: "decision-1" },
} as const;
const occasionOn = (date: string) =>
  putRow("plan.events", "events", {
    "start:date": date,
    "start:time": "18:00",
    hostElected: "a",
  });

/** Each warning by a press that is carried out all the same (process.md §11). */
export const WARNED: { readonly [code in WarningCode]: Provoked } = {
  "W-LATE": {
    given: appointed,
    who: "tjp",
    press: { kind: "fetch", data: { verb: "openDates" } },
    tells: { sv: "Gör det så snart ni kan.", en: "as soon as you can" },
  },
  "W-NOT-REGISTERED": {
    given: invited,
    who: "reg",
    press: { kind: "fetch", data: { verb: "openDiary" } },
    tells: {
      sv: "En handling är inte diarieförd i tid",
      en: "A record has not been registered in time",
    },
  },
  "W-LEGAL-CONSULTATION": {
    given: instead(registered, "triage.legal", { legalConsultation: "pbl_detaljplan" }),
    who: "a",
    press: confirm,
    tells: {
      sv: "Dialogen ersätter inte samrådet.",
      en: "The dialogue does not replace it.",
    },
  },
  "W-MULTI-BOARD": {
    given: instead(registered, "identify.boards", { affectedBodies: "sbn,ks", leadBody: "sbn" }),
    who: "a",
    press: confirm,
    tells: {
      sv: "Då beslutar som regel kommunstyrelsen.",
      en: "Then the municipal executive board decides as a rule.",
    },
  },
  "W-NOT-FINAL": {
    given: registered,
    who: "a",
    press: confirm,
    tells: { sv: "Protokollet är inte justerat än", en: "The minutes are not approved yet" },
  },
  "W-KLAMDAG": {
    given: planned(),
    who: "tjp",
    press: occasionOn("2027-05-07"),
    tells: { sv: "Dagen är en klämdag", en: "The day lies between two days off" },
  },
  "W-NONWORKING": {
    given: planned(),
    who: "tjp",
    press: occasionOn("2027-05-29"),
    tells: { sv: "Dagen är inte en arbetsdag", en: "not a working day" },
  },
  "W-QUIET-PERIOD": {
    given: planned(),
    who: "tjp",
    press: occasionOn("2027-07-20"),
    tells: { sv: "Dagen ligger i sommaruppehållet", en: "summer" },
  },
  "W-RESOURCE-PRIORITY": {
    given: [...planned(), ...LITTLE.map(share)],
    who: "a",
    press: putRow(
      "plan.target-priority",
      "resourceShare",
      { value: "45" },
      { rowId: "naring", revision: 1 },
    ),
    tells: {
      sv: "Annars motiverar ordföranden varför ni går vidare.",
      en: "Otherwise the chair says why you go on.",
    },
  },
  "W-METHOD-LEVEL": {
    given: planned(),
    who: "tjp",
    press: save("plan.method", { "methods:chosen": "survey", methodReason: "Enkel" }),
    tells: {
      sv: "Välj en metod som passar graden",
      en: "Choose a method that suits the level",
    },
  },
  "W-LEVEL-ONE-EVENT": {
    given: instead(appointed, "decide.level", { level: "inflytande" }),
    who: "tjp",
    press: occasionOn("2027-05-12"),
    tells: { sv: "Planera fler tillfällen.", en: "Plan more events." },
  },
};

/** The history where one item was filled in otherwise. */
function instead(
  steps: readonly Step[],
  itemId: string,
  values: Readonly<Record<string, string>>,
): readonly Step[] {
  return steps.map((step): Step => {
    const [who, command, at] = step;
    const isIt = command.type === "RecordItems" && command.entries[0]?.itemId === itemId;
    if (!isIt) return step;
    return at === undefined ? [who, record(itemId, values)] : [who, record(itemId, values), at];
  });
}

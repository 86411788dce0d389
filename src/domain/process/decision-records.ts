import type { Field, Item, Step } from "../template.ts";
import { decideDialogue } from "./decide-dialogue.ts";
import { MINUTES_FIELDS, REGISTER_FIELDS } from "./decision-fields.ts";
import { LEVEL_FRAME_FIELDS } from "./level-frame.ts";
import { PUBLISH_FIELDS } from "./publish-fields.ts";
import { LEVEL_OPTIONS } from "./shared-fields.ts";
import { words } from "./wording.ts";

/** The fields of the first decision that a later one says anew. */
function again(itemId: string, ...names: readonly string[]): readonly Field[] {
  const fields = decideDialogue.items.find(({ id }) => id === itemId)?.fields ?? [];
  return fields.filter(({ name }) => names.includes(name));
}

const registered = { strength: "M", responsible: ["registrar"], source: ["R-BUDGET"] } as const;

const budget: Item = {
  ...registered,
  id: "decision.budget",
  title: words("Nytt beslut om budgeten.", "New decision on the budget."),
  fields: [
    {
      name: "budgetSek",
      type: "money",
      label: words("Budget efter beslutet, i kronor", "Budget after the decision, in kronor"),
      hint: words(
        "Hela budgeten, inte bara tillägget.",
        "The whole budget, not only what is added.",
      ),
      required: true,
    },
    ...again("decide.budget", "budgetSource", "budgetNote"),
    ...REGISTER_FIELDS,
  ],
};

const level: Item = {
  ...registered,
  id: "decision.level",
  title: words("Nytt beslut om graden av inflytande.", "New decision on the level of influence."),
  source: ["R-BUDGET", "R-LEVEL5"],
  fields: [
    {
      name: "level",
      type: "enum",
      label: words("Ny grad av inflytande", "New level of influence"),
      required: true,
      options: LEVEL_OPTIONS,
    },
    ...LEVEL_FRAME_FIELDS,
    ...REGISTER_FIELDS,
  ],
};

const group: Item = {
  ...registered,
  id: "decision.group",
  title: words("Nytt beslut om styrgruppen.", "New decision on the steering group."),
  fields: [
    ...again("decide.steering-group", "members", "chair", "viceChair", "substitutes"),
    ...REGISTER_FIELDS,
  ],
};

const purpose: Item = {
  ...registered,
  id: "decision.purpose",
  title: words("Nytt beslut om syftet.", "New decision on the purpose."),
  fields: [
    {
      name: "purpose",
      type: "longtext",
      label: words("Syftet efter beslutet", "The purpose after the decision"),
      required: true,
    },
    {
      name: "finalDecisionBody",
      type: "bodyRef",
      label: words("De som fattar det slutliga beslutet", "Who makes the final decision"),
      hint: words("Fyll i om det ändras.", "Fill in if it changes."),
    },
    ...REGISTER_FIELDS,
  ],
};

const stop: Item = {
  ...registered,
  id: "decision.stop",
  title: words("Beslut att stoppa dialogen.", "Decision to stop the dialogue."),
  source: ["R-STOP"],
  fields: [
    {
      name: "stopReason",
      type: "longtext",
      label: words("Därför stoppas dialogen", "Why the dialogue is stopped"),
      hint: words(
        "Det här står sedan i beskedet till dem som har bjudits in.",
        "This is then in the notice to those who were invited.",
      ),
      required: true,
    },
    ...REGISTER_FIELDS,
  ],
};

const minutes: Item = {
  id: "minutes",
  title: words(
    "Följ protokollet: justerat, anslaget, laga kraft.",
    "Follow the minutes: approved, announced, in legal force.",
  ),
  strength: "S",
  responsible: ["registrar"],
  source: ["KL 5:69", "KL 8:12", "KL 13:5"],
  each: "decision",
  fields: MINUTES_FIELDS,
};

const stopNotice: Item = {
  id: "stop.notice",
  title: words("Dialogen ställs in – och varför.", "The dialogue is cancelled – and why."),
  strength: "M",
  responsible: ["chair", "civilServant"],
  source: ["R-STOP"],
  fields: PUBLISH_FIELDS,
};

/**
 * Records that belong to no box of the process: decisions that change its frame or stop it, the way of their minutes, and
 * what those invited are told (process.md §3). Every template has them, and no municipality changes them.
 */
export const RECORD_STEPS: readonly Step[] = [
  {
    id: "decide-dialogue",
    order: 12,
    title: words("Formella beslut", "Formal decisions"),
    purpose: words(
      "Nämnden ändrar eller stoppar dialogen.",
      "The board changes or stops the dialogue.",
    ),
    decision: words("Nämndens formella beslut.", "The board’s formal decision."),
    lane: "elected",
    items: [budget, level, group, purpose, stop, minutes],
  },
  {
    id: "feedback-to-citizens",
    order: 12,
    title: words("Dialogen är stoppad", "The dialogue is stopped"),
    purpose: words("De inbjudna får veta varför.", "Those invited learn why."),
    decision: words("Avsändaren godkänner texten.", "The sender approves the text."),
    lane: "elected",
    items: [stopNotice],
  },
];

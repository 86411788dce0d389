import { randomUUID } from "node:crypto";
import type { CardNode } from "../support/card-reading.ts";
import { offers, type RowAt, writePage, type Writing } from "./hostile-text-pages.ts";
import { cardOf, type Page, told } from "./stage-stand.ts";
import type { Who } from "./stage-people.ts";

type Data = Readonly<Record<string, unknown>>;
const MOST_PAGES = 12;

/** Everything that can be written from the first form to the plan, each item by somebody who may. */
export async function writeEverything(
  writing: Writing,
  settle: () => Promise<void>,
): Promise<void> {
  await triage(writing);
  await identify(writing);
  for (const itemId of DECIDED) await writeItem(writing, "registrar", itemId);
  await registerPages(writing);
  await sentBack(writing, settle);
  await confirmed(writing);
  await writeItem(writing, "head", "plan.appoint");
  for (const itemId of PLANNED) await writeItem(writing, "civilServant", itemId);
  await settle();
}

async function triage(writing: Writing): Promise<void> {
  const { stand, dialogueId } = writing;
  const form = await stand.open("starter", { verb: "newDialogue" });
  const drawn = offers(cardOf(form), "saveNewDialogue") as { dialogueId: string };
  drawn.dialogueId = dialogueId;
  await writePage(writing, "starter", form, { verb: "saveNewDialogue" });
  for (let page = 1; page < MOST_PAGES; page++) {
    const at = { verb: "openTriage", dialogueId, page };
    const next = await stand.open("starter", at);
    if (!offers(cardOf(next), "saveTriage")) break;
    const again = () => stand.open("starter", at);
    await writePage(writing, "starter", next, { verb: "saveTriage", again });
  }
  await stand.press("chair", "dialogSubmit", { verb: "confirmInitiator", dialogueId });
  await writeItem(writing, "chair", "triage.result");
}

async function identify(writing: Writing): Promise<void> {
  await writeItem(writing, "registrar", "identify.case");
  await writeItem(writing, "registrar", "identify.background");
  for (const itemId of ELECTED) await writeItem(writing, "chair", itemId);
}

/** The same fields on the pages of the registration: refused and kept there in the same way. */
async function registerPages(writing: Writing): Promise<void> {
  const { stand, dialogueId } = writing;
  for (let page = 0; page < MOST_PAGES; page++) {
    const at = { verb: "openRegister", dialogueId, page };
    const form = await stand.open("registrar", at);
    if (!offers(cardOf(form), "saveRegister")) break;
    const again = () => stand.open("registrar", at);
    await writePage(writing, "registrar", form, { verb: "saveRegister", again, isKept: true });
  }
}

async function sentBack(writing: Writing, settle: () => Promise<void>): Promise<void> {
  const { stand, dialogueId } = writing;
  const decisionId = randomUUID();
  await order(writing, "registrar", { verb: "registerDecision", dialogueId, decisionId });
  await settle();
  const form = await stand.open("chair", { verb: "openSendBack", dialogueId, decisionId });
  await writePage(writing, "chair", form, { verb: "sendBackDecision" });
  await settle();
}

async function confirmed(writing: Writing): Promise<void> {
  const { dialogueId } = writing;
  const decisionId = randomUUID();
  await order(writing, "registrar", { verb: "registerDecision", dialogueId, decisionId });
  await order(writing, "chair", { verb: "confirmDecision", dialogueId, decisionId });
}

async function order({ stand, faults }: Writing, who: Who, data: Data): Promise<void> {
  const done = await stand.press(who, "dialogSubmit", data);
  if (!done.changed) faults.push(`${who} ${String(data["verb"])}: ${told(done)}`);
}

/** Every page of an item: its fields, and a row of each of its lists. */
async function writeItem(writing: Writing, who: Who, itemId: string): Promise<void> {
  const { stand, dialogueId } = writing;
  const seen = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page++) {
    const at = { verb: "openItem", dialogueId, itemId, page };
    const form = await stand.open(who, at);
    const card = cardOf(form);
    const { key, kind } = whatIs(card);
    if (kind === "nothing" || seen.has(key)) return;
    seen.add(key);
    const again = () => stand.open(who, at);
    if (kind === "fields") await writePage(writing, who, form, { verb: "saveItem", again });
    else await writeRow(writing, who, form);
  }
}

/** The same page is shown for every number after the last. */
function whatIs(card: CardNode): {
  readonly key: string;
  readonly kind: "fields" | "rows" | "nothing";
} {
  const save = offers(card, "saveItem");
  if (save) return { key: JSON.stringify(save["asked"]), kind: "fields" };
  const row = offers(card, "putRow") ?? offers(card, "openRow");
  if (row) return { key: String(row["field"]), kind: "rows" };
  return { key: "", kind: "nothing" };
}

async function writeRow(writing: Writing, who: Who, list: Page): Promise<void> {
  const { stand, dialogueId } = writing;
  const quick = offers(cardOf(list), "putRow");
  const { itemId, field, rowId } = (quick ?? offers(cardOf(list), "openRow")) as RowAt;
  const row = { itemId, field, rowId };
  const at = (page: number) => ({ verb: "openRow", dialogueId, ...row, page });
  if (quick) {
    const again = () => stand.open(who, at(0));
    await writePage(writing, who, list, { verb: "putRow", row, again });
    return;
  }
  const seen = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page++) {
    const form = await stand.open(who, at(page));
    const key = JSON.stringify(offers(cardOf(form), "putRow")?.["asked"]);
    if (seen.has(key)) return;
    seen.add(key);
    await writePage(writing, who, form, {
      verb: "putRow",
      row,
      again: () => stand.open(who, at(page)),
    });
  }
}

const ELECTED = [
  "identify.statement",
  "identify.aspects",
  "identify.boards",
  "identify.knowledge-gap",
  "identify.first-groups",
  "purpose.statement",
  "purpose.use",
  "purpose.scope",
  "purpose.level",
  "purpose.promise",
  "purpose.risks",
  "purpose.willing",
];
const DECIDED = [
  "decide.proposal",
  "decide.budget",
  "decide.steering-group",
  "decide.level",
  "decide.assignment",
  "decide.collaboration",
  "decide.register",
];
const PLANNED = [
  "plan.kickoff",
  "plan.questions",
  "plan.target-map",
  "plan.target-priority",
  "plan.outreach",
  "plan.level",
  "plan.method",
  "plan.events",
  "plan.feedback-method",
  "plan.feedback-promise",
  "plan.communication",
  "plan.documentation",
  "plan.evaluation",
  "plan.responsibility",
  "plan.resources",
  "plan.accessibility",
  "plan.privacy",
  "plan.children",
  "plan.safety",
  "plan.proposal",
];

/** Answers that lead from the first form to the plan, whatever else is written. */
export function answersOf(id: (who: Who) => string): Writing["answers"] {
  return {
    initiator: id("chair"),
    ledBy: "elected",
    scope: "societal",
    isInfluenceable: "partly",
    decisionPending: "true",
    decidingBody: "sbn",
    legalConsultation: "none",
    overrideType: "citizen_dialogue",
    affectedBodies: "sbn",
    leadBody: "sbn",
    finalDecisionBody: "sbn",
    willingToChange: "true",
    members: `${id("chair")},${id("member")}`,
    chair: id("chair"),
    viceChair: "",
    substitutes: "",
    level: "dialog",
    departmentHead: id("head"),
    body: "sbn",
    meetingDate: "2027-01-26",
    civilServant: id("civilServant"),
    deputy: "",
  };
}

import { randomUUID } from "node:crypto";
import type { EmulatorClient } from "../support/emulator.ts";

type Data = Readonly<Record<string, unknown>>;
type Inputs = Readonly<Record<string, string>>;
/** One press: what the button carries, what stands in the inputs, and the id of its activity. */
export type Act = {
  readonly kind: "dialogSubmit" | "execute";
  readonly person: string;
  readonly conversation: string;
  readonly data: Data;
  readonly inputs?: Inputs;
  readonly activityKey: string;
};
export type Answer = { readonly status: number; readonly body: unknown };

const submit = (person: string, conversation: string, data: Data, inputs: Inputs): Act => ({
  kind: "dialogSubmit",
  person,
  conversation,
  data: { dl: 1, ...data },
  inputs,
  activityKey: `f:${randomUUID()}`,
});

const ANSWERS: Inputs = {
  "in:triage.summary:issueSummary": "Torget känns otryggt kvällstid.",
  "in:triage.initiator:initiatorRole": "elected",
  "in:triage.led-by:ledBy": "elected",
  "in:triage.scope:scope": "societal",
  "in:triage.influence:isInfluenceable": "yes",
  "in:triage.decision:decisionPending": "true",
  "in:triage.decision:decidingBody": "sbn",
  "in:triage.legal:legalConsultation": "none",
};

/** The form that starts a dialogue, with every question of step 0 answered on its one page. `initiator` is the bot's own id. */
export function startAct(
  person: string,
  {
    conversation,
    dialogueId,
    initiator,
  }: {
    readonly conversation: string;
    readonly dialogueId: string;
    readonly initiator: string;
  },
): Act {
  const asked = Object.keys(ANSWERS);
  const title = `Torget ${dialogueId}`;
  return submit(
    person,
    conversation,
    { verb: "saveNewDialogue", dialogueId, asked },
    {
      ...ANSWERS,
      "in:form:title": title,
      "in:form:initiator": initiator,
    },
  );
}

/** "Det stämmer" in the initiator's own chat. */
export function confirmAct(person: string, dialogueId: string): Act {
  return {
    kind: "execute",
    person,
    conversation: "personal",
    data: { dl: 1, verb: "confirmInitiator", dialogueId },
    activityKey: `f:${randomUUID()}`,
  };
}

/** A new row in the list of groups, which everybody with a role may write in. */
export function groupAct(
  person: string,
  {
    conversation,
    dialogueId,
    rowId,
    words,
  }: {
    readonly conversation: string;
    readonly dialogueId: string;
    readonly rowId: string;
    readonly words: string;
  },
): Act {
  const place = { itemId: "identify.first-groups", field: "prelimGroups", rowId, revision: 0 };
  const asked = ["in:row:value"];
  const data = { verb: "putRow", dialogueId, ...place, asked, after: "rows" };
  return submit(person, conversation, data, { "in:row:value": words });
}

/** A task for somebody, of whom the bot knows by its own id; a notice of it goes out. */
export function taskAct(
  person: string,
  {
    conversation,
    dialogueId,
    owner,
    title,
    due = "",
  }: {
    readonly conversation: string;
    readonly dialogueId: string;
    readonly owner: string;
    readonly title: string;
    readonly due?: string;
  },
): Act {
  const inputs = { "in:task:title": title, "in:task:due": due, "in:task:owner": owner };
  const data = { verb: "addTask", dialogueId, taskId: randomUUID() };
  return submit(person, conversation, data, inputs);
}

/** The registrar's form with the case number, as drawn when the item had this revision. */
export function caseAct(
  person: string,
  {
    conversation,
    dialogueId,
    revision,
    dnr,
  }: {
    readonly conversation: string;
    readonly dialogueId: string;
    readonly revision: number;
    readonly dnr: string;
  },
): Act {
  const itemId = "identify.case";
  const asked = [CASE_INPUT];
  const revisions = { [itemId]: revision };
  const page = { itemId, page: 0, revisions, asked, after: "step" };
  return submit(
    person,
    conversation,
    { verb: "saveItem", dialogueId, ...page },
    { [CASE_INPUT]: dnr },
  );
}
export const CASE_INPUT = "in:identify.case:dnr";

/** Sends the press as Teams does and gives the bot's answer; status 0 when none came. */
export async function doAct(emulator: EmulatorClient, act: Act): Promise<Answer> {
  const { kind, person, ...wish } = act;
  const { status, body } = await emulator[kind](person, wish);
  return { status, body };
}

/** The same press again as a client sends it that had no answer: everything as it was but the activity's id. */
export function again(act: Act): Act {
  return { ...act, activityKey: `f:${randomUUID()}` };
}

/** What was pressed is done, without a fault or a refusal. */
export function isDone({ status, body }: Answer): boolean {
  return status === 200 && !/Något gick fel|E-[A-Z]/u.test(JSON.stringify(body));
}

type Start = Parameters<typeof startAct>[1];

/** A dialogue that has been started by one and confirmed by the other; `initiator` is the bot's own id of the one who confirms. */
export async function begin(
  emulator: EmulatorClient,
  starter: string,
  { confirmer, ...start }: Start & { readonly confirmer: string },
): Promise<void> {
  await doAct(emulator, startAct(starter, start));
  await doAct(emulator, confirmAct(confirmer, start.dialogueId));
}

import type { Command, Home } from "./dialogue.ts";
import type { LocalDate } from "./time.ts";
import type { Inputs, PersonId } from "./value.ts";

/** What the example is about, in one language. It stands for nothing that exists. */
type Story = { readonly [line in keyof typeof SV]: string };

const SV = {
  title: "EXEMPEL: Lekplatsen i Kvarnparken",
  summary: "Lekplatsen i Kvarnparken är sliten. Hur ska den bli en plats för fler?",
  constraints: "Parkens gränser och pengarna i investeringsbudgeten ligger fast.",
  statement: "Hur kan lekplatsen i Kvarnparken bli en plats för fler åldrar?",
  aspectIn: "Lekredskap, sittplatser och belysning",
  aspectOut: "Trafiken på Kvarngatan",
  knowledgeGap: "Vilka som inte kommer till parken i dag, och varför.",
  purpose: "Vi vill veta vad barn och vuxna i området behöver innan vi bygger om.",
  use: "Synpunkterna redovisas i underlaget till nämndens beslut om ombyggnaden.",
  canInfluence: "Vad som byggs och var det står",
  cannotInfluence: "Att ombyggnaden får kosta högst 2 miljoner kronor",
  promise: "Vi resonerar tillsammans, och samtalet blir en del av underlaget.",
  decisionPoint: "Genomföra en medborgardialog om lekplatsen",
  budgetSource: "Nämndens driftbudget",
  decisionText: "Nämnden beslutar att genomföra en medborgardialog om lekplatsen i Kvarnparken.",
} as const;

const EN: Story = {
  title: "EXAMPLE: The playground in Kvarnparken",
  summary: "The playground in Kvarnparken is worn out. How can it become a place for more people?",
  constraints: "The park's borders and the money in the investment budget are fixed.",
  statement: "How can the playground in Kvarnparken become a place for more ages?",
  aspectIn: "Play equipment, seating and lighting",
  aspectOut: "Traffic on Kvarngatan",
  knowledgeGap: "Who does not come to the park today, and why.",
  purpose: "We want to know what children and adults in the area need before we rebuild.",
  use: "The views are presented in the basis for the board's decision on the rebuilding.",
  canInfluence: "What is built and where it stands",
  cannotInfluence: "That the rebuilding may cost 2 million kronor at most",
  promise: "We reason together, and the conversation becomes part of the basis.",
  decisionPoint: "Hold a citizen dialogue about the playground",
  budgetSource: "The board's operating budget",
  decisionText: "The board decides to hold a citizen dialogue about the playground in Kvarnparken.",
};

/** One thing somebody in the cast does; the owner plays them through it. */
type Scene = { readonly as: PersonId; readonly command: Command };

export type ExampleSetting = {
  readonly home: Home;
  readonly language: "sv" | "en";
  readonly meetingDate: LocalDate;
  readonly plannedDecisionDate: LocalDate;
  readonly decisionId: string;
};

/** What the cast does, up to where the chair is asked to confirm the board's decision. */
function exampleScenes(setting: ExampleSetting): readonly Scene[] {
  const story = setting.language === "en" ? EN : SV;
  return [...started(setting, story), ...prepared(setting, story), ...decided(setting, story)];
}

/** The scenes as orders of one presser, who changes parts between them. */
export function exampleCommands(setting: ExampleSetting): readonly Command[] {
  let playing: PersonId | undefined;
  return exampleScenes(setting).flatMap(({ as, command }): Command[] => {
    const changes = playing !== undefined && playing !== as;
    playing = as;
    return changes ? [{ type: "PlayRole", person: as }, command] : [command];
  });
}

const chair = (command: Command): Scene => ({ as: "example-chair", command });
const registrar = (command: Command): Scene => ({ as: "example-registrar", command });
const record = (itemId: string, values: Inputs): Command => ({
  type: "RecordItems",
  entries: [{ itemId, values, revision: 0 }],
});
const row = (itemId: string, field: string, value: string): Command => ({
  type: "PutRow",
  itemId,
  field,
  rowId: `${field}-1`,
  values: { value },
  revision: 0,
});

function started({ home, language }: ExampleSetting, story: Story): readonly Scene[] {
  return [
    chair({
      type: "StartDialogue",
      home,
      language,
      title: story.title,
      initiator: "example-chair",
    }),
    chair(record("triage.summary", { issueSummary: story.summary })),
    chair(record("triage.initiator", { initiatorRole: "elected" })),
    chair(record("triage.led-by", { ledBy: "elected" })),
    chair(record("triage.scope", { scope: "societal" })),
    chair(
      record("triage.influence", {
        isInfluenceable: "partly",
        fixedConstraints: story.constraints,
      }),
    ),
    chair(record("triage.decision", { decisionPending: true, decidingBody: "example-board" })),
    chair(record("triage.legal", { legalConsultation: "none" })),
  ];
}

function prepared(setting: ExampleSetting, story: Story): readonly Scene[] {
  return [
    chair(record("identify.statement", { issueStatement: story.statement })),
    chair(row("identify.aspects", "aspectsIn", story.aspectIn)),
    chair(row("identify.aspects", "aspectsOut", story.aspectOut)),
    chair(
      record("identify.boards", { affectedBodies: "example-board", leadBody: "example-board" }),
    ),
    chair(record("identify.knowledge-gap", { knowledgeGap: story.knowledgeGap })),
    registrar(record("identify.case", { dnr: "EXN 2027-0001" })),
    chair(record("purpose.statement", { purpose: story.purpose })),
    chair(
      record("purpose.use", {
        useOfResult: story.use,
        finalDecisionBody: "example-board",
        plannedDecisionDate: setting.plannedDecisionDate,
      }),
    ),
    chair(row("purpose.scope", "canInfluence", story.canInfluence)),
    chair(row("purpose.scope", "cannotInfluence", story.cannotInfluence)),
    chair(record("purpose.level", { proposedLevel: "dialog" })),
    chair(record("purpose.promise", { promiseText: story.promise })),
    chair(record("purpose.willing", { willingToChange: true })),
  ];
}

function decided(setting: ExampleSetting, story: Story): readonly Scene[] {
  return [
    registrar(row("decide.proposal", "decisionPoints", story.decisionPoint)),
    registrar(record("decide.budget", { budgetSek: "75 000", budgetSource: story.budgetSource })),
    registrar(
      record("decide.steering-group", {
        members: "example-chair,example-member",
        chair: "example-chair",
      }),
    ),
    registrar(record("decide.level", { level: "dialog" })),
    registrar(record("decide.assignment", { headAssigned: true, departmentHead: "example-head" })),
    registrar(
      record("decide.register", {
        body: "example-board",
        meetingDate: setting.meetingDate,
        paragraph: "§ 1",
        dnr: "EXN 2027-0001",
        decisionText: story.decisionText,
        decidedUnder: "normal",
      }),
    ),
    registrar({ type: "RegisterDecision", decisionId: setting.decisionId, matter: "start" }),
  ];
}

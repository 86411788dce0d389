import { expect } from "vitest";
import { createCalendar } from "../../src/domain/calendar.ts";
import type { Context } from "../../src/domain/context.ts";
import { decide } from "../../src/domain/decide.ts";
import {
  type Command,
  type Dialogue,
  type Event,
  nothing,
  type State,
} from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Directory, Membership } from "../../src/domain/organisation.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { type Problem, Rejection, type RejectionCode } from "../../src/domain/rejection.ts";
import type { Inputs } from "../../src/domain/value.ts";

export const TEAM = "19:team@thread.tacv2";
export const CHANNEL = "19:channel@thread.tacv2";
export const DIALOGUE = "dialogue-1";

/** A to E are elected; the rest hold offices or are employed; `guest` is a guest nobody has named, `outsider` is in no team. */
const MEMBERS = [
  "a",
  "b",
  "c",
  "d",
  "e",
  "reg",
  "head",
  "kom",
  "tjp",
  "other",
  "ks-reg",
  "ks-head",
  "starter",
  "adm",
];
export const directory: Directory = {
  organisation: {
    bodies: [
      {
        id: "sbn",
        name: "Samhällsbyggnadsnämnden",
        short: "SBN",
        kind: "board",
        departmentHead: "head",
        registrars: ["reg"],
        communicators: ["kom"],
      },
      {
        id: "ks",
        name: "Kommunstyrelsen",
        short: "KS",
        kind: "executive",
        departmentHead: "ks-head",
        registrars: ["ks-reg"],
        communicators: ["kom"],
      },
      {
        id: "kf",
        name: "Kommunfullmäktige",
        short: "KF",
        kind: "council",
        departmentHead: "ks-head",
        registrars: ["ks-reg"],
        communicators: [],
      },
    ],
    elected: ["a", "b", "c", "d", "e"],
    admins: ["adm"],
    linkHosts: [],
  },
  people: new Map<string, Membership>([
    ...MEMBERS.map((person) => [person, { teams: [TEAM], guest: false }] as const),
    ["guest", { teams: [TEAM], guest: true }],
    ["outsider", { teams: [], guest: false }],
  ]),
};

export const calendar = createCalendar();
export const template = builtInTemplate;

/** Of any round that is closed: seven have answered, as in scenario 1. */
const ballots = { answered: 7, readable: true };

export function contextOf(
  actor: string,
  now = "2027-01-11T08:00:00.000Z",
  people = directory,
): Context {
  return { now, actor, template, templateHash: "hash", directory: people, calendar, ballots };
}

/** One order by one person, at a moment. */
export type Step = readonly [actor: string, command: Command, now?: string];

/** All that happened while people did these things. */
export function eventsOf(...steps: readonly Step[]): readonly Event[] {
  let state: State = nothing;
  return steps.flatMap(([actor, command, now]) => {
    const events = decide(state, DIALOGUE, command, contextOf(actor, now));
    state = events.reduce(evolve, state);
    return events;
  });
}

/** The state after people have done these things; a refusal on the way fails the test. */
export function after(...steps: readonly Step[]): Dialogue {
  return asDialogue(
    steps.reduce<State>(
      (state, [actor, command, now]) =>
        decide(state, DIALOGUE, command, contextOf(actor, now)).reduce(evolve, state),
      nothing,
    ),
  );
}

function asDialogue(state: State): Dialogue {
  if (state.status === "none") throw new Error("Nothing was started.");
  return state;
}

export type Told = Event extends infer E ? (E extends Event ? Omit<E, "by" | "at"> : never) : never;

/** given(...steps).when(actor, command).gives(facts) or .rejects(codes) */
export function given(...steps: readonly Step[]) {
  const state: State = steps.length === 0 ? nothing : after(...steps);
  return {
    state,
    when: (actor: string, command: Command, people = directory) => {
      const run = () => decide(state, DIALOGUE, command, contextOf(actor, undefined, people));
      return {
        gives: (...facts: Told[]) =>
          expect(run()).toEqual(
            facts.map((fact) => ({ ...fact, by: actor, at: "2027-01-11T08:00:00.000Z" })),
          ),
        types: (...types: Event["type"][]) => expect(run().map(({ type }) => type)).toEqual(types),
        rejects: (...codes: RejectionCode[]) =>
          expect(problemsOf(run).map(({ code }) => code)).toEqual(codes),
        problems: () => problemsOf(run),
      };
    },
  };
}

function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Rejection) return error.problems;
    throw error;
  }
  throw new Error("The order was not refused.");
}

export const start = (initiator = "a"): Command => ({
  type: "StartDialogue",
  home: { type: "channel", teamId: TEAM, channelId: CHANNEL },
  language: "sv",
  title: "Otrygghet på Stationstorget",
  initiator,
});

export const record = (itemId: string, values: Inputs, revision = 0): Command => ({
  type: "RecordItems",
  entries: [{ itemId, values, revision }],
});

export const put = (
  itemId: string,
  field: string,
  rowId: string,
  value: string,
  revision = 0,
): Command => ({
  type: "PutRow",
  itemId,
  field,
  rowId,
  values: { value },
  revision,
});

export type Answers = {
  readonly ledBy?: string;
  readonly scope?: string;
  readonly serviceRelation?: string;
  readonly influence?: string;
  readonly constraints?: string;
  readonly pending?: boolean;
  readonly legal?: string;
};

/** The triage questions as answered; what is not said is as in scenario 1. */
export function triageSteps(actor: string, answers: Answers = {}): readonly Step[] {
  const { ledBy = "elected", scope = "societal", influence = "partly" } = answers;
  const { pending = true, legal = "none", constraints = "Perrongen är statens" } = answers;
  return [
    [actor, record("triage.summary", { issueSummary: "Torget känns otryggt kvällstid." })],
    [actor, record("triage.initiator", { initiatorRole: "elected" })],
    [actor, record("triage.led-by", { ledBy })],
    [actor, record("triage.scope", { scope, serviceRelation: answers.serviceRelation })],
    [
      actor,
      record("triage.influence", { isInfluenceable: influence, fixedConstraints: constraints }),
    ],
    [actor, record("triage.decision", { decisionPending: pending, decidingBody: "sbn" })],
    [actor, record("triage.legal", { legalConsultation: legal })],
  ];
}

export const triaged: readonly Step[] = [["a", start()], ...triageSteps("a")];
export const identified: readonly Step[] = [
  ...triaged,
  ["reg", record("identify.case", { dnr: "SBN 2027-0041" })],
  [
    "a",
    record("identify.statement", {
      issueStatement: "Hur kan Stationstorget bli tryggare kvällstid?",
    }),
  ],
  ["a", put("identify.aspects", "aspectsIn", "in-1", "Belysning")],
  ["a", record("identify.boards", { affectedBodies: "sbn", leadBody: "sbn" })],
];
export const purposed: readonly Step[] = [
  ...identified,
  ["a", record("purpose.statement", { purpose: "Vi vill veta vad som gör torget tryggt." })],
  [
    "a",
    record("purpose.use", {
      useOfResult: "I underlaget till beslutet",
      finalDecisionBody: "sbn",
      plannedDecisionDate: "2027-06-22",
    }),
  ],
  ["a", put("purpose.scope", "canInfluence", "can-1", "Belysning")],
  ["a", put("purpose.scope", "cannotInfluence", "cannot-1", "Tågtrafiken")],
  ["a", record("purpose.level", { proposedLevel: "dialog" })],
  ["a", record("purpose.willing", { willingToChange: true })],
];
export const drafted: readonly Step[] = [
  ...purposed,
  ["reg", record("decide.budget", { budgetSek: "150 000", budgetSource: "Driftbudget" })],
  ["reg", record("decide.steering-group", { members: "a,b,c,d,e", chair: "a" })],
  ["reg", record("decide.level", { level: "dialog" })],
  ["reg", record("decide.assignment", { headAssigned: true, departmentHead: "head" })],
  [
    "reg",
    record("decide.register", {
      body: "sbn",
      meetingDate: "2027-01-26",
      paragraph: "§ 7",
      dnr: "SBN 2027-0041",
      decisionText: "Nämnden beslutar att hålla en medborgardialog.",
      decidedUnder: "normal",
    }),
  ],
];
export const registered: readonly Step[] = [
  ...drafted,
  ["reg", { type: "RegisterDecision", decisionId: "decision-1", matter: "start" }],
];
export const confirmed: readonly Step[] = [
  ...registered,
  ["a", { type: "ConfirmDecision", decisionId: "decision-1" }, "2027-01-27T15:00:00.000Z"],
];
export const appointed: readonly Step[] = [
  ...confirmed,
  ["head", record("plan.appoint", { civilServant: "tjp", appointedAt: "2027-02-04" })],
];

import type { Language, Named, View } from "../../src/cards/view.ts";
import { decide } from "../../src/domain/decide.ts";
import { type Dialogue, nothing, type State } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { actorIn, directoryFor, EXAMPLE_CAST } from "../../src/domain/example.ts";
import { exampleCommands } from "../../src/domain/example-story.ts";
import { surveyScenes } from "./survey-scenes.ts";
import { timeScenes } from "./time-scenes.ts";
import { planScenes } from "./plan-scenes.ts";
import * as history from "../support/given.ts";

const NAMES: { readonly [person: string]: Named } = {
  a: named("Anna Lindqvist", true),
  b: named("Bashir Haddad", true),
  c: named("Cecilia Ek", false),
  d: named("David Åkesson", true),
  e: { name: "Elin Öberg", guest: true, reachable: true },
  reg: named("Sara Nyman", true),
  head: named("Mats Ödman", true),
  kom: named("Jonna Rask"),
  tjp: named("Ali Hassan", true),
  starter: named("Petra Holm"),
  other: named("Nils Broman", true),
  guest: { name: "Greta Gästdotter", guest: true, reachable: undefined },
  "ks-head": named("Birgitta Löf"),
};

export function named(name: string, reachable?: boolean): Named {
  return { name, guest: false, reachable };
}

/** A view of a dialogue as it stands in the tests' municipality. */
export function viewOf(state: Dialogue, more: Partial<View> = {}): View {
  const cast = new Map(EXAMPLE_CAST.map(({ id, name }) => [id, named(name)]));
  return {
    state,
    template: history.template,
    calendar: history.calendar,
    directory: directoryFor(state, undefined, history.directory),
    now: "2027-02-04T09:00:00.000Z",
    language: "sv",
    nameOf: (person) => NAMES[person] ?? cast.get(person) ?? named(person),
    ...more,
  };
}

const asOther: readonly history.Step[] = [["starter", history.start("b")]];

/** Scenario 1's first weeks, by what has happened last, and the ways beside it. */
export const scenes = {
  unanswered: () => history.after(...asOther),
  unconfirmed: () => history.after(...asOther, ...history.triageSteps("starter")),
  consultation: () =>
    history.after(
      ...asOther,
      ...history.triageSteps("starter", { scope: "single_issue", legal: "pbl_detaljplan,sami" }),
    ),
  information: () =>
    history.after(...asOther, ...history.triageSteps("starter", { influence: "no" })),
  withdrawn: () => history.after(...history.triaged, ["a", { type: "WithdrawDialogue" }]),
  triaged: () => history.after(...history.triaged),
  purposed: () => history.after(...history.purposed),
  drafted: () => history.after(...history.drafted),
  registered: () => history.after(...history.registered),
  sentBack: () => history.after(...history.registered, sentBack),
  confirmed: () => history.after(...history.confirmed),
  appointed: () => history.after(...history.appointed),
  started: () => history.after(...history.appointed, ...minutes, ...kickedOff),
  example: exampleState,
  ...planScenes,
  ...timeScenes,
  ...surveyScenes,
};
export type SceneName = keyof typeof scenes;

const sentBack: history.Step = [
  "a",
  {
    type: "SendBackDecision",
    decisionId: "decision-1",
    reason: "Budgeten ska vara 175 000 kr.\nDet står i § 7.",
  },
];
const minutes: readonly history.Step[] = [
  [
    "reg",
    history.record("decide.minutes", {
      minutesApproved: "2027-02-02",
      minutesAnnounced: "2027-02-03",
    }),
  ],
];
const kickedOff: readonly history.Step[] = [
  ["tjp", history.record("plan.kickoff", { kickoffDate: "2027-02-16" })],
];

/** The example as its owner gets it, played by its cast. */
function exampleState(): Dialogue {
  const owner = "a";
  const commands = exampleCommands({
    home: { type: "personal", person: owner },
    language: "sv",
    meetingDate: "2027-01-10",
    plannedDecisionDate: "2027-05-11",
    decisionId: "example-decision",
  });
  const state = commands.reduce<State>((before, command) => {
    const context = {
      ...history.contextOf(actorIn(before, command, owner)),
      directory: directoryFor(before, command, history.directory),
    };
    return decide(before, "example-1", command, context).reduce(evolve, before);
  }, nothing);
  if (state.status === "none") throw new Error("The example was not started.");
  return state;
}

/** Views of the scenes in one language, each folded once. */
export function sceneView(language: Language, more: Partial<View> = {}) {
  const kept = new Map<SceneName, Dialogue>();
  return (scene: SceneName, viewer?: string): View => {
    const state = kept.get(scene) ?? scenes[scene]();
    kept.set(scene, state);
    return viewOf(state, { language, ...more, ...(viewer === undefined ? {} : { viewer }) });
  };
}

export const LANGUAGES: readonly Language[] = ["sv", "en"];

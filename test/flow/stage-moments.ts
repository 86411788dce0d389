import { randomUUID } from "node:crypto";
import {
  type Acts,
  actsIn,
  answer,
  answerOtherwise,
  appoint,
  confirm,
  draft,
  identify,
  nameChair,
  plan,
  purpose,
  register,
  sendBack,
  start,
} from "./stage-acts.ts";
import type { Moment, Stage } from "./stage.ts";

/** The moments of scenario 1's first weeks, in the order they come; the last ones are ways beside it. */
export const MOMENTS = [
  "started",
  "answered",
  "triaged",
  "triagedOut",
  "identified",
  "purposed",
  "drafted",
  "registered",
  "registeredAnew",
  "sentBack",
  "confirmed",
  "appointed",
  "planned",
  "withdrawn",
  "example",
  "exampleAppointing",
] as const;
export type MomentName = (typeof MOMENTS)[number];

type Act = (acts: Acts) => Promise<void>;
type Scene = { readonly name: MomentName; readonly act: Act };

const first = randomUUID();
const second = randomUUID();
const third = randomUUID();

/** Scenario 1's first weeks, and what is sent back or answered otherwise on the way. */
const SCENES: readonly Scene[] = [
  { name: "started", act: async () => {} },
  { name: "answered", act: answer },
  { name: "triaged", act: ({ execute }) => execute("chair", { verb: "confirmInitiator" }) },
  { name: "triagedOut", act: (acts) => answerOtherwise(acts, "no") },
  {
    name: "identified",
    act: async (acts) => {
      await answerOtherwise(acts, "partly");
      await identify(acts);
    },
  },
  { name: "purposed", act: purpose },
  { name: "drafted", act: draft },
  { name: "registered", act: (acts) => register(acts, first) },
  { name: "sentBack", act: (acts) => sendBack(acts, first) },
  {
    name: "registeredAnew",
    act: async (acts) => {
      await nameChair(acts, "member");
      await register(acts, second);
    },
  },
  {
    name: "confirmed",
    act: async (acts) => {
      await sendBack(acts, second, "member");
      await nameChair(acts, "chair");
      await register(acts, third);
      await confirm(acts, third);
    },
  },
  { name: "appointed", act: appoint },
  { name: "planned", act: plan },
];

export type Moments = ReadonlyMap<MomentName, Moment>;

/** Lives the first weeks up to the last of the wanted moments, and keeps those as they stand. */
export async function firstWeeks(stage: Stage, wanted: readonly MomentName[]): Promise<Moments> {
  const last = Math.max(...wanted.map((name) => SCENES.findIndex((scene) => scene.name === name)));
  const acts = await start(stage);
  const kept = new Map<MomentName, Moment>();
  for (const { name, act } of SCENES.slice(0, last + 1)) {
    await act(acts);
    const moment = await acts.moment();
    if (wanted.includes(name)) kept.set(name, moment);
  }
  return kept;
}

/** A draft that was taken back. */
export async function takenBack(stage: Stage): Promise<Moments> {
  const acts = await start(stage);
  await answer(acts);
  await acts.moment();
  await acts.order("starter", { verb: "withdrawDialogue" });
  return new Map([["withdrawn", await acts.moment()]]);
}

/** The example of one person: as it comes, and when they are to appoint as the head of department. */
export async function tried(stage: Stage): Promise<Moments> {
  await stage.bot.moveClock("2027-01-27T15:00:00.000Z");
  await stage.execute("member", { verb: "startExample", dialogueId: randomUUID() });
  const dialogueId = stage.dialogueIds()[0] ?? "";
  const acts = actsIn(stage, dialogueId);
  const example = await acts.moment();
  await acts.execute("member", { verb: "playRole", person: "example-chair" });
  await acts.execute("member", { verb: "confirmDecision", decisionId: `${dialogueId}-decision` });
  await acts.execute("member", { verb: "playRole", person: "example-head" });
  return new Map([
    ["example", example],
    ["exampleAppointing", await acts.moment()],
  ]);
}

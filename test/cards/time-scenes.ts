import { after, type Step } from "../support/given.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import * as whole from "../support/whole-plan.ts";

const move: Step = [
  "tjp",
  {
    type: "MoveOccasion",
    occasionId: "e2",
    start: "2027-05-29T09:00:00.000Z",
    end: "2027-05-29T12:00:00.000Z",
    reason: "Torget är avstängt den dagen. Vi flyttar en vecka.",
  },
  "2027-05-05T09:00:00.000Z",
];
const cancel: Step = [
  "tjp",
  { type: "CancelOccasion", occasionId: "e2", reason: "Det varnas för storm." },
  "2027-05-21T09:00:00.000Z",
];
const told: Step = [
  "kom",
  {
    type: "RecordItems",
    entries: [
      {
        itemId: "event.notice.e2.1",
        values: { sentAt: "2027-05-06", channels: { chosen: "web,poster", other: "" } },
        revision: 0,
      },
    ],
  },
];
const registered = (record: string, registerId: string): Step => [
  "reg",
  { type: "RegisterRecord", record, registerId },
  "2027-04-21T09:00:00.000Z",
];

/** Occasions that are moved, told of and cancelled, and scenario 1 at the moments that show its dates and its diary. */
export const timeScenes = {
  invited: () => after(...whole.invited),
  moved: () => after(...whole.heldOnce, move),
  movedTold: () => after(...whole.heldOnce, move, told),
  cancelled: () => after(...whole.heldOnce, cancel),
  heard: () => played(scenarioOne, "2027-06-17 10:00").state,
  decided: () => played(scenarioOne, "2027-06-29 12:00").state,
  closed: () => played(scenarioOne, "2028-07-24 08:30").state,
  diarised: () =>
    after(...whole.compiled, registered("p1", "SBN 2027-0041-12"), registered("event.invite", "")),
};

import { after, type Step } from "../support/given.ts";
import { toldBoth } from "../support/after-decision.ts";
import { invited } from "../support/whole-plan.ts";

const closed = (roundId: string, answers: number): Step => [
  "system",
  { type: "CloseRound", roundId, answers },
  "2027-06-01T22:00:00.000Z",
];
const theme = (themeId: string, title: string, mentions: string): Step => [
  "tjp",
  { type: "PutTheme", themeId, title, mentions, revision: 0 },
];
const both = [closed("e1", 31), closed("e2", 12)];

/** The participants' evaluation when its rounds have closed, and when what people wrote has been read. */
export const surveyScenes = {
  surveyed: () => after(...invited, ...both),
  themed: () =>
    after(
      ...invited,
      ...both,
      theme("t1", "Belysningen vid bussarna är viktigast", "9"),
      theme("t2", "Det var kallt i lokalen", "2"),
    ),
  toldBoth: () => after(...toldBoth, ...both),
};

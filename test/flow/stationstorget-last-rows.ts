import { expect, test } from "vitest";
import { sendItem } from "./acts.ts";
import { internalRoundRows } from "./internal-round-rows.ts";
import { codesIn } from "./plan-acts.ts";
import { TITLE } from "./stationstorget.ts";
import {
  endFollowUp,
  handOver,
  learn,
  reportEvaluation,
  tellWhatHappened,
} from "./stationstorget-later.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines, overviewOf } from "./story.ts";

/** scenarios.md, scenario 1, from 2027-08-16 to 2028-07-24. */
export function lastRows(told: Told): void {
  internalRoundRows(told);

  test("2027-09-09 10:00 A holds the learning meeting with three lessons: D16 is done, step 10 is done, D17 is due 7 October", async () => {
    const { story, cast } = told;
    await story.at("2027-09-09 10:00");
    await learn(cast.anna);
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("10 steg klara");
    expect(words).toContain(
      lines(
        "Utvärderingen till nämnden",
        "senast torsdag 7 oktober 2027 · tjänstepersonen (Tove Johansson)",
      ),
    );
  });

  test("2027-09-28 13:00 the evaluation is reported, § 102: D17 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-09-28 13:00");
    await reportEvaluation(cast.tove);
    await story.settled();
    expect(await told.overview()).not.toContain("Utvärderingen till nämnden\nsenast");
  });

  test("2027-12-21 10:00 A publishes follow-up 1: D18.1 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-12-21 10:00");
    await tellWhatHappened(cast.anna, "Pågår", "2027-12-21");
    await story.settled();
    expect(await told.overview()).not.toContain("Uppföljning 1\nsenast");
  });

  test("2028-06-22 10:00 A publishes follow-up 2 and ends the follow-up: D18.2 is done, no D18.3, D19 is due 24 July", async () => {
    const { story, cast } = told;
    await story.at("2028-06-22 10:00");
    await tellWhatHappened(cast.anna, "Genomfört", "2028-06-22");
    await endFollowUp(cast.anna);
    await story.settled();
    const words = await told.overview();
    expect(words).not.toContain("Uppföljning 2\nsenast");
    expect(words).not.toContain("Uppföljning 3");
    expect(words).toContain(
      lines("Kontaktlistan raderas", "senast måndag 24 juli 2028 · sker av sig självt"),
    );
  });

  test("2028-06-27 10:00 REG hands over to the archive; the contact list is still there, and the dialogue open", async () => {
    const { story, cast } = told;
    await story.at("2028-06-27 10:00");
    await handOver(cast.registrar);
    await story.settled();
    expect(await told.overview()).toContain(
      lines("Kontaktlistan raderas", "senast måndag 24 juli 2028 · sker av sig självt"),
    );
  });

  test("2028-07-24 08:30 the contact list goes by itself, and with it the dialogue is closed for everybody", async () => {
    const { story, cast } = told;
    await story.at("2028-07-24 08:29");
    expect(await told.overview()).not.toContain("Dialogen avslutades");
    await story.at("2028-07-24 08:30");
    await story.settled();
    expect(await told.overview()).toContain("Dialogen avslutades 24 juli 2028");
    const on = await overviewOf(cast.tove, TITLE);
    const meeting = { item: "eval.meeting", values: { heldAt: "2028-07-24" }, revision: 1 };
    const refused = await story.unchanged(() => sendItem(cast.tove, meeting, on));
    expect(codesIn(refused.words)).toEqual(["E-NOT-ACTIVE"]);
  });
}

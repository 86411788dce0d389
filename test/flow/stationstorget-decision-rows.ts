import { expect, test } from "vitest";
import { enterInDiary } from "./diary-acts.ts";
import { inputId } from "../../src/cards/input-ids.ts";
import { dataOf, dialogueIdOn } from "./acts.ts";
import { registerDecision } from "./decision-acts.ts";
import { codesIn } from "./plan-acts.ts";
import {
  FINAL,
  followMinutes,
  giveReasons,
  tellWhatWasDecided,
  tellWhatWasSaid,
} from "./stationstorget-later.ts";
import type { Told } from "./stationstorget-told.ts";
import { TITLE } from "./stationstorget.ts";
import { lines, overviewOf } from "./story.ts";

const CHAIR = "ordföranden (Anna Lindqvist)";

/** scenarios.md, scenario 1, from 2027-06-16 to 2027-08-13. */
export function decisionRows(told: Told): void {
  test("2027-06-16 10:00 the matter itself is not the steering group's: E-BOARD-ONLY", async () => {
    const { story, cast } = told;
    await story.at("2027-06-16 10:00");
    const on = await overviewOf(cast.tove, TITLE);
    const inputs = {
      [inputId("position", "matter")]: "other",
      [inputId("position", "question")]: "Slutligt beslut om torget?",
    };
    const ask = {
      verb: "askPosition",
      dialogueId: dialogueIdOn(on),
      positionId: "p2",
    } as const;
    const refused = await story.unchanged(() => cast.tove.send(dataOf(ask), inputs, on));
    expect(codesIn(refused.words)).toEqual(["E-BOARD-ONLY"]);
  });

  test("2027-06-17 10:00 A publishes feedback 1: D11 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-06-17 10:00");
    await tellWhatWasSaid(cast.anna);
    expect(await enterInDiary(cast.registrar)).toEqual(["Återkoppling 1 – det här sa ni"]);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      "Lägesbesked 1: senast fredag 20 augusti 2027 · tjänstepersonen (Tove Johansson)",
    ]);
    expect(await told.codes()).toEqual([]);
  });

  test("2027-06-23 16:00 § 88 is registered and confirmed with a reason for each theme: D13.1 goes, D14 is moved out of July, D18 begins", async () => {
    const { story, cast } = told;
    await story.at("2027-06-23 16:00");
    await giveReasons(cast.registrar);
    await registerDecision(cast.registrar, "Slutligt beslut i frågan", FINAL);
    await story.settled();
    await cast.anna.press("Stämmer", "personal");
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("8 steg klara. Du är här: 9. Återkoppling till medborgarna");
    expect(words).toContain(
      lines(
        "Återkoppling 2: det här beslutades",
        `senast måndag 16 augusti 2027 · ${CHAIR}`,
        "Ordinarie datum 14 juli flyttas till 16 augusti. Skicka gärna före sommaren. W-QUIET-PERIOD",
      ),
    );
    expect(await told.codes()).toEqual(["W-NOT-FINAL", "W-QUIET-PERIOD"]);
    expect(await told.dates("Att göra")).toEqual([
      `Återkoppling 2: det här beslutades: senast måndag 16 augusti 2027 · ${CHAIR}`,
      ...FOLLOW_UPS,
    ]);
    expect(await told.dates("Klart eller utgått")).toContain(
      "Lägesbesked 1: behövs inte sedan 23 juni 2027 · tjänstepersonen (Tove Johansson)",
    );
    expect(words).toContain(lines("Justera protokollet (SBN § 88)", "senast 6 juli 2027"));
  });

  test("2027-06-29 and 07-01 REG enters approval and announcement: appeals until 22 July, also in the quiet weeks", async () => {
    const { story, cast } = told;
    await story.at("2027-06-29 12:00");
    await followMinutes(cast.registrar, { Justerat: "2027-06-29" });
    expect(await told.codes()).toEqual(["W-QUIET-PERIOD"]);
    expect(await told.overview()).toContain(
      lines("Anslå på anslagstavlan (SBN § 88)", "senast 1 juli 2027"),
    );
    await story.at("2027-07-01 12:00");
    await followMinutes(cast.registrar, { Anslaget: "2027-07-01" });
    await story.settled();
    expect(await told.overview()).toContain(
      lines("Överklagandetiden går ut (SBN § 88)", "22 juli 2027"),
    );
  });

  test("2027-08-13 10:00 A publishes feedback 2: D14 is done, step 9 is done, D15 closes 30 August", async () => {
    const { story, cast } = told;
    await story.at("2027-08-13 10:00");
    await tellWhatWasDecided(cast.anna);
    expect(await enterInDiary(cast.registrar)).toHaveLength(1);
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("9 steg klara. Du är här: 10. Utvärdering och gemensamt lärande");
    expect(await told.dates("Att göra")).toEqual([
      "Intern utvärdering stänger: senast måndag 30 augusti 2027 · tjänstepersonen (Tove Johansson)",
      ...FOLLOW_UPS,
    ]);
    expect(await told.codes()).toEqual([]);
  });
}

const FOLLOW_UPS = [
  `Uppföljning 1: senast onsdag 22 december 2027 · ${CHAIR}`,
  `Uppföljning 2: senast torsdag 22 juni 2028 · ${CHAIR}`,
] as const;

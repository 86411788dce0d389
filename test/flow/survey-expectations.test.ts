import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Step } from "../support/given.ts";
import { occasion } from "../support/planned.ts";
import { momentOf } from "../support/played.ts";
import { tokenIn } from "../support/survey.ts";
import { invited } from "../support/whole-plan.ts";
import { type Called, type Lived, openLived, type Pressing } from "./lived.ts";

/** scenarios.md, "Survey expectations" of both scenarios: answered at the public page, read in Teams. */
let lived: Lived;
beforeAll(async () => {
  lived = await openLived();
});
afterAll(() => lived.close());

const at = (local: string) => lived.bot.moveClock(momentOf(local));
const read = (dialogueId: string, who: Called, verb: string, more: object = {}) =>
  lived.press(who, { data: { verb, dialogueId, ...more } } as Pressing, "sv");

/** So many give each answer from 1 to 5, to every one of these questions. */
async function answerAll(
  dialogueId: string,
  roundId: string,
  questions: readonly string[],
  counts: readonly number[],
): Promise<void> {
  const link = await lived.bot.surveyLink(dialogueId, roundId);
  for (const [index, count] of counts.entries())
    for (let person = 0; person < count; person += 1) {
      const token = tokenIn(await (await fetch(link)).text());
      const fields = Object.fromEntries(questions.map((id) => [id, String(index + 1)]));
      const sent = await fetch(link, {
        method: "POST",
        body: new URLSearchParams({ token, ...fields }),
        headers: { origin: new URL(link).origin },
        redirect: "manual",
      });
      expect(sent.status).toBe(303);
    }
}

const closes = (roundId: string, when: string): Step => [
  "system",
  { type: "CloseRound", roundId },
  momentOf(when),
];

describe("scenario 1", () => {
  const dialogueId = "survey-one";

  test("P5 at E1 and E2: nothing while E2 is open, then both rounds and the total, word for word", async () => {
    await at("2027-05-05 10:00");
    await lived.live(dialogueId, invited);
    await at("2027-05-13 10:00");
    await answerAll(dialogueId, "e1", ["P5"], [1, 3, 6, 13, 8]);
    await at("2027-05-25 00:00");
    await lived.live(dialogueId, [closes("e1", "2027-05-25 00:00")]);
    const early = await read(dialogueId, "b", "openResults");
    expect(early).toContain("Resultatet visas när sista omgången har stängt");
    expect(early).not.toContain("instämmer");
    await at("2027-05-25 10:00");
    await answerAll(dialogueId, "e2", ["P5"], [0, 1, 2, 6, 3]);
    await at("2027-06-02 00:00");
    await lived.live(dialogueId, [closes("e2", "2027-06-02 00:00")]);
    const shown = await read(dialogueId, "b", "openResults");
    expect(shown).toContain(
      "Tillfälle 1: 21 av 31 (68 %) instämmer. Median 4. Kvartiler 3 och 5. 1: 1 (3 %) · 2: 3 (10 %) · 3: 6 (19 %) · 4: 13 (42 %) · 5: 8 (26 %)",
    );
    expect(shown).toContain(
      "Tillfälle 2: 9 av 12 instämmer. Median 4. 1: 0 · 2: 1 · 3: 2 · 4: 6 · 5: 3",
    );
    expect(shown).toContain("Det går inte att dra slutsatser om alla invånare.");
    expect(shown).not.toContain("E-RESULT-SUPPRESSED · ");
    const report = await read(dialogueId, "b", "openEvaluationReport", { page: 1 });
    expect(report).toContain("30 av 43 (70 %) instämmer.");
  });
});

describe("scenario 2", () => {
  const dialogueId = "survey-two";
  const SHORT = ["P1", "P4", "P5", "P8"];
  const FULL = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9"];

  test("a round with four answers: only the total of all rounds, of each question as many as were asked it, and why", async () => {
    await at("2027-05-05 10:00");
    await lived.live(dialogueId, withThird(invited));
    const short = { type: "ChooseRoundForm", roundId: "e2", form: "short" } as const;
    await lived.live(dialogueId, [["tjp", short, momentOf("2027-05-11 10:00")]]);
    await at("2027-05-24 20:00");
    // E1 would close at the end of this day.
    await answerAll(dialogueId, "e1", FULL, [1, 2, 4, 9, 6]);
    await answerAll(dialogueId, "e2", SHORT, [0, 2, 3, 8, 6]);
    await answerAll(dialogueId, "e3", FULL, [0, 1, 0, 2, 1]);
    await at("2027-06-04 00:00");
    await lived.live(
      dialogueId,
      ["e1", "e2", "e3"].map((roundId) => closes(roundId, "2027-06-04 00:00")),
    );
    const first = await read(dialogueId, "b", "openResults");
    expect(first).toContain("45 svar");
    expect(first).toContain(
      "32 av 45 (71 %) instämmer. Median 4. Kvartiler 3 och 5.\n1: 1 (2 %) · 2: 5 (11 %) · 3: 7 (16 %)",
    );
    expect(first).toContain("en omgång har färre än fem svar och skulle gå att räkna ut.");
    expect(first).toContain("E-RESULT-SUPPRESSED");
    expect(first).not.toContain("Tillfälle 3: 3 av 4 instämmer");
    expect(first).not.toMatch(/Tillfälle \d: \d+ av \d+ (?:\(\d+ %\) )?instämmer/u);
    // Asked at E1 and E3 alone: 22 and 4.
    expect(first).toMatch(/vad som redan är bestämt\.\n18 av 26 \(69 %\) instämmer\. Median 4\./u);
    // What the plan does not ask is not there.
    expect(first).not.toContain("Jag fick den information jag behövde");
  });
});

const GO_ON = {
  type: "OverrideGate",
  gate: "G4c",
  reason: "Tillfälle 3 dokumenteras som de andra.",
} as const;

/** The plan with a third tillfälle, two days after the second, which its other parts do not name. */
function withThird(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    const [, command] = step;
    if (command.type === "OpenPosition" && command.matter === "proposal")
      return [["a", GO_ON], step];
    const isEvent = command.type === "PutRow" && command.itemId === "plan.events";
    return isEvent && command.rowId === "e2"
      ? [step, occasion("e3", "2027-05-24 18:00", "2027-05-24 20:00", "d")]
      : [step];
  });
}

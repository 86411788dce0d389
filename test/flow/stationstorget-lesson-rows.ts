import { expect, test } from "vitest";
import { fillIn, triage } from "./acts.ts";
import { openItem } from "./plan-acts.ts";
import { type Cast, enterCaseNumber, MINUTES, writeIssue, writePurpose } from "./stationstorget.ts";
import type { Told } from "./stationstorget-told.ts";
import { draftDecision } from "./acts.ts";

const NEW = "Mörkt vid Södra skolan";
const YOUNG = "Börja med uppsökande tillfälle.";

/** What scenario 1 has learnt meets the next dialogue with the same level (evaluation.md §7). */
export function lessonRows(told: Told): void {
  test("a lesson of the closed dialogue is carried out, and says so", async () => {
    const { cast } = told;
    await openItem(cast.anna, 10, "Skriv lärdomar som nästa dialog kan använda");
    const list = await cast.anna.submit("Dialogens lärdomar");
    expect(list.words).toContain("LL-SBN2027-0041-01");
    expect(list.words).toContain("LL-SBN2027-0041-03");
  });

  test("in a new dialogue with the same level they are there when it is planned", async () => {
    const { story, cast } = told;
    await untilAppointed(told);
    const found = await openItem(cast.tove, 4, "Gå igenom lärdomar från tidigare dialoger");
    expect(found.words).toContain("Passar den här dialogen");
    for (const words of [YOUNG, "Gör likadant.", "Sammanställ före midsommar."])
      expect(found.words).toContain(words);
    await story.settled();
  });

  test("one becomes a task, with what it says already written; one does not apply; both are counted", async () => {
    const { story, cast } = told;
    const lesson = await cast.tove.submit(YOUNG);
    expect(lesson.words).toContain("Unga nåddes först på plats.");
    const taken = await cast.tove.submit("Gör till en uppgift", {
      "Vem gör det?": "Utsedd tjänsteperson (processledare)",
    });
    expect(taken.words).toContain("Lärdomen är nu en uppgift.");
    expect(taken.words).toContain("1 lärdom har blivit en uppgift och 0 gäller inte här.");
    await cast.tove.submit("Gör likadant.");
    await cast.tove.submit("Gäller inte här");
    const without = await cast.tove.submit("Spara", { "Varför inte?": " " });
    expect(without.words).toContain("E-REASON");
    const declined = await cast.tove.submit("Spara", { "Varför inte?": "Vi har inget kafé." });
    expect(declined.words).toContain("1 lärdom har blivit en uppgift och 1 gäller inte här.");
    await story.settled();
    const tasks = await cast.tove.say("mina uppgifter");
    expect(tasks.status).toBe(200);
  });

  test("others are found by their words, also those that are not shown", async () => {
    const { cast } = told;
    await openItem(cast.tove, 4, "Gå igenom lärdomar från tidigare dialoger");
    await cast.tove.submit("Sök bland lärdomar");
    const found = await cast.tove.submit("Sök", { "Ord att söka efter": "midsommar" });
    expect(found.words).toContain("Hittade 1 lärdom");
    expect(found.words).toContain("Sammanställ före midsommar.");
    expect(found.words).not.toContain(YOUNG);
  });

  test("who plans nothing reads them, and may not settle what comes of them", async () => {
    const { story, cast } = told;
    await openItem(cast.anna, 4, "Gå igenom lärdomar från tidigare dialoger");
    await cast.anna.submit("Sammanställ före midsommar.");
    const refused = await story.unchanged(() =>
      cast.anna.submit("Gör till en uppgift", {
        "Vem gör det?": "Utsedd tjänsteperson (processledare)",
      }),
    );
    expect(refused.words).toContain("E-FORBIDDEN");
    expect(refused.words).toContain("Tove Johansson");
  });
}

async function untilAppointed({ story, cast }: Told): Promise<void> {
  const { anna, registrar, head }: Cast = cast;
  await triage(anna, NEW);
  await story.settled();
  await enterCaseNumber(registrar);
  await writeIssue(anna);
  await story.settled();
  await writePurpose(anna);
  await story.settled();
  await draftDecision(registrar, MINUTES);
  const registered = await registrar.submit("Registrera");
  expect(registered.words).not.toContain("E-");
  await story.settled();
  await anna.press("Stämmer", "personal");
  await story.settled();
  await head.press("Utse tjänsteperson", "personal");
  await head.submit("Spara och stäng", {
    Tjänsteperson: "Tove Johansson",
    "Utsedd den": "2028-07-24",
  });
  await story.settled();
  await fillIn(cast.tove, "Håll startmöte med styrgruppen", { "Dag för startmötet": "2028-07-24" });
}

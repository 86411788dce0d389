import { expect, test } from "vitest";
import type { Command } from "../../src/domain/dialogue.ts";
import { orderInside } from "./order-inside.ts";
import { fillPages, openItem } from "./plan-acts.ts";
import { linked } from "./stationstorget-plan.ts";
import { INVITATION } from "./stationstorget-planning-rows.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines } from "./story.ts";

const ask: Command = {
  type: "OpenPosition",
  positionId: "p1",
  matter: "proposal",
  question: "Tillstyrker ni förslaget till genomförande?",
};
const answer = (value: "approve" | "return", reason = ""): Command => ({
  type: "AnswerPosition",
  positionId: "p1",
  answer: value,
  reason,
  revision: 0,
});

/** scenarios.md, scenario 1, from 2027-04-08 to 2027-05-04. */
export function checkpointRows(told: Told): void {
  test("2027-04-08 17:30 A, B, C and D approve, E does not: D05 is done, the plan is a record, D06 is due 21 April", async () => {
    const { story } = told;
    await story.at("2027-04-08 17:30");
    await orderInside(
      story,
      { by: "Tove Johansson", commands: [ask] },
      ...MOST.map((by) => ({ by, commands: [answer("approve")] })),
      { by: "Elif Demir", commands: [answer("return", "Kostnaden är för hög.")] },
      { by: "Anna Lindqvist", commands: [{ type: "ClosePosition", positionId: "p1" }] },
    );
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("5 steg klara. Du är här: 6. Genomföra dialog");
    expect(words).toContain(
      lines(
        "Inbjudan publicerad",
        "senast onsdag 21 april 2027 · kommunikatören (Oskar Blom)",
        "Senast 21 april",
        "Påminn de inbjudna",
        "senast tisdag 4 maj 2027 · kommunikatören (Oskar Blom)",
        "Senast 4 maj",
      ),
    );
    expect(words).not.toContain("Avstämning godkänd");
    const plan = await openItem(told.cast.tove, 4, "Planera tillfällen: tid, plats, form");
    expect(plan.words).toContain("E-LOCKED-RECORD");
  });

  test("2027-04-20 10:00 KOM publishes the invitation with the five compulsory parts: D06 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-04-20 10:00");
    await openItem(cast.kom, 6, INVITATION);
    const invitation = {
      "Publicerad den": "2027-04-20",
      Kanaler: "Affischer på platsen; Webbsida; Skola",
      ...linked("Länk till inbjudan", "Inbjudan"),
    };
    await expect(cast.kom.submit("Spara och visa steget", invitation)).rejects.toThrow(
      "Inbjudan berättar",
    );
    await fillPages(cast.kom, { ...invitation, "Inbjudan berättar": PARTS.join("; ") });
    await story.settled();
    expect(await told.overview()).not.toContain("Inbjudan publicerad\nsenast");
    const record = await openItem(cast.kom, 6, INVITATION);
    expect(record.words).toContain("E-LOCKED-RECORD");
  });

  test("2027-05-04 10:00 KOM reminds those invited: D07 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-05-04 10:00");
    await openItem(cast.kom, 6, "E1: Påminn inbjudna grupper");
    await fillPages(cast.kom, { "Skickat den": "2027-05-04" });
    await story.settled();
    expect(await told.overview()).not.toContain("Påminn de inbjudna\nsenast");
  });
}

const MOST = ["Anna Lindqvist", "Behzad Karimi", "Cecilia Nyström", "David Holmgren"] as const;
const PARTS = [
  "Vilken frågan är",
  "Vad som går att påverka och inte, med löftet",
  "Vem som beslutar och när",
  "Hur och när återkopplingen kommer",
  "Hur personuppgifter hanteras, och vem som hjälper till med tillgänglighet",
] as const;

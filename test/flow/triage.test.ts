import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonsOf, inputsOf } from "../support/card-reading.ts";
import { readOn, type Seat } from "../support/seat.ts";
import { sendItem, triage } from "./acts.ts";
import { lines, openStory, readOverview, type Story } from "./story.ts";

const OFFICIALS = {
  "Vilka ska möta medborgarna: förtroendevalda eller tjänstepersoner?": "Tjänstepersoner",
};
const INFLUENCE = { "Frågan går att påverka": "Ja", "Det här ligger fast": "" };
const SERVICE = { "Det handlar om": "En service" };
const SINGLE_ISSUE = { "Det handlar om": "En enskild utformning" };
const NONE = { "Frågan går att påverka": "Nej", "Det här ligger fast": "" };
const LAW = "Finns det samråd som lagen kräver i samma fråga?";
const DIALOGUE = "Det här är en medborgardialog";
const better = (form: string) => `Det här passar bättre som ${form}`;

type Case = readonly [name: string, result: string, differs: Readonly<Record<string, string>>];

/** scenarios.md §4.1; what is not said is answered as in scenario 1: elected officials, society at large, a decision to come, no law. */
const CASES: readonly Case[] = [
  ["M1", DIALOGUE, INFLUENCE],
  ["M2", better("information"), NONE],
  ["M3", better("information"), { ...INFLUENCE, "Ja, beslutet återstår": "Nej" }],
  [
    "M4",
    better("brukardialog"),
    { ...OFFICIALS, ...INFLUENCE, ...SERVICE, "De som använder servicen är": "Brukare" },
  ],
  [
    "M5",
    better("kunddialog"),
    { ...INFLUENCE, ...SERVICE, "De som använder servicen är": "Kunder" },
  ],
  ["M6", better("brukarråd"), { ...OFFICIALS, ...INFLUENCE, "Det handlar om": "Ett fast råd" }],
  [
    "M7",
    better("samråd"),
    { ...OFFICIALS, ...INFLUENCE, ...SINGLE_ISSUE, [LAW]: "Detaljplan (PBL)" },
  ],
  ["M8", better("intressedialog"), { ...OFFICIALS, ...INFLUENCE, ...SINGLE_ISSUE }],
  ["M9", better("intressedialog"), SINGLE_ISSUE],
  ["M10", DIALOGUE, { [LAW]: "Översiktsplan (PBL); Samiska folket" }],
  ["M11", better("intressedialog"), { ...OFFICIALS, ...INFLUENCE }],
];

describe("the questions of step 0", () => {
  let story: Story;
  let anna: Seat;

  beforeAll(async () => {
    story = await openStory("Stationstorget");
    anna = story.person("Anna Lindqvist");
    await story.at("2027-01-11 09:00");
  });
  afterAll(() => story.close());

  test.each(CASES)("%s is answered with “%s”", async (name, result, differs) => {
    const title = `Fall ${name}`;
    const answer = await triage(anna, title, differs);
    expect(answer.words).toContain(result);
    await story.settled();
    // G0: the way on is drawn for a medborgardialog alone; any other form is told in the channel, with what to do instead.
    const [shown, goesOn] =
      result === DIALOGUE
        ? [await readOverview(anna, title), "Du är här: 1. Identifiera fråga/problemområde"]
        : [await told(title), lines(result, "Gör så här i stället")];
    expect(shown).toContain(goesOn);
  });

  test("M10: each consultation by law is a warning and a task of its own", async () => {
    const words = await readOverview(anna, "Fall M10");
    expect(words).toContain("Översiktsplan: samråd med bland andra kommunens medlemmar");
    expect(words).toContain("Konsultation med det samiska folket");
    const result = await triage(anna, "Fall M10 igen", {
      [LAW]: "Översiktsplan (PBL); Samiska folket",
    });
    expect(result.words.split("W-LEGAL-CONSULTATION")).toHaveLength(3);
    expect(result.words.split("Gör samrådet för sig.")).toHaveLength(3);
  });

  test("M9: without a reason the chair cannot choose another form, and what was chosen stands", async () => {
    await triage(anna, "Fall M9 igen", SINGLE_ISSUE);
    await anna.submit("Välj en annan form");
    const refused = await story.unchanged(() =>
      anna.submit("Spara och visa steget", { "Annan dialogform": "Medborgardialog" }),
    );
    expect(refused.words).toContain("En motivering saknas");
    expect(refused.words).toContain("Kod: E-REASON");
    expect(kept("Annan dialogform")).toBe("citizen_dialogue");
    expect(await told("Fall M9 igen")).toContain(better("intressedialog"));
  });

  test("M9: with a reason it becomes a medborgardialog", async () => {
    await anna.submit("Spara och visa steget", { Motivering: "Allmänintresset är stort." });
    await story.settled();
    expect(await readOverview(anna, "Fall M9 igen")).toContain("Du är här: 1.");
  });

  test("M2: what cannot be influenced is given no other form", async () => {
    const result = await triage(anna, "Fall M2 igen", NONE);
    expect(result.words).toContain("Därför kan formen inte ändras.");
    const buttons = buttonsOf(anna.dialog().card).map(({ title }) => title);
    expect(buttons).toEqual(["Stäng", "Ändra svaren"]);
    await story.settled();
    const on = await anna.see("Fall M2 igen · Rätt sorts dialog?");
    const values = { overrideType: "citizen_dialogue", overrideReason: "Ändå." };
    const sent = await story.unchanged(() => sendItem(anna, { item: "triage.result", values }, on));
    expect(sent.words).toContain("Kod: E-FIELD");
  });

  test("M12: influenceable in part, without saying what is fixed, is refused beside the field, and the form keeps what was written", async () => {
    const refused = await triage(anna, "Fall M12", { "Det här ligger fast": "" });
    expect(refused.words).toContain(
      lines(
        "En uppgift behöver rättas",
        "Inget har sparats än. Det du har skrivit finns kvar. Kod: E-FIELD",
      ),
    );
    expect(refused.words).toContain(
      lines(
        "Det här ligger fast",
        "Skriv det som inte går att ändra, till exempel att staten äger perrongen.",
        "⚠ Behöver fyllas i.",
      ),
    );
    expect(kept("Frågan går att påverka")).toBe("partly");
    expect(kept("Ja, beslutet återstår")).toBe("true");
    expect(kept("Nämnd eller styrelse som beslutar")).toBe("sbn");
    await story.settled();
    expect((await anna.cards()).some(({ card }) => readOn(card).includes("Fall M12"))).toBe(false);
    const mended = await anna.submit("Spara och fortsätt", {
      "Det här ligger fast": "Perrongen ägs av staten.",
    });
    expect(mended.words).toContain(DIALOGUE);
  });

  /** What the channel is told of a question that another form fits better. */
  async function told(title: string): Promise<string> {
    return readOn((await anna.see(`${title} · Rätt sorts dialog?`)).card);
  }

  function kept(label: string): unknown {
    return inputsOf(anna.dialog().card).find((input) => input["label"] === label)?.["value"];
  }
});

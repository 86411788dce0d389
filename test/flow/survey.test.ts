import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Step } from "../support/given.ts";
import { momentOf } from "../support/played.ts";
import { tokenIn } from "../support/survey.ts";
import { invited } from "../support/whole-plan.ts";
import { type Called, type Lived, openLived, type Pressing } from "./lived.ts";

/** Two rounds of participants' answers: by the page, on paper and from a table, closed by time, read and made into themes. */
const dialogueId = "dialogue-survey";
let lived: Lived;
beforeAll(async () => {
  lived = await openLived();
  await at("2027-05-05 10:00");
  await lived.live(dialogueId, invited);
});
afterAll(() => lived.close());

const at = (local: string) => lived.bot.moveClock(momentOf(local));
const press = (who: Called, verb: string, more: object = {}, inputs = {}) =>
  lived.press(who, { data: { verb, dialogueId, ...more }, inputs } as Pressing, "sv");
const e1 = { roundId: "e1" };
const e2 = { roundId: "e2" };
const form = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`in:form:${name}`, value]));
const closed = (roundId: string, when: string): Step => [
  "system",
  { type: "CloseRound", roundId },
  momentOf(when),
];

const linkOf = ({ roundId }: { readonly roundId: string }) =>
  lived.bot.surveyLink(dialogueId, roundId);

/** A participant opens the link, answers and sends. */
async function answers(link: string, fields: Readonly<Record<string, string>>): Promise<number> {
  const token = tokenIn(await (await fetch(link)).text());
  const sent = await fetch(link, {
    method: "POST",
    body: new URLSearchParams({ token, ...fields }),
    headers: { origin: new URL(link).origin },
    redirect: "manual",
  });
  return sent.status;
}

describe("the survey, from the poster to the themes", () => {
  test("before the tillfälle the civil servant finds the link, what to print and the short form", async () => {
    const page = await press("tjp", "openRound", e1);
    for (const words of ["Öppnar 12 maj 2027 kl. 20.30", "Länk till enkäten"])
      expect(page).toContain(words);
    const poster = await fetch(`${await linkOf(e1)}/affisch`);
    expect(await poster.text()).toContain("Berätta vad du tyckte");
    expect(await press("tjp", "chooseForm", { ...e2, form: "short" })).toContain(
      "Den korta enkäten används.",
    );
  });

  test("while it is open answers come by the page, from papers and from a table, and only their number is seen", async () => {
    await at("2027-05-13 10:00");
    const link = await linkOf(e1);
    for (const P5 of ["5", "4", "4"]) expect(await answers(link, { P5 })).toBe(303);
    expect(await press("tjp", "beginPapers", e1, form({ count: "två" }))).toContain(
      "Skriv ett tal med siffror",
    );
    expect(await press("tjp", "beginPapers", e1, form({ count: "2" }))).toContain("Papper 1 av 2");
    const paper = (paperId: string, number: number, marks: string) =>
      press("tjp", "savePaper", { ...e1, paperId, number, of: 2 }, form({ marks }));
    expect(await paper("a", 1, "543")).toContain("Minst 5 behövs. Nu är det 3.");
    expect(await paper("a", 1, "54321")).toContain("Papper 2 av 2");
    expect(await paper("a", 1, "54321")).toContain("Papperet var sparat redan.");
    expect(await paper("b", 2, "0-555")).toContain("Antal svar: 5");
    const paste = (table: string) =>
      press("tjp", "pasteAnswers", { ...e1, pasteId: "t" }, form({ table }));
    const refused = await paste("P1;P5\n5;4\n;9\n");
    expect(refused).toContain("Inga svar sparades");
    expect(refused).toContain("Rad 3: P5 har ett värde som inte finns.");
    expect(await paste("P1;P5\n5;4\n;2\n")).toContain("Inlästa svar: 2");
    expect(await paste("P1;P5\n5;4\n;2\n")).toContain("Svaren var inlästa redan.");
    const seen = await press("tjp", "openSurvey");
    expect(seen).toContain("Antal svar: 7");
    expect(seen).not.toMatch(/Instämmer|median/iu);
  });

  test("S34: nobody else opens a round, enters anything or reads a text; who is in the team sees when it closes", async () => {
    const page = await press("b", "openSurvey");
    expect(page).toContain("Öppen till och med måndag 24 maj 2027");
    expect(page).not.toContain("Antal svar");
    const verbs: readonly (readonly [string, object])[] = [
      ["openRound", e1],
      ["openPapers", e1],
      ["openPaste", e1],
      ["openThemes", {}],
      ["openTexts", {}],
      ["openBackground", {}],
      ["beginPapers", e1],
      ["savePaper", { ...e1, paperId: "x", number: 1, of: 1 }],
      ["pasteAnswers", { ...e1, pasteId: "x" }],
      ["chooseForm", { ...e2, form: "full" }],
      ["chooseBackground", {}],
      ["startSecondWave", {}],
      ["putTheme", { themeId: "x", revision: 0 }],
      ["removeTheme", { themeId: "x" }],
    ];
    for (const who of ["b", "reg", "adm", "guest"] as const)
      for (const [verb, more] of verbs)
        expect([who, verb, await press(who, verb, more)].join(" ")).toContain("E-FORBIDDEN");
    expect(await press("tjp", "openTexts")).toContain("E-FORBIDDEN");
    expect(await press("tjp", "openRound", { roundId: "nowhere" })).toContain("E-FORBIDDEN");
  });

  test("S24: when the last round has closed the numbers stand, nothing more is taken, and the texts are read", async () => {
    await at("2027-05-23 10:00");
    const second = await linkOf(e2);
    for (const P4 of ["5", "3"]) expect(await answers(second, { P4, P2: "1" })).toBe(303);
    const first = await linkOf(e1);
    expect(await answers(first, { P8: "4" })).toBe(303);
    await at("2027-06-02 00:00");
    await lived.live(dialogueId, [
      closed("e1", "2027-06-02 00:00"),
      closed("e2", "2027-06-02 00:00"),
    ]);
    expect(await answers(first, { P8: "4" })).toBe(409);
    expect(
      await press(
        "tjp",
        "savePaper",
        { ...e1, paperId: "late", number: 1, of: 1 },
        form({ marks: "54321" }),
      ),
    ).toContain("E-LOCKED-RECORD");
    const state = await lived.bot.load(dialogueId);
    expect(state.status === "active" && state.survey.closed).toEqual({
      e1: { closedOn: "2027-05-24", answers: 8 },
      e2: { closedOn: "2027-06-01", answers: 2 },
    });
    expect(await press("b", "openTimeline")).toContain("Antal svar: 8.");
    expect(await press("tjp", "openTexts")).toContain("Ingen har skrivit något");
  });

  test("themes are written once, counted, changed and taken away; few mentions have no number", async () => {
    const theme = (themeId: string, revision: number, title: string, mentions: string) =>
      press("tjp", "putTheme", { themeId, revision }, form({ title, mentions }));
    expect(await theme("t1", 0, "Kallt i lokalen", "2")).toContain("enstaka");
    expect(await theme("t2", 0, "Belysningen", "")).toContain("Behöver fyllas i.");
    expect(await theme("t2", 0, "Belysningen", "4")).toContain("4 svar");
    expect(await theme("t2", 0, "Ljuset", "5")).toContain("E-STALE");
    expect(await press("tjp", "removeTheme", { themeId: "t1" })).not.toContain("Kallt");
  });
});

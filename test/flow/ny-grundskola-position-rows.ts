import { expect, test } from "vitest";
import { enterInDiary } from "./diary-acts.ts";
import { buttonsOf } from "../support/card-reading.ts";
import { readOn, type Shown } from "../support/seat.ts";
import { dataOf, dialogueIdOn } from "./acts.ts";
import { type Member, MEMBERS, TITLE, type Told } from "./ny-grundskola.ts";
import { codesIn, titles } from "./plan-acts.ts";
import { QUESTION } from "./stationstorget-later.ts";
import { lines, overviewOf } from "./story.ts";

const KOM = "kommunikatören (Samira Haddad)";

/** What everybody sees while it is open: numbers, and no member but the host and the chair where the plan names them. */
const isSilent = (words: string) =>
  !Object.values(MEMBERS).some((name) => words.includes(name)) &&
  !/Återremitterar|Avstår|Lyfter till nämnden|dyrt|höst/u.test(words);

/** What leads to somebody's own answer, or to what is said about the question. */
const WAYS_IN: readonly string[] = [
  "Svara",
  "Anmäl jäv",
  "Kommentarer",
  "Tillstyrk",
  "Återremittera",
  "Lyft till nämnden",
  "Avstå",
];

/** scenarios.md, scenario 2, 2027-10-11 to 10-14: the plan is put to the group, F is absent, G recused, three against three. */
export function positionRows(told: Told): void {
  const inThread = async (): Promise<Shown> => {
    await told.story.settled();
    return told.cast.kom.see(QUESTION);
  };
  const inChat = async (who: Member): Promise<Shown> => {
    await told.story.settled();
    return told.cast.member(who).see(QUESTION, "personal");
  };

  test("2027-10-11 Q9: the chair goes on without a part of the plan only with a reason; nobody else does", async () => {
    const { story, cast } = told;
    const { anna, tove } = cast;
    const page = await tove.press("Gå vidare ändå");
    expect(page.words).toContain("Det är ordföranden (Anna Lindqvist) som kan gå vidare");
    expect(page.words).toContain("Kod: W-PLAN-PART-MISSING");
    await anna.press("Gå vidare ändå");
    const on = await overviewOf(anna, TITLE);
    const order = dataOf({ verb: "overrideGate", dialogueId: dialogueIdOn(on) });
    const empty = { "in:position:reason": " " };
    const refused = await story.unchanged(() => anna.send(order, empty, on));
    expect(codesIn(refused.words)).toEqual(["E-REASON"]);
    await anna.press("Gå vidare ändå");
    const done = await anna.submit("Gå vidare ändå", { Motivering: "Planerna kommer i oktober." });
    expect(done.words).toContain("Du har gått vidare.");
    await story.settled();
  });

  test("2027-10-11 the civil servant asks with a question and a time; each seat is asked in the own chat", async () => {
    const { tove, kom } = told.cast;
    const other = await kom.press("Fråga styrgruppen");
    expect(other.words).toContain("Frågan ställs av");
    await tove.press("Fråga styrgruppen");
    const gone = await tove.submit("Fråga styrgruppen", {
      "Stänger: datum": "2027-10-01",
      "Stänger: tid": "17:00",
    });
    expect(codesIn(gone.words)).toEqual(["E-FIELD"]);
    const sent = await tove.submit("Fråga styrgruppen", {
      "Stänger: datum": "2027-10-14",
      "Stänger: tid": "17:00",
    });
    expect(sent.words).toContain("Frågan är ställd.");
    const { card } = await inThread();
    const words = readOn(card);
    expect(words).toContain("0 av 8 har svarat");
    expect(words).toContain("Styrgruppen är inte beslutsför än. Minst 5 behöver svara.");
    expect(words).toContain(lines("Stänger", "14 oktober 2027 kl. 17.00"));
    expect(words).toContain(
      "Detta är styrgruppens ställningstagande. Det ersätter inte nämndens beslut.",
    );
    for (const who of Object.keys(MEMBERS) as Member[])
      expect(readOn((await inChat(who)).card)).toContain("Styrgruppen behöver ditt svar");
  });

  test("2027-10-13 answers are given in the chat or by a form, with a reason where one is owed, and may be changed", async () => {
    const { member } = told.cast;
    const old = await inChat("b");
    await member("b").pressOn(old, "Avstå");
    const stale = await member("b").pressOn(old, "Tillstyrk");
    expect(stale.words).toContain("E-STALE");
    expect(stale.words).toContain("Ditt svar: Avstå");
    await member("b").pressOn(await inChat("b"), "Tillstyrk");
    const answered = await member("a").pressOn(await inChat("a"), "Tillstyrk");
    expect(answered.words).toContain("Ditt svar: Tillstyrk");
    await member("d").pressOn(await inChat("d"), "Återremittera");
    const without = await member("d").submit("Skicka svaret");
    expect(codesIn(without.words)).toEqual(["E-REASON"]);
    await member("d").submit("Skicka svaret", { Motivering: "Platserna är inte lika beskrivna." });
    await member("e").pressOn(await inThread(), "Svara");
    await member("e").submit("Skicka svaret", {
      Svar: "Återremittera",
      Motivering: "För sent på hösten.",
    });
    await member("h").pressOn(await inChat("h"), "Återremittera");
    await member("h").submit("Skicka svaret", { Motivering: "För få tillfällen." });
  });

  test("2027-10-13 two answers of the same person at the same time: one is taken, the other gets the card as it is", async () => {
    const { member } = told.cast;
    const card = await inChat("c");
    const both = await Promise.all(
      ["Tillstyrk", "Avstå"].map((title) => member("c").pressOn(card, title)),
    );
    expect(both.filter(({ words }) => words.includes("E-STALE"))).toHaveLength(1);
    await member("c").pressOn(await inChat("c"), "Tillstyrk");
  });

  test("2027-10-13 Q1: who has no seat is told kindly that they can read", async () => {
    const { tove } = told.cast;
    const page = await tove.pressOn(await inThread(), "Svara");
    expect(page.words).toContain("Styrgruppens ledamöter svarar. Du kan läsa.");
  });

  test("2027-10-13 Q6: G declares jäv and is refused comments and answer; nobody else reads who answered what", async () => {
    const { tove, kom, member } = told.cast;
    const gunilla = member("g");
    await gunilla.pressOn(await inChat("g"), "Anmäl jäv");
    await gunilla.submit("Anmäl jäv");
    expect(readOn((await inChat("g")).card)).toContain("Du har anmält jäv");
    const thread = await inThread();
    const comments = await gunilla.pressOn(thread, "Kommentarer");
    expect(codesIn(comments.words)).toEqual(["E-FORBIDDEN"]);
    const answer = await gunilla.pressOn(thread, "Svara");
    expect(answer.words).toContain("Du deltar inte i frågan.");
    await gunilla.pressOn(thread, "Visa mer");
    expect(titles(gunilla.dialog()).filter((title) => WAYS_IN.includes(title))).toEqual([]);
    const receipt = buttonsOf((await inChat("g")).card).map(({ title }) => title);
    expect(receipt.filter((title) => WAYS_IN.includes(title))).toEqual([]);
    await member("b").pressOn(thread, "Kommentarer");
    await member("b").submit("Skicka", {
      "Skriv en kommentar eller en fråga": "Hur når vi eleverna?",
    });
    const said = await member("e").pressOn(thread, "Kommentarer");
    expect(said.words).toContain("Hur når vi eleverna?");
    expect((await kom.pressOn(thread, "Kommentarer")).words).not.toContain("Hur når vi eleverna?");
    const words = readOn((await inThread()).card);
    expect(words).toContain("7 av 8 har svarat");
    expect(isSilent(words)).toBe(true);
    for (const who of [kom, tove, member("a")])
      expect(isSilent((await who.pressOn(thread, "Visa mer")).words)).toBe(true);
  });

  test("2027-10-14 17:00 it closes by itself: the same message becomes the record, the chair's vote decides", async () => {
    const { story } = told;
    const { id } = await inThread();
    await story.at("2027-10-14 17:00");
    const { id: now, card } = await inThread();
    expect(now).toBe(id);
    const words = readOn(card);
    expect(words).toContain(lines("Styrgruppen tillstyrker 3–3", "Ordförandens röst avgjorde."));
    expect(words).toContain(lines("Röster", "3 ja, 3 nej, 0 avstod"));
    expect(words).toContain(lines("Beslutsför", "Ja: 6 av 8 ledamöter deltog"));
    expect(words).toContain(lines("Jäv", "Gunilla Åkerblom"));
    expect(words).toContain(lines("Har inte svarat", "Fredrik Ståhl"));
    expect(words).toContain(
      lines("Avvikande mening: Elif Demir · Återremitterar", "För sent på hösten."),
    );
    const receipt = readOn((await inChat("e")).card);
    expect(receipt).toContain(lines("Styrgruppen tillstyrker"));
    expect(receipt).toContain("Ditt svar: Återremitterar");
    const overview = await told.overview();
    expect(overview).toContain("5 steg klara. Du är här: 6. Genomföra dialog");
    expect(await told.codes()).toEqual(["W-LEGAL-CONSULTATION", "W-MULTI-BOARD"]);
    expect(await told.dates("Att göra")).toEqual([
      `Inbjudan publicerad: senast tisdag 26 oktober 2027 · ${KOM}`,
      `Påminn de inbjudna: senast tisdag 9 november 2027 · ${KOM}`,
    ]);
    expect(await told.dates("Klart eller utgått")).toContain(
      "Avstämning godkänd: klart 14 oktober 2027 · ordföranden (Anna Lindqvist)",
    );
  });

  test("2027-10-14 an answer after that, also of F who did not come, is refused and changes nothing: E-LOCKED-RECORD", async () => {
    const { story, cast } = told;
    const { member } = cast;
    const on = await inThread();
    const positionId = JSON.stringify(on.card).match(/"positionId":"([^"]+)"/u)?.[1] ?? "";
    const data = dataOf({
      verb: "saveAnswer",
      dialogueId: dialogueIdOn(on),
      positionId,
      revision: 1,
    });
    const inputs = { "in:position:answer": "approve", "in:position:reason": "" };
    for (const who of ["e", "f"] as const) {
      const refused = await story.unchanged(() => member(who).send(data, inputs, on));
      expect(codesIn(refused.words)).toEqual(["E-LOCKED-RECORD"]);
    }
    expect(await enterInDiary(told.cast.registrar)).toHaveLength(1);
    const late = readOn((await inChat("f")).card);
    expect(late).toContain("Du svarade inte innan ställningstagandet stängde.");
  });
}

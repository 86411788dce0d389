import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import { readOn, type Seat, type Shown } from "../support/seat.ts";
import { triage } from "./acts.ts";
import { channelNamed, lines, openStory, overviewOf, readOverview, type Story } from "./story.ts";

/** decisions.md §2.1, §2.2, §7.1: two dialogues in one channel, and what people write to the bot. */
describe("what is written to the bot", () => {
  let story: Story;
  let anna: Seat;
  let tove: Seat;
  let emily: Seat;

  beforeAll(async () => {
    story = await openStory("Stationstorget");
    anna = story.person("Anna Lindqvist");
    tove = story.person("Tove Johansson");
    emily = story.person("Emily Carter");
    await story.at("2027-01-11 09:00");
    await triage(anna, "Torget");
    await story.at("2027-01-11 09:05");
    await triage(anna, "Parken");
    await story.settled();
  });
  afterAll(() => story.close());

  /** Writes, and is answered with the newest card of the place. */
  async function answerTo(person: Seat, text: string, where?: string): Promise<Shown> {
    const before = (await person.cards(where)).map(({ id }) => id);
    await person.say(text, where);
    await story.settled();
    const added = (await person.cards(where)).filter(({ id }) => !before.includes(id));
    expect(added).toHaveLength(1);
    return added[0] as Shown;
  }
  const readAnswer = async (person: Seat, text: string, where?: string) =>
    readOn((await answerTo(person, text, where)).card);

  test("`översikt` at the top of a channel with two dialogues is a list to choose from", async () => {
    const list = await answerTo(tove, "översikt");
    expect(readOn(list.card)).toContain(lines("Välj den dialog du menar.", "Parken"));
    const opened = await tove.pressOn(list, "Torget");
    expect(opened.words).toContain(lines("Medborgardialog", "Torget", "Närmast på tur"));
  });

  test("`översikt` in a thread posts that dialogue's Översikt anew there, and turns the old one into a pointer", async () => {
    const old = await overviewOf(tove, "Torget");
    const other = await overviewOf(tove, "Parken");
    const thread = `${story.channel};messageid=${old.id}`;
    const anew = await answerTo(tove, "översikt", thread);
    expect(anew.rootId).toBe(old.id);
    expect(readOn(anew.card)).toContain(
      lines("Medborgardialog · Samhällsbyggnadsnämnden", "Torget"),
    );
    const all = await tove.cards();
    const cardAt = (id: string) => readOn(all.find((one) => one.id === id)?.card ?? {});
    expect(cardAt(old.id)).toBe(
      lines("Översikten har flyttat", "Den aktuella översikten ligger längre ner i tråden."),
    );
    expect(cardAt(other.id)).toContain("Du är här: 1. Identifiera fråga/problemområde");
    const again = await answerTo(tove, "Översikt.", thread);
    expect(again.rootId).toBe(old.id);
    expect(cardAt(other.id)).not.toContain("Översikten har flyttat");
  });

  test("the Översikt that was posted anew is the one that lives on", async () => {
    await anna.pressOn(await overviewOf(anna, "Torget"), "Skriv den fråga dialogen ska handla om");
    await anna.submit("Spara och stäng", { "Dialogens fråga": "Hur blir torget tryggare?" });
    await story.settled();
    const words = await readOverview(tove, "Torget");
    expect(words).toContain("Du är här · 1 av 4 punkter klara");
    const living = (await tove.cards()).filter(({ card }) =>
      readOn(card).includes("Du är här · 1 av 4 punkter klara"),
    );
    expect(living).toHaveLength(1);
  });

  test("`mina uppgifter` in a channel is answered in the own chat, with what waits for that person alone", async () => {
    const count = (await tove.cards()).length;
    const own = await answerTo(anna, "mina uppgifter", "personal");
    expect(readOn(own.card)).toContain(lines("Mina uppgifter", "15", "Utan datum"));
    expect(readOn(own.card)).toContain(lines("Varför vill ni ha dialogen?", "Parken"));
    await anna.say("mina uppgifter");
    await story.settled();
    expect((await anna.cards("personal")).length).toBe(2);
    expect((await tove.cards()).length).toBe(count);
    const opened = await anna.pressOn(own, "Visa fler");
    expect(opened.words).toContain("Visar 11–15 av 15");
  });

  test("the registrar's task is the case number of each dialogue, and somebody without a part has none", async () => {
    const registrar = await readAnswer(story.person("Linnea Sandberg"), "uppgifter", "personal");
    expect(registrar).toContain(
      lines("Ange diarienummer för ärendet", "Parken", "Ange diarienummer för ärendet", "Torget"),
    );
    expect(await readAnswer(tove, "mina uppgifter", "personal")).toContain(
      "Du är inte med i någon medborgardialog ännu.",
    );
  });

  test("`hjälp` explains the steps, the lock, who decides, and the words", async () => {
    for (const where of [story.channel, "personal"]) {
      const help = await readAnswer(tove, "hjälp", where);
      expect(help).toContain("Planeringen är låst från början");
      expect(help).toContain("Nämnden beslutar, inte jag");
      expect(help).toContain("mina uppgifter – visar vad som väntar på dig");
    }
  });

  test("`historik` in a thread is answered in the own chat: who did what when, older on the next page", async () => {
    const thread = `${story.channel};messageid=${(await overviewOf(tove, "Torget")).id}`;
    const before = (await tove.cards()).length;
    await tove.say("historik", thread);
    await story.settled();
    expect((await tove.cards()).length).toBe(before);
    const own = (await tove.cards("personal")).at(-1) as Shown;
    expect(readOn(own.card)).toContain(lines("Historik", "Torget", "11", "Måndag 11 januari 2027"));
    expect(readOn(own.card)).toContain("Anna Lindqvist fyllde i");
    // Somebody without a part reads that it was written, not what.
    expect(readOn(own.card)).not.toContain("Hur blir torget tryggare?");
    const older = await tove.pressOn(own, "Visa äldre");
    expect(older.words).toContain("Anna Lindqvist startade dialogen.");
    const mine = await anna.pressOn(await overviewOf(anna, "Torget"), "Öppna dialogen");
    expect(mine.words).toContain("Mer om dialogen");
    const history = await anna.submit("Historik");
    expect(history.words).toContain(lines("Dialogens fråga: Hur blir torget tryggare?"));
  });

  test("words it does not know are repeated, with what can be written instead", async () => {
    for (const where of [story.channel, "personal"]) {
      const answer = await answerTo(tove, "vad blir det för mat?", where);
      expect(readOn(answer.card)).toBe(
        lines(
          "Jag förstod inte vad du menade.",
          "Jag förstod inte ”vad blir det för mat?”.",
          "Skriv till exempel hjälp, ny dialog, översikt eller mina uppgifter.",
        ),
      );
    }
  });

  test("what does not mention it in a channel is not read", async () => {
    const before = await tove.cards();
    const said = { mention: false };
    await story.town.emulator.message(tove.person, story.channel, "hjälp", said);
    await story.settled();
    expect(await tove.cards()).toEqual(before);
  });

  test("a person whose client speaks English is answered in English, also about a Swedish dialogue", async () => {
    const help = await answerTo(emily, "help");
    expect(readOn(help.card)).toContain("Planning is locked from the start");
    expect(await readAnswer(emily, "översikt")).toContain("Torget");
    expect(await readAnswer(emily, "my tasks", "personal")).toContain(
      "You are not part of any citizen dialogue yet.",
    );
    expect(await readAnswer(emily, "what?", "personal")).toContain("I did not understand");
    const opened = await emily.pressOn(await overviewOf(emily, "Torget"), "Öppna dialogen");
    expect(opened.words).toContain(lines("Citizen dialogue", "Torget", "Next"));
    const item = await emily.submit("Which boards are affected?");
    expect(item.words).toContain("You can read but not change this.");
    const titles = buttonsOf(emily.dialog().card).map(({ title }) => title);
    expect(titles).toEqual(["Back to the step", "Close"]);
    // What the channel shows everybody is in the dialogue's language.
    expect(await readOverview(emily, "Torget")).toContain("Närmast på tur");
  });

  test("`översikt` where there is no dialogue offers to start one", async () => {
    const other = story.person("Tove Johansson", channelNamed("Ny grundskola"));
    const welcome = await answerTo(other, "översikt");
    expect(buttonsOf(welcome.card).map(({ title }) => title)).toEqual([
      "Starta medborgardialog",
      "Prova med exempel",
      "Så fungerar det",
    ]);
  });
});

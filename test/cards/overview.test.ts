import { describe, expect, test } from "vitest";
import { overviewCard } from "../../src/cards/overview.ts";
import { stepCard } from "../../src/cards/step.ts";
import { stepOf } from "../../src/domain/template.ts";
import { after, purposed, record, template } from "../support/given.ts";
import { nodesOf } from "./card-checks.ts";
import { wordsOn } from "./words.ts";
import { sceneView, viewOf } from "./scenes.ts";

const at = sceneView("sv");

describe("the Översikt", () => {
  test("shows ten steps with their lanes, and where the dialogue is", () => {
    const words = wordsOn(overviewCard(at("drafted")));
    const numbered = template.steps.filter(({ order }) => order >= 1 && order <= 10);
    for (const { order, title } of numbered) expect(words).toContain(`${order}. ${title.sv}`);
    expect(words).toContain("Förtroendevalda");
    expect(words).toContain("Gemensamt");
    expect(words).toContain("Tjänstepersoner");
    expect(words).toContain("Du är här: 3. Beslut om medborgardialog");
    expect(words).toContain("Steg 3 av 10");
  });

  test("names what keeps planning locked and who can open it, step by step", () => {
    expect(wordsOn(overviewCard(at("drafted")))).toContain(
      "Beslutet registreras av registratorn (Sara Nyman).",
    );
    expect(wordsOn(overviewCard(at("registered")))).toContain(
      "Det bekräftas av ordföranden (Anna Lindqvist).",
    );
    const confirmed = wordsOn(overviewCard(at("confirmed")));
    expect(confirmed).toContain("Tjänstepersonen utses av förvaltningschefen (Mats Ödman).");
    expect(confirmed).toContain("E-NO-CIVIL-SERVANT");
    const open = wordsOn(overviewCard(at("appointed")));
    expect(open).toContain("Planeringen är öppen");
    expect(open).not.toContain("Planeringen är låst");
  });

  test("puts one next action first, and its button before the others", () => {
    const card = overviewCard(at("drafted"));
    const set = card.body.find(({ type, id }) => type === "ActionSet" && id === "actions");
    expect(set).toMatchObject({
      actions: [{ title: "Registrera beslutet", data: { verb: "openRegister" } }, {}, {}, {}, {}],
    });
    expect(wordsOn(card)).toContain("Görs av registratorn (Sara Nyman)");
  });

  test("says that the minutes are not approved until they are", () => {
    expect(wordsOn(overviewCard(at("confirmed")))).toContain("W-NOT-FINAL");
    expect(wordsOn(overviewCard(at("started")))).not.toContain("W-NOT-FINAL");
  });

  test("shows the dates to keep with the day of the week, and what the law says of the minutes", () => {
    const words = wordsOn(overviewCard(at("started")));
    expect(words).toContain("senast tisdag 2\u00a0mars 2027");
    expect(words).toContain("Överklagandetiden går ut");
    expect(words).toContain("24\u00a0februari 2027");
  });

  test("calls a date late only when its day has ended", () => {
    const view = at("started");
    const last = { ...view, now: "2027-03-02T22:59:00.000Z" };
    const over = { ...view, now: "2027-03-02T23:00:00.000Z" };
    expect(wordsOn(overviewCard(last))).not.toContain("Försenat");
    expect(wordsOn(overviewCard(over))).toContain("Försenat");
  });

  test("says who is reached and who is not, with what to do; guests are marked", () => {
    const words = wordsOn(overviewCard(at("confirmed")));
    expect(words).toContain("Cecilia Ek · nås inte");
    expect(words).toContain("Bashir Haddad · nås");
    expect(words).toContain("Elin Öberg (gäst)");
    expect(words).toContain("Be personen skriva till Dialoglotsen");
  });

  test("of an example says that it is one, and lets its owner play every other part", () => {
    const card = overviewCard(at("example"));
    const played = nodesOf(card).filter(
      ({ node }) => node.type === "Action.Execute" && node.verb === "playRole",
    );
    expect(wordsOn(card)).toContain("EXEMPEL");
    expect(wordsOn(card)).toContain("Du spelar Leif Provström, registratorn.");
    expect(played.map(({ node }) => node.title)).toEqual([
      "Gör som ordföranden",
      "Gör som förvaltningschefen",
      "Gör som tjänstepersonen",
      "Gör som ledamot i styrgruppen",
      "Gör som kommunikatören",
    ]);
  });

  test("of a dialogue that goes no further shows no map and asks for nothing", () => {
    for (const scene of ["withdrawn", "consultation"] as const) {
      const words = wordsOn(overviewCard(at(scene)));
      expect(words).not.toContain("Du är här");
      expect(words).not.toContain("Närmast på tur");
    }
  });
});

describe("a card in the channel", () => {
  const secret = "Skriv inte ut det här utkastet";
  const state = after(
    ...purposed,
    ["a", record("identify.knowledge-gap", { knowledgeGap: secret })],
    ["a", record("purpose.promise", { promiseText: secret })],
    ["reg", record("decide.budget", { budgetSek: "1", budgetSource: secret })],
  );

  test("shows no draft and no free text in work", () => {
    const view = viewOf(state);
    const cards = [overviewCard(view), ...template.steps.map(({ id }) => stepCard(view, id))].map(
      (card) => JSON.stringify(card),
    );
    expect(cards.filter((card) => card.includes(secret))).toEqual([]);
    expect(cards.join()).not.toContain("Vi vill veta vad som gör torget tryggt.");
  });

  test("shows the question once the board's decision has locked it", () => {
    const question = "Hur kan Stationstorget bli tryggare kvällstid?";
    expect(wordsOn(overviewCard(at("registered")))).not.toContain(question);
    expect(wordsOn(overviewCard(at("confirmed")))).toContain(question);
  });

  test("of a step says what is left, by whom, and what the next step requires", () => {
    const words = wordsOn(stepCard(at("triaged"), "identify-issue"));
    expect(words).toContain("Skriv den fråga dialogen ska handla om");
    expect(words).toContain("Görs av registratorn (Sara Nyman)");
    expect(words).toContain("E-TOPIC-MISSING");
  });

  test("of a step that is done is a receipt that asks for nothing of it", () => {
    const card = stepCard(at("confirmed"), "decide-dialogue");
    expect(wordsOn(card)).toContain("Steget blev klart 27\u00a0januari 2027.");
    expect(wordsOn(card)).not.toContain("Kvar att göra");
    expect(stepOf(template, "decide-dialogue").items.length).toBeGreaterThan(7);
  });
});

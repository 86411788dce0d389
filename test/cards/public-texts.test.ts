import { describe, expect, test } from "vitest";
import { publicText } from "../../src/cards/public-texts.ts";
import { PUBLIC_TEXTS } from "../../src/cards/public-kinds.ts";
import { rowsOf } from "../../src/domain/fields.ts";
import { dialogueId, open, press } from "./press.ts";
import { sceneView } from "./scenes.ts";
import { wordsOn } from "./words.ts";

const at = sceneView("sv");

describe("a text for the citizens", () => {
  test("invites with the five parts an invitation must have", () => {
    const text = publicText(at("told"), "invitation");
    expect(text).toContain("Hur kan Stationstorget bli tryggare kvällstid?");
    expect(text).toContain("Det här kan du påverka\n– Belysning");
    expect(text).toContain("Vi resonerar tillsammans, och samtalet blir en del av underlaget.");
    expect(text).toMatch(
      /Samhällsbyggnadsnämnden fattar beslutet, enligt planen tisdag 22\sjuni 2027/u,
    );
    expect(text).toContain("Vi berättar vad ni sa i juni");
    expect(text).toContain("https://granasa.se/dokument");
  });
  test("keeps what few said, and says whom it did not reach", () => {
    const text = publicText(at("told"), "heard");
    expect(text).toContain("Få tog upp, och det finns med\n– Vakter varje kväll");
    expect(text).toContain("Vi nådde delvis: Personer med funktionsnedsättning");
    expect(text).toMatch(/166\s+personer deltog vid 2\s+tillfällen/u);
  });
  test("answers every theme with what was decided and why", () => {
    const text = publicText(at("told"), "decision");
    for (const theme of ["Belysning", "Något att göra", "Häckar och siktlinjer"])
      expect(text).toContain(theme);
    expect(text).toContain(
      "Vakter varje kväll\nDet här sa ni: Några vill se vakter varje kväll.\nDet här beslutades: Följs inte\nDärför: Kostnaden ryms inte",
    );
    expect(publicText(at("reasoned"), "decision")).toContain("Därför: [Fyll i: skäl]");
  });
  test("is in the dialogue's language, not the reader's", () => {
    const view = { ...at("told"), language: "en" as const };
    expect(publicText(view, "invitation")).toContain("Det här kan du påverka");
  });
  test("stands in brackets where nothing is recorded, and is never empty", () => {
    for (const kind of PUBLIC_TEXTS) {
      expect(publicText(at("triaged"), kind)).toMatch(/\[Fyll i: /u);
      expect(publicText(at("told"), kind).length).toBeGreaterThan(80);
    }
  });
  test("is for those with a role", () => {
    const page = { verb: "openText", dialogueId, text: "heard" } as const;
    expect(wordsOn(open(at("told", "other"), page))).not.toContain("Vakter varje kväll");
    expect(JSON.stringify(open(at("told", "tjp"), page))).toContain("Vakter varje kväll");
  });
});

describe("the answers to the themes", () => {
  const answers = { verb: "openItem", dialogueId, itemId: "final.use" } as const;
  test("are a row for each theme, which is not chosen but written about", () => {
    const list = open(at("reasoned", "tjp"), answers);
    expect(wordsOn(list)).toContain("Häckar och siktlinjer\nInte ifyllt");
    const row = {
      ...answers,
      verb: "openRow",
      field: "themeResponses",
      rowId: "answer-siktlinjer",
    } as const;
    const form = open(at("reasoned", "tjp"), row);
    expect(wordsOn(form)).toContain("Häckar och siktlinjer");
    const { view } = press(at("reasoned", "tjp"), form, "Spara", {
      "in:row:themeId": "siktlinjer",
      "in:row:outcome": "followed",
      "in:row:reason": "Häckarna tas bort i mars.",
    });
    const kept = rowsOf(view.state.items["final.use"]?.values.themeResponses);
    expect(kept.map(({ values }) => values.themeId)).toContain("siktlinjer");
  });
});

describe("the promises of feedback", () => {
  const page = { verb: "openPromises", dialogueId } as const;
  test("say what is kept and what waits, to everybody in the channel", () => {
    const words = wordsOn(open(at("told", "other"), page));
    expect(words).toMatch(
      /Återkoppling 1: det här sa ni[\s\S]*Skickat 17\sjuni 2027[\s\S]*Hållet/u,
    );
    expect(words).toMatch(/Återkoppling 2: det här beslutades\nLovat senast[^\n]*\nVäntar/u);
    expect(words).toContain("Unga 13–18 som rör sig på torget\nInte kontrollerat");
  });
  test("name no group before the plan is approved", () => {
    expect(wordsOn(open(at("planned", "other"), page))).not.toContain("Unga 13–18");
  });
});

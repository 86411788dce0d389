import { expect, test } from "vitest";
import { askedIn, paperForm, pasteForm } from "../../src/cards/survey/entry-forms.ts";
import { readPasted } from "../../src/domain/evaluation/pasted-rows.ts";
import { roundPage } from "../../src/cards/survey/round-pages.ts";
import { textsPage } from "../../src/cards/survey/theme-pages.ts";
import { roundsOf } from "../../src/domain/evaluation/rounds.ts";
import { MOST_CARD_BYTES } from "../../src/cards/render.ts";
import { type CardNode, nodesOf } from "../support/card-reading.ts";
import hostile from "../support/hostile-strings.json" with { type: "json" };
import { sceneView } from "./scenes.ts";

const LINK = "https://dialog.granasa.se/u/84h3jg7426vm5vns45c48b4i35";
const view = sceneView("sv")("themed", "tjp");
const pageOf = (words: readonly string[]) =>
  textsPage(
    view,
    words.map((text) => ({ text })),
  ) as unknown as CardNode;

test("S37, S38: what participants write is characters in a run, never Markdown, a link or a mention", () => {
  const words = [
    ...(hostile as readonly string[]),
    "<at>Anna</at> [x](https://ond.example) **fet**",
  ].filter((text) => text.length <= 1_000);
  for (let from = 0; from < words.length; from += 5) {
    const some = words.slice(from, from + 5);
    const card = pageOf(some);
    const nodes = nodesOf(card);
    const spoken = nodes.filter(({ type }) => type === "TextRun").map(({ text }) => String(text));
    const other = nodes.filter(({ type }) => type !== "TextRun").map(({ text }) => text);
    for (const text of some.filter((one) => one.trim() !== "" && !/[\r\n\p{C}]/u.test(one)))
      expect([text, spoken.some((one) => one.includes(text)), other.includes(text)]).toEqual([
        text,
        true,
        false,
      ]);
    expect(JSON.stringify(card)).not.toContain("msteams");
  }
});

test("S41: what a round's page opens in a browser is the round's own address and nothing else", () => {
  const rounds = roundsOf(view.state, view.template, view.calendar);
  for (const now of ["2027-05-05T09:00:00.000Z", "2027-05-13T09:00:00.000Z"])
    for (const round of rounds) {
      const { closed: _closed, ...open } = round;
      const card = roundPage({ ...view, now }, open, { answers: {}, link: LINK });
      const urls = nodesOf(card).flatMap(({ url }) => (typeof url === "string" ? [url] : []));
      expect(urls.every((url) => [LINK, `${LINK}/affisch`, `${LINK}/papper`].includes(url))).toBe(
        true,
      );
      expect(urls.length).toBeGreaterThan(1);
    }
});

test("a table or a text too long for a card is asked for anew, and the page is drawn all the same", () => {
  const [round] = roundsOf(view.state, view.template, view.calendar);
  if (!round) throw new Error("There is no round.");
  const inputs = {
    "in:form:table": "P1\n".concat("€;".repeat(50_000)),
    "in:form:words": "€".repeat(50_000),
  };
  const reports = readPasted(askedIn(view, round), inputs["in:form:table"]);
  const words = JSON.stringify(pasteForm(view, round, "p", { inputs, reports }));
  expect(words).toContain("Tabellen är för lång för att visas igen.");
  expect(words).not.toContain("€");
  const paper = JSON.stringify(
    paperForm(view, round, { paperId: "p", number: 1, of: 1 }, { inputs }),
  );
  expect(paper).not.toContain("€");
});

test("five of the longest texts have room on one page, whatever characters they are of", () => {
  for (const character of ["a", "å", "ن", "\u0001", '"', "\\", "\n", "€"]) {
    const card = pageOf(Array.from({ length: 7 }, () => character.repeat(1_000)));
    expect([character, Buffer.byteLength(JSON.stringify(card)) <= MOST_CARD_BYTES]).toEqual([
      character,
      true,
    ]);
  }
});

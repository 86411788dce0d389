import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { inputId } from "../../src/cards/input-ids.ts";
import { askedIn, paperForm, papersForm, pasteForm } from "../../src/cards/survey/entry-forms.ts";
import { backgroundForm, roundPage, roundsPage } from "../../src/cards/survey/round-pages.ts";
import { textsPage, themeForm, themesPage } from "../../src/cards/survey/theme-pages.ts";
import type { View } from "../../src/cards/view.ts";
import { SURVEY } from "../../src/domain/evaluation/marks.ts";
import { readPasted } from "../../src/domain/evaluation/pasted-rows.ts";
import { roundsOf } from "../../src/domain/evaluation/rounds.ts";
import type { Shown, ViewAt } from "./every-card.ts";
import type { SceneName } from "./scenes.ts";

const LINK = "https://dialog.granasa.se/u/84h3jg7426vm5vns45c48b4i35";
const said = (field: string, value: string) => ({ [inputId("form", field)]: value });
const wrong = (field: string, fault: "tooFew" | "notAChoice", more = {}) =>
  ({ code: "E-FIELD", faults: [{ itemId: SURVEY, field, fault, ...more }] }) as const;

/** Words of participants, as one of them may have written a lot. */
const WORDS = [
  "Bra ljud och bra stämning, men det var kallt i lokalen.",
  "Jag hade velat veta mer om\nbelysningen vid bussarna.",
  "**Fet** text, [en länk](https://ond.example) och <at>Anna</at> är bara tecken här.",
  `${"Vi bor här och vill bli lyssnade på. ".repeat(27)}Tack!`,
  "Fler sådana kvällar!",
  "Barnen fick säga sitt.",
].map((text) => ({ text }));

/** The participants' evaluation as who looks after it sees it. */
export function surveyCards(at: ViewAt): Shown[] {
  const view = (scene: SceneName, viewer: string, day: string): View => ({
    ...at(scene, viewer),
    now: `${day}T09:00:00.000Z`,
  });
  const page = (name: string, card: IAdaptiveCard): Shown => ({ name, place: "dialog", card });
  const before = view("invited", "tjp", "2027-05-05");
  const open = view("invited", "tjp", "2027-05-13");
  const over = view("themed", "tjp", "2027-06-03");
  const first = (one: View) => {
    const [round] = roundsOf(one.state, one.template, one.calendar);
    if (!round) throw new Error("The scene has no round.");
    return round;
  };
  const paper = { paperId: "paper-1", number: 3, of: 12 };
  const table = 'P1;P2;P5;P8\n5;4;4;3\n4;7;4;2\n3;3;"3\n;;;\n5;5;5;5;5';
  const reports = readPasted(askedIn(open, first(open)), table);
  return [
    page("survey", roundsPage(open, { answers: { e1: 7, e2: 0 } })),
    page("survey-other", roundsPage(view("invited", "b", "2027-05-13"), { answers: {} })),
    page("survey-closed", roundsPage(over, { answers: { e1: 31, e2: 12 } })),
    page(
      "survey-cancelled",
      roundsPage(view("cancelled", "tjp", "2027-05-25"), { answers: { e1: 31, e2: 0 } }),
    ),
    page("survey-none", roundsPage(view("appointed", "tjp", "2027-02-10"), { answers: {} })),
    page(
      "survey-second",
      roundsPage(view("toldBoth", "tjp", "2027-08-16"), { answers: { e1: 31, e2: 12 } }),
    ),
    page(
      "survey-round-planned",
      roundPage(before, first(before), { answers: { e1: 0 }, link: LINK }),
    ),
    page("survey-round", roundPage(open, first(open), { answers: { e1: 7 }, link: LINK })),
    page("survey-round-no-address", roundPage(open, first(open), { answers: { e1: 7 } })),
    page("survey-round-closed", roundPage(over, first(over), { answers: { e1: 31 }, link: LINK })),
    page("survey-background", backgroundForm(before)),
    page("survey-papers", papersForm(open, first(open))),
    page("survey-paper", paperForm(open, first(open), paper, { notice: "Sparade papper: 2" })),
    page(
      "survey-paper-refused",
      paperForm(open, first(open), paper, {
        inputs: { ...said("marks", "543"), ...said("words", "Bra kväll.") },
        problems: [wrong("marks", "tooFew", { limit: 5, actual: 3 })],
      }),
    ),
    page("survey-paste", pasteForm(open, first(open), "paste-1")),
    page(
      "survey-paste-refused",
      pasteForm(open, first(open), "paste-1", { inputs: said("table", table), reports }),
    ),
    page("survey-themes-waits", themesPage(open, undefined)),
    page("survey-themes-none", themesPage(view("surveyed", "tjp", "2027-06-03"), 6)),
    page("survey-themes", themesPage(over, 6)),
    page("survey-texts", textsPage(over, WORDS)),
    page("survey-texts-2", textsPage(over, WORDS, 1)),
    page("survey-texts-none", textsPage(over, [])),
    page("survey-theme", themeForm(over, "t1")),
    page(
      "survey-theme-new",
      themeForm(over, "new-1", {
        inputs: { ...said("title", "Ljuset"), ...said("mentions", "många") },
        problems: [wrong("mentions", "notAChoice")],
      }),
    ),
  ];
}

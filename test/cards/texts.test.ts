import { describe, expect, test } from "vitest";
import { refusalWords } from "../../src/cards/refusal-words.ts";
import { textsOf } from "../../src/cards/texts/texts.ts";
import { warningWords } from "../../src/cards/warning-banners.ts";
import type { WarningCode } from "../../src/domain/dialogue.ts";
import type { FieldFault, Problem, RejectionCode } from "../../src/domain/rejection.ts";
import { LANGUAGES, sceneView } from "./scenes.ts";

/** One of each, so that a new code is a compile error here too. */
const PROBLEMS: { readonly [Code in RejectionCode]: Extract<Problem, { code: Code }> } = {
  "E-FORBIDDEN": { code: "E-FORBIDDEN", who: ["registrar"] },
  "E-FIELD": { code: "E-FIELD", faults: [] },
  "E-REASON": { code: "E-REASON", faults: [] },
  "E-STALE": { code: "E-STALE" },
  "E-NOT-ACTIVE": { code: "E-NOT-ACTIVE", status: "withdrawn" },
  "E-NO-ORGANISATION": { code: "E-NO-ORGANISATION" },
  "E-LOCKED-RECORD": { code: "E-LOCKED-RECORD" },
  "E-ALREADY-ANSWERED": { code: "E-ALREADY-ANSWERED" },
  "E-ROUND-CLOSED": { code: "E-ROUND-CLOSED" },
  "E-NOT-CITIZEN-DIALOGUE": { code: "E-NOT-CITIZEN-DIALOGUE", missing: ["triage.result"] },
  "E-TOPIC-MISSING": { code: "E-TOPIC-MISSING", missing: ["identify.boards"] },
  "E-NOT-INFLUENCEABLE": { code: "E-NOT-INFLUENCEABLE", missing: ["purpose.use"] },
  "E-NO-BOARD-DECISION": { code: "E-NO-BOARD-DECISION" },
  "E-DECISION-INCOMPLETE": { code: "E-DECISION-INCOMPLETE", missing: ["budgetSek"] },
  "E-NO-CIVIL-SERVANT": { code: "E-NO-CIVIL-SERVANT" },
  "E-PLAN-INCOMPLETE": { code: "E-PLAN-INCOMPLETE", missing: ["plan.level"] },
  "W-PLAN-PART-MISSING": { code: "W-PLAN-PART-MISSING", missing: ["plan.communication"] },
  "W-SENSITIVE": { code: "W-SENSITIVE", kinds: ["phone", "health"] },
  "W-RESOURCE-PRIORITY": { code: "W-RESOURCE-PRIORITY" },
  "E-NOT-APPROVED": { code: "E-NOT-APPROVED", missing: ["check.vote"] },
  "E-FEEDBACK-NOT-FIXED": { code: "E-FEEDBACK-NOT-FIXED" },
  "E-BUDGET-EXCEEDED": { code: "E-BUDGET-EXCEEDED", plannedSek: 160_000, decidedSek: 150_000 },
  "E-SCOPE-CHANGED": { code: "E-SCOPE-CHANGED" },
  "E-QUORUM": { code: "E-QUORUM", present: 2, seats: 5 },
  "E-NO-ELECTED-PRESENT": { code: "E-NO-ELECTED-PRESENT", missing: [] },
  "E-EVENT-UNDOCUMENTED": { code: "E-EVENT-UNDOCUMENTED", missing: [] },
  "E-NO-REPORT": { code: "E-NO-REPORT", missing: ["compile.report"] },
  "E-BOARD-ONLY": { code: "E-BOARD-ONLY" },
  "E-ALREADY-DECIDED": { code: "E-ALREADY-DECIDED" },
  "E-REASONS-MISSING": { code: "E-REASONS-MISSING", missing: [] },
  "E-NO-FEEDBACK": { code: "E-NO-FEEDBACK", missing: ["feedback.heard"] },
  "E-NO-EVALUATION": { code: "E-NO-EVALUATION", missing: ["eval.internal"] },
  "E-FOLLOWUP-OPEN": { code: "E-FOLLOWUP-OPEN", missing: ["follow.finish"] },
  "E-NOT-EXPORTED": { code: "E-NOT-EXPORTED", missing: ["follow.export"] },
};

/** Every string of the words, functions called with something to say. */
function sentences(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const said: unknown = PLAIN_FUNCTIONS.has(path)
      ? (value as (...given: unknown[]) => unknown)("x", "y", "z")
      : "";
    return typeof said === "string" && said !== "" ? [[path, said]] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    sentences(part, path === "" ? key : `${path}.${key}`),
  );
}
const PLAIN_FUNCTIONS = new Set(["forms.required", "forms.check", "views.step.who"]);

describe.each(LANGUAGES)("the words in %s", (language) => {
  const view = sceneView(language)("triaged");
  const texts = textsOf(language);

  test.each(Object.values(PROBLEMS))(
    "say of $code what, why and who can put it right",
    (problem) => {
      const { title, why, fix, code } = refusalWords(view, problem);
      for (const words of [title, why, fix]) expect(words.length).toBeGreaterThan(10);
      expect(code).toMatch(new RegExp(`: ${problem.code}$`, "u"));
      expect(why).toMatch(/\.$/u);
      expect(fix).toMatch(/\.$/u);
      expect(title).not.toMatch(/[.!]$/u);
    },
  );

  test("name those who can put it right, where somebody holds the role", () => {
    expect(refusalWords(view, PROBLEMS["E-NO-BOARD-DECISION"]).fix).toContain("(Sara Nyman)");
    expect(refusalWords(view, PROBLEMS["E-TOPIC-MISSING"]).fix).toContain("(Anna Lindqvist)");
  });

  test("say what is wrong with a field, with its limit", () => {
    const names: readonly FieldFault["fault"][] = Object.keys(
      texts.faults,
    ) as FieldFault["fault"][];
    expect(names.length).toBe(23);
    for (const name of names)
      expect(texts.faults[name]({ limit: "300", actual: "301" }).length).toBeGreaterThan(5);
    expect(texts.faults.tooLong({ limit: "300", actual: "301" })).toMatch(/300.*301/u);
  });

  test("say what each warning is about", () => {
    for (const code of Object.keys(texts.warnings) as WarningCode[]) {
      const { title, text } = warningWords(language, code, "pbl_detaljplan");
      expect(title.length).toBeGreaterThan(5);
      expect(text.length).toBeGreaterThan(5);
    }
    expect(warningWords(language, "W-LEGAL-CONSULTATION", "pbl_detaljplan").text).toMatch(/5/u);
  });

  test("are there, all of them, without double spaces or stray ends", () => {
    const faulty = sentences(texts).filter(
      ([, words]) => words.trim() === "" || / {2}|^\s|\s$|\.\.$/u.test(words),
    );
    expect(faulty).toEqual([]);
    expect(sentences(texts).length).toBeGreaterThan(250);
  });
});

test("the two languages have the same words to say", () => {
  const keys = (language: "sv" | "en") => sentences(textsOf(language)).map(([path]) => path);
  expect(keys("en").toSorted()).toEqual(keys("sv").toSorted());
});

test("the Swedish words are Swedish, and say no word the house has put away", () => {
  const english = /\b(the|and|click|submit|user|update|status notice|grind)\b/iu;
  const put = /\b(beslutslogg|anonym\w*|coordinator|koordinator|utföra åtgärd|vänligen)\b/iu;
  const faulty = sentences(textsOf("sv")).filter(
    ([path, words]) => !/icon$|glyph$/u.test(path) && (english.test(words) || put.test(words)),
  );
  expect(faulty).toEqual([]);
});

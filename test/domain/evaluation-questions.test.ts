import { describe, expect, test } from "vitest";
import { isEmpty, readAnswers } from "../../src/domain/evaluation/answers.ts";
import { QUESTIONNAIRES } from "../../src/domain/evaluation/questions.ts";
import { FREE_TEXT_MAX, SCALES } from "../../src/domain/evaluation/scales.ts";

const ids = (questions: readonly { readonly id: string }[]) => questions.map(({ id }) => id);

describe("the forms of the evaluation", () => {
  test("the internal form has twelve questions and one free text, each judging a step", () => {
    expect(ids(QUESTIONNAIRES.internal).join(" ")).toBe(
      "I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 I11 I12 I12F",
    );
    expect(QUESTIONNAIRES.internal.filter(({ scale }) => scale === "free")).toHaveLength(1);
    expect(QUESTIONNAIRES.internal[4].words.sv).toBe(
      "Vi nådde de grupper som berörs mest men sällan hörs.",
    );
  });

  test("children answer four of the participants' ten questions, in the same words", () => {
    expect(ids(QUESTIONNAIRES.participant).join(" ")).toBe("P1 P2 P3 P4 P5 P6 P7 P8 P9 PF");
    expect(ids(QUESTIONNAIRES.short).join(" ")).toBe("P1 P4 P5 P8");
    expect(QUESTIONNAIRES.participant).toEqual(expect.arrayContaining([...QUESTIONNAIRES.short]));
    expect(ids(QUESTIONNAIRES.wave2).join(" ")).toBe("W1 W2");
  });

  test("five steps of agreement have words each, and a way to say that one does not know", () => {
    expect(SCALES.agree5.map(({ input, label }) => `${input} ${label.sv}`)).toEqual([
      "1 Instämmer inte alls",
      "2 Instämmer inte riktigt",
      "3 Varken eller",
      "4 Instämmer till stor del",
      "5 Instämmer helt",
      "dontKnow Vet inte/ej aktuellt",
    ]);
  });
});

describe("reading a form", () => {
  test("an answer is read on its scale, not knowing is kept, and what is blank is skipped", () => {
    expect(
      readAnswers("internal", {
        I12F: "Bo\u0308rja\r\ntidigare",
        I12: "b",
        I1: "5",
        I2: "dontKnow",
        I3: "",
        I4: undefined,
        I5: " 3 ",
      }),
    ).toEqual({ answers: { I1: 5, I2: null, I5: 3, I12: "b", I12F: "Börja\ntidigare" } });
    expect(readAnswers("wave2", { W1: "4", W2: "-1" })).toEqual({ answers: { W1: 4, W2: -1 } });
  });

  test("the order of the answers is the form's own, whatever order they came in", () => {
    const one = readAnswers("short", { P8: "1", P1: "2" });
    const other = readAnswers("short", { P1: "2", P8: "1" });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  test("all that is wrong is told at once, without what was written", () => {
    const read = readAnswers("participant", {
      P1: "6",
      I1: "3",
      PF: "x".repeat(FREE_TEXT_MAX + 1),
      P2: "3",
    });
    expect(read).toEqual({
      faults: [
        { question: "P1", fault: "noChoice", choices: ["1", "2", "3", "4", "5", "dontKnow"] },
        { question: "I1", fault: "unknown" },
        { question: "PF", fault: "tooLong", max: 1000, actual: 1001 },
      ],
    });
    expect(JSON.stringify(read)).not.toContain("xxx");
  });

  test("what an object has from birth is no question", () => {
    expect(readAnswers("internal", { constructor: "1", toString: "1" })).toMatchObject({
      faults: [{ fault: "unknown" }, { fault: "unknown" }],
    });
  });

  test("a form with nothing filled in is empty; not knowing is an answer", () => {
    expect(isEmpty({})).toBe(true);
    expect(isEmpty({ P1: null })).toBe(false);
  });
});

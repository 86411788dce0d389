import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPaper, SURVEY } from "../../src/domain/evaluation/marks.ts";
import { columnsOf, readPasted } from "../../src/domain/evaluation/pasted-rows.ts";
import { QUESTIONNAIRES } from "../../src/domain/evaluation/questions.ts";
import { Rejection } from "../../src/domain/rejection.ts";

const asked = { questions: QUESTIONNAIRES.participant, background: "age" } as const;
const second = { questions: QUESTIONNAIRES.wave2, background: undefined };

describe("a paper", () => {
  const read = (marks: string, words = "", background = "") =>
    readPaper(asked, { marks, words, background });
  const faults = (marks: string, words = "", background = "") => {
    try {
      read(marks, words, background);
    } catch (error) {
      if (error instanceof Rejection)
        return error.problems.flatMap((one) => ("faults" in one ? one.faults : []));
      throw error;
    }
    return [];
  };
  test("is a mark a question in a row: the number of the choice, 0 for not knowing, - for no cross", () => {
    expect(read("5 4 3 2 1 0 - 5 5", " Bra ljud. ", "3")).toEqual({
      answers: { P1: 5, P2: 4, P3: 3, P4: 2, P5: 1, P6: null, P8: 5, P9: 5, background: "30-49" },
      words: "Bra ljud.",
    });
    expect(read("", "Bara ord.")).toEqual({ answers: {}, words: "Bara ord." });
    expect(readPaper(second, { marks: "53", words: "", background: "" })).toEqual({
      answers: { W1: 5, W2: 1 },
    });
  });
  test("that has a mark too few or too many, one that is none, or nothing at all is told so beside its field", () => {
    expect(faults("54321")).toEqual([
      { itemId: SURVEY, field: "marks", fault: "tooFew", limit: 9, actual: 5 },
    ]);
    expect(faults("5432154321")).toMatchObject([{ fault: "tooMany", limit: 9, actual: 10 }]);
    expect(faults("54321543x")).toMatchObject([{ field: "marks", fault: "notAChoice" }]);
    expect(faults("543215436")).toMatchObject([{ field: "marks", fault: "notAChoice" }]);
    expect(faults("")).toMatchObject([{ field: "marks", fault: "missing" }]);
    expect(faults("---------")).toMatchObject([{ field: "marks", fault: "missing" }]);
    expect(faults("555555555", "x".repeat(1001))).toMatchObject([
      { field: "words", fault: "tooLong", limit: 1000, actual: 1001 },
    ]);
    expect(faults("555555555", "", "6")).toMatchObject([
      { field: "background", fault: "notAChoice" },
    ]);
  });
});

describe("pasted rows", () => {
  const told = (pasted: string) =>
    readPasted(asked, pasted).map((one) =>
      "read" in one ? [one.row, one.read] : [one.row, one.refused],
    );
  test("are read by their headings, whatever separates the cells, each row or why not", () => {
    expect(columnsOf(asked).join(";")).toBe("P1;P2;P3;P4;P5;P6;P7;P8;P9;PF;BG");
    const table = [
      "P1;P5;PF;BG",
      '5;vet inte;"Bra; men ""kallt""\ninne";2',
      "",
      ";;;",
      "4;-;;",
      "6;1;;",
      "3;3;;9",
      "1;2;x;1;7",
      `2;2;${"y".repeat(1001)};`,
      '1;"2;;',
    ].join("\r\n");
    expect(told(table)).toEqual([
      [2, { answers: { P1: 5, P5: null, background: "18-29" }, words: 'Bra; men "kallt"\ninne' }],
      [5, { answers: { P1: 4 } }],
      [6, { fault: "noChoice", column: "P1" }],
      [7, { fault: "noChoice", column: "BG" }],
      [8, { fault: "columns" }],
      [9, { fault: "tooLong", column: "PF" }],
      [10, { fault: "quote" }],
    ]);
    expect(told("p4\tp8\n1\t0\n")).toEqual([[2, { answers: { P4: 1, P8: null } }]]);
    expect(told("P4,P8\n2,3")).toEqual([[2, { answers: { P4: 2, P8: 3 } }]]);
  });
  test("without headings that are known, or with one twice, are refused with what they should be", () => {
    for (const pasted of ["", "5;4;3", "P1;Q7\n5;4", "P1;P1\n5;4"])
      expect(told(pasted)).toEqual([[1, { fault: "header", wanted: columnsOf(asked) }]]);
  });
  test("past the five hundredth are refused, and the others read", () => {
    const many = readPasted(asked, `P1\n${"5\n".repeat(501)}`);
    expect(many.filter((one) => "read" in one)).toHaveLength(500);
    expect(many.at(-1)).toEqual({ row: 502, refused: { fault: "tooManyRows" } });
  });
  test("S50: whatever is pasted, it is read or refused row by row, and never throws", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"', ";", "\n", "\u0000", "null", "=1+1", "5", "0"),
    );
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        for (const report of readPasted(asked, `P1;PF\n${cells.join("")}`))
          expect("read" in report || "refused" in report).toBe(true);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { type Field, findItem, type Item, type Words } from "../../src/domain/template.ts";
import { EXPECTED_ITEMS } from "./template-expected.ts";

const items = builtInTemplate.steps.flatMap((step) => step.items);
const steps = builtInTemplate.steps;

/** An item in the notation of process.md §0.4, as the hand-written list has it. */
function notation({ id, strength, each, fields }: Item): string {
  return [id, each ? `${strength}⟳${each}` : strength, ...fields.map(fieldNotation)].join(" ");
}

function fieldNotation(field: Field): string {
  const kind = kindNotation(field);
  const listed = field.list
    ? `list<${kind}${field.other ? "+other" : ""}>`
    : field.map
      ? `map<${field.map},${kind}>`
      : kind;
  const star = field.required === undefined ? "" : field.required === true ? "*" : "*?";
  const fixed = field.constant === undefined ? "" : `=${JSON.stringify(field.constant)}`;
  return `${field.name}:${field.computed ? "computed-" : ""}${listed}${fixed}${star}${bounds(field)}`;
}

function kindNotation({ type, options, choicesFrom, fields }: Field): string {
  if (fields) return `{${fields.map(fieldNotation).join(" ")}}`;
  if (choicesFrom) return `${type}<${choicesFrom.item}.${choicesFrom.field}>`;
  return options ? `${type}(${options.map(({ value }) => value).join(",")})` : type;
}

/** At least one is what "required" already says of a list. */
function bounds({ min, max, list }: Field): string {
  if (max === undefined && (min === undefined || (list && min === 1))) return "";
  return `[${min ?? ""}-${max ?? ""}]`;
}

type Spoken = { readonly path: string; readonly words: Words };

/** Every text of the template that a person reads, with where it stands. */
function spoken(value: unknown, path = "template"): readonly Spoken[] {
  if (typeof value !== "object" || value === null) return [];
  if ("sv" in value || "en" in value) return [{ path, words: value as Words }];
  return Object.entries(value).flatMap(([key, part]) => {
    const named = part as { id?: string; name?: unknown };
    const name = named?.id ?? (typeof named?.name === "string" ? named.name : key);
    return spoken(part, `${path}.${name}`);
  });
}

const allWords = spoken(builtInTemplate);
const labels = allWords.filter(({ path }) => path.endsWith(".label"));

function everyField(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...everyField(field.fields ?? [])]);
}
const allFields = items.flatMap(({ fields }) => everyField(fields));

describe("the built-in process", () => {
  test.each(EXPECTED_ITEMS)("has %s", (expected) => {
    const found = builtInTemplate.steps
      .flatMap((step) => step.items.map((item) => ({ step, item })))
      .find(({ item }) => item.id === expected.split(" ")[0]);
    expect(found && notation(found.item)).toBe(expected);
  });

  test("has no other items, in no other order", () => {
    expect(items.map(({ id }) => id)).toEqual(EXPECTED_ITEMS.map((line) => line.split(" ")[0]));
  });

  test("uses every id and, within an item or row, every field name once", () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const fields of [...items, ...allFields].map((holder) => holder.fields ?? []))
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  });

  test("walks the twelve steps in order, each driven by the lane of the figure", () => {
    expect(steps.map(({ order, id, lane, title }) => `${order} ${id} ${lane} ${title.sv}`)).toEqual(
      [
        "0 triage together Rätt sorts dialog?",
        "1 identify-issue together Identifiera fråga/problemområde",
        "2 purpose-and-influence elected Syfte och påverkansbarhet",
        "3 decide-dialogue elected Beslut om medborgardialog",
        "4 planning together Planering",
        "5 checkpoint elected Avstämning",
        "6 conduct-dialogue together Genomföra dialog",
        "7 compile-results civilServants Sammanställa resultat",
        "8 final-decision elected Beslut",
        "9 feedback-to-citizens together Återkoppling till medborgarna",
        "10 evaluate-and-learn together Utvärdering och gemensamt lärande",
        "11 follow-up together Uppföljning och avslut",
      ],
    );
  });

  test("shows the planning in parts A to K, every item in one of them", () => {
    const planning = steps.find(({ id }) => id === "planning");
    const letters = planning?.sections?.map(({ title }) => title.sv.split(".")[0]);
    expect(letters).toEqual(["A", "B", "C", "D", "E", "F–H", "I", "J", "K"]);
    const shown = planning?.sections?.flatMap((section) => section.items);
    expect(shown).toEqual(planning?.items.map(({ id }) => id));
  });

  test("lets the chair fix what the steering group agrees on, and nothing else", () => {
    expect(items.filter(({ fixedByChair }) => fixedByChair).map(({ id }) => id)).toEqual([
      "plan.questions",
      "plan.target-map",
      "plan.target-priority",
      "plan.level",
      "plan.method",
      "plan.feedback-method",
      "plan.responsibility",
      "eval.lessons",
    ]);
  });

  test("says who writes each item as its column Ansvar does", () => {
    const by = (responsible: string): readonly string[] =>
      items.filter((item) => item.responsible.join(" ") === responsible).map(({ id }) => id);
    expect(by("departmentHead")).toEqual(["plan.appoint"]);
    expect(by("chair")).toEqual([
      "triage.result",
      "decide.confirm",
      "event.elected",
      "final.confirm",
      "eval.meeting",
      "follow.finish",
    ]);
    expect(by("registrar")).toEqual([
      "identify.case",
      "decide.register",
      "decide.minutes",
      "final.register",
      "final.minutes",
      "follow.export",
      "follow.purge",
    ]);
    expect(by("board")).toEqual([
      "decide.budget",
      "decide.steering-group",
      "decide.level",
      "decide.assignment",
      "decide.collaboration",
    ]);
    expect(by("steeringGroup")).toEqual([
      "plan.target-priority",
      "plan.level",
      "plan.feedback-method",
      "plan.responsibility",
      "check.vote",
      "event.debrief",
      "eval.lessons",
    ]);
    expect(by("shared")).toEqual(["identify.first-groups", "purpose.risks"]);
    expect(by("administration")).toEqual(["identify.background", "decide.proposal"]);
  });

  test("asks for fixed constraints, service relation, explanation of nothing and children's way only when they matter", () => {
    const asked = allFields
      .filter(({ required, when }) => when !== undefined || typeof required === "object")
      .map(({ name, required, when }) => {
        const { field, is } = when ?? (required as { field: string; is: readonly unknown[] });
        return `${name} when ${field} is ${is.join(" or ")}`;
      });
    expect(asked).toEqual([
      "serviceRelation when scope is service",
      "fixedConstraints when isInfluenceable is partly",
      "overrideReason when overrideType is citizen_dialogue or stakeholder_dialogue or user_dialogue or customer_dialogue or user_council or statutory_consultation",
      "budgetNote when budgetSek is 0",
      "level when levelDelegated is false",
      "frame when level is medbeslutande",
      "boardConfirms when level is medbeslutande",
      "childMethod when childrenAffected is true",
    ]);
  });

  test("takes case numbers such as SBN 2027-0041 and no others", () => {
    const pattern = findItem(builtInTemplate, "identify.case")?.item.fields[0]?.pattern ?? "";
    const takes = (text: string): boolean => new RegExp(`^(?:${pattern})$`, "u").test(text);
    expect(["SBN 2027-0041", "KS 2027/312", "BÅÄÖ 2027-1"].every(takes)).toBe(true);
    expect(
      ["SBN2027-0041", "sbn 2027-0041", "S 2027-1", "SBN 27-1", "SBN 2027-123456"].some(takes),
    ).toBe(false);
  });

  test("fills the responsibility matrix beforehand for steps 4 to 11", () => {
    const matrix = findItem(builtInTemplate, "plan.responsibility")?.item.fields[0];
    expect(Object.keys(matrix?.prefill ?? {})).toEqual(steps.slice(4).map(({ id }) => id));
    expect(matrix?.prefill?.["final-decision"]).toEqual({
      accountable: "board",
      responsible: ["steeringChair", "civilServant", "registrar"],
      consulted: ["departmentHead"],
      informed: ["steeringMember"],
    });
  });

  test("counts days as process.md §13.3 does", () => {
    const { D01, D02, D03, D04, D05, D06, D09, D18 } = builtInTemplate.deadlines;
    expect({ D01, D02, D03, D04, D05, D06, D09, D18 }).toEqual({
      D01: { wd: 10 },
      D02: { wd: 10 },
      D03: { wd: 10 },
      D04: { wd: 30 },
      D05: { days: 30 },
      D06: { days: 21 },
      D09: { days: 10, nudgeDays: 5 },
      D18: { months: [6, 12], thenEvery: 6 },
    });
  });
});

describe("the words of the built-in process", () => {
  test("are there in both languages, whole and without stray blanks", () => {
    const wrong = allWords.filter(({ words }) =>
      [words.sv, words.en].some((text) => !text || text.trim() !== text || / {2}/u.test(text)),
    );
    expect(wrong).toEqual([]);
    expect(allWords.length).toBeGreaterThan(500);
  });

  test("are labels of at most 60 characters in Swedish, beside questions quoted word for word", () => {
    const long = labels.filter(({ words }) => words.sv.length > 60);
    expect(long.filter(({ path }) => !isQuoted(path)).map(({ words }) => words.sv)).toEqual([]);
  });

  test("are sentences in every item, step and hint", () => {
    const sentences = allWords.filter(({ path }) => /\.(hint|purpose|decision)$/u.test(path));
    const titles = items.flatMap(({ id, title }) => [{ path: id, words: title }]);
    const unended = [...sentences, ...titles].filter(({ words }) =>
      [words.sv, words.en].some((text) => !/[.?]$|[.?]\)$/u.test(text)),
    );
    expect(unended.map(({ path }) => path)).toEqual([]);
  });

  test("hold no English in Swedish and no Swedish in English", () => {
    const english =
      /\b(the|of|and|is|are|was|with|who|what|how|when|which|this|that|your|you|from|not|name|date|link|board|issue|people|other|yes|none|step|event|chair|feedback|checkpoint)\b/iu;
    const swedish = /[åäöÅÄÖ]|\b(och|att|som|det|inte|ska|är|eller|vid|av|till)\b/u;
    expect(allWords.filter(({ words }) => english.test(words.sv))).toEqual([]);
    expect(allWords.filter(({ words }) => swedish.test(words.en))).toEqual([]);
  });

  test("are the same in both languages only for words the languages share", () => {
    const same = allWords.filter(({ words }) => words.sv === words.en).map(({ words }) => words.sv);
    expect([...new Set(same)].toSorted()).toEqual([
      "50–500",
      "A. Start",
      "Budget",
      "Form",
      "Format",
      "Information",
      "Open space",
      "Press",
      "Risk",
      "Version",
    ]);
  });
});

/** Questions to participants and the parts of an invitation stand as they are asked. */
function isQuoted(path: string): boolean {
  return /participantQuestions|contents|conclusions/u.test(path);
}

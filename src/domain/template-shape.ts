import {
  eitherOf,
  listOf,
  mapOf,
  matching,
  objectOf,
  oneOf,
  onlyTrue,
  plainValue,
  type Shape,
  wholeNumber,
  wordsUpTo,
} from "./shape.ts";

/** Steps in their order, 0–11 (process.md §2.1). */
export const STEP_IDS: readonly string[] = [
  "triage",
  "identify-issue",
  "purpose-and-influence",
  "decide-dialogue",
  "planning",
  "checkpoint",
  "conduct-dialogue",
  "compile-results",
  "final-decision",
  "feedback-to-citizens",
  "evaluate-and-learn",
  "follow-up",
];

const words: Shape = objectOf({ sv: wordsUpTo(300), en: wordsUpTo(300) });
const itemId = matching(/^[a-z]+(\.[a-z0-9-]+)+$/u, 'an id such as "plan.kickoff"');
const fieldName = matching(/^[A-Za-z][A-Za-z0-9]{0,39}$/u, "a name of letters and digits");
// Several choices travel joined by commas, so no value may hold one.
const optionValue = matching(/^[A-Za-z0-9_-]{1,40}$/u, "letters, digits, _ and - only");

const condition: Shape = objectOf({ field: fieldName, is: listOf(plainValue, 1, 20) });
const prefilled: Shape = mapOf(
  eitherOf("a value or a list of values", plainValue, listOf(plainValue, 0, 20)),
  20,
);

/** The fields of an item; a record's own fields one level further down, at most two levels (target groups hold ways to reach them). */
function fieldAt(depth: number): Shape {
  const inner: { [key: string]: Shape } =
    depth < 3 ? { fields: listOf(fieldAt(depth + 1), 1, 30) } : {};
  return objectOf(
    {
      name: fieldName,
      type: oneOf(
        "text",
        "longtext",
        "enum",
        "bool",
        "int",
        "money",
        "percent",
        "date",
        "datetime",
        "userRef",
        "bodyRef",
        "docRef",
        "lang",
        "role",
        "lessonRef",
        "record",
      ),
      label: words,
    },
    {
      hint: words,
      required: trueOrCondition,
      when: condition,
      list: onlyTrue,
      map: oneOf("step", "occasion", "group"),
      options: listOf(objectOf({ value: optionValue, label: words }), 1, 60),
      choicesFrom: objectOf({ item: itemId, field: fieldName }),
      prefill: mapOf(prefilled, 20),
      other: onlyTrue,
      min: wholeNumber(0, 1_000_000_000),
      max: wholeNumber(0, 1_000_000_000),
      from: oneOf("elected", "employees", "members", "anyone"),
      computed: onlyTrue,
      constant: plainValue,
      pattern: regularExpression,
      ...inner,
    },
  );
}

function trueOrCondition(value: unknown, path: string, faults: string[]): void {
  if (typeof value === "object" && value !== null) condition(value, path, faults);
  else if (value !== true) faults.push(`${path}: must be true or a condition {field, is}`);
}

function regularExpression(value: unknown, path: string, faults: string[]): void {
  wordsUpTo(200)(value, path, faults);
  try {
    RegExp(String(value), "u");
  } catch (error) {
    // Any other error than a wrong expression is ours and goes on.
    if (!(error instanceof SyntaxError)) throw error;
    faults.push(`${path}: must be a regular expression (${error.message})`);
  }
}

const item: Shape = objectOf(
  {
    id: itemId,
    title: words,
    strength: oneOf("M", "S", "O"),
    responsible: listOf(
      oneOf(
        "initiator",
        "elected",
        "administration",
        "board",
        "civilServant",
        "communicator",
        "registrar",
        "chair",
        "host",
        "noteTaker",
        "shared",
        "steeringGroup",
        "steeringMembers",
        "departmentHead",
        "bot",
      ),
      1,
      10,
    ),
    source: listOf(wordsUpTo(100), 0, 20),
    fields: listOf(fieldAt(1), 1, 30),
  },
  { each: oneOf("occasion", "change", "D13", "D18"), fixedByChair: onlyTrue },
);

const step: Shape = objectOf(
  {
    id: oneOf(...STEP_IDS),
    order: wholeNumber(0, 11),
    title: words,
    purpose: words,
    decision: words,
    lane: oneOf("elected", "together", "civilServants"),
    items: listOf(item, 1, 60),
  },
  { sections: listOf(objectOf({ title: words, items: listOf(itemId, 1, 60) }), 1, 20) },
);

const workingDays: Shape = objectOf({ wd: wholeNumber(1, 400) });
const calendarDays: Shape = objectOf({ days: wholeNumber(1, 800) });

const deadlines: Shape = objectOf({
  ...Object.fromEntries(
    ["01", "02", "03", "04", "07", "08", "10", "11", "14", "15", "16", "17", "20"].map((number) => [
      `D${number}`,
      workingDays,
    ]),
  ),
  D05: calendarDays,
  D06: calendarDays,
  D09: objectOf({ days: wholeNumber(1, 800), nudgeDays: wholeNumber(1, 800) }),
  D13: calendarDays,
  D18: objectOf({ months: listOf(wholeNumber(1, 120), 1, 20), thenEvery: wholeNumber(1, 120) }),
  D19: calendarDays,
});

const wordsByKey = (...keys: readonly string[]): Shape =>
  objectOf(Object.fromEntries(keys.map((key) => [key, words])));

/** The form of a whole template: what domain/template.ts says, and nothing else. */
export const templateShape: Shape = objectOf({
  id: matching(/^[a-z][a-z0-9-]{1,60}$/u, "small letters, digits and -"),
  version: wholeNumber(1, 1_000_000),
  name: words,
  steps: listOf(step, 1, STEP_IDS.length),
  lanes: wordsByKey("elected", "together", "civilServants"),
  roles: wordsByKey(
    "starter",
    "initiator",
    "steeringChair",
    "steeringMember",
    "substitute",
    "departmentHead",
    "civilServant",
    "deputy",
    "communicator",
    "registrar",
    "observer",
    "admin",
  ),
  deadlines,
  calendar: objectOf({
    klamdagPolicy: oneOf("working", "nonworking"),
    quietWeeks: listOf(wholeNumber(1, 53), 2, 2),
  }),
});

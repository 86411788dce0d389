import { RECORD_STEPS } from "./process/decision-records.ts";
import type { Role } from "./roles.ts";
import type { Value } from "./value.ts";

/** The same words in both languages of the product. */
export type Words = { readonly sv: string; readonly en: string };

/** How hard the bot is (process.md §0.3): must, should (chair may pass with a reason), optional. */
export type Strength = "M" | "S" | "O";

/** process.md §0.4 and decisions.md §5.5. `record` is a row with fields of its own. */
export type FieldType =
  | "text"
  | "longtext"
  | "enum"
  | "bool"
  | "int"
  | "money"
  | "percent"
  | "date"
  | "datetime"
  | "userRef"
  | "bodyRef"
  | "docRef"
  | "lang"
  | "role"
  | "lessonRef"
  | "record";

/** True when the named field of the same item (or row) holds the value, or one of the values. */
export type Condition = {
  readonly field: string;
  readonly is: readonly (string | number | boolean)[];
};

/** One value of an enum, as it is stored and as it is read. */
export type Option = { readonly value: string; readonly label: Words };

/** Which people a person field offers (decisions.md §1.4). */
export type PeopleFrom = "elected" | "employees" | "members" | "anyone";

export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly label: Words;
  readonly hint?: Words;
  /** Must be filled in for the item to be done ("*"); with a condition, only when that holds. */
  readonly required?: true | Condition;
  /** Asked for only when the condition holds. */
  readonly when?: Condition;
  /** list<…>: several values. Texts and records are rows; enums and references are a choice of several. */
  readonly list?: true;
  /** map<key,…>: one row for each step 4–11, each occasion or each target group. */
  readonly map?: "step" | "occasion" | "group";
  readonly options?: readonly Option[];
  /** An enum whose choices are the rows of another item's field (target groups, occasions, themes), by row id. */
  readonly choicesFrom?: { readonly item: string; readonly field: string };
  /** What the rows of a map hold before anybody has changed them, by the map's key (decisions.md §5.4). */
  readonly prefill?: { readonly [key: string]: { readonly [field: string]: Value } };
  /** An option "Annat" with words of its own. */
  readonly other?: true;
  /** The fields of one row when the type is `record`. */
  readonly fields?: readonly Field[];
  /** Least and most: of a number, or of how many values or rows a list holds. */
  readonly min?: number;
  readonly max?: number;
  /** Who may be chosen in a person field. On a role field: people may be named beside the roles (decisions.md §5.4). */
  readonly from?: PeopleFrom;
  /** Worked out by the bot; never asked for. */
  readonly computed?: true;
  /** Always this value (`noNames: true`); shown, never asked for. */
  readonly constant?: Value;
  /** Must match the whole value; a regular expression. */
  readonly pattern?: string;
};

/** Who writes an item, as in the column "Ansvar" of process.md §4 (decisions.md §1.8 says what each means). */
export type Responsible =
  | "initiator"
  | "elected"
  | "administration"
  | "board"
  | "civilServant"
  | "communicator"
  | "registrar"
  | "chair"
  | "host"
  | "noteTaker"
  | "shared"
  | "steeringGroup"
  | "steeringMembers"
  | "departmentHead"
  | "bot";

export type Item = {
  /** As in process.md §4, e.g. "plan.kickoff". */
  readonly id: string;
  readonly title: Words;
  readonly strength: Strength;
  readonly responsible: readonly Responsible[];
  /** Where the rule comes from, e.g. ["SEED", "KL 5:65–67"]. */
  readonly source: readonly string[];
  readonly fields: readonly Field[];
  /** Done once for every occasion (⟳ in process.md §4.6), or each time the deadline comes round; never asked for before. */
  readonly each?: "occasion" | "change" | "D13" | "D18" | "decision";
  /** A steering group item: the chair fixes what others have drafted (decisions.md §1.8). */
  readonly fixedByChair?: true;
};

export type StepId =
  | "triage"
  | "identify-issue"
  | "purpose-and-influence"
  | "decide-dialogue"
  | "planning"
  | "checkpoint"
  | "conduct-dialogue"
  | "compile-results"
  | "final-decision"
  | "feedback-to-citizens"
  | "evaluate-and-learn"
  | "follow-up";

/** Who drives a step: shown, never used for rights (process.md §2). */
export type Lane = "elected" | "together" | "civilServants";

export type Step = {
  readonly id: StepId;
  /** 0–11; the guideline's boxes are 1–10. */
  readonly order: number;
  readonly title: Words;
  readonly purpose: Words;
  /** The decision made in this step, in words (process.md §4.0a). */
  readonly decision: Words;
  readonly lane: Lane;
  /** Optional grouping of items inside the step (A. Start, B. Fråga …). */
  readonly sections?: readonly { readonly title: Words; readonly items: readonly string[] }[];
  readonly items: readonly Item[];
};

/** Day counts of process.md §13.3; `wd` working days, `days` calendar days, `months`. All can be changed by a municipality. */
export type DeadlineCounts = {
  readonly D01: { readonly wd: number };
  readonly D02: { readonly wd: number };
  readonly D03: { readonly wd: number };
  readonly D04: { readonly wd: number };
  readonly D05: { readonly days: number };
  readonly D06: { readonly days: number };
  readonly D07: { readonly wd: number };
  readonly D08: { readonly wd: number };
  readonly D09: { readonly days: number; readonly nudgeDays: number };
  readonly D10: { readonly wd: number };
  readonly D11: { readonly wd: number };
  readonly D13: { readonly days: number };
  readonly D14: { readonly wd: number };
  readonly D15: { readonly wd: number };
  readonly D16: { readonly wd: number };
  readonly D17: { readonly wd: number };
  readonly D18: { readonly months: readonly number[]; readonly thenEvery: number };
  readonly D19: { readonly days: number };
  readonly D20: { readonly wd: number };
};

/** A whole process as data. A running dialogue keeps the version it started with (decisions.md §12). */
export type Template = {
  readonly id: string;
  readonly version: number;
  readonly name: Words;
  readonly steps: readonly Step[];
  readonly lanes: { readonly [lane in Lane]: Words };
  /** Every role's name in the user interface. */
  readonly roles: { readonly [role in Role]: Words };
  readonly deadlines: DeadlineCounts;
  readonly calendar: {
    readonly klamdagPolicy: "working" | "nonworking";
    /** ISO weeks, first and last, in which discretionary due dates are moved. */
    readonly quietWeeks: readonly [number, number];
  };
};

/**
 * The item with this id, and the step it belongs to; undefined when the template has none. An item that is done for each
 * occasion is found as `event.document.<occasion id>`, and has that as its id. Records of decisions are no template's own.
 */
export function findItem(
  template: Template,
  itemId: string,
): { readonly step: Step; readonly item: Item; readonly of?: string } | undefined {
  for (const step of [...template.steps, ...RECORD_STEPS]) {
    for (const item of step.items) {
      if (item.id === itemId && item.each === undefined) return { step, item };
      if (item.each !== undefined && itemId.startsWith(`${item.id}.`)) {
        const of = itemId.slice(item.id.length + 1);
        return { step, item: { ...item, id: itemId }, of };
      }
    }
  }
  return undefined;
}

export function stepOf(template: Template, stepId: StepId): Step {
  const step = template.steps.find(({ id }) => id === stepId);
  if (!step)
    throw new Error(`The template ${template.id} v${template.version} has no step ${stepId}.`);
  return step;
}

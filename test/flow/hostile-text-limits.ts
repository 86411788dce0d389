/** How many characters fit (process.md §0.4, decisions.md §5.5): by the part of an input's id, else by its field. */
const PART_LIMITS: { readonly [part: string]: number } = {
  title: 300,
  url: 2_000,
  version: 50,
  other: 300,
};
const LONG_FIELDS: ReadonlySet<string> = new Set([
  "triage.influence:fixedConstraints",
  "identify.background:priorActions",
  "identify.knowledge-gap:knowledgeGap",
  "purpose.statement:purpose",
  "purpose.use:useOfResult",
  "decide.register:decisionText",
  "form:reason",
]);
/** Text inputs that take numbers or codes. */
const NO_WORDS: ReadonlySet<string> = new Set([
  "dnr",
  "budgetSek",
  "hoursPerWeek",
  "probability",
  "impact",
  "affected",
  "heard",
  "resourceShare",
  "cost",
  "followUpMonths",
  "threshold",
  "language",
  "languages",
  "interpreter",
  "version",
  "plannedCostSek",
]);

export type InputPlace = { readonly item: string; readonly field: string; readonly part: string };

export function placeOfInput(id: string): InputPlace {
  const [, item = "", field = "", part = ""] = id.split(":");
  return { item, field, part };
}

export function limitOf(id: string): number {
  const { item, field, part } = placeOfInput(id);
  return PART_LIMITS[part] ?? (LONG_FIELDS.has(`${item}:${field}`) ? 5_000 : 300);
}

/** Whether a person may write words there; `list` is the list a row belongs to. */
export function takesWords(id: string, list: string | undefined): boolean {
  const { field, part } = placeOfInput(id);
  return part !== "" || !NO_WORDS.has(field === "value" ? (list ?? field) : field);
}

/** What is typed there: the text, or in the place of an address the text as its path. */
export function typedIn(id: string, text: string): string {
  return placeOfInput(id).part === "url" ? `https://granasa.se/${text}` : text;
}

/** Why it cannot be taken there as it is; undefined when it can. */
export function whyNot(id: string, typed: string): "too long" | "no address" | undefined {
  if (typed.length > limitOf(id)) return "too long";
  return placeOfInput(id).part === "url" && /\s/u.test(typed) ? "no address" : undefined;
}

/** As much of it as is taken: what is too long is cut, what cannot stand in an address is escaped. */
export function fitting(id: string, text: string): string {
  const typed = typedIn(id, text);
  const why = whyNot(id, typed);
  if (why === undefined) return typed;
  return why === "too long" ? typed.slice(0, limitOf(id)) : typedIn(id, encodeURIComponent(text));
}

/** How words are kept: NFC, line ends as LF, otherwise byte for byte (decisions.md §5.8). */
export function keptAs(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n");
}

/** How words stand in a form: what a card cannot carry is a mark there. */
export function drawnAs(text: string): string {
  return keptAs(text).replaceAll("\u0000", "\ufffd");
}

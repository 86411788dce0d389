import { type CardNode, inputsOf } from "../support/card-reading.ts";

/** Fields where not every word is right. */
const BY_FIELD: { readonly [field: string]: string } = {
  dnr: "SBN 2027-0042",
  followUpMonths: "3, 9",
  languages: "sv",
  interpreter: "so",
  language: "sv",
  threshold: "7",
};
/** Somebody else than the one chosen above them. */
const THE_FIRST: ReadonlySet<string> = new Set(["substitutes", "deputy"]);

/** Something new and valid in every input of a page: the last choice, another day, a number that words may be too. */
export function filledIn(card: CardNode): Readonly<Record<string, string>> {
  return Object.fromEntries(inputsOf(card).map((input) => [String(input["id"]), answerTo(input)]));
}

/** Where the last choice is refused: the board's own level, and an end that comes after its start. */
const BY_INPUT: { readonly [id: string]: string } = {
  "in:plan.level:level": "dialog",
  "in:row:end:date": "2027-05-04",
};

function answerTo(input: CardNode): string {
  const [, , field = "", part] = String(input["id"]).split(":");
  const known = BY_INPUT[String(input["id"])] ?? BY_FIELD[field];
  if (known !== undefined) return known;
  switch (input["type"]) {
    case "Input.ChoiceSet":
      return chosen(input, field);
    case "Input.Date":
      return "2027-05-03";
    case "Input.Time":
      return "18:00";
    default:
      return part === "url" ? "https://granasa.se/nytt" : "2";
  }
}

function chosen(input: CardNode, field: string): string {
  const choices = (input["choices"] ?? []) as readonly { readonly value: string }[];
  const real = choices.map(({ value }) => value).filter((value) => value !== "~");
  if (THE_FIRST.has(field)) return real[0] ?? "";
  return real.slice(input["isMultiSelect"] === true ? -2 : -1).join(",");
}

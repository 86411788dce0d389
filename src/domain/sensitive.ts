import { FIRST_NAMES } from "./first-names.ts";

/** What a text seems to hold that should not be kept here (legal.md §3). */
export type SensitiveKind = "personalNumber" | "phone" | "email" | "person" | "health" | "opinion";

/**
 * What in the text looks like a private person's own matters: a guess by its words, meant to ask and never to refuse.
 * Groups, functions and places are no persons; a name alone, as of somebody elected, is nothing to ask about.
 */
export function sensitiveIn(text: string): readonly SensitiveKind[] {
  const kinds: SensitiveKind[] = [];
  if (hasPersonalNumber(text)) kinds.push("personalNumber");
  else if (PHONE.test(text)) kinds.push("phone");
  if (hasOwnAddress(text)) kinds.push("email");
  const about = sentencesOf(text).flatMap(kindsAbout);
  for (const kind of ["person", "health", "opinion"] as const)
    if (about.includes(kind)) kinds.push(kind);
  return kinds;
}

const PERSONAL_NUMBER = /(?<![\d-])(?:19|20)?(\d{2})(\d{2})(\d{2})\s?([-+]?)\s?(\d{4})(?![\d-])/gu;

/** A date of birth with four digits: written with its dash, or without one and right by its check digit. */
function hasPersonalNumber(text: string): boolean {
  return [...text.matchAll(PERSONAL_NUMBER)].some(
    ([, year = "", month = "", day = "", mark, last = ""]) => {
      // A coordination number has 60 added to the day.
      const isDay = (Number(day) % 60 >= 1 && Number(day) % 60 <= 31) || Number(day) === 60;
      const isDate = Number(month) >= 1 && Number(month) <= 12 && isDay;
      return isDate && (mark !== "" || hasCheckDigit(`${year}${month}${day}${last}`));
    },
  );
}

function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** A number one can call: mobile, with a country code, or an area code apart from the rest. */
const PHONE =
  /(?<![\d-])(?:(?:\+46|0046)[\s-]?(?:\(0\)\s?)?\d|07[02369]|0\d{1,3}[\s]?[-/–][\s]?\d)(?:[\s-]?\d){5,8}(?![\d-])/u;

const ADDRESS = /([\p{L}\d._%+-]+)@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Addresses of a function belong to nobody. */
const FUNCTIONS =
  /^(?:info|kommun\p{L}*|kontakt\p{L}*|registrator|diariet?|dialog\p{L}*|medborgardialog|dataskydd\p{L}*|dso|kund\p{L}*|service\p{L}*|noreply|no-reply|press|kansli\p{L}*|namnd\p{L}*|\p{L}*(?:namnd|forvaltning|enhet|kontor|styrelse)(?:en|et)?|[a-zåäö]{2,4})$/iu;

function hasOwnAddress(text: string): boolean {
  return [...text.matchAll(ADDRESS)].some(([, local = ""]) => !FUNCTIONS.test(local));
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+|\n+/u);
}

const NAME = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}\d])(${NAME})(?:\s+${NAME}){1,2}(?![\p{L}])`,
  "gu",
);
const CALLED = new RegExp(
  String.raw`(?:\b(?:heter|vid namn|som kallas|named|called)|(?<![\p{L}])(?:[Hh]err|[Ff]ru|[Ff]röken|Mr|Mrs|Ms))\.?\s+${NAME}`,
  "u",
);

/** One single person without a name, said to be so. */
const SOMEBODY =
  /(?<![\p{L}])(?:hon|han|hen|[Hh]on|[Hh]an|(?:[Ee]n|[Dd]en|[Mm]in|[Vv]år)\s+(?:\p{Ll}+\s+)?(?:kvinna|man|flicka|pojke|elev|granne|deltagare|pensionär|person|boende|tjej|kille)n?|[Kk]vinnan|[Mm]annen|[Gg]rannen|[Dd]eltagaren|[Ee]leven|[Ff]lickan|[Pp]ojken|[Hh]er|[Hh]is|[Ss]he|[Hh]e)(?![\p{L}])/u;

const HEALTH =
  /(?<![\p{L}])(?:adhd|add|autism|autistisk|asperger|demens|dement|alzheimer|cancer|depression|deprimerad|psykos|bipolär|schizofren|epilepsi|diabetes|diabetiker|hiv|missbruk\p{Ll}*|alkoholist|alkoholiserad|diagnos\p{Ll}*|sjukskriven|psykisk ohälsa|psykiskt sjuk|stroke|gravid|self-harm|dementia|addict|addiction|pregnant|depressed|diagnosed)(?![\p{L}])/iu;
const ILL =
  /(?<![\p{L}])(?:är|var|blev|is|was)\s+(?:svårt\s+|allvarligt\s+|very\s+|seriously\s+)?(?:sjuk|ill|sick)(?![\p{L}])/iu;
const LIVES =
  /(?<![\p{L}])(?:bor|bodde|flyttade|lives|född|born)(?![\p{L}])|\(?\b\d{1,2}\s?(?:år|years)\b|\bårs?åldern/iu;
const OPINION =
  /(?<![\p{L}])(?:tycker|tyckte|anser|ansåg|ogillar|klagar|klagade|röstar|röstade|sympatiserar|är emot|vill inte|protesterar|skäller|thinks|believes|complained|complains|votes)(?![\p{L}])/iu;
const CONVICTION =
  /(?<![\p{L}])(?:är|var|is)\s+(?:en\s+|a\s+)?(?:muslim|kristen|jude|judinna|katolik|hindu|buddhist|ateist|moderat|socialdemokrat|sverigedemokrat|vänsterpartist|liberal|centerpartist|miljöpartist|kristdemokrat|kommunist|nazist|homosexuell|bisexuell|lesbisk|transperson|jewish|christian|gay|lesbian)(?![\p{L}])|(?<![\p{L}])(?:fackligt aktiv|medlem i (?:facket|Kommunal|ett parti))(?![\p{L}])/iu;

function kindsAbout(sentence: string): readonly SensitiveKind[] {
  const named = [...sentence.matchAll(FULL_NAME)].some(([, first = ""]) =>
    FIRST_NAMES.has(first.split("-")[0] ?? first),
  );
  const called = CALLED.test(sentence);
  const somebody = named || called || SOMEBODY.test(sentence) || startsWithName(sentence);
  const health = somebody && (HEALTH.test(sentence) || ILL.test(sentence));
  const opinion =
    (somebody && CONVICTION.test(sentence)) || ((named || called) && OPINION.test(sentence));
  const person = called || (named && LIVES.test(sentence));
  return [
    ...(person ? (["person"] as const) : []),
    ...(health ? (["health"] as const) : []),
    ...(opinion ? (["opinion"] as const) : []),
  ];
}

/** "Fatima har diabetes": a first name alone, where a sentence begins. */
function startsWithName(sentence: string): boolean {
  const [, first] = /^\s*(\p{Lu}\p{Ll}+)\s/u.exec(sentence) ?? [];
  return first !== undefined && FIRST_NAMES.has(first);
}

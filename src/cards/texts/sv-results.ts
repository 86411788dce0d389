import type { Withheld } from "../../domain/evaluation/results.ts";

/** Utvärderingens resultat och rapport. */
export const svResults = {
  released: "Deltagarnas svar visas nu.",
  open: "Utvärderingens resultat",
  openText: "Deltagarnas och styrgruppens svar, och rapporten",
  participants: "Så tyckte deltagarna",
  secondWave: "Så tyckte deltagarna efteråt",
  internal: "Så tyckte styrgruppen",
  answer: "svar",
  answerOther: "svar",
  waiting: "Resultatet visas när sista omgången har stängt",
  waitingHelp:
    "Tills dess visas bara hur många som har svarat. Det skyddar dem som svarar i en liten omgång.",
  nothing: "Inga svar att visa än",
  round: (title: string, rate: string) => `${title}: ${rate}`,
  rate: (n: string, of: string, percent: string) => `${n} av ${of} svarade (${percent})`,
  rateAbout: (n: string, of: string, percent: string) => `${n} av cirka ${of} svarade (${percent})`,
  count: (n: string) => `${n} svar`,
  few: "För få svar för att visas (färre än fem)",
  agree: {
    agree5: (n: string, of: string) => `${n} av ${of} instämmer`,
    change3: (n: string, of: string) => `${n} av ${of} svarar att det har ökat`,
    redo3: (n: string, of: string) =>
      `${n} av ${of} vill genomföra nästa dialog så eller med ändringar`,
  },
  nearlyAll: {
    agree5: "Alla eller nästan alla instämmer",
    change3: "Alla eller nästan alla svarar att det har ökat",
    redo3: "Alla eller nästan alla vill genomföra nästa dialog så eller med ändringar",
  },
  fewOrNone: {
    agree5: "Få eller ingen instämmer",
    change3: "Få eller ingen svarar att det har ökat",
    redo3: "Få eller ingen vill genomföra nästa dialog så, ens med ändringar",
  },
  median: (median: string) => `Median ${median}.`,
  quartiles: (first: string, third: string) => `Kvartiler ${first} och ${third}.`,
  of: (n: string, of: string) => `${n} av ${of}`,
  choice: (label: string, count: string) => `${label}: ${count}`,
  choicePercent: (label: string, count: string, percent: string) =>
    `${label}: ${count} (${percent})`,
  scale:
    "Siffrorna är svaren: 1 instämmer inte alls, 2 inte riktigt, 3 varken eller, 4 till stor del, 5 helt.",
  toImprove: "Att förbättra",
  workedWell: "Fungerade bra",
  questions: "Fråga för fråga",
  themes: "Det här tog deltagarna upp",
  mentions: (count: string) => `${count} tog upp det`,
  aFew: "enstaka tog upp det",
  themesWithheld: "Färre än fem har svarat. Det de skrev visas inte.",
  withheld: {
    few_answers: "Visas inte: färre än fem har svarat på frågan.",
    small_round:
      "Visas bara för alla omgångar tillsammans: en omgång har färre än fem svar och skulle gå att räkna ut.",
    small_item:
      "Visas bara för alla omgångar tillsammans: färre än fem har svarat på frågan i en av dem.",
    total_tells_round:
      "Visas bara omgång för omgång: summan skulle avslöja svaren i en liten omgång.",
  } satisfies { readonly [W in Withheld]: string },
  limits:
    "Resultatet visar vad de som svarade tyckte. Det går inte att dra slutsatser om alla invånare.",
  twice: "Enkäten är öppen för alla som har länken, så någon kan ha svarat mer än en gång.",
  joint: "Gruppen gick igenom frågorna tillsammans på lärandemötet. Ingas egna svar används.",
  toReport: "Utvärderingsrapporten",
  report: {
    title: "Utvärderingsrapport",
    page: (number: string, of: string) => `Sida ${number} av ${of}`,
    toResults: "Till resultatet",
    matter: "1 · Fråga, nivå, period och beslut",
    question: "Fråga",
    level: "Grad av inflytande",
    period: "Period",
    until: (from: string, to: string) => `${from} till ${to}`,
    decisions: "Beslut",
    noDecision: "Inget beslut än",
    reached: "2 · Vilka nåddes",
    partly: "Delvis nådd",
    unknown: "Ingen uppskattning",
    noGroups: "Ingen målgrupp är kartlagd.",
    participants: "3 · Deltagarnas svar",
    internal: "4 · Intern utvärdering",
    promises: "5 · Löften vi gav – höll vi dem?",
    noPromises: "Inga löften med datum än.",
    promise: (planned: string, actual: string) => `Lovat ${planned}, klart ${actual}.`,
    notYet: (planned: string) => `Lovat ${planned}, inte klart än.`,
    onTime: "I rätt tid",
    early: (days: string) => `${days} före`,
    late: (days: string) => `${days} sent`,
    day: "arbetsdag",
    days: "arbetsdagar",
    lessons: "6 · Lärdomar",
    noLessons: "Inga lärdomar är skrivna än.",
    proposals: "7 · Förslag till ändring i arbetssätt och riktlinje",
    noProposals: "Inga förslag. De är de lärdomar som säger ändra, sluta eller pröva.",
    method: "8 · Så gjordes utvärderingen",
    methodOpen:
      "Deltagarna svarade på en öppen sida utan inloggning, eller på papper. Svaren sparas utan namn.",
    methodBands:
      "Färre än fem svar visas aldrig. Fem till nio svar visas som antal som instämmer och median, tio eller fler med fördelning, tjugo eller fler också i procent.",
    noAnswers: "Ingen omgång har stängt än.",
  },
};

import type { Formats } from "../formats.ts";
import type { PositionMatter } from "../../domain/position.ts";
import type { PositionAnswer, PositionResult } from "../../domain/tally.ts";

const matters: { readonly [matter in PositionMatter]: string } = {
  proposal: "Förslaget till genomförande",
  "feedback-method": "Sättet att återkoppla",
  level: "Graden av inflytande",
  lessons: "Lärdomarna",
  other: "En annan fråga",
};

const answers: { readonly [answer in PositionAnswer]: string } = {
  approve: "Tillstyrk",
  return: "Återremittera",
  refer: "Lyft till nämnden",
  abstain: "Avstå",
  recuse: "Anmäl jäv",
};

/** Vad någon har svarat, i ett protokoll. */
const given: { readonly [answer in PositionAnswer]: string } = {
  approve: "Tillstyrker",
  return: "Återremitterar",
  refer: "Lyfter till nämnden",
  abstain: "Avstår",
  recuse: "Jäv",
};

const results: { readonly [result in PositionResult]: string } = {
  approve: "Styrgruppen tillstyrker",
  return: "Styrgruppen återremitterar",
  refer: "Styrgruppen lyfter frågan till nämnden",
};

/** Vad som händer om gruppen tillstyrker. */
const means: { readonly [matter in PositionMatter]: string } = {
  proposal:
    "Om styrgruppen tillstyrker låses planen, och inbjudan får gå ut när övriga krav är uppfyllda. Om den återremitterar öppnas planen igen.",
  "feedback-method": "Om styrgruppen tillstyrker är sättet att återkoppla bestämt.",
  level: "Om styrgruppen tillstyrker är graden av inflytande bekräftad.",
  lessons: "Om styrgruppen tillstyrker står lärdomarna som gruppens egna.",
  other: "Ställningstagandet antecknas i dialogen.",
};

const resultMeans: { readonly [result in PositionResult]: string } = {
  approve: "Planen är låst.",
  return: "Planen är öppen igen. En ny version kan lämnas till styrgruppen.",
  refer: "Nämnden behöver ta upp frågan på ett sammanträde.",
};

/** Styrgruppens ställningstaganden. Aldrig ”beslut”: det fattar nämnden. */
export const svPositions = {
  matters,
  answers,
  given,
  means,
  resultMeans,
  kicker: "Ställningstagande",
  notDecision: "Detta är styrgruppens ställningstagande. Det ersätter inte nämndens beslut.",
  noThread:
    "Jag startar ingen tråd om frågan. Kommentarer skrivs i min dialogruta, där den som har anmält jäv inte är med.",
  hidden: "Vad var och en har svarat visas när ställningstagandet är stängt.",
  proposalQuestion: (version: string) =>
    `Tillstyrker ni förslaget till genomförande, version ${version}?`,
  proposalQuestionBare: "Tillstyrker ni förslaget till genomförande?",
  open: "Pågår",
  answered: (answered: string, seats: string) => `${answered} av ${seats} har svarat`,
  quorumMet: "Styrgruppen är beslutsför.",
  quorumNot: (needed: string) =>
    `Styrgruppen är inte beslutsför än. Minst ${needed} behöver svara.`,
  closes: (moment: string) => `Stänger ${moment}.`,
  buttons: {
    answer: "Svara",
    comments: "Kommentarer",
    show: "Visa mer",
    record: "Öppna protokollet",
    close: "Stäng ställningstagandet",
    substitute: "Kalla in ersättare",
    oral: "Anteckna muntligt svar",
    reopen: "Öppna igen",
    ask: "Be om ställningstagande",
    consensus: "Anteckna enighet",
    override: "Gå vidare ändå",
    confirmOral: "Det stämmer",
    withReason: "Svara med motivering",
    send: "Skicka svaret",
    back: "Tillbaka",
  },
  facts: {
    about: "Gäller",
    version: (title: string, version: string) => `${title}, version ${version}`,
    link: "Förslaget",
    cost: "Planerad kostnad",
    costOf: (planned: string, decided: string) =>
      `${planned} av ${decided} som nämnden har beslutat`,
    level: "Grad av inflytande",
    first: "Första tillfället",
    closes: "Stänger",
    answered: "Svar",
    quorum: "Beslutsförhet",
    yes: "Ja",
    no: "Nej",
  },
  record: {
    results,
    none: "Inget resultat",
    noneQuorum: (present: string, seats: string) =>
      `Styrgruppen var inte beslutsför: ${present} av ${seats} deltog.`,
    noneTie: "Det blev lika många röster, och ordförandens röst saknas.",
    noneNext: "Ordföranden kan öppna ställningstagandet igen.",
    votes: "Röster",
    count: (yes: string, no: string, abstained: string) =>
      `${yes} ja, ${no} nej, ${abstained} avstod`,
    casting: "Ordförandens röst avgjorde.",
    consensus: "Enighet antecknad på ett möte.",
    quorum: "Beslutsför",
    present: (present: string, seats: string) => `${present} av ${seats} ledamöter deltog`,
    absent: "Har inte svarat",
    absentAtMeeting: "Inte närvarande",
    recused: "Jäv",
    dissent: (who: string) => `Avvikande mening: ${who}`,
    reason: (who: string) => `Motivering: ${who}`,
    closed: "Stängt",
    closedBy: (moment: string, who: string) => `${moment}, av ${who}`,
    closedByTime: (moment: string) => `${moment}, när tiden gick ut`,
    byTime: "tiden",
    superseded: "Ett nytt ställningstagande i samma fråga har kommit efter det här.",
    cut: "Hela texten finns i protokollet. Välj Öppna protokollet.",
    for: (substitute: string, member: string) => `${substitute} (ersätter ${member})`,
    oral: (who: string) => `${who} (muntligt, bekräftat)`,
    page: (page: number, of: number) => `Motivering ${page} av ${of}`,
  },
  ask1: {
    ask: "Styrgruppen behöver ditt svar",
    substitute: (member: string) => `Du är inkallad som ersättare för ${member}.`,
    yours: (answer: string) => `Ditt svar: ${answer}`,
    change: (moment: string) => `Du kan ändra dig tills ställningstagandet stänger ${moment}.`,
    saved: "Ditt svar är sparat",
    ownReason: "Din motivering",
    oralAsk: "Stämmer ditt muntliga svar?",
    oralText: (who: string, answer: string) =>
      `${who} har antecknat att du svarade: ${answer}. Svaret räknas när du har bekräftat det. Svara något annat om det inte stämmer.`,
    recusedTitle: "Du har anmält jäv",
    recusedText:
      "Du deltar inte i frågan. Du kan inte svara och inte läsa eller skriva kommentarer om den.",
    replacedTitle: (who: string) => `${who} svarar i ditt ställe`,
    replacedText: "Ordföranden har kallat in en ersättare. Du behöver inte göra något.",
    goneTitle: "Du behöver inte svara",
    goneText: "Du är inte längre med i styrgruppen.",
    closedNone: "Du svarade inte innan ställningstagandet stängde.",
  },
  answer: {
    title: "Ditt svar",
    label: "Svar",
    reason: "Motivering",
    reasonHint: "Behövs om du återremitterar eller lyfter frågan till nämnden.",
    dissent:
      "Motiveringen står ord för ord i protokollet. Går styrgruppen på en annan linje blir den din avvikande mening.",
    membersOnly: "Styrgruppens ledamöter svarar. Du kan läsa.",
    recuseTitle: "Anmäl jäv",
    recuseText:
      "Anmäl jäv om frågan rör dig eller någon närstående. Sedan kan du inte svara, inte läsa kommentarer och inte ta tillbaka anmälan. Du behöver inte säga varför.",
    closedTitle: "Ställningstagandet är stängt",
    closedText: "Svaren är låsta och kan inte ändras.",
  },
  ask: {
    title: "Be styrgruppen ta ställning",
    intro:
      "Varje ledamot får frågan i sin egen chatt. Ett kort i tråden visar hur många som har svarat.",
    matter: "Vad gäller det?",
    question: "Fråga till styrgruppen",
    questionHint: "Skriv så att den går att besvara med ja eller nej. Högst 300 tecken.",
    closes: "Stänger",
    closesHint: (moment: string) => `Lämna tomt för ${moment}.`,
    frozen: "Så länge frågan är öppen kan ingen ändra i planen.",
    send: "Fråga styrgruppen",
    sent: "Frågan är ställd. Ledamöterna får den i sin egen chatt.",
    consensusFirst: "Är ni redan eniga på ett möte? Då kan ordföranden anteckna det i stället.",
    only: (who: string) => `Frågan ställs av ${who}. Du kan läsa.`,
  },
  consensus: {
    title: "Anteckna enighet",
    intro:
      "Använd detta när ni på ett möte har frågat om någon har en annan mening, och ingen hade det.",
    present: "De som var med",
    presentHint: "Fler än hälften av ledamöterna behöver vara med.",
    send: "Anteckna att alla var eniga",
    only: (who: string) => `Enighet antecknas av ${who}.`,
  },
  comments: {
    title: "Kommentarer",
    none: "Ingen har skrivit något än.",
    write: "Skriv en kommentar eller en fråga",
    send: "Skicka",
    sent: "Din kommentar är sparad",
    by: (who: string, moment: string) => `${who} · ${moment}`,
    members: "Kommentarerna läses av styrgruppen och tjänstepersonen.",
    recused: "Du har anmält jäv i frågan. Därför kan du inte läsa eller skriva kommentarer om den.",
    others: "Kommentarerna är till för styrgruppen och tjänstepersonen.",
    closed: "Ställningstagandet är stängt. Kommentarerna går att läsa men inte fylla på.",
  },
  oral: {
    title: "Anteckna muntligt svar",
    intro: "Ledamoten får en fråga i sin egen chatt. Svaret räknas när det är bekräftat där.",
    seat: "Ledamot",
    send: "Anteckna svaret",
    sent: "Svaret är antecknat. Ledamoten ombeds bekräfta det.",
    only: (who: string) => `Muntliga svar antecknas av ${who}.`,
  },
  substitute: {
    title: "Kalla in ersättare",
    intro: "Ersättaren svarar i ledamotens ställe i den här frågan.",
    seat: "Ledamot som ersätts",
    substitute: "Ersättare",
    send: "Kalla in",
    sent: "Ersättaren är inkallad och får frågan i sin egen chatt.",
    none: "Nämnden har inte utsett några ersättare.",
    only: (who: string) => `Ersättare kallas in av ${who}.`,
  },
  close: {
    title: "Stäng ställningstagandet?",
    all: "Alla har svarat.",
    some: (left: string) => `${left} har inte svarat.`,
    text: "När det är stängt låses svaren och visas för alla. Det går inte att ångra.",
    send: "Stäng ställningstagandet",
    only: (who: string) => `Det stängs av ${who}, eller av sig självt när tiden går ut.`,
  },
  reopen: {
    title: "Öppna ställningstagandet igen",
    intro: "De svar som finns står kvar och kan ändras tills det stänger.",
    send: "Öppna igen",
    sent: "Ställningstagandet är öppet igen.",
    only: (who: string) => `Det öppnas igen av ${who}.`,
  },
  override: {
    title: "Gå vidare ändå",
    intro:
      "Du kan låta styrgruppen ta ställning trots att en del av planen saknas. Motiveringen sparas i dialogens historik.",
    missing: "Det här saknas",
    reason: "Motivering",
    send: "Gå vidare ändå",
    done: "Du har gått vidare. Nu kan styrgruppen ta ställning.",
    nothing: "Inget saknas. Styrgruppen kan ta ställning.",
    only: (who: string) => `Det är ${who} som kan gå vidare med en motivering.`,
  },
  list: {
    title: "Styrgruppens ställningstaganden",
    open: "Ställningstaganden",
    openText: "Frågor till styrgruppen och vad den kom fram till",
    none: "Styrgruppen har inte tagit ställning till något än.",
    rowOpen: (answered: string, moment: string) => `${answered} · stänger ${moment}`,
    rowClosed: (result: string, date: string) => `${result} · ${date}`,
  },
  preconditions: {
    done: "Alla krav är uppfyllda. Inbjudan får gå ut.",
    intro: "Det här återstår innan inbjudan får gå ut.",
  },
  next: {
    answer: "Svara på ställningstagandet",
    confirmOral: "Bekräfta ditt muntliga svar",
    close: "Stäng ställningstagandet",
    reopen: "Öppna ställningstagandet igen",
    ask: "Be styrgruppen ta ställning till planen",
    override: "Gör klart planen, eller gå vidare ändå",
  },
  mainButtons: { answer: "Svara", ask: "Fråga styrgruppen" },
  reopened: (matter: string) => `öppnade ställningstagandet om ${matter} igen.`,
  left: (count: number, formats: Formats) => formats.counted(count, "ledamot", "ledamöter"),
};

import type { WhyJoint } from "../../domain/evaluation/internal-round.ts";

const joint: { readonly [why in WhyJoint]: string } = {
  planned: "Ni har bestämt att utvärdera tillsammans. Ingen svarar på egen hand.",
  fewInvited:
    "Färre än sju är inbjudna. I en så liten grupp går det att gissa vem som har svarat vad. Därför svarar ingen på egen hand.",
  fewAnswers:
    "Färre än fem svarade. Så få svar får inte visas, så de är borttagna utan att någon har läst dem.",
  keyLost: "Nyckeln till svaren är borta, så de går inte att läsa. De är borttagna.",
  stopped: "Dialogen stoppades. Svaren är borttagna utan att någon har läst dem.",
};

/** Den interna utvärderingen: inbjudan, formulär, kvitto och vad som händer när den stänger. */
export const svInternalEvaluation = {
  kicker: "Intern utvärdering",
  title: "Hur gick dialogen?",
  summary: (date: string) => `Utvärderingen är öppen till ${date}`,
  /** Regel 5.9, ord för ord. */
  honest:
    "Svaren sparas utan ditt namn. Gruppen är liten, så skriv inget som pekar ut dig eller någon annan. Kommunens handlingar kan begäras ut av vem som helst.",
  /** Löftet och dess gräns; samma ord på engelska i README. */
  promise:
    "Databasen, loggen och säkerhetskopiorna visar tillsammans inte vem som har svarat vad. Den som också har nyckeln EVALUATION_KEY kan se det, tills den sista säkerhetskopian från tiden då omgången var öppen är borta (35 dagar). Microsoft förmedlar svaret med avsändarens namn.",
  form: {
    intro: (date: string) =>
      `Svara utifrån din egen roll. Du kan hoppa över frågor. Det tar ungefär fem minuter. Öppen till ${date}.`,
    once: "Du svarar en gång. Svaret kan inte ändras eller visas efteråt.",
    send: "Skicka svaret",
    skip: "Hoppa över frågan",
    textHint: "Högst 1 000 tecken. Skriv inga namn.",
  },
  thanks: {
    title: "Tack!",
    text: "Ditt svar är mottaget. Det kan inte ändras, och ingen kan visa det för dig igen.",
  },
  already: {
    title: "Du har redan svarat.",
    text: "Ett svar per person. Det kan inte ändras.",
  },
  channel: {
    open: (date: string) => `Utvärderingen är öppen till ${date}`,
    openText:
      "De som har arbetat med dialogen svarar på tolv frågor om hur den gick. Var och en har fått en fråga i sin egen chatt.",
    hidden: "Vem som har svarat visas inte för någon.",
    closed: (date: string) => `Utvärderingen stängde ${date}`,
    closedText: (answered: string, invited: string) => `${answered} av ${invited} svarade.`,
    joint: "Ni utvärderar tillsammans",
    jointText:
      "På lärandemötet går ni igenom frågorna högt. Bara det ni blir överens om skrivs ner.",
  },
  status: {
    title: "Intern utvärdering",
    before:
      "Utvärderingen öppnar av sig själv, första arbetsdagen efter att återkoppling 2 är skickad.",
    opens: (date: string) => `Öppnar ${date}`,
    invited: "Inbjudna",
    count: (count: string) => `${count} svar`,
    countLater: "Antalet svar visas först när det är minst fem.",
    onlyInvited: "Bara de som är inbjudna kan svara.",
    answers: "Svar",
  },
  texts: {
    read: "Läs det som skrevs",
    title: (count: string) => `Det som skrevs: ${count}`,
    intro:
      "Bara du som är tjänsteperson ser det här, och inget visar vem som har skrivit. Skriv lärdomar av det utan att någon känns igen.",
    none: "Det som skrevs visas inte",
    few: "Färre än fem skrev något. Så få texter lämnas inte ut, för då går det att gissa vem som har skrivit vad.",
  },
  joint,
  buttons: {
    answer: "Svara på utvärderingen",
    show: "Visa utvärderingen",
  },
  morning: {
    title: "Svara på den interna utvärderingen",
    open: (date: string) => `Öppen till ${date}`,
    done: "Du har svarat",
    closed: "Utvärderingen är stängd",
    badge: "Utvärdering",
  },
  planned: {
    title: "Intern utvärdering",
    nudged: "de inbjudna som inte har svarat då",
    why: {
      open: "Inbjudan, den dag utvärderingen öppnar",
      R1: "Fem arbetsdagar innan den stänger",
      R2: "Arbetsdagen innan den stänger",
    },
  },
  next: {
    title: "Svara på den interna utvärderingen",
    by: "alla som är inbjudna",
  },
  happened: {
    opened: (invited: string) => `Den interna utvärderingen öppnade för ${invited} inbjudna.`,
    closed: (answered: string, invited: string) =>
      `Den interna utvärderingen stängde. ${answered} av ${invited} svarade.`,
    joint: "Den interna utvärderingen görs gemensamt på lärandemötet.",
    forgotten: "Listan över vilka som var inbjudna att svara är borttagen.",
  },
};

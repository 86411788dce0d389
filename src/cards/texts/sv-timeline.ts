import type { Formats } from "../formats.ts";
import type { DecisionMatter, GateId } from "../../domain/dialogue.ts";
import type { PositionMatter } from "../../domain/position.ts";
import type { PositionAnswer, PositionResult } from "../../domain/tally.ts";

const gates: { readonly [gate in GateId]: string } = {
  G0: "Det är klart att det här är en medborgardialog.",
  G1: "Frågan är avgränsad.",
  G2: "Syftet och möjligheten att påverka är klara.",
  G3: "Nämndens beslut finns. Planeringen kan börja när en tjänsteperson är utsedd.",
  G4a: "En tjänsteperson är utsedd. Planeringen är öppen.",
  G4b: "Planen är komplett.",
  G4c: "Kravet på planer för kommunikation, dokumentation och utvärdering är avklarat.",
  G5: "Planen är godkänd. Inbjudan kan gå ut.",
  G6: "Tillfällena är genomförda och dokumenterade.",
  G7: "Sammanställningen är klar.",
  G8: "Det slutliga beslutet är registrerat, med motiveringar.",
  G9: "Återkopplingen är skickad.",
  G10: "Utvärderingen är klar.",
  G11: "Uppföljningen, arkiveringen och gallringen är klara.",
};

const matters: { readonly [matter in DecisionMatter]: string } = {
  start: "nämndens beslut om medborgardialog",
  budget: "nämndens beslut om budgeten",
  level: "nämndens beslut om graden av inflytande",
  group: "nämndens beslut om styrgruppen",
  purpose: "nämndens beslut om syftet",
  stop: "nämndens beslut att stoppa dialogen",
  final: "det slutliga beslutet i frågan",
};

const positions: { readonly [matter in PositionMatter]: string } = {
  proposal: "förslaget till genomförande",
  "feedback-method": "sättet att återkoppla",
  level: "graden av inflytande",
  lessons: "lärdomarna",
  other: "en annan fråga",
};

const answers: { readonly [answer in PositionAnswer]: string } = {
  approve: "tillstyrker",
  return: "återremitterar",
  refer: "lyfter till nämnden",
  abstain: "avstår",
  recuse: "jäv",
};

const results: { readonly [result in PositionResult]: string } = {
  approve: "Styrgruppen tillstyrker.",
  return: "Styrgruppen återremitterar.",
  refer: "Styrgruppen lyfter frågan till nämnden.",
};

/** Vem som gjorde vad och när. En mening börjar med den som gjorde det; namnet sätts före orden här. */
export const svTimeline = {
  title: "Historik",
  open: "Historik",
  openText: "Vem som gjorde vad och när",
  someone: "Dialoglotsen",
  none: "Inget har hänt här ännu.",
  noneHelp: "Det som görs visas här, med namn och tid.",
  older: "Visa äldre",
  newer: "Visa nyare",
  oldest: "Till början",
  toItem: "Till punkten",
  hidden: "Innehållet visas för den som har en roll i dialogen.",
  cleared: "tömt",
  more: (count: number, formats: Formats) =>
    `och ${formats.counted(count, "uppgift", "uppgifter")} till`,
  reason: "Motivering",
  did: {
    started: "startade dialogen.",
    initiatorConfirmed: "bekräftade att hen tar initiativet.",
    withdrew: "drog tillbaka dialogen.",
    recorded: (item: string) => `fyllde i ”${item}”.`,
    recordedUnknown: "fyllde i en punkt som inte längre finns.",
    rowPut: (item: string) => `skrev en rad i ”${item}”.`,
    rowRemoved: (item: string) => `tog bort en rad i ”${item}”.`,
    fixed: (item: string) => `fastställde ”${item}”.`,
    registered: (matter: string) => `registrerade ${matter}.`,
    confirmed: (matter: string) => `bekräftade ${matter}.`,
    sentBack: (matter: string) => `skickade tillbaka registreringen av ${matter}.`,
    overrode: "gick vidare trots att en del av planen saknas.",
    positionOpened: (matter: string) => `bad styrgruppen ta ställning till ${matter}.`,
    positionAnswered: (matter: string) => `svarade om ${matter}.`,
    oralLogged: (matter: string, member: string) =>
      `antecknade ett muntligt svar från ${member} om ${matter}.`,
    oralConfirmed: (matter: string) => `bekräftade sitt muntliga svar om ${matter}.`,
    commented: (matter: string) => `skrev en kommentar om ${matter}.`,
    substituteCalled: (substitute: string, seat: string) =>
      `kallade ${substitute} att gå in för ${seat}.`,
    positionClosed: (matter: string) => `stängde ställningstagandet om ${matter}.`,
    consensus: (matter: string) => `antecknade att gruppen var enig om ${matter}.`,
    occasionMoved: (number: number) => `flyttade tillfälle ${number}.`,
    occasionCancelled: (number: number) => `ställde in tillfälle ${number}.`,
    played: (person: string) => `spelar nu ${person}.`,
    erased: "tog bort en text för gott.",
    roleGiven: {
      departmentHead: (person: string) => `antecknade att ${person} är förvaltningschef.`,
      communicator: (person: string) => `gav ${person} rollen som kommunikatör.`,
      actingChair: (person: string) =>
        `antecknade att gruppen har valt ${person} att vara ordförande tills vidare.`,
      observer: (person: string) => `gav ${person} insyn.`,
    },
    roleEnded: {
      departmentHead: (person: string) => `antecknade att ${person} inte är förvaltningschef.`,
      communicator: (person: string) => `avslutade rollen som kommunikatör för ${person}.`,
      actingChair: (person: string) =>
        `antecknade att ${person} inte längre är ordförande tills vidare.`,
      observer: (person: string) => `avslutade insynen för ${person}.`,
    },
    absent: (person: string) => `antecknade att ${person} är frånvarande.`,
    absentSelf: "anmälde att hen är frånvarande.",
    present: (person: string) => `antecknade att ${person} är tillbaka.`,
    presentSelf: "anmälde att hen är tillbaka.",
  },
  from: (day: string) => `Från ${day}`,
  fromUntil: (from: string, until: string) => `Från ${from} till ${until}`,
  is: {
    absent: (person: string) => `${person} är frånvarande från och med nu.`,
    present: (person: string) => `${person} är tillbaka enligt det som antecknats.`,
    left: (person: string) => `${person} är inte längre med i teamet.`,
    returned: (person: string) => `${person} är med i teamet igen.`,
    triaged: (form: string) => `Svaren pekar mot ${form}.`,
    overridden: (form: string) => `Formen ändrades till ${form}, med en motivering.`,
    gateClosed: (gate: string) => `Gäller inte längre: ${gate}`,
    answered: (matter: string) => `Ett svar lämnades om ${matter}.`,
    oralLogged: (matter: string) => `Ett muntligt svar antecknades om ${matter}.`,
    oralConfirmed: (matter: string) => `Ett muntligt svar bekräftades om ${matter}.`,
    commented: (matter: string) => `En kommentar skrevs om ${matter}.`,
    occasionEnded: (number: number) => `Tillfälle ${number} är slut.`,
  },
  closes: (moment: string) => `Svar senast ${moment}`,
  moved: (from: string, to: string) => `Ny tid: ${from}–${to}`,
  tally: (yes: string, no: string, abstained: string) =>
    `${yes} tillstyrker, ${no} emot, ${abstained} avstår.`,
  castingVote: "Ordförandens röst avgjorde.",
  noResult: "Inget resultat: för få svarade eller rösterna vägde jämnt.",
  answer: (who: string, answer: string) => `${who}: ${answer}`,
  decision: (body: string, paragraph: string, date: string) => `${body} ${paragraph}, ${date}`,
  ground: (ground: string) => `Grund: ${ground}`,
  gates,
  matters,
  positions,
  answers,
  results,
};

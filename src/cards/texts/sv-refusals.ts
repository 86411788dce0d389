import { svGateRefusals } from "./sv-gate-refusals.ts";
import type { WarningCode } from "../../domain/dialogue.ts";
import type { FieldFault, RejectionCode } from "../../domain/rejection.ts";
import type { Role } from "../../domain/roles.ts";
import type { Words } from "./naming.ts";

const NOT_ACTIVE: { readonly [status: string]: string } = {
  withdrawn: "Dialogen har dragits tillbaka.",
  triaged_out: "Frågan passar bättre i en annan form än medborgardialog.",
  paused: "Dialogen är pausad.",
  stopped: "Dialogen är stoppad.",
  closed: "Dialogen är avslutad.",
};

const refusals: { readonly [Code in RejectionCode]: Words<Code> } = {
  ...svGateRefusals,
  "E-FORBIDDEN": ({ who = [], why }, naming) => {
    if (why === "start")
      return {
        title: "Du kan inte starta en dialog här",
        why: "Den som startar är med i teamet och är inte gäst.",
        fix: "Be någon i teamet att starta dialogen. Du kan prova med exempel så länge.",
      };
    if (why === "notLocked")
      return {
        title: "Uppgiften är inte låst",
        why: "En rättelse behövs bara när något inte längre går att ändra.",
        fix: "Öppna punkten och skriv som det ska vara.",
      };
    const two = why === "two-persons";
    return {
      title: two ? "Det behövs två personer" : "Du kan inte göra det här",
      why: two
        ? "Den som har registrerat ett beslut kan inte också bekräfta det."
        : "Det kräver en roll i dialogen som du inte har. Du kan läsa det som är klart.",
      fix:
        who.length > 0 ? `Det görs av ${naming.who(...who)}.` : "Fråga den som håller i dialogen.",
    };
  },
  "E-FIELD": ({ faults }) => ({
    title: faults.length === 1 ? "En uppgift behöver rättas" : "Några uppgifter behöver rättas",
    why: "Något är inte ifyllt som det ska.",
    fix: "Rätta och spara igen. Det du har skrivit finns kvar.",
  }),
  "E-REASON": () => ({
    title: "En motivering saknas",
    why: "Den som läser ärendet ska förstå varför.",
    fix: "Skriv en motivering och försök igen.",
  }),
  "E-STALE": () => ({
    title: "Det här har ändrats sedan du öppnade det",
    why: "Någon annan hann före. Inget av det du skickade har sparats.",
    fix: "Läs det som gäller nu och försök igen.",
  }),
  "E-NOT-ACTIVE": ({ status }, naming) => ({
    title: "Dialogen är inte igång",
    why: NOT_ACTIVE[status] ?? "Dialogen är avslutad.",
    fix:
      status === "paused"
        ? `Den återupptas av ${naming.who("steeringChair", "civilServant")}. Rättelser går att göra ändå.`
        : "Du kan läsa den, men inte ändra. Starta en ny dialog om frågan är aktuell igen.",
  }),
  "E-NO-ORGANISATION": () => ({
    title: "Kommunens nämnder och förtroendevalda saknas",
    why: "Jag vet inte vilka som är förtroendevalda, förvaltningschefer och registratorer.",
    fix: "Systemförvaltaren lägger till filen med kommunens organisation. Under tiden kan du prova med exempel.",
  }),
  "E-LOCKED-RECORD": () => ({
    title: "Uppgiften är låst",
    why: "Den hör till ett beslut eller en punkt som är fastställd. Den gamla texten finns kvar.",
    fix: "Gör en rättelse i stället.",
  }),
  "E-ALREADY-ANSWERED": ({ evaluation }) => ({
    title: "Du har redan svarat",
    why: evaluation ? "Ett svar per person. Det kan inte ändras." : "Ditt svar är sparat.",
    fix: "Du behöver inte göra något mer.",
  }),
  "E-ROUND-CLOSED": ({ why }) => ({
    title: "Utvärderingen tar inte emot svar",
    why:
      why === "keyLost"
        ? "Nyckeln som låser svaren är borta, så ett svar skulle inte gå att läsa."
        : "Den är inte öppen nu.",
    fix:
      why === "keyLost"
        ? "Systemförvaltaren kan lägga tillbaka nyckeln. Annars går ni igenom frågorna tillsammans på lärandemötet."
        : "Säg det du vill säga på lärandemötet.",
  }),
  "E-NOT-CITIZEN-DIALOGUE": ({ missing }, naming) =>
    missing.length === 1 && missing[0] === "initiator"
      ? {
          title: "Initiativet är inte bekräftat",
          why: "En förtroendevald måste stå bakom dialogen innan arbetet går vidare.",
          fix: `${upper(naming.who("initiator"))} bekräftar i sin egen chatt eller från översikten.`,
        }
      : {
          title: "Det är inte klart att det här är en medborgardialog",
          why: `Frågorna om dialogform leder inte dit ännu. Det här återstår: ${naming.labels(missing)}.`,
          fix: `${upper(naming.who("initiator", "starter"))} svarar på frågorna. Ordföranden kan välja en annan form med en motivering.`,
        },
  "E-TOPIC-MISSING": ({ missing }, naming) => ({
    title: "Frågan är inte avgränsad",
    why: `Det här saknas: ${naming.labels(missing)}.`,
    fix: `Det fylls i av ${naming.who("initiator", "starter")}.`,
  }),
  "E-NOT-INFLUENCEABLE": ({ missing }, naming) => ({
    title: "Syftet och möjligheten att påverka är inte klara",
    why: `Medborgarna måste kunna påverka något på riktigt. Det här saknas: ${naming.labels(missing)}.`,
    fix: `Det fylls i av ${naming.who("initiator", "starter")}.`,
  }),
  "E-NO-BOARD-DECISION": (_problem, naming) => ({
    title: "Nämndens beslut saknas",
    why: naming.waitsForChair
      ? "Beslutet är registrerat, men ordföranden har inte bekräftat det."
      : "Planeringen är låst tills nämndens beslut är registrerat och bekräftat, med budget och styrgrupp.",
    fix: naming.waitsForChair
      ? `Det bekräftas av ${naming.who("steeringChair")}.`
      : `Beslutet registreras av ${naming.who("registrar")}. Sedan bekräftas det av ordföranden.`,
  }),
  "E-DECISION-INCOMPLETE": ({ missing }, naming) => ({
    title: "Beslutet är inte komplett",
    why: `Det här saknas: ${naming.labels(missing)}.`,
    fix: `Uppgifterna står i protokollet. De fylls i av ${naming.who("registrar")}.`,
  }),
  "E-NO-CIVIL-SERVANT": (_problem, naming) => ({
    title: "Ingen tjänsteperson är utsedd",
    why: "Planeringen öppnas när förvaltningschefen har utsett en tjänsteperson som håller i arbetet.",
    fix: `Tjänstepersonen utses av ${naming.who("departmentHead")}. Ingen annan kan göra det.`,
  }),
  "E-PLAN-INCOMPLETE": ({ missing }, naming) => ({
    title: "Planen är inte klar",
    why: `Det här återstår i planeringen: ${naming.labels(missing)}.`,
    fix: `Planeringen görs av styrgruppen med stöd av ${naming.who("civilServant")}.`,
  }),
};

type FaultWords = (about: { limit: string; actual: string }) => string;
const faults: { readonly [fault in FieldFault["fault"]]: FaultWords } = {
  missing: () => "Behöver fyllas i.",
  tooLong: ({ limit, actual }) => `Högst ${limit} tecken. Det här är ${actual}.`,
  tooFew: ({ limit, actual }) => `Minst ${limit} behövs. Nu är det ${actual}.`,
  tooMany: ({ limit, actual }) => `Högst ${limit}. Nu är det ${actual}.`,
  snoozedTwice: () =>
    "Det är redan uppskjutet två gånger. Gör klart det, eller ta bort det ur valet.",
  endsBeforeStart: () => "Slutet ska vara efter början.",
  tooSmall: ({ limit }) => `Minst ${limit}.`,
  tooLarge: ({ limit }) => `Högst ${limit}.`,
  notANumber: () => "Skriv ett tal med siffror, till exempel 150 000.",
  notADate: () =>
    "Skriv ett datum som finns, till exempel 2027-01-26. Ange klockslag om det behövs.",
  notAChoice: () => "Välj ett av alternativen.",
  notAPerson: () => "Välj en person som kan ha den här uppgiften.",
  notInTeam: () => "Lägg till personen i teamet först.",
  notElected: () => "Välj en förtroendevald.",
  notEmployed: () => "Välj en tjänsteperson.",
  notALink: () => "Skriv en länk som börjar med https://.",
  notAMember: () => "Välj en person som är ledamot i styrgruppen.",
  notAVersion: () => "Skriv versionen med siffror, till exempel 1.0.",
  notOnNoticeBoard: () =>
    "Anslagstavlan får bara användas till det som lagen räknar upp. Välj en annan kanal för inbjudan.",
  wrongPattern: () => "Skriv på rätt sätt, till exempel SBN 2027-0041.",
  gone: () => "Välj en tid som inte har varit.",
  nothingAnswered: () => "Svara på minst en fråga, eller stäng.",
  unknownField: () => "Uppgiften finns inte längre. Öppna punkten på nytt.",
};

type WarningWords = { readonly title: string; readonly text: (detail: string) => string };
const warnings: { readonly [code in WarningCode]: WarningWords } = {
  "W-LEGAL-CONSULTATION": {
    title: "Lagen kräver samråd",
    text: (what) => `${what} Dialogen ersätter inte samrådet.`,
  },
  "W-MULTI-BOARD": {
    title: "Flera nämnder berörs",
    text: () =>
      "Då beslutar som regel kommunstyrelsen. En handling som lämnas mellan nämnderna blir som regel allmän handling direkt.",
  },
  "W-NOT-FINAL": {
    title: "Protokollet är inte justerat än",
    text: () => "Uppgifterna kan ändras. Arbetet får gå vidare ändå.",
  },
  "W-KLAMDAG": { title: "Dagen är en klämdag", text: () => "Många kan vara lediga." },
  "W-NONWORKING": {
    title: "Dagen är inte en arbetsdag",
    text: () => "Det går bra om ni menar det.",
  },
  "W-QUIET-PERIOD": {
    title: "Dagen ligger i sommaruppehållet",
    text: () => "Många är lediga vecka 28–31.",
  },
  "W-NOT-REGISTERED": {
    title: "En handling är inte diarieförd i tid",
    text: () => "Diarieför den så snart som möjligt.",
  },
  "W-LATE": { title: "Datumet har passerat", text: () => "Gör det så snart ni kan." },
  "W-RESOURCE-PRIORITY": {
    title: "Insatsen går mest till andra än dem som sällan hörs",
    text: () =>
      "Lägg mer på dem som berörs mest och hörs minst. Annars motiverar ordföranden varför ni går vidare.",
  },
  "W-METHOD-LEVEL": {
    title: "Metoden passar en annan grad av inflytande",
    text: () => "Välj en metod som passar graden, eller ta upp graden på nytt.",
  },
  "W-LEVEL-ONE-EVENT": {
    title: "Ett enda tillfälle räcker sällan för den här graden",
    text: () =>
      "Inflytande betyder att medborgarna är med under en längre tid. Planera fler tillfällen.",
  },
};

/** Vad samråden heter och vilken lag de följer (process.md §5). */
const consultations: { readonly [kind: string]: string } = {
  pbl_oversiktsplan:
    "Översiktsplan: samråd med bland andra kommunens medlemmar (3 kap. 8 § plan- och bygglagen).",
  pbl_detaljplan:
    "Detaljplan: samråd med dem som berörs av planen (5 kap. 11 § plan- och bygglagen).",
  miljobalken: "Samråd enligt miljöbalken.",
  minority: "Samråd med nationella minoriteter, även barn (lag 2009:724, 5 och 5 a §§).",
  sami: "Konsultation med det samiska folket (lag 2022:66, 2 och 4 §§).",
  other: "Samråd enligt annan lag.",
};

/** Rollerna i bestämd form, för mitt i en mening. */
const roles: { readonly [role in Role]: string } = {
  starter: "den som startade dialogen",
  initiator: "initiativtagaren",
  steeringChair: "ordföranden",
  steeringMember: "styrgruppens ledamöter",
  substitute: "ersättarna",
  departmentHead: "förvaltningschefen",
  civilServant: "tjänstepersonen",
  deputy: "tjänstepersonens ersättare",
  communicator: "kommunikatören",
  registrar: "registratorn",
  observer: "den som har insyn",
  admin: "systemförvaltaren",
};

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}

/** Why something was refused, what is wrong with a field, and what to be aware of. */
export const svRefusals = { refusals, faults, warnings, consultations, roles, code: "Kod" };

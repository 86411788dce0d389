import type { SensitiveKind } from "../../domain/sensitive.ts";
import type { LaterCode, Words } from "./naming.ts";

const SENSITIVE: { readonly [kind in SensitiveKind]: string } = {
  personalNumber: "ett personnummer",
  phone: "ett telefonnummer",
  email: "en persons e-postadress",
  person: "namnet på en privatperson",
  health: "en uppgift om någons hälsa",
  opinion: "en uppgift om vad någon enskild tycker eller tror",
};

function listed(words: readonly string[]): string {
  return new Intl.ListFormat("sv").format(words);
}

/** Varför något i planering, genomförande och avslut inte går än, och vem som kan ändra det. */
export const svGateRefusals: { readonly [Code in LaterCode]: Words<Code> } = {
  "W-PLAN-PART-MISSING": ({ missing }, naming) => ({
    title: "En del av planen saknas",
    why: `Det här bör finnas innan styrgruppen tar ställning: ${naming.labels(missing)}.`,
    fix: `Gör klart planen, eller låt ${naming.who("steeringChair")} gå vidare utan den med en motivering.`,
  }),
  "W-SENSITIVE": ({ kinds }) => ({
    title: "Ska det här verkligen sparas",
    why: `Texten ser ut att innehålla ${listed(kinds.map((kind) => SENSITIVE[kind]))}. Inget är sparat än.`,
    fix: "Ändra texten och spara igen. Välj Spara ändå om ingen privatperson pekas ut.",
  }),
  "W-RESOURCE-PRIORITY": ({ shares }, naming) => ({
    title: "Insatsen går mest till andra än dem som sällan hörs",
    why: `De som berörs mest och hörs minst ska få störst del av resurserna.${shares ? ` Nu får de ${shares.first} procent och de övriga ${shares.others}.` : ""}`,
    fix: `Ändra andelarna, eller låt ${naming.who("steeringChair")} gå vidare med en motivering.`,
  }),
  "E-NOT-APPROVED": ({ missing }, naming) => ({
    title: "Planen är inte godkänd",
    why: `Inbjudan får inte gå ut än. Det här saknas: ${naming.labels(missing)}.`,
    fix: `Styrgruppen tar ställning i avstämningen. Underlaget lämnas av ${naming.who("civilServant")}.`,
  }),
  "E-FEEDBACK-NOT-FIXED": (_problem, naming) => ({
    title: "Sättet att återkoppla är inte bestämt",
    why: "Deltagarna ska redan i inbjudan få veta hur och när de får höra resultatet.",
    fix: `Det fastställs av ${naming.who("steeringChair")}.`,
  }),
  "E-BUDGET-EXCEEDED": ({ plannedSek, decidedSek }, naming) => ({
    title: "Planen kostar mer än nämnden har beslutat",
    why: `Planen kostar ${plannedSek} kronor. Nämnden har beslutat om ${decidedSek} kronor.`,
    fix: `Sänk kostnaden, eller låt ${naming.who("registrar")} registrera ett nytt beslut om budget.`,
  }),
  "E-SCOPE-CHANGED": (_problem, naming) => ({
    title: "Det här ändrar nämndens beslut",
    why: "Syfte, grad av inflytande och styrgrupp ändras bara av nämnden.",
    fix: `Ta frågan till nämnden. Beslutet registreras sedan av ${naming.who("registrar")}.`,
  }),
  "E-QUORUM": ({ present, seats }) => ({
    title: "Styrgruppen är inte beslutsför",
    why: `${present} av ${seats} har svarat. Fler än hälften behövs.`,
    fix: "Vänta på fler svar, eller låt ordföranden kalla in en ersättare.",
  }),
  "E-NO-ELECTED-PRESENT": (_problem, naming) => ({
    title: "Ingen förtroendevald deltog",
    why: "En medborgardialog genomförs alltid av förtroendevalda. Minst en ska vara med vid varje tillfälle.",
    fix: `Ange vem som deltog, eller ställ in tillfället. Det görs av ${naming.who("steeringChair", "civilServant")}.`,
  }),
  "E-EVENT-UNDOCUMENTED": (_problem, naming) => ({
    title: "Ett tillfälle är inte dokumenterat",
    why: "Varje tillfälle som har hållits behöver anteckningar utan namn.",
    fix: `Länken till anteckningarna fylls i av ${naming.who("civilServant")}.`,
  }),
  "E-NO-REPORT": ({ missing }, naming) => ({
    title: "Sammanställningen är inte fastställd",
    why: `Nämnden behöver resultatet för att besluta. Det här saknas: ${naming.items(missing)}.`,
    fix: `Den görs klar av ${naming.who("civilServant")}.`,
  }),
  "E-BOARD-ONLY": (_problem, naming) => ({
    title: "Det här beslutar bara nämnden",
    why: "Det slutliga beslutet fattas av de förtroendevalda i den nämnd som äger frågan, på ett sammanträde.",
    fix: `När beslutet är fattat registreras det av ${naming.who("registrar")}.`,
  }),
  "E-ALREADY-DECIDED": (_problem, naming) => ({
    title: "Frågan är redan avgjord, men dialogen pågår",
    why: "Ett slutligt beslut registreras när tillfällena är genomförda. Annars har medborgarna inget att påverka.",
    fix: `Ska dialogen stoppas? Då beslutar nämnden det, och beslutet registreras av ${naming.who("registrar")}.`,
  }),
  "E-REASONS-MISSING": ({ missing }, naming) => ({
    title: "Motivering saknas för något tema",
    why: `Den som har deltagit ska få veta hur varje tema har använts, eller varför inte. Det här saknas: ${naming.labels(missing)}.`,
    fix: `Motiveringen skrivs av ${naming.who("civilServant")}.`,
  }),
  "E-NO-FEEDBACK": ({ missing }, naming) => ({
    title: "Deltagarna har inte fått återkoppling",
    why: `Det här är inte skickat: ${naming.items(missing)}.`,
    fix: `Återkopplingen skickas av ${naming.who("steeringChair")} med stöd av ${naming.who("civilServant")}.`,
  }),
  "E-NO-EVALUATION": ({ missing }, naming) => ({
    title: "Utvärderingen är inte klar",
    why: `Det här saknas: ${naming.items(missing)}.`,
    fix: `Den görs av styrgruppen med stöd av ${naming.who("civilServant")}.`,
  }),
  "E-FOLLOWUP-OPEN": (_problem, naming) => ({
    title: "Uppföljningen är inte klar",
    why: "Medborgarna får alltid veta vad som händer med frågan efter dialogen.",
    fix: `Uppföljningen avslutas av ${naming.who("steeringChair")}.`,
  }),
  "E-NOT-EXPORTED": ({ missing }, naming) => ({
    title: "Handlingarna är inte överlämnade",
    why: `Det här återstår innan dialogen kan avslutas: ${naming.items(missing)}.`,
    fix: `Det görs av ${naming.who("registrar")}.`,
  }),
};

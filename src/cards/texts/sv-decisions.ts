import type { LaterMatter } from "../../domain/decision-matters.ts";

type MatterWords = {
  readonly title: string;
  readonly text: string;
  /** Det som följer när ordföranden bekräftar. */
  readonly follows: string;
  readonly done: string;
};

const matters: { readonly [matter in LaterMatter]: MatterWords } = {
  budget: {
    title: "Budget",
    text: "Nämnden har ändrat hur mycket dialogen får kosta",
    follows: "När du bekräftar gäller den nya budgeten för planen.",
    done: "Den nya budgeten gäller.",
  },
  level: {
    title: "Grad av inflytande",
    text: "Nämnden har ändrat graden av inflytande",
    follows: "När du bekräftar gäller den nya graden. Planen behöver följa den.",
    done: "Den nya graden gäller.",
  },
  group: {
    title: "Styrgrupp",
    text: "Nämnden har ändrat vilka som är med i styrgruppen",
    follows:
      "När du bekräftar får den nya styrgruppen sina roller. De som inte längre är med förlorar sina.",
    done: "Den nya styrgruppen har fått sina roller.",
  },
  purpose: {
    title: "Syfte",
    text: "Nämnden har ändrat syftet, eller vem som beslutar till slut",
    follows: "När du bekräftar gäller det nya syftet.",
    done: "Det nya syftet gäller.",
  },
  stop: {
    title: "Stoppa dialogen",
    text: "Nämnden har beslutat att dialogen inte blir av",
    follows:
      "När du bekräftar stoppas dialogen. De som har bjudits in ska få veta det, och varför.",
    done: "Dialogen är stoppad.",
  },
  final: {
    title: "Slutligt beslut i frågan",
    text: "Nämnden, styrelsen eller fullmäktige har avgjort frågan",
    follows: "När du bekräftar kan deltagarna få veta vad som beslutades och varför.",
    done: "Beslutet är bekräftat. Nu återstår att berätta för deltagarna.",
  },
};

/** Formella beslut efter det första: registrera, bekräfta, läsa. Det slutliga beslutet är alltid de förtroendevaldas. */
export const svDecisions = {
  more: {
    list: "Beslut",
    listText: "Formella beslut, ställningstaganden, paus",
    register: "Registrera ett beslut",
  },
  choose: {
    title: "Vad gäller beslutet?",
    intro: "Beslutet är fattat på ett sammanträde. Här registreras det som står i protokollet.",
    waiting: "Väntar på ordföranden",
    heading: "Välj",
  },
  matter: {
    kicker: "Registrera beslut",
    part: (number: number) => `Ändra del ${number}`,
    fill: "Fyll i från protokollet",
    saveSummary: "Spara och visa sammanfattningen",
    toSummary: "Till sammanfattningen",
    askStop: "Registrera beslut att stoppa",
    only: (who: string) => `Det registreras av ${who}.`,
  },
  list: {
    title: "Beslut",
    formal: "Formella beslut",
    positions: "Styrgruppens ställningstaganden",
    formalMark: (number: number) => `Formellt beslut ${number}`,
    positionMark: (number: number) => `Ställningstagande ${number}`,
    none: "Inget beslut är registrerat ännu.",
    noneHelp: "Beslut som registreras visas här, med paragraf, datum och protokoll.",
    dnr: (dnr: string) => `dnr ${dnr}`,
    approved: "Justerat",
    notApproved: "Inte justerat",
    pending: "Väntar på ordföranden",
    sentBack: "Tillbaka för rättning",
    by: (registrar: string, chair: string, date: string) =>
      `Registrerat av ${registrar}. Bekräftat av ${chair} ${date}.`,
    corrections: (count: number) => (count === 1 ? "1 rättelse" : `${count} rättelser`),
    notADecision: "Styrgruppens ställningstagande. Det ersätter inte nämndens beslut.",
  },
  record: {
    followMinutes: "Följ protokollet",
    toList: "Till besluten",
    urgent: "Ordförandens brådskande beslut ska anmälas vid nämndens nästa sammanträde.",
    final: "Det slutliga beslutet fattas av de förtroendevalda.",
  },
  matters,
};

import type { ReopenableGate } from "../../domain/reopening.ts";

/** Vad kravet heter när ordföranden öppnar det på nytt. */
const gates: { readonly [gate in ReopenableGate]: string } = {
  G4b: "Planen",
  G4c: "Planerna för kommunikation, dokumentation och utvärdering",
  G5: "Styrgruppens avstämning",
  G6: "Tillfällena",
  G7: "Sammanställningen",
  G9: "Återkopplingen",
  G10: "Utvärderingen",
};

/** Paus, stopp och avslut, krav som öppnas på nytt, rättelser. */
export const svLifecycle = {
  paused: "Pausad",
  pausedBanner: (date: string) => `Dialogen är pausad sedan ${date}`,
  pausedText: "Datum står kvar. Inga påminnelser skickas, och inget ändras förrän den återupptas.",
  stopped: "Stoppad",
  stoppedBanner: (date: string) => `Dialogen stoppades ${date}`,
  stoppedText: "Nämnden har beslutat att stoppa dialogen.",
  stoppedTell: "De som har bjudits in ska få veta att dialogen ställs in, och varför.",
  closed: "Avslutad",
  closedBanner: (date: string) => `Dialogen avslutades ${date}`,
  closedText: "Allt är klart och överlämnat. Handlingarna går att läsa, men inte att ändra.",
  more: {
    pause: "Pausa dialogen",
    resume: "Återuppta dialogen",
    resumeText: "Påminnelser som väntat skickas nästa morgon",
    reopen: "Öppna ett krav på nytt",
  },
  pause: {
    title: "Pausa dialogen",
    intro:
      "Datum står kvar. Inga påminnelser skickas och inget kan ändras så länge dialogen är pausad.",
    reason: "Varför pausas dialogen?",
    send: "Pausa",
    done: "Dialogen är pausad.",
  },
  resume: {
    title: "Återuppta dialogen",
    intro: "Arbetet går vidare där det slutade. Datum som har passerat visas som försenade.",
    reason: "Varför återupptas dialogen?",
    send: "Återuppta",
    done: "Dialogen är igång igen.",
  },
  reopen: {
    title: "Öppna ett krav på nytt",
    intro:
      "Punkterna går att ändra igen. Det som har gjorts senare finns kvar och markeras ersatt. Kravet uppfylls av nya uppgifter.",
    gate: "Krav som öppnas",
    reason: "Varför öppnas det på nytt?",
    send: "Öppna på nytt",
    done: "Kravet är öppet igen.",
    none: "Inget krav går att öppna på nytt nu.",
    board: "Det som nämnden har beslutat ändras bara av ett nytt beslut.",
  },
  only: (who: string) => `Det görs av ${who}.`,
  superseded: "Ersatt",
  supersededText: (date: string) => `Gäller inte längre sedan ${date}. Kravet har öppnats på nytt.`,
  replacedTitle: (date: string) => `Ersatt ${date}: så stod det`,
  correction: {
    make: "Gör en rättelse",
    title: "Rättelse",
    intro: "Det som är låst ändras inte. Rättelsen visas bredvid, med datum och namn.",
    was: "Så står det nu",
    shouldBe: "Så ska det vara",
    why: "Varför rättas det?",
    send: "Spara rättelsen",
    done: "Rättelsen är sparad.",
    shown: (date: string) => `Rättelse ${date}`,
    lines: {
      by: (who: string) => `Av ${who}`,
      was: (text: string) => `Stod: ${text}`,
      shouldBe: (text: string) => `Ska vara: ${text}`,
      why: (text: string) => `Därför: ${text}`,
    },
  },
  did: {
    paused: "pausade dialogen.",
    resumed: "återupptog dialogen.",
    reopened: (gate: string) => `öppnade på nytt: ${gate}.`,
    corrected: (what: string) => `gjorde en rättelse i ${what}.`,
  },
  is: {
    stopped: "Dialogen är stoppad genom nämndens beslut.",
    closed: "Dialogen är avslutad.",
  },
  gates,
};

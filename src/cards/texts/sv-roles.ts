import type { HeldRole, RecordedRole } from "../../domain/role-records.ts";

type ToldRole = "civilServant" | "deputy" | "communicator" | "observer" | "departmentHead";

/** Vem som byts av vem, för den roll som saknar någon. */
const fixedBy: { readonly [role in HeldRole]: (who: string) => string } = {
  steeringChair: (who) => `Nämnden utser en ny ordförande, och ${who} registrerar beslutet.`,
  viceChair: (who) => `Nämnden utser en ny, och ${who} registrerar beslutet.`,
  actingChair: (who) => `Det antecknas av ${who}.`,
  steeringMember: (who) => `Nämnden utser en ny ledamot, och ${who} registrerar beslutet.`,
  substitute: (who) => `Nämnden utser en ny ersättare, och ${who} registrerar beslutet.`,
  departmentHead: (who) => `En ny förvaltningschef antecknas av ${who}.`,
  civilServant: (who) => `En ny tjänsteperson utses av ${who}.`,
  deputy: (who) => `En ny ersättare utses av ${who}.`,
  communicator: (who) => `En ny kommunikatör väljs av ${who}.`,
  observer: (who) => `Insynen avslutas av ${who}.`,
};

const forms: {
  readonly [role in RecordedRole]: {
    readonly button: string;
    readonly title: string;
    readonly intro: string;
    readonly person: string;
  };
} = {
  departmentHead: {
    button: "Byt förvaltningschef",
    title: "Anteckna ny förvaltningschef",
    intro: "Den nya får rollen direkt. Den tidigare finns kvar i historiken.",
    person: "Ny förvaltningschef",
  },
  communicator: {
    button: "Byt kommunikatör",
    title: "Välj kommunikatör",
    intro: "Den du väljer tar över kommunikationen i den här dialogen.",
    person: "Kommunikatör",
  },
  actingChair: {
    button: "Ordförande tills vidare",
    title: "Vem har gruppen valt?",
    intro:
      "När ordföranden är borta och ingen vice ordförande finns väljer gruppen någon av ledamöterna. Rollen gäller bara medan ordföranden är borta.",
    person: "Ordförande tills vidare",
  },
  observer: {
    button: "Ge insyn",
    title: "Ge någon insyn",
    intro:
      "Den som har insyn läser allt i dialogen, men ändrar inget och ser aldrig svar på en öppen fråga.",
    person: "Person som får insyn",
  },
};

const told: { readonly [role in ToldRole]: { readonly title: string; readonly text: string } } = {
  departmentHead: {
    title: "Du är förvaltningschef i dialogen",
    text: "Du utser tjänstepersonen och kan byta ut hen. Du får besked om något blir försenat.",
  },
  civilServant: {
    title: "Du är utsedd tjänsteperson",
    text: "Du tar fram underlag, driver checklistan och registrerar. Du har ingen röst i styrgruppen. Det som hör till rollen ligger nu hos dig.",
  },
  deputy: {
    title: "Du är ersättare för tjänstepersonen",
    text: "Du går in med samma rättigheter när tjänstepersonen är frånvarande. Fram till dess behöver du inte göra något.",
  },
  communicator: {
    title: "Du är kommunikatör i dialogen",
    text: "Du ansvarar för inbjudan, påminnelser och återkopplingens form.",
  },
  observer: {
    title: "Du har insyn i dialogen",
    text: "Du kan läsa allt, men inte ändra. Svar på en öppen fråga visas för ingen innan den är stängd.",
  },
};

/** Vem som har vilken roll, sedan när, och hur den byts. */
export const svRoles = {
  title: "Roller",
  open: "Roller",
  now: "Nu",
  before: "Tidigare",
  nobody: "Ingen utsedd",
  names: {
    viceChair: "Vice ordförande",
    actingChair: "Ordförande tills vidare",
  },
  since: (day: string) => `sedan ${day}`,
  fromTo: (from: string, to: string) => `${from} – ${to}`,
  absentFrom: (day: string) => `frånvarande från ${day}`,
  absentUntil: (day: string) => `frånvarande till och med ${day}`,
  absent: "frånvarande",
  willBeAbsent: (from: string, until: string) => `borta ${from} – ${until}`,
  left: "har lämnat teamet",
  viceBadge: "Vice ordförande",
  actsNow: (person: string) => `${person} går in nu`,
  leftNote: (person: string, role: string) =>
    `${person} har lämnat teamet och kommer inte längre åt dialogen, men är kvar som ${role}.`,
  how: {
    initiator:
      "Den förtroendevalda som tog initiativet. Styrgruppens ordförande tar över när nämnden har beslutat.",
    steeringChair:
      "Ordföranden utses av nämnden. Vice ordföranden går in när ordföranden är frånvarande, jävig eller har lämnat teamet.",
    steeringMember:
      "Ledamöter utses av nämnden. Ett nytt beslut registreras av registratorn och bekräftas av ordföranden.",
    substitute: "Ersättare utses av nämnden och går in när ordföranden kallar.",
    departmentHead: "Utser tjänstepersonen. En ny förvaltningschef antecknas av registratorn.",
    civilServant:
      "Utses av förvaltningschefen, och kan bytas när som helst. Det som hör till rollen följer med.",
    deputy: "Utses av förvaltningschefen, och går in när tjänstepersonen är frånvarande.",
    registrar: "Följer av nämnden som leder dialogen.",
    communicator: "Följer av nämnden som leder dialogen. Tjänstepersonen kan välja någon annan.",
    observer:
      "Läser, men ändrar inget. Läggs till av ordföranden eller tjänstepersonen, gäster bara av ordföranden.",
  },
  appoint: "Byt tjänsteperson",
  absence: {
    button: "Anteckna frånvaro",
    title: "Anteckna frånvaro",
    intro: "Medan personen är borta går ersättaren in. Skriv aldrig varför någon är borta.",
    person: "Den som är borta",
    from: "Från och med",
    until: "Till och med",
    untilHint: "Lämna tomt om du inte vet.",
    save: "Spara",
    saved: "Frånvaron är antecknad.",
    back: "Är tillbaka",
    ended: "Personen är tillbaka.",
  },
  reason: "Motivering",
  reasonHint: "Till exempel vad gruppen eller kommunen har bestämt, och när.",
  saved: "Rollen är ändrad.",
  remove: (person: string) => `Avsluta för ${person}`,
  toRoles: "Till roller",
  forms,
  fixedBy,
  told,
  toldGone: "Du har inte längre den här rollen",
  toldGoneText: "Du behöver inte göra något. Det du har gjort finns kvar i historiken.",
  standIn: {
    ask: "Du går in nu",
    steeringChair: {
      title: "Du är ordförande tills vidare",
      text: "Du leder styrgruppen och bekräftar beslut som har registrerats, men aldrig ett du själv har registrerat.",
    },
    civilServant: {
      title: "Du är tjänsteperson tills vidare",
      text: "Du går in med samma rättigheter, och det som hör till rollen ligger hos dig under tiden.",
    },
    over: "Du går inte längre in",
    overText: "Du behöver inte göra något mer. Det du har gjort finns kvar i historiken.",
  },
  leftCard: {
    ask: "Någon har lämnat teamet",
    title: (person: string) => `${person} är inte längre med i teamet`,
    text: "Personen kommer inte längre åt dialogen. Rollen är kvar tills någon annan är antecknad.",
    rolesTitle: "Det här behöver någon annan",
    done: "Det är ordnat",
    doneText: "Personen är tillbaka, eller någon annan har tagit över.",
  },
};

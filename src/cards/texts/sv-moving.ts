/** När kanalen där dialogen ligger är borta, och när den flyttas. */
export const svMoving = {
  banner: (date: string) => `Dialogens kanal är borta sedan ${date}`,
  bannerText: (who: string) =>
    `Allt som är skrivet finns kvar. ${who} skriver @Dialoglotsen flytta hit i kanalen där dialogen ska fortsätta.`,
  mover: { civilServant: "Ansvarig tjänsteperson", initiator: "Den som tog initiativet" },
  lost: {
    ask: "Välj var dialogen ska fortsätta",
    title: "Dialogens kanal är borta",
    text: "Jag kan inte visa något i kanalen. Den eller hela teamet är borttaget eller arkiverat, eller så är jag borttagen ur teamet.",
    kept: "Allt som är skrivet finns kvar. Påminnelser och frågor kommer som vanligt här i chatten, och knapparna här fungerar.",
    how: "Så går ni vidare",
    steps: [
      "Lägg till mig i teamet där dialogen ska fortsätta.",
      "Se till att alla som är med i dialogen är med i det teamet.",
      "Skriv @Dialoglotsen flytta hit i kanalen.",
    ],
    orBack: "Kommer den gamla kanalen tillbaka fortsätter dialogen där av sig själv.",
    back: "Kanalen är tillbaka",
    backText: "Dialogen fortsätter där den var. Du behöver inte göra något.",
    moved: "Dialogen är flyttad",
    movedText: "Den fortsätter i en annan kanal. Översikten ligger där.",
    over: "Inget att göra längre",
    overText: "Dialogen är avslutad.",
  },
  here: {
    title: "Dialogen är flyttad",
    text: "Översikten och korten kommer i en ny tråd i kanalen. Knapparna i era egna chattar fungerar som förut.",
    missing: (names: string) => `Inte med i kanalens team: ${names}.`,
    missingText: "De kommer inte åt dialogen förrän de är med i teamet.",
  },
  choose: {
    title: "Vilken dialog ska flytta?",
    text: (channel: string) =>
      `Flera av dina dialoger har blivit av med sin kanal. Den du väljer flyttar till ${channel}.`,
    thatChannel: "kanalen där du skrev",
    more: "Fler visas när du skriver flytta hit igen.",
  },
  away: {
    title: "Dialogen har flyttat till en annan kanal",
    text: "Det som stod här uppdateras inte längre.",
  },
  alreadyHere: "Dialogen ligger i den här kanalen. Skriv översikt, så visar jag den.",
  stillThere:
    "Dialogens kanal finns kvar, så den flyttas inte. Skriv översikt i dialogens tråd, så visar jag översikten på nytt där.",
  inChannel: "Skriv @Dialoglotsen flytta hit i kanalen där dialogen ska fortsätta.",
  did: "flyttade dialogen till en annan kanal.",
  is: {
    lost: "Kanalen där dialogen låg försvann.",
    found: "Kanalen kom tillbaka.",
  },
};

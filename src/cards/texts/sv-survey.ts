/** The participants' evaluation as the civil servant looks after it, in Swedish. */
export const svSurvey = {
  secondWave: "Efter återkopplingen",
  kicker: "Deltagarnas utvärdering",
  button: "Enkäten",
  /** All rounds. */
  list: {
    title: "Deltagarnas utvärdering",
    first: "Efter varje tillfälle",
    second: "Efter återkopplingen",
    none: "Inga tillfällen än",
    noneHelp: "När tillfällena är planerade får varje tillfälle en enkät.",
    background: "Bakgrundsfråga",
    themes: "Deltagarnas egna ord",
    openSecond: "Öppna en andra enkät",
    secondOpened: "Den andra enkäten är öppen.",
    result: "Resultatet visas när den sista omgången har stängt.",
  },
  status: {
    planned: (date: string) => `Öppnar ${date}`,
    open: (date: string) => `Öppen till och med ${date}`,
    closed: (date: string) => `Stängde ${date}`,
    cancelled: "Tillfället är inställt",
  },
  badge: { planned: "Väntar", open: "Öppen", closed: "Stängd", cancelled: "Inställd" },
  answers: (count: string) => `Antal svar: ${count}`,
  short: "Kort enkät för barn och unga",
  /** One round. */
  round: {
    title: (round: string) => `Enkät: ${round}`,
    plannedIntro:
      "Skriv ut affischen och pappersenkäten före tillfället. Enkäten öppnar av sig själv när tillfället är slut.",
    openIntro:
      "Deltagarna svarar med länken eller QR-koden. Skriv in pappersenkäterna innan omgången stänger.",
    closedIntro: "Omgången har stängt. Inga fler svar tas emot.",
    cancelledIntro: "Tillfället är inställt, så ingen tillfrågas.",
    link: "Länk till enkäten",
    linkHint: "Kopiera länken till utskick och webbsida. Alla som har den kan svara.",
    noAddress: "Boten har ingen adress som deltagarna kan nå",
    noAddressFix:
      "Be den som sköter boten att ange PUBLIC_URL. Till dess går det bara att svara på papper.",
    view: "Visa enkäten",
    poster: "Affisch med QR-kod",
    paper: "Pappersenkät",
    enterPapers: "Skriv in papper",
    paste: "Klistra in svar",
    makeShort: "Använd den korta enkäten",
    makeFull: "Använd hela enkäten",
    shortChosen: "Den korta enkäten används.",
    fullChosen: "Hela enkäten används.",
    toRounds: "Till omgångarna",
    weak: "Enkäten är öppen utan inloggning. Den kan inte hindra att någon svarar två gånger.",
  },
  /** What is asked about who answers. */
  background: {
    title: "Bakgrundsfråga i enkäten",
    intro: "Högst en fråga för hela dialogen, bara i den vanliga enkäten. Barn får ingen.",
    label: "Fråga",
    none: "Ingen",
    age: "Ålder i fem grupper",
    place: "Relation till platsen",
    save: "Spara",
    saved: "Bakgrundsfrågan är sparad.",
  },
  /** Papers, one after the other. */
  papers: {
    title: "Skriv in papper",
    intro: "Räkna papperen först. Sedan skriver du in dem ett i taget.",
    count: "Hur många papper har du?",
    begin: "Börja",
    of: (number: string, all: string) => `Papper ${number} av ${all}`,
    marks: (count: string) => `Kryssen på fråga 1–${count}, en siffra för varje rad`,
    marksHint:
      "1 = första svaret i ordningen. 0 = Vet inte. - = inget kryss. Till exempel 54320-455.",
    words: "Det som är skrivet för hand",
    wordsHint: "Skriv av ordagrant, men utelämna namn.",
    background: "Kryss på frågan om vem man är",
    backgroundHint: "1–5 uppifrån. Tomt om det saknas.",
    next: "Spara och nästa papper",
    last: "Spara det sista papperet",
    stop: "Spara och sluta",
    done: (count: string) => `Sparade papper: ${count}`,
    already: "Papperet var sparat redan.",
  },
  /** A pasted table. */
  paste: {
    title: "Klistra in svar",
    intro:
      "Kopiera tabellen från ett kalkylark eller en CSV-fil och klistra in den. Varje rad är ett svar. Är någon rad fel sparas ingenting.",
    label: "Tabellen",
    columns: (columns: string) => `Rubriker i första raden: ${columns}.`,
    values:
      "1–5 = svarets plats i ordningen. 0 = Vet inte. Tom = inget kryss. PF är det som är skrivet.",
    save: "Läs in svaren",
    refused: "Inga svar sparades",
    refusedText: (fine: string, wrong: string) =>
      `Rader som går att läsa: ${fine}. Rader med fel: ${wrong}.`,
    row: (row: string) => `Rad ${row}`,
    more: (count: string) => `Ytterligare rader med fel: ${count}`,
    done: (count: string) => `Inlästa svar: ${count}`,
    already: "Svaren var inlästa redan.",
    none: "Tabellen har inga rader med svar.",
    again: "Tabellen är för lång för att visas igen. Klistra in den på nytt när den är rättad.",
    why: {
      empty: "Raden har inget svar.",
      columns: "Raden har fler celler än rubriker.",
      quote: "Ett citattecken saknas.",
      tooManyRows: "Högst 500 rader åt gången. Ta resten i en ny tabell.",
      noChoice: (column: string) => `${column} har ett värde som inte finns.`,
      tooLong: (column: string) => `${column} har mer än 1 000 tecken.`,
      header: (columns: string) => `Första raden ska vara rubriker: ${columns}`,
    },
  },
  /** What participants wrote in their own words. */
  themes: {
    title: "Deltagarnas egna ord",
    list: "Teman",
    none: "Inga teman än",
    noneHelp: "Läs texterna och skriv vad flera tar upp. Texterna själva visas aldrig för andra.",
    intro: "Bara du läser texterna. Skriv teman utan namn och utan sådant som pekar ut någon.",
    read: "Läs texterna",
    texts: (count: string) => `Texter: ${count}`,
    noTexts: "Ingen har skrivit något",
    noTextsHelp: "Deltagarna har bara svarat med kryss.",
    add: "Nytt tema",
    edit: "Ändra tema",
    name: "Tema",
    nameHint: "Till exempel: Belysningen vid busshållplatsen.",
    mentions: "Hur många svar tar upp det?",
    mentionsHint: "Färre än tre visas som enstaka.",
    save: "Spara temat",
    remove: "Ta bort temat",
    saved: "Temat är sparat.",
    removed: "Temat är borttaget.",
    few: "enstaka",
    many: (count: string) => `${count} svar`,
    waits: "Texterna kan läsas när den sista omgången har stängt",
    waitsHelp: "Är svaren färre än fem visas de inte alls.",
    erased: "Texten är borttagen.",
    toThemes: "Till teman",
  },
  /** In the history. */
  did: {
    closed: (round: string, count: string) =>
      `Deltagarnas utvärdering stängde (${round}). Antal svar: ${count}.`,
    form: (round: string, form: "full" | "short") =>
      form === "short"
        ? `valde den korta enkäten för ${round}.`
        : `valde den vanliga enkäten för ${round}.`,
    background: {
      none: "tog bort bakgrundsfrågan ur enkäten.",
      age: "lade till en fråga om ålder i enkäten.",
      place: "lade till en fråga om relation till platsen i enkäten.",
    },
    secondWave: "öppnade den andra enkäten, efter återkopplingen.",
    theme: "skrev ett tema ur deltagarnas egna ord.",
    themeRemoved: "tog bort ett tema ur deltagarnas egna ord.",
  },
};

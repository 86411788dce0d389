/** One thing the emulator imitates. `where` names the page of Microsoft's documentation, or what the assumption rests on. */
export type Behaviour = {
  id: string;
  what: string;
  basis: "documented" | "assumed";
  where: string;
};

const learn = {
  authentication: "Microsoft Learn, Authenticate requests with the Bot Connector API",
  rates: "Microsoft Learn, Optimize your bot with rate limiting in Teams",
  format: "Microsoft Learn, Format your bot messages",
  proactive: "Microsoft Learn, Send proactive messages",
  universal: "Microsoft Learn, Universal Actions for Adaptive Cards",
  views: "Microsoft Learn, User specific views",
  dialogs: "Microsoft Learn, Use dialogs with bots",
  context: "Microsoft Learn, Get Teams specific context for your bot",
  events: "Microsoft Learn, Conversation events in your Teams bot",
  channels: "Microsoft Learn, Channel and group chat conversations with a bot",
  picker: "Microsoft Learn, People Picker in Adaptive Cards",
  codes: "Microsoft Learn, Status codes from bot conversation APIs",
};

/** Everything about Teams the emulator claims, each said to be documented or assumed; shown on the page. */
export const behaviours: Behaviour[] = [
  documented(
    "inbound-token",
    "Varje anrop till boten bär ett signerat bevis (RS256) med utgivare, mottagare och serviceurl. Nyckeln är märkt för msteams.",
    learn.authentication,
  ),
  assumed(
    "token-reuse",
    "Samma bevis används för flera anrop och gäller i fem minuter.",
    "Bevisens livslängd hos Teams är inte angiven",
  ),
  documented(
    "access-token",
    "Boten behöver ett eget åtkomstbevis för varje anrop; annars svar 401.",
    learn.authentication,
  ),
  documented(
    "mention-only",
    "I en kanal hör boten bara meddelanden som nämner den. I en 1:1-chatt hör den alla.",
    learn.channels,
  ),
  documented(
    "thread-id",
    "Svar i en tråd har kanalens id följt av ;messageid= och trådens första meddelande.",
    learn.channels,
  ),
  assumed(
    "press-in-thread",
    "En tryckning på ett kort i en kanal hör till tråden som kortet står i, också för trådens första kort.",
    "Setts i spårningar, inte beskrivet",
  ),
  documented(
    "text-beside-card",
    "Text och kort i samma meddelande delas i två och svaret saknar id.",
    learn.format,
  ),
  assumed(
    "text-beside-card-refused",
    "Vid ändring, och när en tråd skapas, nekas text bredvid ett kort med 400 BadSyntax.",
    "Flera oberoende projekt har mött det",
  ),
  assumed(
    "card-size",
    "Ett kort över 28 672 byte (UTF-8) nekas med 413 MessageSizeTooBig. I ett svar eller en dialogruta visas ett fel.",
    "Koden är dokumenterad, gränsen är den lägsta som rapporterats",
  ),
  documented(
    "rates",
    "Skicka: 7 på 1 s, 8 på 2 s, 60 på 30 s, 1 800 på en timme och samtal. Medlemslistan: det dubbla. Hela appen: 50 per sekund. Svar 429 med Retry-After.",
    learn.rates,
  ),
  assumed(
    "rates-scope",
    "Ändringar och borttagningar räknas som skickade, och alla trådar i en kanal räknas ihop. Ett nekat anrop räknas inte.",
    "Dokumentationen säger inte vad som räknas",
  ),
  documented(
    "proactive",
    "Boten kan bara starta en 1:1-chatt med den som har appen, eller är med i ett team som har den. Annars 403 ForbiddenOperationException.",
    learn.proactive,
  ),
  documented("one-chat", "Att starta samma 1:1-chatt igen ger samma id.", learn.proactive),
  assumed(
    "writing-installs",
    "Den som skriver till boten i en 1:1-chatt har appen sedan, utan att en händelse skickas.",
    "Teams kräver att appen läggs till först",
  ),
  documented(
    "not-in-roster",
    "Där appen inte finns svarar samtalet 403 BotNotInConversationRoster.",
    learn.codes,
  ),
  documented(
    "unknown-activity",
    "Att ändra ett meddelande som inte finns ger 404 ActivityNotFoundInConversation, ett okänt samtal 404 ConversationNotFound.",
    learn.codes,
  ),
  documented(
    "others-messages",
    "Boten kan inte ändra andras meddelanden: 403 NotEnoughPermissions.",
    learn.codes,
  ),
  documented(
    "roster-pages",
    "Medlemslistan lämnas i sidor om 50 till 500, annars 200. Kanalen Allmänt har inget namn.",
    learn.context,
  ),
  documented("guests", "Gäster har rollen guest, och anonyma saknar katalog-id.", learn.context),
  assumed("guest-address", "Gäster har ingen e-postadress i medlemslistan.", "Adressen kan saknas"),
  documented(
    "execute-answer",
    "Svaret på Action.Execute är ett kort eller en kort text. Kortet byts för den som tryckte.",
    learn.universal,
  ),
  documented(
    "private-until-edit",
    "Kortet som bara en person ser gäller tills meddelandet ändras nästa gång.",
    learn.views,
  ),
  documented(
    "automatic",
    "Ett anrop kan komma av sig självt (trigger: automatic), utan att någon har tryckt.",
    learn.universal,
  ),
  assumed(
    "no-refresh",
    "Emulatorn uppdaterar inga kort av sig själv, även om de ber om det (refresh).",
    "Inget kort här använder det",
  ),
  documented(
    "dialog-opens",
    "En dialogruta öppnas bara av Action.Submit med msteams.type task/fetch. Den stängs av ett tomt svar eller en text.",
    learn.dialogs,
  ),
  assumed(
    "dialog-submit-only",
    "I en dialogruta fungerar bara Action.Submit och länkar.",
    "Action.Execute i dialogrutor är inte beskrivet",
  ),
  assumed(
    "old-client",
    "En äldre klient ritar reservdelarna (fallback) och skickar Action.Submit som ett meddelande med value.",
    "Beskrivet för kort utan Action.Execute; utseendet är vårt",
  ),
  documented(
    "inputs-are-text",
    "Alla inmatade värden skickas som text, flera val med komma emellan.",
    learn.universal,
  ),
  documented(
    "picker",
    "Personväljaren lämnar katalog-id. Här finner den bara teamets medlemmar.",
    learn.picker,
  ),
  documented(
    "events",
    "När människor, boten, kanaler eller team kommer, går eller byter namn skickas conversationUpdate.",
    learn.events,
  ),
  documented("service-url", "Adressen som boten svarar till kan byta region.", learn.context),
  assumed(
    "event-order",
    "När appen läggs till kommer conversationUpdate före installationUpdate, och händelsens avsändare är en medlem i teamet.",
    "Ordningen är inte utlovad",
  ),
  assumed(
    "patience",
    "Teams väntar 15 sekunder på svar. Sedan visas Något gick fel.",
    "10 till 15 sekunder har rapporterats",
  ),
  assumed(
    "look",
    "Kortens utseende, märken och ikoner liknar Teams men är ritade här.",
    "Ritat efter Teams på datorn",
  ),
];

function documented(id: string, what: string, where: string): Behaviour {
  return { id, what, basis: "documented", where };
}

function assumed(id: string, what: string, where: string): Behaviour {
  return { id, what, basis: "assumed", where };
}

/** Short answers to presses and messages, in Swedish. */
export const svTold = {
  unreadable: "Jag förstår inte den knappen. Skriv översikt till mig, så får du ett nytt kort.",
  closed: "Stängt.",
  saved: "Sparat.",
  exampleStarted: "Exemplet ligger nu i vår egen chatt. Ingen annan ser det.",
  exampleShownAgain: "Du har redan ett exempel. Jag visar det igen i vår egen chatt.",
  exampleDeleted: "Exemplet är borttaget.",
  startInChannel:
    "En medborgardialog startas i en kanal, där styrgruppen arbetar. Skriv @Dialoglotsen ny dialog i kanalen.",
  sentToChat: "Jag har svarat i vår egen chatt.",
  overviewMoved: "Översikten ligger nu sist i tråden.",
  noOverviewYet: "Frågorna om dialogform är inte besvarade än. Öppna dialogen från Mina uppgifter.",
};

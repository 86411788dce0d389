/** Påminnelserna: ett meddelande per person och morgon. */
export const svReminders = {
  title: (date: string) => `Det här väntar på dig ${date}`,
  summary: (count: string) => `Påminnelse: ${count}`,
  one: "sak väntar på dig",
  other: "saker väntar på dig",
  lead: "Du får högst ett sådant här meddelande om dagen. Det som blir klart bockas av här.",
  late: "Sent, och medborgarna väntar. Hör av dig till den som ansvarar, eller hjälp till.",
  allDone: "Allt är klart. Du behöver inte göra något mer.",
  occasionLine: (place: string) => `Du är väntad · ${place}`,
  occasionBadge: "Tillfälle",
  task: "Uppgift",
  gone: "Gäller inte längre",
};

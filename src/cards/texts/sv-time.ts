/** What happens by time, tillfällen, dates and the diary, in Swedish. */
export const svTime = {
  closedShort: "Avslutad",
  closed: (date: string) => `Dialogen avslutades ${date}.`,
  listPurged: "Kontaktlistan raderades.",
};

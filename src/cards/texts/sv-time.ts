/** What happens by time, tillfällen, dates and the diary, in Swedish. */
export const svTime = {
  listPurged: "Kontaktlistan raderades.",
};

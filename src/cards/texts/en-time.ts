import type { svTime } from "./sv-time.ts";

/** What happens by time, events, dates and the diary, in English. */
export const enTime: typeof svTime = {
  closedShort: "Closed",
  closed: (date) => `The dialogue was closed on ${date}.`,
  listPurged: "The contact list was deleted.",
};

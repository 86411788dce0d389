import type { svTime } from "./sv-time.ts";

/** What happens by time, events, dates and the diary, in English. */
export const enTime: typeof svTime = {
  listPurged: "The contact list was deleted.",
};

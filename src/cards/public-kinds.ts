/** The texts made for the citizens, in the order they are sent. */
export const PUBLIC_TEXTS = [
  "invitation",
  "influence",
  "remind",
  "survey",
  "heard",
  "status",
  "decision",
  "followUp",
] as const;
export type PublicText = (typeof PUBLIC_TEXTS)[number];

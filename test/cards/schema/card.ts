import type { IAdaptiveCard } from "@microsoft/teams.cards";

/** What every card must be, as the SDK types it; `make-schema.ts` makes the JSON Schema beside this file from it. */
export type Card = IAdaptiveCard;

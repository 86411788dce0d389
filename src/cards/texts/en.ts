import { enCards } from "./en-cards.ts";
import { enForms } from "./en-forms.ts";
import { enOverview } from "./en-overview.ts";
import { enRefusals } from "./en-refusals.ts";
import { enRequests } from "./en-requests.ts";
import { enTold } from "./en-told.ts";
import type { Texts } from "./sv.ts";

/** Every word of the product in English; one that is missing does not compile. */
export const en: Texts = {
  language: "en",
  moreLabels: "more",
  /** Names of what can be missing that is no field. */
  missing: {
    initiator: "the initiator's confirmation",
    form: "that the type becomes a citizen dialogue",
    level: "level of influence, or that the steering group decides it",
  },
  oneMember: "a member of the steering group",
  cards: enCards,
  views: enOverview,
  requests: enRequests,
  forms: enForms,
  told: enTold,
  ...enRefusals,
};

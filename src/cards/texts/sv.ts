import { svCards } from "./sv-cards.ts";
import { svDecisions } from "./sv-decisions.ts";
import { svForms } from "./sv-forms.ts";
import { svResults } from "./sv-results.ts";
import { svLessons } from "./sv-lessons.ts";
import { svInternalEvaluation } from "./sv-internal-evaluation.ts";
import { svLifecycle } from "./sv-lifecycle.ts";
import { svMoving } from "./sv-moving.ts";
import { svOverview } from "./sv-overview.ts";
import { svPlan } from "./sv-plan.ts";
import { svPlanPages } from "./sv-plan-pages.ts";
import { svPublic } from "./sv-public.ts";
import { svReach } from "./sv-reach.ts";
import { svRefusals } from "./sv-refusals.ts";
import { svReminders } from "./sv-reminders.ts";
import { svRequests } from "./sv-requests.ts";
import { svPositions } from "./sv-positions.ts";
import { svSurvey } from "./sv-survey.ts";
import { svRoles } from "./sv-roles.ts";
import { svTimeline } from "./sv-timeline.ts";
import { svTime } from "./sv-time.ts";
import { svTasks } from "./sv-tasks.ts";
import { svTold } from "./sv-told.ts";

/** Every word of the product in Swedish, its first language. The shape is what the other language must fill. */
export const sv = {
  language: "sv" as "sv" | "en",
  moreLabels: "till",
  /** Names of what can be missing that is no field. */
  missing: {
    initiator: "Initiativet bekräftat",
    form: "Dialogformen medborgardialog",
    level: "Grad av inflytande",
    shares: "Andelar som blir 100 procent, med en del till varje grupp som sällan hörs",
    outreach: "Hur varje grupp som berörs mest och hörs minst ska nås",
    personal: "En väg som inte är digital till varje grupp som sällan hörs",
  },
  oneMember: "ledamot i styrgruppen",
  cards: svCards,
  views: svOverview,
  reminders: svReminders,
  reach: svReach,
  requests: svRequests,
  forms: svForms,
  plan: svPlan,
  results: svResults,
  lessons: svLessons,
  lifecycle: svLifecycle,
  moving: svMoving,
  internalEvaluation: svInternalEvaluation,
  decisions: svDecisions,
  planPages: svPlanPages,
  public: svPublic,
  told: svTold,
  timeline: svTimeline,
  time: svTime,
  survey: svSurvey,
  tasks: svTasks,
  positions: svPositions,
  holding: svRoles,
  ...svRefusals,
};
export type Texts = typeof sv;

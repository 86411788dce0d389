import { enCards } from "./en-cards.ts";
import { enDecisions } from "./en-decisions.ts";
import { enForms } from "./en-forms.ts";
import { enResults } from "./en-results.ts";
import { enLessons } from "./en-lessons.ts";
import { enInternalEvaluation } from "./en-internal-evaluation.ts";
import { enLifecycle } from "./en-lifecycle.ts";
import { enMoving } from "./en-moving.ts";
import { enOverview } from "./en-overview.ts";
import { enPlan } from "./en-plan.ts";
import { enPlanPages } from "./en-plan-pages.ts";
import { enPublic } from "./en-public.ts";
import { enReach } from "./en-reach.ts";
import { enRefusals } from "./en-refusals.ts";
import { enReminders } from "./en-reminders.ts";
import { enRequests } from "./en-requests.ts";
import { enPositions } from "./en-positions.ts";
import { enSurvey } from "./en-survey.ts";
import { enRoles } from "./en-roles.ts";
import { enTimeline } from "./en-timeline.ts";
import { enTime } from "./en-time.ts";
import { enTasks } from "./en-tasks.ts";
import { enTold } from "./en-told.ts";
import type { Texts } from "./sv.ts";

/** Every word of the product in English; one that is missing does not compile. */
export const en: Texts = {
  language: "en",
  moreLabels: "more",
  /** Names of what can be missing that is no field. */
  missing: {
    initiator: "The initiative confirmed",
    form: "The type citizen dialogue",
    level: "Level of influence",
    shares: "Shares that make 100 per cent, with a part for every group seldom heard",
    outreach: "How every group most affected and least heard is reached",
    personal: "A way that is not digital to every group seldom heard",
  },
  oneMember: "a member of the steering group",
  cards: enCards,
  views: enOverview,
  reminders: enReminders,
  reach: enReach,
  requests: enRequests,
  forms: enForms,
  plan: enPlan,
  results: enResults,
  lessons: enLessons,
  lifecycle: enLifecycle,
  moving: enMoving,
  internalEvaluation: enInternalEvaluation,
  decisions: enDecisions,
  planPages: enPlanPages,
  public: enPublic,
  told: enTold,
  timeline: enTimeline,
  time: enTime,
  survey: enSurvey,
  tasks: enTasks,
  positions: enPositions,
  holding: enRoles,
  ...enRefusals,
};

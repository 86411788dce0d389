import type { Item, Step } from "../template.ts";
import { FEEDBACK_ITEMS } from "./planning-feedback.ts";
import { GROUP_ITEMS } from "./planning-groups.ts";
import { METHOD_ITEMS } from "./planning-method.ts";
import { PLAN_ITEMS } from "./planning-plans.ts";
import { RESPONSIBILITY_ITEMS } from "./planning-responsibility.ts";
import { SAFEGUARD_ITEMS } from "./planning-safeguards.ts";
import { QUESTION_ITEMS, START_ITEMS } from "./planning-start.ts";
import { words } from "./wording.ts";

const proposal: Item = {
  id: "plan.proposal",
  title: words(
    "Samla allt i ett förslag till genomförande och skicka det till styrgruppen.",
    "Gather everything in an implementation proposal and send it to the steering group.",
  ),
  strength: "M",
  responsible: ["civilServant"],
  source: ["SEED"],
  fields: [
    {
      name: "proposalDoc",
      type: "docRef",
      label: words("Länk till förslaget", "Link to the proposal"),
      required: true,
    },
    {
      name: "version",
      type: "int",
      label: words("Version", "Version"),
      hint: words("Till exempel 1.", "For example 1."),
      required: true,
      min: 1,
    },
    {
      name: "submittedAt",
      type: "date",
      label: words("Skickat till styrgruppen den", "Sent to the steering group on"),
      required: true,
    },
  ],
};

const parts: readonly { readonly title: Step["title"]; readonly items: readonly Item[] }[] = [
  { title: words("A. Start", "A. Start"), items: START_ITEMS },
  { title: words("B. Fråga", "B. Question"), items: QUESTION_ITEMS },
  { title: words("C. Målgrupp", "C. Target groups"), items: GROUP_ITEMS },
  {
    title: words("D. Grad av inflytande och metod", "D. Level of influence and method"),
    items: METHOD_ITEMS,
  },
  {
    title: words("E. Återkoppling – bestäms tidigt", "E. Feedback – decided early"),
    items: FEEDBACK_ITEMS,
  },
  { title: words("F–H. Planer", "F–H. Plans"), items: PLAN_ITEMS },
  {
    title: words("I. Ansvar och resurser", "I. Responsibility and resources"),
    items: RESPONSIBILITY_ITEMS,
  },
  {
    title: words("J. Trygghet, tillgänglighet, integritet", "J. Safety, accessibility, privacy"),
    items: SAFEGUARD_ITEMS,
  },
  { title: words("K. Förslag", "K. Proposal"), items: [proposal] },
];

/** Step 4: the steering group plans, the civil servant drafts (process.md §4.4). */
export const planning: Step = {
  id: "planning",
  order: 4,
  title: words("Planering", "Planning"),
  purpose: words(
    "Ni gör en plan som når dem som sällan hörs och som går att genomföra.",
    "You make a plan that reaches those who are seldom heard and that can be carried out.",
  ),
  decision: words(
    "Förvaltningschefen utser tjänsteperson. Styrgruppen bestämmer hur återkopplingen ska ske.",
    "The head of department appoints the civil servant. The steering group decides how feedback is given.",
  ),
  lane: "together",
  sections: parts.map(({ title, items }) => ({ title, items: items.map(({ id }) => id) })),
  items: parts.flatMap(({ items }) => items),
};

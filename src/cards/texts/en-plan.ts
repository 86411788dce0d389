import type { Texts } from "./sv.ts";

/** What is said about the plan: faults, questions and warnings with their facts. */
export const enPlan: Texts["plan"] = {
  levels: {
    title: "What the levels mean",
    line: (name, gets) => `${name}: the citizens get ${gets}.`,
    board: "Needs the board’s own decision on the frame.",
  },
  faultsTitle: "This has to change before the checkpoint",
  faults: {
    sum: (sum) => `The shares make ${sum} together. Change them so that they make 100%.`,
    share: (group) => `Give a share to “${group}”. The group is much affected but seldom heard.`,
    outreach: (group) => `Decide how you reach “${group}”.`,
  },
  whoIsMissing: {
    title: "Who is missing from the map?",
    text: "No group on the map is much affected but seldom heard. There nearly always is one.",
  },
  warned: {
    shares: (first, others) =>
      `${first} goes to those who are affected most and heard least. ${others} goes to the others.`,
    largest: (group) =>
      `The largest share goes to “${group}”, who are little affected and heard anyway.`,
    largestUnnamed: "The largest share goes to a group that is little affected and heard anyway.",
    methods: (level, methods) => `What suits the level ${level} is ${methods}.`,
    occasions: (level, expected) => `The level ${level} usually needs at least ${expected} events.`,
    dates: (dates) => `About: ${dates}.`,
  },
  messages: {
    title: "The communication plan is not whole yet",
    missing: (messages) => `This is missing: ${messages}.`,
    digital: (group) =>
      `“${group}” is reached only digitally. Add a letter, a visit, a poster or a meeting.`,
    names: {
      invitation: "invitation",
      reminder: "reminder",
      changed: "notice of a changed or cancelled event (purpose: Inform)",
      thanks: "thanks with a link to the survey",
      feedback1: "feedback 1",
      feedback2: "feedback 2",
      followUp: "follow-up",
    },
  },
  incomplete: {
    title: "Some rows are not filled in",
    text: (keys) => `This is missing: ${keys}.`,
  },
  money: {
    title: "The money",
    within: (planned, decided, left) =>
      `The plan costs ${planned} of the ${decided} the board has decided. ${left} remains.`,
    over: (planned, decided, over) =>
      `The plan costs ${planned}. The board has decided ${decided}. That is ${over} too much.`,
  },
  occasion: (number, when) => `Event ${number} · ${when}`,
  ofOccasion: (occasion, item) => `${occasion}: ${item}`,
  occasions: "The events",
  cancelled: "Cancelled",
  optional: "If needed",
};

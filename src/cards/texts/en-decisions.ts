import type { svDecisions } from "./sv-decisions.ts";

/** Formal decisions after the first: registering, confirming, reading. */
export const enDecisions: typeof svDecisions = {
  more: {
    list: "Decisions",
    listText: "Formal decisions, positions, pause",
    register: "Register a decision",
  },
  choose: {
    title: "What is the decision about?",
    intro: "The decision was made at a meeting. What the minutes say is registered here.",
    waiting: "Waits for the chair",
    heading: "Choose",
  },
  matter: {
    kicker: "Register a decision",
    part: (number) => `Edit part ${number}`,
    fill: "Fill in from the minutes",
    saveSummary: "Save and show the summary",
    toSummary: "To the summary",
    askStop: "Register a decision to stop",
    only: (who) => `It is registered by ${who}.`,
  },
  list: {
    title: "Decisions",
    formal: "Formal decisions",
    positions: "The steering group’s positions",
    formalMark: (number) => `Formal decision ${number}`,
    positionMark: (number) => `Position ${number}`,
    none: "No decision has been registered yet.",
    noneHelp: "Decisions that are registered are shown here, with paragraph, date and minutes.",
    dnr: (dnr) => `case ${dnr}`,
    approved: "Approved",
    notApproved: "Not approved",
    pending: "Waits for the chair",
    sentBack: "Sent back",
    by: (registrar, chair, date) => `Registered by ${registrar}. Confirmed by ${chair} ${date}.`,
    corrections: (count) => (count === 1 ? "1 correction" : `${count} corrections`),
    notADecision: "The steering group’s position. It does not replace the board’s decision.",
  },
  record: {
    followMinutes: "Follow the minutes",
    toList: "To the decisions",
    urgent: "The chair’s urgent decision must be reported at the board’s next meeting.",
    final: "The final decision is made by the elected officials.",
  },
  matters: {
    budget: {
      title: "Budget",
      text: "The board has changed what the dialogue may cost",
      follows: "When you confirm, the new budget holds for the plan.",
      done: "The new budget holds.",
    },
    level: {
      title: "Level of influence",
      text: "The board has changed the level of influence",
      follows: "When you confirm, the new level holds. The plan must follow it.",
      done: "The new level holds.",
    },
    group: {
      title: "Steering group",
      text: "The board has changed who is in the steering group",
      follows: "When you confirm, the new group gets its roles. Those no longer in it lose theirs.",
      done: "The new steering group has its roles.",
    },
    purpose: {
      title: "Purpose",
      text: "The board has changed the purpose, or who decides in the end",
      follows: "When you confirm, the new purpose holds.",
      done: "The new purpose holds.",
    },
    stop: {
      title: "Stop the dialogue",
      text: "The board has decided that the dialogue will not take place",
      follows: "When you confirm, the dialogue is stopped. Those invited must be told, and why.",
      done: "The dialogue is stopped.",
    },
    final: {
      title: "Final decision on the issue",
      text: "The board, executive or council has settled the issue",
      follows: "When you confirm, the participants can learn what was decided and why.",
      done: "The decision is confirmed. What is left is to tell the participants.",
    },
  },
};

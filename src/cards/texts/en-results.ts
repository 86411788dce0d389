import type { svResults } from "./sv-results.ts";

/** The results and the report of the evaluation. */
export const enResults: typeof svResults = {
  released: "The participants’ answers are shown now.",
  open: "The results of the evaluation",
  openText: "The participants’ and the steering group’s answers, and the report",
  participants: "What the participants thought",
  secondWave: "What the participants thought afterwards",
  internal: "What the steering group thought",
  answer: "answer",
  answerOther: "answers",
  waiting: "The result is shown when the last round has closed",
  waitingHelp:
    "Until then only how many have answered is shown. That protects those who answer in a small round.",
  nothing: "No answers to show yet",
  round: (title, rate) => `${title}: ${rate}`,
  rate: (n, of, percent) => `${n} of ${of} answered (${percent})`,
  rateAbout: (n, of, percent) => `${n} of about ${of} answered (${percent})`,
  count: (n) => `${n} answers`,
  few: "Too few answers to be shown (fewer than five)",
  agree: {
    agree5: (n, of) => `${n} of ${of} agree`,
    change3: (n, of) => `${n} of ${of} answer that it has increased`,
    redo3: (n, of) => `${n} of ${of} would run the next dialogue this way or with changes`,
  },
  nearlyAll: {
    agree5: "All or nearly all agree",
    change3: "All or nearly all answer that it has increased",
    redo3: "All or nearly all would run the next dialogue this way or with changes",
  },
  fewOrNone: {
    agree5: "Few or none agree",
    change3: "Few or none answer that it has increased",
    redo3: "Few or none would run the next dialogue this way, even with changes",
  },
  median: (median) => `Median ${median}.`,
  quartiles: (first, third) => `Quartiles ${first} and ${third}.`,
  of: (n, of) => `${n} of ${of}`,
  choice: (label, count) => `${label}: ${count}`,
  choicePercent: (label, count, percent) => `${label}: ${count} (${percent})`,
  scale:
    "The numbers are the answers: 1 do not agree at all, 2 not quite, 3 neither nor, 4 for the most part, 5 completely.",
  toImprove: "To improve",
  workedWell: "Worked well",
  questions: "Question by question",
  themes: "What the participants brought up",
  mentions: (count) => `${count} brought it up`,
  aFew: "a few brought it up",
  themesWithheld: "Fewer than five have answered. What they wrote is not shown.",
  withheld: {
    few_answers: "Not shown: fewer than five have answered the question.",
    small_round:
      "Shown only for all rounds together: one round has fewer than five answers and could be worked out.",
    small_item:
      "Shown only for all rounds together: fewer than five have answered the question in one of them.",
    total_tells_round:
      "Shown only round by round: the total would give away the answers of a small round.",
  },
  limits:
    "The result shows what those who answered thought. No conclusions can be drawn about all residents.",
  twice:
    "The survey is open to everybody who has the link, so somebody may have answered more than once.",
  joint:
    "The group went through the questions together at the learning meeting. Nobody’s own answers are used.",
  toReport: "The evaluation report",
  report: {
    title: "Evaluation report",
    page: (number, of) => `Page ${number} of ${of}`,
    toResults: "To the results",
    matter: "1 · Question, level, period and decisions",
    question: "Question",
    level: "Level of influence",
    period: "Period",
    until: (from, to) => `${from} to ${to}`,
    decisions: "Decisions",
    noDecision: "No decision yet",
    reached: "2 · Who was reached",
    partly: "Partly reached",
    unknown: "No estimate",
    noGroups: "No target group has been mapped.",
    participants: "3 · The participants’ answers",
    internal: "4 · Internal evaluation",
    promises: "5 · The promises we gave – did we keep them?",
    noPromises: "No promises with dates yet.",
    promise: (planned, actual) => `Promised ${planned}, done ${actual}.`,
    notYet: (planned) => `Promised ${planned}, not done yet.`,
    onTime: "On time",
    early: (days) => `${days} early`,
    late: (days) => `${days} late`,
    day: "working day",
    days: "working days",
    lessons: "6 · Lessons",
    noLessons: "No lessons have been written yet.",
    proposals: "7 · Proposed changes to ways of working and the guideline",
    noProposals: "No proposals. They are the lessons that say change, stop or try.",
    method: "8 · How the evaluation was made",
    methodOpen:
      "The participants answered on an open page without logging in, or on paper. The answers are kept without names.",
    methodBands:
      "Fewer than five answers are never shown. Five to nine are shown as how many agree and the median, ten or more with the distribution, twenty or more in per cent too.",
    noAnswers: "No round has closed yet.",
  },
};

import type { Texts } from "./sv.ts";

export const enInternalEvaluation: Texts["internalEvaluation"] = {
  kicker: "Internal evaluation",
  title: "How did the dialogue go?",
  summary: (date) => `The evaluation is open until ${date}`,
  honest:
    "The answers are kept without your name. The group is small, so write nothing that points out you or anybody else. Anybody may ask for the municipality’s documents.",
  promise:
    "Database, log and backups together do not show who answered what; whoever also holds EVALUATION_KEY can, until the last backup made while the round was open is gone (35 days). Microsoft carries the answer with the sender’s name.",
  form: {
    intro: (date) =>
      `Answer from your own role. You may skip questions. It takes about five minutes. Open until ${date}.`,
    once: "You answer once. The answer cannot be changed or shown afterwards.",
    send: "Send the answer",
    skip: "Skip the question",
    textHint: "1,000 characters at most. Write no names.",
  },
  thanks: {
    title: "Thank you!",
    text: "Your answer has been received. It cannot be changed, and nobody can show it to you again.",
  },
  already: {
    title: "You have already answered.",
    text: "One answer a person. It cannot be changed.",
  },
  channel: {
    open: (date) => `The evaluation is open until ${date}`,
    openText:
      "Those who have worked with the dialogue answer twelve questions about how it went. Each has been asked in their own chat.",
    hidden: "Who has answered is shown to nobody.",
    closed: (date) => `The evaluation closed ${date}`,
    closedText: (answered, invited) => `${answered} of ${invited} answered.`,
    joint: "You evaluate together",
    jointText:
      "At the learning meeting you go through the questions aloud. Only what you agree on is written down.",
  },
  status: {
    title: "Internal evaluation",
    before: "The evaluation opens by itself, the first working day after feedback 2 has been sent.",
    opens: (date) => `Opens ${date}`,
    invited: "Invited",
    count: (count) => `${count} answers`,
    countLater: "The number of answers is shown once there are at least five.",
    onlyInvited: "Only those who are invited can answer.",
    answers: "Answers",
  },
  joint: {
    planned: "You have decided to evaluate together. Nobody answers alone.",
    fewInvited:
      "Fewer than seven are invited. In a group that small one can guess who has answered what. So nobody answers alone.",
    fewAnswers:
      "Fewer than five answered. So few answers may not be shown, and they are removed without anybody having read them.",
    keyLost: "The key to the answers is lost, so they cannot be read. They are removed.",
    stopped: "The dialogue was stopped. The answers are removed without anybody having read them.",
  },
  texts: {
    read: "Read what was written",
    title: (count) => `What was written: ${count}`,
    intro:
      "Only you as civil servant see this, and nothing shows who has written. Write lessons from it in which nobody can be recognised.",
    none: "What was written is not shown",
    few: "Fewer than five wrote something. So few texts are not released, since one could guess who has written what.",
  },
  buttons: {
    answer: "Answer the evaluation",
    show: "Show the evaluation",
  },
  morning: {
    title: "Answer the internal evaluation",
    open: (date) => `Open until ${date}`,
    done: "You have answered",
    closed: "The evaluation is closed",
    badge: "Evaluation",
  },
  planned: {
    title: "Internal evaluation",
    nudged: "those invited who have not answered by then",
    why: {
      open: "The invitation, the day the evaluation opens",
      R1: "Five working days before it closes",
      R2: "The working day before it closes",
    },
  },
  next: {
    title: "Answer the internal evaluation",
    by: "everybody who is invited",
  },
  happened: {
    opened: (invited) => `The internal evaluation opened for ${invited} invited.`,
    closed: (answered, invited) =>
      `The internal evaluation closed. ${answered} of ${invited} answered.`,
    joint: "The internal evaluation is made together at the learning meeting.",
    forgotten: "The list of those who were invited to answer is removed.",
  },
};

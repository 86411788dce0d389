import type { Texts } from "./sv.ts";
import type { Formats } from "../formats.ts";
import type { PositionMatter } from "../../domain/position.ts";
import type { PositionAnswer, PositionResult } from "../../domain/tally.ts";

const matters: { readonly [matter in PositionMatter]: string } = {
  proposal: "The implementation proposal",
  "feedback-method": "The feedback method",
  level: "The level of influence",
  lessons: "The lessons",
  other: "Another matter",
};

const answers: { readonly [answer in PositionAnswer]: string } = {
  approve: "Approve",
  return: "Send back",
  refer: "Refer to the board",
  abstain: "Abstain",
  recuse: "Declare a conflict of interest",
};

/** What somebody has answered, in a record. */
const given: { readonly [answer in PositionAnswer]: string } = {
  approve: "Approves",
  return: "Sends back",
  refer: "Refers to the board",
  abstain: "Abstains",
  recuse: "Recused",
};

const results: { readonly [result in PositionResult]: string } = {
  approve: "The steering group approves",
  return: "The steering group sends it back",
  refer: "The steering group refers the matter to the board",
};

/** What happens if the group approves. */
const means: { readonly [matter in PositionMatter]: string } = {
  proposal:
    "If the steering group approves, the plan is locked, and the invitation may go out when everything else required is there. If it sends it back, the plan opens again.",
  "feedback-method": "If the steering group approves, the feedback method is decided.",
  level: "If the steering group approves, the level of influence is confirmed.",
  lessons: "If the steering group approves, the lessons stand as the group’s own.",
  other: "The position is recorded in the dialogue.",
};

const resultMeans: { readonly [result in PositionResult]: string } = {
  approve: "The plan is locked.",
  return: "The plan is open again. A new version can be put to the steering group.",
  refer: "The board needs to take up the matter at a meeting.",
};

/** The steering group’s positions. Never “decision”: that is the board’s. */
export const enPositions: Texts["positions"] = {
  matters,
  answers,
  given,
  means,
  resultMeans,
  kicker: "Position",
  notDecision: "This is the steering group’s position. It does not replace the board’s decision.",
  noThread:
    "I start no thread about the matter. Comments are written in my dialog, where those who have declared a conflict of interest have no part.",
  hidden: "What each has answered is shown when the position is closed.",
  proposalQuestion: (version: string) =>
    `Do you approve the implementation proposal, version ${version}?`,
  proposalQuestionBare: "Do you approve the implementation proposal?",
  open: "Open",
  answered: (answered: string, seats: string) => `${answered} of ${seats} have answered`,
  quorumMet: "There is a quorum.",
  quorumNot: (needed: string) => `There is no quorum yet. At least ${needed} must answer.`,
  closes: (moment: string) => `Closes ${moment}.`,
  buttons: {
    answer: "Answer",
    comments: "Comments",
    show: "Show more",
    record: "Open the record",
    close: "Close the position",
    substitute: "Call a substitute",
    oral: "Record a spoken answer",
    reopen: "Open again",
    ask: "Ask for a position",
    consensus: "Record agreement",
    override: "Go on all the same",
    confirmOral: "That is right",
    withReason: "Answer with a reason",
    send: "Send the answer",
    back: "Back",
  },
  facts: {
    about: "About",
    version: (title: string, version: string) => `${title}, version ${version}`,
    link: "The proposal",
    cost: "Planned cost",
    costOf: (planned: string, decided: string) =>
      `${planned} of the ${decided} the board has decided`,
    level: "Level of influence",
    first: "First occasion",
    closes: "Closes",
    answered: "Answers",
    quorum: "Quorum",
    yes: "Yes",
    no: "No",
  },
  record: {
    results,
    none: "No result",
    noneQuorum: (present: string, seats: string) =>
      `There was no quorum: ${present} of ${seats} took part.`,
    noneTie: "The votes were equal, and the chair’s vote is missing.",
    noneNext: "The chair can open the position again.",
    votes: "Votes",
    count: (yes: string, no: string, abstained: string) =>
      `${yes} yes, ${no} no, ${abstained} abstained`,
    casting: "The chair’s vote decided.",
    consensus: "Agreement recorded at a meeting.",
    quorum: "Quorum",
    present: (present: string, seats: string) => `${present} of ${seats} members took part`,
    absent: "Have not answered",
    absentAtMeeting: "Not present",
    recused: "Recused",
    dissent: (who: string) => `Dissent: ${who}`,
    reason: (who: string) => `Reason: ${who}`,
    closed: "Closed",
    closedBy: (moment: string, who: string) => `${moment}, by ${who}`,
    closedByTime: (moment: string) => `${moment}, when time ran out`,
    byTime: "time",
    superseded: "A new position on the same matter has come after this one.",
    cut: "The whole text is in the record. Choose Open the record.",
    for: (substitute: string, member: string) => `${substitute} (for ${member})`,
    oral: (who: string) => `${who} (spoken, confirmed)`,
    page: (page: number, of: number) => `Reason ${page} of ${of}`,
  },
  ask1: {
    ask: "The steering group needs your answer",
    substitute: (member: string) => `You are called as substitute for ${member}.`,
    yours: (answer: string) => `Your answer: ${answer}`,
    change: (moment: string) => `You can change your mind until the position closes ${moment}.`,
    saved: "Your answer is saved",
    ownReason: "Your reason",
    oralAsk: "Is your spoken answer right?",
    oralText: (who: string, answer: string) =>
      `${who} has recorded that you answered: ${answer}. The answer counts when you have confirmed it. Answer something else if it is not right.`,
    recusedTitle: "You have declared a conflict of interest",
    recusedText:
      "You take no part in the matter. You cannot answer, nor read or write comments about it.",
    replacedTitle: (who: string) => `${who} answers in your place`,
    replacedText: "The chair has called a substitute. You need do nothing.",
    goneTitle: "You need not answer",
    goneText: "You are no longer in the steering group.",
    closedNone: "You did not answer before the position closed.",
  },
  answer: {
    title: "Your answer",
    label: "Answers",
    reason: "Reason",
    reasonHint: "Needed if you send it back or refer it to the board.",
    dissent:
      "The reason stands word for word in the record. If the group comes to another result, it becomes your dissent.",
    membersOnly: "The members of the steering group answer. You can read.",
    recuseTitle: "Declare a conflict of interest",
    recuseText:
      "Declare a conflict of interest if the matter concerns you or somebody close to you. Then you cannot answer, read comments or take it back. You need not say why.",
    closedTitle: "The position is closed",
    closedText: "The answers are locked and cannot be changed.",
  },
  ask: {
    title: "Ask the steering group to take a position",
    intro:
      "Each member gets the question in their own chat. A card in the thread shows how many have answered.",
    matter: "What is it about?",
    question: "Question to the steering group",
    questionHint: "Write it so that it can be answered with yes or no. At most 300 characters.",
    closes: "Closes",
    closesHint: (moment: string) => `Leave empty for ${moment}.`,
    frozen: "While the question is open nobody can change the plan.",
    send: "Ask the steering group",
    sent: "The question is asked. The members get it in their own chats.",
    consensusFirst: "Have you agreed at a meeting already? Then the chair can record that instead.",
    only: (who: string) => `The question is asked by ${who}. You can read.`,
  },
  consensus: {
    title: "Record agreement",
    intro:
      "Use this when you have asked at a meeting whether anybody is of another opinion, and nobody was.",
    present: "Those who were there",
    presentHint: "More than half of the members must be there.",
    send: "Record that all agreed",
    only: (who: string) => `Agreement is recorded by ${who}.`,
  },
  comments: {
    title: "Comments",
    none: "Nobody has written anything yet.",
    write: "Write a comment or a question",
    send: "Send",
    sent: "Your comment is saved",
    by: (who: string, moment: string) => `${who} · ${moment}`,
    members: "The comments are read by the steering group and the civil servant.",
    recused:
      "You have declared a conflict of interest in the matter. So you cannot read or write comments about it.",
    others: "The comments are for the steering group and the civil servant.",
    closed: "The position is closed. The comments can be read but not added to.",
  },
  oral: {
    title: "Record a spoken answer",
    intro:
      "The member gets a question in their own chat. The answer counts when it is confirmed there.",
    seat: "Member",
    send: "Record the answer",
    sent: "The answer is recorded. The member is asked to confirm it.",
    only: (who: string) => `Spoken answers are recorded by ${who}.`,
  },
  substitute: {
    title: "Call a substitute",
    intro: "The substitute answers in the member’s place in this matter.",
    seat: "Member to be replaced",
    substitute: "Substitute",
    send: "Call",
    sent: "The substitute is called and gets the question in their own chat.",
    none: "The board has appointed no substitutes.",
    only: (who: string) => `Substitutes are called by ${who}.`,
  },
  close: {
    title: "Close the position?",
    all: "All have answered.",
    some: (left: string) => `${left} have not answered.`,
    text: "When it is closed the answers are locked and shown to everybody. It cannot be undone.",
    send: "Close the position",
    only: (who: string) => `It is closed by ${who}, or by itself when time runs out.`,
  },
  reopen: {
    title: "Open the position again",
    intro: "The answers there are stand and can be changed until it closes.",
    send: "Open again",
    sent: "The position is open again.",
    only: (who: string) => `It is opened again by ${who}.`,
  },
  override: {
    title: "Go on all the same",
    intro:
      "You can let the steering group take a position although a part of the plan is missing. The reason is kept in the dialogue’s history.",
    missing: "This is missing",
    reason: "Reason",
    send: "Go on all the same",
    done: "You have gone on. Now the steering group can take a position.",
    nothing: "Nothing is missing. The steering group can take a position.",
    only: (who: string) => `It is ${who} who can go on with a reason.`,
  },
  list: {
    title: "The steering group’s positions",
    open: "Positions",
    openText: "Questions to the steering group and what it came to",
    none: "The steering group has not taken a position on anything yet.",
    rowOpen: (answered: string, moment: string) => `${answered} · closes ${moment}`,
    rowClosed: (result: string, date: string) => `${result} · ${date}`,
  },
  preconditions: {
    done: "Everything required is there. The invitation may go out.",
    intro: "This is left before the invitation may go out.",
  },
  next: {
    answer: "Answer on the position",
    confirmOral: "Confirm your spoken answer",
    close: "Close the position",
    reopen: "Open the position again",
    ask: "Ask the steering group to take a position on the plan",
    override: "Finish the plan, or go on all the same",
  },
  mainButtons: { answer: "Answer", ask: "Ask the steering group" },
  reopened: (matter: string) => `opened the position on ${matter} again.`,
  left: (count: number, formats: Formats) => formats.counted(count, "member", "members"),
};

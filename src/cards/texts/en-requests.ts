import type { Texts } from "./sv.ts";

/** What one person is asked to do in their own chat, and the result of the questions of step 0, in English. */
export const enRequests: Texts["requests"] = {
  confirmInitiator: {
    ask: "We need your answer",
    kicker: "New citizen dialogue",
    title: "Do you take the initiative to this dialogue?",
    text: (starter) =>
      `${starter} has started a citizen dialogue and named you as the elected official who takes the initiative.`,
    means:
      "If you answer That is right, you lead the work until the board has appointed a steering group.",
    wrong: "Is it wrong? Withdraw the dialogue, or talk with the person who started it.",
    doneTitle: "You have confirmed the initiative",
    doneText: "The work can go on. You see it in the overview of the dialogue.",
    goneTitle: "The question no longer applies",
    goneText: "The dialogue has been withdrawn. You do not need to do anything.",
  },
  confirmDecision: {
    ask: "We need your answer",
    title: "Is what is registered about the board's decision correct?",
    text: (registrar) =>
      `${registrar} has registered the decision from the minutes. Compare it with the minutes before you answer.`,
    readTitle: "The decision waits to be confirmed",
    readText: (registrar, chair) =>
      `${registrar} has registered the decision from the minutes. ${chair} is asked to confirm that it is correct.`,
    means:
      "If you answer Correct, the steering group gets its roles and the head of department is asked to appoint a civil servant. If you answer Not correct, the registration goes back with your reason.",
    yesTitle: "You have confirmed the decision",
    yesReadTitle: "The decision is confirmed",
    yesText:
      "The steering group has its roles. The head of department is asked to appoint a civil servant.",
    noTitle: "You have sent the registration back",
    noReadTitle: "The registration has been sent back",
    noText: "The person who registered the decision has the reason.",
    goneTitle: "This no longer needs an answer",
    goneText: "The registration has been changed or withdrawn.",
    when: (moment) => `Answered ${moment}.`,
  },
  decisionSentBack: {
    ask: "Something needs correcting",
    title: "The registration of the decision came back",
    text: (chair) => `${chair} has answered that it does not agree with the minutes.`,
    reason: "Reason",
    means: "Correct it and register the decision again. What you filled in is still there.",
    doneTitle: "The decision is registered again",
    doneText: "The chair is asked to confirm it. You do not need to do anything more now.",
  },
  appoint: {
    ask: "We need you",
    title: "Appoint a civil servant",
    text: (body) =>
      `${body} has decided on a citizen dialogue and asked you to appoint a civil servant.`,
    means:
      "The civil servant drafts, runs the checklist and registers. Planning opens when you have appointed somebody.",
    doneTitle: "The civil servant is appointed",
    doneText: (name) => `You have appointed ${name}. Planning is open.`,
    doneBy: (name) => `${name} is appointed. Planning is open.`,
    goneTitle: "You do not need to appoint anybody",
    goneText: "The dialogue has ended or the task has passed to somebody else.",
  },
  hello: {
    title: (dialogue) => `You are in the steering group for ${dialogue}`,
    chair: "The board has appointed you chair of the steering group.",
    member: "The board has appointed you a member of the steering group.",
    askedTitle: "This is what you will be asked",
    asked: [
      "Plan the dialogue together with the civil servant who is appointed.",
      "Take a position on the plan before citizens are invited.",
      "Meet the citizens when the dialogue is held.",
      "Give feedback to the participants and evaluate.",
    ],
    askedChair: "As chair you also confirm decisions that have been registered.",
    quiet: "I write to you only when there is something for you to do.",
    notice: "This is the work of the steering group. It does not replace the board's decision.",
    goneTitle: "You are no longer in the steering group",
    goneText: "You do not need to do anything.",
  },
  facts: {
    dialogue: "Dialogue",
    question: "Question",
    initiator: "Initiative",
    body: "Board",
    meeting: "Meeting",
    due: "By",
    registered: "Registered",
    level: "Level of influence",
    levelDelegated: "The steering group decides",
  },
  triage: {
    kicker: "The right kind of dialogue?",
    yesTitle: "This is a citizen dialogue",
    suggestTitle: (form) => `This fits better as ${form}`,
    adviceTitle: "Do this instead",
    why: "The suggestion follows from the answers. The chair can choose another type and give a reason.",
    whyFixed:
      "Nothing can be influenced, or the decision has already been made. So the type cannot be changed.",
    overridden: (form) => `The chair has chosen ${form} and given a reason.`,
    nextTitle: "What happens next",
    nextConfirmed: "Next you agree on the question and the purpose. Then the board decides.",
    nextUnconfirmed: (who) => `First ${who} confirms that they take the initiative.`,
    lawTitle: "The law requires consultation",
    lawTask: "Hold that consultation on its own.",
    incompleteTitle: "Some questions are unanswered",
    types: {
      citizen_dialogue: { name: "a citizen dialogue", title: "Citizen dialogue", advice: [] },
      stakeholder_dialogue: {
        name: "a stakeholder dialogue",
        title: "Stakeholder dialogue (with organisations)",
        advice: [
          "Civil servants can gather views. No board needs to decide on a citizen dialogue.",
          "Make a one-page plan: the question, the groups, how you document and how you give feedback.",
        ],
      },
      user_dialogue: {
        name: "a service-user dialogue",
        title: "Service-user dialogue",
        advice: [
          "Ask those who use the service. Use the unit's ordinary quality work.",
          "Boards shall work for consultation with those who use their services (Local Government Act, chapter 8 section 3).",
        ],
      },
      customer_dialogue: {
        name: "a customer dialogue",
        title: "Customer dialogue",
        advice: [
          "Ask the customers. Use the unit's ordinary quality work.",
          "Boards shall work for consultation with those who use their services (Local Government Act, chapter 8 section 3).",
        ],
      },
      user_council: {
        name: "a matter for a user council",
        title: "User council",
        advice: [
          "Put the question on the council's agenda. Contact its secretary.",
          "The council can also be a target group in a citizen dialogue.",
        ],
      },
      statutory_consultation: {
        name: "statutory consultation",
        title: "Statutory consultation",
        advice: [
          "The consultation must be held regardless. Contact the planning unit.",
          "A citizen dialogue can come earlier and complement it, but never replace it.",
        ],
      },
      information_only: {
        name: "information",
        title: "Information",
        advice: [
          "Inform openly about what applies, and do not call it dialogue.",
          "Ask the communications unit for help.",
        ],
      },
    },
  },
};

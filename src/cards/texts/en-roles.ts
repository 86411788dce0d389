import type { svRoles } from "./sv-roles.ts";

/** Who holds which role, since when, and how it is changed. */
export const enRoles: typeof svRoles = {
  title: "Roles",
  open: "Roles",
  now: "Now",
  before: "Before",
  nobody: "Nobody appointed",
  names: { viceChair: "Vice chair", actingChair: "Chair for now" },
  since: (day) => `since ${day}`,
  fromTo: (from, to) => `${from} – ${to}`,
  absentFrom: (day) => `absent from ${day}`,
  absentUntil: (day) => `absent until ${day}`,
  absent: "absent",
  willBeAbsent: (from, until) => `away ${from} – ${until}`,
  left: "has left the team",
  viceBadge: "Vice chair",
  actsNow: (person) => `${person} stands in now`,
  leftNote: (person, role) =>
    `${person} has left the team and can no longer reach the dialogue, but still is ${role}.`,
  how: {
    initiator:
      "The elected official who took the initiative. The chair takes over when the board has decided.",
    steeringChair:
      "The chair is appointed by the board. The vice chair stands in when the chair is absent, recused or has left the team.",
    steeringMember:
      "Members are appointed by the board. A new decision is registered by the registrar and confirmed by the chair.",
    substitute: "Substitutes are appointed by the board and step in when the chair calls them.",
    departmentHead: "Appoints the civil servant. A new head is noted by the registrar.",
    civilServant:
      "Appointed by the head of department, and can be changed at any time. What belongs to the role moves along.",
    deputy: "Appointed by the head of department, and stands in when the civil servant is absent.",
    registrar: "Follows from the board that leads the dialogue.",
    communicator:
      "Follows from the board that leads the dialogue. The civil servant can choose somebody else.",
    observer:
      "Reads but changes nothing. Added by the chair or the civil servant, guests by the chair alone.",
  },
  appoint: "Change civil servant",
  absence: {
    button: "Note absence",
    title: "Note absence",
    intro: "While the person is away the stand-in acts. Never write why somebody is away.",
    person: "Who is away",
    from: "From",
    until: "Until",
    untilHint: "Leave empty if you do not know.",
    save: "Save",
    saved: "The absence is noted.",
    back: "Is back",
    ended: "The person is back.",
  },
  reason: "Reason",
  reasonHint: "For example what the group or the municipality has decided, and when.",
  saved: "The role is changed.",
  remove: (person) => `End for ${person}`,
  toRoles: "To roles",
  forms: {
    departmentHead: {
      button: "Change head",
      title: "Note a new head of department",
      intro: "The new one has the role at once. The former stays in the history.",
      person: "New head of department",
    },
    communicator: {
      button: "Change communicator",
      title: "Choose a communications officer",
      intro: "Whom you choose takes over communication in this dialogue.",
      person: "Communications officer",
    },
    actingChair: {
      button: "Chair for now",
      title: "Whom has the group chosen?",
      intro:
        "When the chair is away and there is no vice chair, the group chooses one of its members. The role holds only while the chair is away.",
      person: "Chair for now",
    },
    observer: {
      button: "Give insight",
      title: "Give somebody insight",
      intro:
        "An observer reads everything in the dialogue, but changes nothing and never sees answers to an open question.",
      person: "Who is given insight",
    },
  },
  fixedBy: {
    steeringChair: (who) => `The board appoints a new chair, and ${who} registers the decision.`,
    viceChair: (who) => `The board appoints a new one, and ${who} registers the decision.`,
    actingChair: (who) => `It is noted by ${who}.`,
    steeringMember: (who) => `The board appoints a new member, and ${who} registers the decision.`,
    substitute: (who) => `The board appoints a new substitute, and ${who} registers the decision.`,
    departmentHead: (who) => `A new head of department is noted by ${who}.`,
    civilServant: (who) => `A new civil servant is appointed by ${who}.`,
    deputy: (who) => `A new deputy is appointed by ${who}.`,
    communicator: (who) => `A new communications officer is chosen by ${who}.`,
    observer: (who) => `The insight is ended by ${who}.`,
  },
  told: {
    departmentHead: {
      title: "You are head of department in the dialogue",
      text: "You appoint the civil servant and can replace them. You are told if something is late.",
    },
    civilServant: {
      title: "You are the appointed civil servant",
      text: "You prepare papers, run the checklist and register. You have no vote in the steering group. What belongs to the role is now yours.",
    },
    deputy: {
      title: "You are deputy of the civil servant",
      text: "You act with the same rights when the civil servant is absent. Until then you need not do anything.",
    },
    communicator: {
      title: "You are communications officer in the dialogue",
      text: "You are responsible for the invitation, the reminders and the form of the feedback.",
    },
    observer: {
      title: "You have insight into the dialogue",
      text: "You can read everything but change nothing. Answers to an open question are shown to nobody before it is closed.",
    },
  },
  toldGone: "You no longer have this role",
  toldGoneText: "You need not do anything. What you have done stays in the history.",
  standIn: {
    ask: "You stand in now",
    steeringChair: {
      title: "You are chair for now",
      text: "You lead the steering group and confirm registered decisions, but never one you registered yourself.",
    },
    civilServant: {
      title: "You are the civil servant for now",
      text: "You act with the same rights, and what belongs to the role is yours meanwhile.",
    },
    over: "You no longer stand in",
    overText: "You need not do anything more. What you have done stays in the history.",
  },
  leftCard: {
    ask: "Somebody has left the team",
    title: (person) => `${person} is no longer in the team`,
    text: "The person can no longer reach the dialogue. The role stays until somebody else is noted.",
    rolesTitle: "This needs somebody else",
    done: "It is settled",
    doneText: "The person is back, or somebody else has taken over.",
  },
};

import type { svMoving } from "./sv-moving.ts";

/** When the channel where the dialogue lives is gone, and when it is moved. */
export const enMoving: typeof svMoving = {
  banner: (date) => `The dialogue's channel has been gone since ${date}`,
  bannerText: (who) =>
    `Everything written is kept. ${who} writes @Dialoglotsen move here in the channel where the dialogue is to go on.`,
  mover: {
    civilServant: "The responsible civil servant",
    initiator: "Whoever took the initiative",
  },
  lost: {
    ask: "Choose where the dialogue goes on",
    title: "The dialogue's channel is gone",
    text: "I cannot show anything in the channel. It or the whole team has been removed or archived, or I have been removed from the team.",
    kept: "Everything written is kept. Reminders and questions come here in the chat as usual, and the buttons here work.",
    how: "How to go on",
    steps: [
      "Add me to the team where the dialogue is to go on.",
      "Make sure that everybody with a part in the dialogue is in that team.",
      "Write @Dialoglotsen move here in the channel.",
    ],
    orBack: "If the old channel comes back, the dialogue goes on there by itself.",
    back: "The channel is back",
    backText: "The dialogue goes on where it was. There is nothing you need to do.",
    moved: "The dialogue has been moved",
    movedText: "It goes on in another channel. The overview is there.",
    over: "Nothing to do any more",
    overText: "The dialogue has ended.",
  },
  here: {
    title: "The dialogue has been moved",
    text: "The overview and the cards come in a new thread in the channel. The buttons in your own chats work as before.",
    missing: (names) => `Not in the channel's team: ${names}.`,
    missingText: "They cannot reach the dialogue until they are in the team.",
  },
  choose: {
    title: "Which dialogue is to move?",
    text: (channel) =>
      `Several of your dialogues have lost their channel. The one you choose moves to ${channel}.`,
    thatChannel: "the channel where you wrote",
    more: "More are shown when you write move here again.",
  },
  away: {
    title: "The dialogue has moved to another channel",
    text: "What was shown here is not updated any more.",
  },
  alreadyHere: "The dialogue is in this channel. Write overview and I show it.",
  stillThere:
    "The dialogue's channel is there, so it is not moved. Write overview in the dialogue's thread and I show the overview there anew.",
  inChannel: "Write @Dialoglotsen move here in the channel where the dialogue is to go on.",
  did: "moved the dialogue to another channel.",
  is: {
    lost: "The channel where the dialogue lived disappeared.",
    found: "The channel came back.",
  },
};

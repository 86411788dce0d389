import type { svTold } from "./sv-told.ts";

/** Short answers to presses and messages, in English. */
export const enTold: typeof svTold = {
  unreadable: "I do not understand that button. Write overview to me and you get a new card.",
  closed: "Closed.",
  saved: "Saved.",
  exampleStarted: "The example is now in our own chat. Nobody else sees it.",
  exampleShownAgain: "You already have an example. I show it again in our own chat.",
  exampleDeleted: "The example is deleted.",
  startInChannel:
    "A citizen dialogue is started in a channel, where the steering group works. Write @Dialoglotsen new dialogue in the channel.",
  sentToChat: "I have answered in our own chat.",
  overviewMoved: "The overview is now last in the thread.",
  noOverviewYet:
    "The questions about the form of dialogue are not answered yet. Open the dialogue from My tasks.",
};

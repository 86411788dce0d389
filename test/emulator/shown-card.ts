import { botCalls, channelId } from "./stub.ts";

const fetchAction = {
  type: "Action.Submit",
  title: "Öppna punkten",
  data: { msteams: { type: "task/fetch" }, item: "i1" },
};
/** A card with what only Teams knows, a press, a dialog, and text that must stay text. */
export const card = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", text: "Översikt", style: "heading", wrap: true },
    { type: "Icon", name: "LockClosed", fallback: { type: "TextBlock", text: "Låst" } },
    { type: "ProgressBar", value: 3, max: 10, fallback: "drop" },
    {
      type: "RichTextBlock",
      inlines: [
        { type: "TextRun", text: "<img src=x onerror=alert(1)> **nej** [x](javascript:1)" },
      ],
    },
  ],
  actions: [
    {
      type: "Action.Execute",
      title: "Det stämmer",
      verb: "confirm",
      data: { id: "d1" },
      fallback: { type: "Action.Submit", title: "Det stämmer", data: { id: "d1" } },
    },
    fetchAction,
  ],
};
/** Posts the card in the channel as the bot does. */
export async function postCard(emulatorUrl: string): Promise<void> {
  const call = await botCalls(emulatorUrl);
  await call("POST", "/v3/conversations", {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: {
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
    },
  });
}

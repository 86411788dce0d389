import { z } from "zod";
import { type Activity, buildActivity, mentions, placeOfAct } from "./activities.ts";
import { shownAfterDialog, shownAfterExecute, shownAfterMessage, type Shown } from "./answers.ts";
import { type Cloud, keepMessage, newMessage } from "./cloud.ts";
import { type BotAnswer, deliver } from "./deliver.ts";
import { personNamed, type Place } from "./roster.ts";

const actSchema = z.strictObject({
  person: z.string(),
  kind: z.enum(["message", "execute", "submit", "fetch", "dialogSubmit", "raw"]),
  conversation: z.string(),
  activityId: z.string().optional(),
  action: z
    .strictObject({
      verb: z.string().optional(),
      data: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  text: z.string().optional(),
  mention: z.boolean().optional(),
  locale: z.string().optional(),
  activity: z.record(z.string(), z.unknown()).optional(),
  activityKey: z.string().optional(),
  trigger: z.enum(["manual", "automatic"]).optional(),
});

export type Act = z.infer<typeof actSchema>;
export type ActInput = z.input<typeof actSchema>;

/** The bot's answer, and what the person would see of it. `messageId` names the message the person wrote. */
export type ActResult = BotAnswer & { shown: Shown; messageId?: string };

/** Reads an act as given to the control API. Throws a ZodError on an unknown key. */
export function parseAct(input: unknown): Act {
  return actSchema.parse(input);
}

/** Builds the activity of an act without sending it; a written message is not kept. */
export function activityOfAct(cloud: Cloud, act: Act): Activity {
  return buildActivity(cloud, act, placeOfAct(cloud, act));
}

/** Does what a person does in Teams: sends the activity to the bot and keeps what everybody and this person see of it. */
export async function perform(cloud: Cloud, act: Act): Promise<ActResult> {
  const place = placeOfAct(cloud, act);
  const written = act.kind === "message" ? keepWritten(cloud, act, place) : undefined;
  const activity = buildActivity(cloud, act, place);
  if (written && act.activityKey === undefined && act.activity?.["id"] === undefined)
    activity["id"] = written.id;
  if (act.kind === "message" && place.conversation.kind === "channel" && !mentions(act, place))
    // The bot hears only what names it in a channel.
    return {
      status: 0,
      body: null,
      millis: 0,
      shown: { kind: "nothing" },
      messageId: written?.id ?? "",
    };
  const answer = await deliver(cloud, activity);
  const shown = shownAfter(act, answer);
  if (shown.kind === "card") showTo(cloud, act, shown.card);
  return { ...answer, shown, ...(written ? { messageId: written.id } : {}) };
}

function keepWritten(cloud: Cloud, act: Act, place: Place): { id: string } {
  const person = personNamed(cloud.state, act.person);
  // Whoever writes to the bot 1:1 has its app from then on, as Teams installs it then.
  if (place.conversation.kind === "personal" && !cloud.state.installedFor.has(person.id)) {
    cloud.state.installedFor.add(person.id);
    cloud.state.saveWorld();
  }
  const message = newMessage(cloud, {
    conversationId: place.conversation.id,
    from: person.id,
    text: act.text ?? "",
    mentionsBot: mentions(act, place),
    ...(place.rootId === undefined ? {} : { rootId: place.rootId }),
  });
  keepMessage(cloud, message);
  return { id: message.id };
}

function shownAfter(act: Act, answer: BotAnswer): Shown {
  switch (act.kind) {
    case "execute":
      return shownAfterExecute(answer.status, answer.body);
    case "fetch":
      return shownAfterDialog(answer.status, answer.body, false);
    case "dialogSubmit":
      return shownAfterDialog(answer.status, answer.body, true);
    case "message":
    case "submit":
    case "raw":
      return shownAfterMessage(answer.status);
  }
}

function showTo(cloud: Cloud, act: Act, card: unknown): void {
  const message = cloud.state.messages.get(act.activityId ?? "");
  if (!message || message.deleted) return;
  keepMessage(cloud, { ...message, cardFor: { ...message.cardFor, [act.person]: card } });
}

import type { ActionOf } from "../cards/actions.ts";
import { textsOf } from "../cards/texts/texts.ts";
import { exampleCommands } from "../domain/example-story.ts";
import { isExample } from "../domain/permissions.ts";
import { Rejection } from "../domain/rejection.ts";
import { addDays, localDateOf } from "../domain/time.ts";
import type { DialogueId, PersonId } from "../domain/value.ts";
import { DeliveryError } from "../outbox/delivery.ts";
import type { SentMessage } from "../store/store.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import type { Press } from "./pressed.ts";

/** Makes an example in the presser's own chat, further along than a new dialogue; one a person (decisions.md §2.4). The same press again makes none. */
export async function startExample(
  press: Press & { readonly action: ActionOf<"startExample"> },
  options: BotOptions,
): Promise<Reply> {
  const { presser, language } = press;
  const texts = textsOf(language).told;
  // The button stands on cards that many people see, so the example is named for the one who presses it.
  const dialogueId = `example.${presser.person}`;
  const [own] = await options.store.dialogues.list({ exampleOf: presser.person });
  if (own && (await options.store.dialogues.seen(press.inboundId)))
    return { kind: "words", words: texts.exampleStarted };
  if (own) {
    await options.store.outbox.repost(own.dialogueId, "overview", await options.clock.now());
    options.saved();
    return { kind: "words", words: texts.exampleShownAgain };
  }
  await makeExample(dialogueId, presser.person, press, options);
  return { kind: "words", words: texts.exampleStarted };
}

async function makeExample(
  dialogueId: DialogueId,
  person: PersonId,
  { language, inboundId }: Press,
  { handle, clock }: BotOptions,
): Promise<void> {
  const today = localDateOf(await clock.now());
  const { calendar } = await handle.processOf({ status: "none" });
  const commands = exampleCommands({
    home: { type: "personal", person },
    language,
    meetingDate: calendar.previousWorkingDay(addDays(today, -1)),
    plannedDecisionDate: calendar.nextWorkingDay(addDays(today, 120)),
    decisionId: `${dialogueId}-decision`,
  });
  await handle.order({ dialogueId, commands, actor: person, inboundId });
}

/** Deletes the presser's example whole: its stream, its words, its messages, and the cards in the chat. */
export async function deleteExample(
  press: Press & { readonly action: ActionOf<"deleteExample"> },
  options: BotOptions,
): Promise<Reply> {
  const { action, presser, language } = press;
  const texts = textsOf(language).told;
  const state = await options.handle.load(action.dialogueId);
  if (state.status === "none") return { kind: "words", words: texts.exampleDeleted };
  if (!isExample(state) || state.home.type !== "personal" || state.home.person !== presser.person)
    throw new Rejection({ code: "E-FORBIDDEN" });
  const sent = await options.store.dialogues.deleteExample(action.dialogueId);
  for (const place of sent) await withdraw(place, presser.person, options);
  return { kind: "words", words: texts.exampleDeleted };
}

/** Its card may be gone already, or stay behind when Teams does not answer: nothing of the example depends on it. */
async function withdraw(
  place: SentMessage,
  person: PersonId,
  { deliver, pace, log }: BotOptions,
): Promise<void> {
  const to = { type: "person", person } as const;
  try {
    await pace(to, () => deliver.remove(place, to));
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    log.warn("example.card-left", { code: error.code });
  }
}

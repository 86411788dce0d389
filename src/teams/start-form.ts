import type { ActionOf } from "../cards/actions.ts";
import { startCommands } from "../cards/commands.ts";
import { askedFirst, sensitiveProblem } from "../cards/sensitive-guard.ts";
import { textsOf } from "../cards/texts/texts.ts";
import { Rejection } from "../domain/rejection.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { inDialogue } from "./dialogue-press.ts";
import { newDialoguePage } from "./pages.ts";
import type { Press } from "./pressed.ts";

/** Starts a dialogue in the channel where the form was opened, with its first answers, and goes on with the questions (decisions.md §1.2, §2.1). */
export async function startFromForm(
  press: Press & { readonly action: ActionOf<"saveNewDialogue"> },
  options: BotOptions,
): Promise<Reply> {
  const { action, inputs, presser, language, inboundId } = press;
  // A channel is where the steering group will work; a 1:1 chat has nobody else in it.
  if (presser.place.type === "personal")
    return { kind: "words", words: textsOf(language).told.startInChannel };
  const { teamId, channelId } = presser.place;
  const { dialogueId } = action;
  const { template } = await options.handle.processOf({ status: "none" });
  const sensitive = sensitiveProblem({ template }, press);
  if (sensitive) {
    const form = await newDialoguePage(press, dialogueId, options, {
      inputs,
      problems: [sensitive],
    });
    return form.kind === "page" ? { ...form, card: askedFirst(form.card, action, language) } : form;
  }
  const home = { type: "channel", teamId, channelId } as const;
  const commands = startCommands(press, { home, language: "sv" });
  try {
    await options.handle.order({ dialogueId, commands, actor: presser.person, inboundId });
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    // What cannot be mended in the form is told on a page of its own.
    if (!error.problems.some(({ code }) => code === "E-FIELD")) throw error;
    return newDialoguePage(press, dialogueId, options, { inputs, problems: error.problems });
  }
  return inDialogue(press, { verb: "openTriage", dialogueId, page: 1 }, options);
}

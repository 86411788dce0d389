import type { IAdaptiveCard, IconName } from "@microsoft/teams.cards";
import type { DialogueId } from "../domain/value.ts";
import { executeButton, openButton } from "./actions.ts";
import { icon, line, row, run, strong } from "./elements.ts";
import { compileCard } from "./render.ts";
import layout from "./templates/welcome.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { Language } from "./view.ts";

const draw = compileCard("welcome", layout);

/**
 * The first card: what the bot does in two lines, what it stores, three ways on. Mentions nobody. `exampleId` is drawn
 * with the card; several people may press it, so the receiver makes each presser's own id from it.
 */
export function welcomeCard(language: Language, exampleId: DialogueId): IAdaptiveCard {
  const { cards } = textsOf(language);
  const { welcome, buttons } = cards;
  return draw({
    lang: language,
    fallbackText: welcome.fallback,
    title: welcome.title,
    text: welcome.text,
    points: welcome.points.map((point) =>
      row({
        icon: icon(point.icon as IconName, point.glyph, "Accent"),
        runs: [strong(point.title)],
        lines: [line(run(point.text, { isSubtle: true }))],
      }),
    ),
    stores: welcome.stores,
    actions: [
      openButton(buttons.start, { verb: "newDialogue" }, { main: true }),
      executeButton(buttons.tryExample, { verb: "startExample", dialogueId: exampleId }),
      openButton(buttons.how, { verb: "openHelp", topic: "how" }),
    ],
  });
}

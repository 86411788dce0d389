import type { MorningPart } from "../../src/cards/morning.ts";
import { morningCard } from "../../src/cards/morning.ts";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import type { Language } from "../../src/cards/view.ts";
import type { Reminder } from "../../src/domain/reminders.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import type { Shown, ViewAt } from "./every-card.ts";
import { viewOf } from "./scenes.ts";

const DUE = "2027-05-14T06:30:00.000Z";

function reminder(person: string, about: Reminder["about"]): Reminder {
  return { key: JSON.stringify(about), about, person, dueAt: DUE };
}

/** The morning messages: one thing, several in two dialogues, everything done, as many as there can be, and forty dialogues. */
export function reminderCards(language: Language, at: ViewAt): readonly Shown[] {
  const may = played(scenarioOne, "2027-05-14 09:00");
  const view = { ...viewOf(may.state, { language, now: may.now }), viewer: "tjp" };
  const started = { ...at("started", "tjp"), now: DUE };
  const code = (code: string, rung: "R1" | "R3" | "R4" | "R5" = "R1") =>
    ({ type: "deadline", code, rung }) as const;
  const many = deadlinesOf(may.state, view.template, view.calendar).map((one) =>
    reminder("tjp", code(one.code, "R5")),
  );
  const card = (name: string, parts: readonly MorningPart[]): Shown => ({
    name,
    place: "message",
    card: morningCard(language, "2027-05-14", parts),
  });
  return [
    card("morning", [{ view: started, reminders: [reminder("tjp", code("D03"))] }]),
    card("morning-two-dialogues", [
      {
        view,
        reminders: [
          reminder("tjp", code("D08.1", "R3")),
          reminder("tjp", { type: "occasion", occasionId: "e2" }),
        ],
      },
      { view: started, reminders: [reminder("tjp", code("D04", "R5"))] },
    ]),
    card("morning-done", [{ view: started, reminders: [reminder("tjp", code("D02"))] }]),
    card("morning-many", [
      { view, reminders: many },
      { view: started, reminders: many },
    ]),
    card(
      "morning-forty-dialogues",
      Array.from({ length: 40 }, () => ({
        view: started,
        reminders: [reminder("tjp", code("D04", "R5"))],
      })),
    ),
  ];
}

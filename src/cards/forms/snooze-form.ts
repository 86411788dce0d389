import type { CardElementArray, IAdaptiveCard, IChoiceSetInput } from "@microsoft/teams.cards";
import { MOST_SNOOZES, snoozeDays, subjectsOf, timesSnoozed } from "../../domain/snooze.ts";
import { REASON, TASK } from "../../domain/task-fields.ts";
import { localDateOf } from "../../domain/time.ts";
import { submitButton } from "../actions.ts";
import { formatsOf } from "../formats.ts";
import { inputId } from "../input-ids.ts";
import { shortTitle } from "../naming.ts";
import { SUBJECTS, UNTIL } from "../snooze-inputs.ts";
import { subjectName } from "../snooze-words.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { faultBlock } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { taskInput } from "./task-inputs.ts";

/** More than this is seldom due in a week. */
const MOST_THINGS = 10;

/** What the viewer is reminded of, until which of the next working mornings, and why (decisions.md §9.4). */
export function snoozeForm(view: View, told: Told = {}): IAdaptiveCard {
  const { state, viewer = "", language } = view;
  const { reach, cards, forms } = textsOf(language);
  const words = reach.snooze;
  const things = subjectsOf(state, viewer, localDateOf(view.now), view)
    .filter(({ id }) => timesSnoozed(state, viewer, id) < MOST_SNOOZES)
    .slice(0, MOST_THINGS);
  const nothing = things.length === 0;
  const back = submitButton(cards.buttons.toDialogue, {
    verb: "openDialogue",
    dialogueId: state.id,
  });
  return formCard(view, {
    kicker: shortTitle(view),
    title: nothing ? words.none : words.title,
    told,
    intro: nothing ? words.noneHelp : words.intro,
    fields: nothing
      ? []
      : [
          ...thingsInput(view, things, told),
          ...untilInput(view, told),
          ...taskInput(view, REASON, { label: words.reason, hints: [words.hint] }, told),
        ],
    notes: nothing ? [] : [forms.privacy],
    actions: nothing
      ? [back]
      : [
          submitButton(
            words.save,
            { verb: "snoozeReminders", dialogueId: state.id },
            { main: true },
          ),
          back,
        ],
  });
}

function thingsInput(
  view: View,
  things: ReturnType<typeof subjectsOf>,
  told: Told,
): CardElementArray {
  const words = textsOf(view.language).reach.snooze;
  const { shortDate } = formatsOf(view.language);
  const [only] = things;
  const first = things.length === 1 && only ? only.id : "";
  return choice(
    view,
    {
      name: SUBJECTS,
      label: words.things,
      choices: things.map(({ id, due }) => ({
        title: words.due(subjectName(view, id), shortDate(due)),
        value: id,
      })),
      value: told.inputs?.[inputId(TASK, SUBJECTS)] ?? first,
      look: { isMultiSelect: true, style: "expanded" },
    },
    told,
  );
}

function untilInput(view: View, told: Told): CardElementArray {
  const words = textsOf(view.language).reach.snooze;
  const { date } = formatsOf(view.language);
  const days = snoozeDays(localDateOf(view.now), view.calendar);
  return choice(
    view,
    {
      name: UNTIL,
      label: words.until,
      choices: days.map((day) => ({ title: date(day), value: day })),
      value: told.inputs?.[inputId(TASK, UNTIL)] ?? days[0] ?? "",
      look: { style: "compact" },
    },
    told,
  );
}

type Choice = {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value: string;
  readonly look: Pick<IChoiceSetInput, "isMultiSelect" | "style">;
};

function choice(
  { language }: Pick<View, "language">,
  { name, label, choices, value, look }: Choice,
  told: Told,
): CardElementArray {
  return [
    {
      type: "Input.ChoiceSet",
      id: inputId(TASK, name),
      label,
      choices: [...choices],
      wrap: true,
      errorMessage: textsOf(language).forms.check(label),
      ...look,
      ...(value === "" ? {} : { value }),
    },
    ...faultWords(language, told.problems, { itemId: TASK, field: name }).map((fault) =>
      faultBlock(fault),
    ),
  ];
}

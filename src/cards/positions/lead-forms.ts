import type { ActionArray, CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { steeringGroup } from "../../domain/group.ts";
import type { Position, PositionId } from "../../domain/position.ts";
import { mayReopen } from "../../domain/position-closing.ts";
import { positionOf, standing } from "../../domain/position-state.ts";
import { defaultClosing } from "../../domain/position-time.ts";
import { wordsOf } from "../../domain/text.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { neutral } from "../drawable.ts";
import type { Told } from "../forms/faults.ts";
import { formCard } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { shortTitle, whoHas } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { positionCard, quorumBanner } from "./position-card.ts";
import { FIELDS } from "./position-fields.ts";
import { positionInputs } from "./position-inputs.ts";
import { isCivilServant, leadsPosition } from "./position-rights.ts";

type Lead = { readonly told?: Told; readonly positionId: PositionId };

/** The civil servant writes down what a member has said; the member is asked to confirm it. */
export function oralForm(view: View, { positionId, told = {} }: Lead): IAdaptiveCard {
  const { positions, forms } = textsOf(view.language);
  const position = openOne(view, positionId);
  if (!position) return positionCard(view, positionId, { place: "dialog", told });
  if (!isCivilServant(view))
    return onlyFor(
      view,
      position,
      positions.oral.title,
      positions.oral.only(whoHas(view, ["civilServant"])),
      told,
    );
  return page(view, position, {
    title: positions.oral.title,
    intro: positions.oral.intro,
    told,
    fields: positionInputs(
      view,
      told,
      { field: FIELDS.seat, label: positions.oral.seat, required: true, people: position.seats },
      { field: FIELDS.answer, label: positions.answer.label, required: true },
      {
        field: FIELDS.reason,
        label: positions.answer.reason,
        hints: [positions.answer.reasonHint],
      },
    ),
    notes: [forms.privacy],
    send: submitButton(
      positions.oral.send,
      { verb: "logOral", ...at(view, position) },
      { main: true },
    ),
  });
}

/** The chair calls a substitute into a named seat. */
export function substituteForm(view: View, { positionId, told = {} }: Lead): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const position = openOne(view, positionId);
  if (!position) return positionCard(view, positionId, { place: "dialog", told });
  const { substitute } = positions;
  const all = steeringGroup(view.state)?.substitutes ?? [];
  if (!leadsPosition(view, position) || all.length === 0)
    return onlyFor(
      view,
      position,
      substitute.title,
      all.length === 0 ? substitute.none : substitute.only(whoHas(view, ["steeringChair"])),
      told,
    );
  const taken = Object.values(position.substitutes);
  return page(view, position, {
    title: substitute.title,
    intro: substitute.intro,
    told,
    fields: positionInputs(
      view,
      told,
      { field: FIELDS.seat, label: substitute.seat, required: true, people: position.seats },
      {
        field: FIELDS.substitute,
        label: substitute.substitute,
        required: true,
        people: all.filter((person) => !taken.includes(person)),
      },
    ),
    send: submitButton(
      substitute.send,
      { verb: "callSubstitute", ...at(view, position) },
      { main: true },
    ),
  });
}

/** What closing means, before it is done: it cannot be undone. */
export function closeForm(view: View, { positionId, told = {} }: Lead): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const position = openOne(view, positionId);
  if (!position) return positionCard(view, positionId, { place: "dialog", told });
  const { close } = positions;
  if (!leadsPosition(view, position) && !isCivilServant(view))
    return onlyFor(
      view,
      position,
      positions.buttons.close,
      close.only(whoHas(view, ["steeringChair", "civilServant"])),
      told,
    );
  const { answered, seats } = standing(position);
  const left = positions.left(seats - answered, formatsOf(view.language));
  return page(view, position, {
    title: close.title,
    intro: `${answered === seats ? close.all : close.some(left)} ${close.text}`,
    told,
    banners: [quorumBanner(view, position)],
    fields: [],
    send: submitButton(
      close.send,
      { verb: "closePosition", ...at(view, position) },
      { main: true },
    ),
  });
}

/** Takes one up again that closed without a result. */
export function reopenForm(view: View, { positionId, told = {} }: Lead): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const position = positionOf(view.state, positionId);
  if (!position?.closed || !mayReopen(view.state, position))
    return positionCard(view, positionId, { place: "dialog", told });
  const { reopen } = positions;
  if (!leadsPosition(view, position))
    return onlyFor(
      view,
      position,
      reopen.title,
      reopen.only(whoHas(view, ["steeringChair"])),
      told,
    );
  const moment = formatsOf(view.language).moment(defaultClosing(view.state, view));
  return page(view, position, {
    title: reopen.title,
    intro: reopen.intro,
    told,
    fields: positionInputs(view, told, {
      field: FIELDS.closesAt,
      label: positions.ask.closes,
      hints: [positions.ask.closesHint(moment)],
    }),
    send: submitButton(
      reopen.send,
      { verb: "reopenPosition", ...at(view, position) },
      { main: true },
    ),
  });
}

function openOne({ state }: View, positionId: PositionId): Position | undefined {
  const position = positionOf(state, positionId);
  return position?.closed ? undefined : position;
}

function at(view: View, position: Position) {
  return { dialogueId: view.state.id, positionId: position.id };
}

type Page = {
  readonly title: string;
  readonly intro: string;
  readonly told: Told;
  readonly banners?: Parameters<typeof formCard>[1]["banners"];
  readonly fields: CardElementArray;
  readonly notes?: readonly string[];
  readonly send?: ReturnType<typeof submitButton>;
};

function page(view: View, position: Position, parts: Page): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const question = neutral(wordsOf(position.question, view.language));
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${question}`,
    title: parts.title,
    told: parts.told,
    intro: parts.intro,
    fields: parts.fields,
    ...(parts.banners ? { banners: parts.banners } : {}),
    notes: parts.notes ?? [],
    actions: [
      ...(parts.send ? [parts.send] : []),
      submitButton(positions.buttons.back, { verb: "openPosition", ...at(view, position) }),
      ...closing(view),
    ] satisfies ActionArray,
  });
}

function onlyFor(
  view: View,
  position: Position,
  title: string,
  intro: string,
  told: Told,
): IAdaptiveCard {
  return page(view, position, { title, intro, told, fields: [] });
}

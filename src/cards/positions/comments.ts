import type { ActionArray, CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Comment, Position, PositionId } from "../../domain/position.ts";
import { mayReadComments, positionOf } from "../../domain/position-state.ts";
import { isRecused } from "../../domain/seats.ts";
import { wordsOf } from "../../domain/text.ts";
import { type Action, submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { shortened } from "../drawable.ts";
import { paragraphs, subtle } from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { formCard } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { personName, shortTitle } from "../naming.ts";
import { bytesOf } from "../render.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { positionCard } from "./position-card.ts";
import { FIELDS } from "./position-fields.ts";
import { positionInputs } from "./position-inputs.ts";

/** Comments on one page; whole, since nowhere else says more. */
const MOST_COMMENTS = 5;
const MOST_BYTES = 11_000;

/**
 * What has been said about a matter, the newest first, and a place to say more. For those who take part: whoever has
 * declared jäv is refused, and the rest of the team has no part in it (decisions.md §3.4).
 */
export function commentsPage(
  view: View,
  { positionId, newId, page = 0 }: CommentsAt,
  told: Told = {},
): IAdaptiveCard {
  const { state, viewer = "", directory } = view;
  const position = positionOf(state, positionId);
  if (!position) return positionCard(view, positionId, { place: "dialog", told });
  return mayReadComments(state, position, viewer, directory)
    ? readable(view, position, { newId, page }, told)
    : notForViewer(view, position);
}

type CommentsAt = {
  readonly positionId: PositionId;
  readonly newId: string;
  readonly page?: number | undefined;
};

function frame(view: View) {
  const { positions } = textsOf(view.language);
  return {
    kicker: `${positions.kicker} · ${shortTitle(view)}`,
    title: positions.comments.title,
  };
}

function notForViewer(view: View, position: Position): IAdaptiveCard {
  const { comments } = textsOf(view.language).positions;
  const { viewer = "" } = view;
  return formCard(view, {
    ...frame(view),
    told: { problems: [refusal(position, viewer)] },
    intro: isRecused(position, viewer) ? comments.recused : comments.others,
    fields: [],
    actions: closing(view),
  });
}

function readable(
  view: View,
  position: Position,
  { newId, page }: { readonly newId: string; readonly page: number },
  told: Told,
): IAdaptiveCard {
  const { positions, forms } = textsOf(view.language);
  const { comments } = positions;
  const all = position.comments.toReversed();
  const writes = position.closed === undefined && page === 0;
  const input = { field: FIELDS.comment, label: comments.write, required: true };
  const about = { dialogueId: view.state.id, positionId: position.id };
  return formCard(view, {
    ...frame(view),
    told,
    intro: all.length === 0 ? comments.none : comments.members,
    fields: [
      ...(writes ? positionInputs(view, told, input) : []),
      ...listed(view, all.slice(page * MOST_COMMENTS, (page + 1) * MOST_COMMENTS)),
    ],
    notes: [...(writes ? [forms.privacy] : []), ...(position.closed ? [comments.closed] : [])],
    actions: [
      ...(writes
        ? [
            submitButton(
              comments.send,
              { verb: "commentPosition", ...about, commentId: newId },
              { main: true },
            ),
          ]
        : []),
      ...turning(view, position, { page, total: all.length }),
      submitButton(positions.buttons.show, { verb: "openPosition", ...about }),
      ...closing(view),
    ],
  });
}

function turning(
  view: View,
  position: Position,
  { page, total }: { readonly page: number; readonly total: number },
): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const show = (to: number): Action => ({
    verb: "openComments",
    dialogueId: view.state.id,
    positionId: position.id,
    page: to,
  });
  return [
    ...((page + 1) * MOST_COMMENTS < total ? [submitButton(buttons.next, show(page + 1))] : []),
    ...(page > 0 ? [submitButton(buttons.previous, show(page - 1))] : []),
  ];
}

function refusal(position: Position, viewer: string) {
  return isRecused(position, viewer)
    ? ({ code: "E-FORBIDDEN", who: ["steeringMember"], why: "recused" } as const)
    : ({ code: "E-FORBIDDEN", who: ["steeringMember", "civilServant"] } as const);
}

function listed(view: View, comments: readonly Comment[]): CardElementArray {
  const attempts = [5_000, 1_500, 600, 200].map((most) => drawn(view, comments, most));
  return attempts.find((elements) => bytesOf(elements) <= MOST_BYTES) ?? attempts.at(-1) ?? [];
}

function drawn(view: View, comments: readonly Comment[], most: number): CardElementArray {
  const { by } = textsOf(view.language).positions.comments;
  return comments.map((one) => ({
    type: "Container",
    style: "emphasis",
    roundedCorners: true,
    spacing: "Medium",
    items: [
      {
        type: "RichTextBlock",
        inlines: [subtle(by(personName(view, one.by), formatsOf(view.language).moment(one.at)))],
      },
      ...paragraphs(shortened(wordsOf(one.text, view.language), most)).map(({ runs }) => ({
        type: "RichTextBlock" as const,
        spacing: "None" as const,
        inlines: [...runs],
      })),
    ],
  }));
}

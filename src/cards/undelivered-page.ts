import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { MessageKind, Target } from "../domain/messages.ts";
import type { PersonId } from "../domain/value.ts";
import { openButton, submitButton } from "./actions.ts";
import { badge, icon, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { type ListRow, listCard } from "./list-card.ts";
import { personName, shortTitle } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { subjectName } from "./snooze-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { Place, View } from "./view.ts";

/** A message that ended without anybody knowing that it arrived. */
export type Lost = {
  readonly id: number;
  readonly about: MessageKind;
  readonly to: Target;
  readonly status: "failed" | "unknown";
  readonly code?: string;
};
export type Reach = {
  readonly messages: readonly Lost[];
  /** People with a role whom 1:1 does not reach, and the Connector's or our own code for why. */
  readonly people: readonly { readonly person: PersonId; readonly code: string }[];
};

/** What has not arrived, whom nothing reaches, why, and what to do; who only administers learns how many. */
export function undeliveredPage(
  view: View,
  { messages, people }: Reach,
  {
    may,
    place,
    page = 0,
    notice,
  }: {
    readonly may: "all" | "counts";
    readonly place: Place;
    readonly page?: number | undefined;
    readonly notice?: string;
  },
): IAdaptiveCard {
  const { reach, cards } = textsOf(view.language);
  const words = reach.undelivered;
  const formats = formatsOf(view.language);
  const dialogueId = view.state.id;
  const button = place === "dialog" ? submitButton : openButton;
  const counts = words.counts(
    formats.counted(messages.length, words.message, words.messageOther),
    formats.counted(people.length, words.person, words.personOther),
  );
  const some = messages.length + people.length > 0;
  return listCard({
    language: view.language,
    place,
    kicker: shortTitle(view),
    title: words.title,
    rows: may === "counts" ? [] : rowsOf(view, { messages, people }),
    page,
    banners: notice === undefined ? [] : [noticeBanner(notice)],
    none: may === "counts" && some ? [words.open, counts] : [words.none, words.noneHelp],
    more: (number) => ({ verb: "openUndelivered", dialogueId, page: number }),
    actions: [
      button(place === "dialog" ? cards.buttons.toDialogue : cards.buttons.openDialogue, {
        verb: "openDialogue",
        dialogueId,
      }),
    ],
  });
}

function rowsOf(view: View, { messages, people }: Reach): readonly ListRow[] {
  const words = textsOf(view.language).reach.undelivered;
  return [
    ...messages.map((one) => ({
      heading: `${words.messages}. ${words.againHelp}`,
      row: messageRow(view, one),
    })),
    ...people.map(({ person, code }) => {
      const why = reasonOf(code, "person");
      return {
        heading: words.people,
        row: row({
          icon: icon("Warning", "!", "Attention"),
          runs: [strong(personName(view, person))],
          lines: [line(run(words.why[why])), line(subtle(words.fix[why]))],
        }),
      };
    }),
  ];
}

function messageRow(view: View, one: Lost): RowData {
  const words = textsOf(view.language).reach.undelivered;
  const why = one.status === "unknown" ? "unknown" : reasonOf(one.code ?? "", one.to.type);
  const to = one.to.type === "person" ? words.to(personName(view, one.to.person)) : words.toChannel;
  return row({
    icon: icon("Warning", "!", one.status === "unknown" ? "Warning" : "Attention"),
    runs: [strong(kindOf(view, one.about))],
    lines: [line(run(to)), line(run(words.why[why])), line(subtle(words.fix[why]))],
    badge: badge(words.again),
    open: openButton(words.again, {
      verb: "sendAgain",
      dialogueId: view.state.id,
      messageId: one.id,
    }),
  });
}

function kindOf(view: View, about: MessageKind): string {
  const { kinds } = textsOf(view.language).reach.undelivered;
  if (about.kind === "morning")
    return kinds.morning(formatsOf(view.language).shortDate(about.date));
  if (about.kind === "task") return `${kinds.task}: ${subjectName(view, `task:${about.taskId}`)}`;
  return kinds[about.kind];
}

type Reason = keyof typeof REASONS | "botRemoved" | "other" | "unknown";
const REASONS = {
  blocked: ["ConversationBlockedByUser", "MessageWritesBlocked"],
  notInTeam: ["NotInTeam"],
  notInstalled: ["ForbiddenOperationException", "BotDisabledByAdmin"],
  removed: ["AppRemoved"],
  tooBig: ["MessageSizeTooBig", "Http413"],
  gone: [
    "ChannelDeleted",
    "ConversationNotFound",
    "ActivityNotFoundInConversation",
    "Http404",
    "Http410",
  ],
} as const;

/** What the code means, in words there are; a bot that is not in the roster of a chat is not installed for that person. */
function reasonOf(code: string, to: Target["type"]): Reason {
  if (code === "BotNotInConversationRoster") return to === "person" ? "notInstalled" : "botRemoved";
  if (code === "BotNotInTeam") return "botRemoved";
  const found = Object.entries(REASONS).find(([, codes]) =>
    (codes as readonly string[]).includes(code),
  );
  return (found?.[0] as Reason | undefined) ?? "other";
}

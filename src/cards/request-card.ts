import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import {
  type BannerData,
  banner,
  type FactData,
  icon,
  laidOut,
  type Line,
  line,
  type RowData,
  run,
  strong,
  subtle,
} from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { problemBanner } from "./forms/form-card.ts";
import { noticeBanner } from "./notice-banner.ts";
import { type CardData, compileFitting } from "./render.ts";
import layout from "./templates/request.json" with { type: "json" };
import type { View } from "./view.ts";

const draw = compileFitting("request", layout);

export type RequestParts = {
  /** Asks for something now; without it the card is a receipt. */
  readonly ask?: string;
  /** What became of it, for a receipt of something done. */
  readonly receipt?: string;
  /** Why nothing is asked any more, for a receipt of something that is no longer there to do. */
  readonly gone?: string;
  readonly kicker: string;
  readonly title: string;
  readonly lines?: readonly string[];
  readonly boxes?: readonly FactData[];
  readonly facts?: readonly FactData[];
  readonly sections?: readonly { readonly heading: string; readonly rows: readonly RowData[] }[];
  readonly notes?: readonly string[];
  readonly warnings?: readonly BannerData[];
  readonly actions?: ActionArray;
  readonly told?: Told;
};

/**
 * What one person is asked in the 1:1 chat or a dialog, and the receipt it becomes. Kicker and title neutralised. Where
 * texts may be long, shorter versions follow, and the first that is small enough to send is drawn.
 */
export function requestCard(
  view: View,
  parts: RequestParts,
  ...shorter: readonly (() => RequestParts)[]
): IAdaptiveCard {
  return draw(() => dataOf(view, parts), ...shorter.map((make) => () => dataOf(view, make())));
}

function dataOf(view: View, parts: RequestParts): CardData {
  return {
    lang: view.language,
    fallbackText: parts.title,
    banners: bannersOf(view, parts),
    kicker: parts.kicker,
    title: parts.title,
    lines: (parts.lines ?? []).map((text): Line => line(run(text))),
    boxes: parts.boxes ?? [],
    facts: laidOut(parts.facts ?? []),
    sections: parts.sections ?? [],
    notes: (parts.notes ?? []).map((text) => line(subtle(text))),
    actions: parts.actions ?? [],
  };
}

function bannersOf(view: View, parts: RequestParts): readonly BannerData[] {
  const { ask, receipt, gone, told = {}, warnings = [] } = parts;
  return [
    ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
    ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
    ...(ask === undefined ? [] : [banner("accent", icon("Alert", "!", "Accent"), [strong(ask)])]),
    ...(receipt === undefined ? [] : [noticeBanner(receipt)]),
    ...(gone === undefined ? [] : [banner("emphasis", icon("Info", "i"), [strong(gone)])]),
    ...warnings,
  ];
}

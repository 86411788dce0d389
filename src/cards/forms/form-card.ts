import type {
  ActionArray,
  BadgeStyle,
  CardElementArray,
  IAdaptiveCard,
} from "@microsoft/teams.cards";
import type { Problem } from "../../domain/rejection.ts";
import {
  type BannerData,
  badge,
  banner,
  header,
  icon,
  line,
  run,
  strong,
  subtle,
} from "../elements.ts";
import { problemLines } from "../lock.ts";
import { refusalWords } from "../refusal-words.ts";
import { compileCard } from "../render.ts";
import layout from "../templates/form.json" with { type: "json" };
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultsIn, type Told } from "./faults.ts";

const draw = compileCard("form", layout);

export type FormParts = {
  readonly kicker: string;
  readonly title: string;
  /** Which part of the walk this is, or that it is done. */
  readonly mark?: string;
  readonly markStyle?: BadgeStyle;
  readonly told?: Told;
  readonly banners?: readonly BannerData[];
  readonly intro?: string;
  readonly fields: CardElementArray;
  /** Said last, in small print. */
  readonly notes?: readonly string[];
  readonly actions: ActionArray;
};

/** A page of a dialog: what was wrong or saved first, then the generated elements in their frame. Title and kicker neutralised. */
export function formCard(view: View, parts: FormParts): IAdaptiveCard {
  const { told = {} } = parts;
  return draw(
    {
      lang: view.language,
      fallbackText: parts.title,
      header: header(
        parts.kicker,
        parts.title,
        parts.mark === undefined ? undefined : badge(parts.mark, parts.markStyle),
      ),
      banners: distinct([...toldBanners(view, told), ...(parts.banners ?? [])]),
      intro: parts.intro === undefined ? [] : [line(run(parts.intro))],
      notes: (parts.notes ?? []).map((note) => line(subtle(note))),
      actions: parts.actions,
    },
    parts.fields,
  );
}

/** What was refused and why the page is closed are often the same thing; it is said once. */
function distinct(banners: readonly BannerData[]): readonly BannerData[] {
  return [...new Map(banners.map((one) => [JSON.stringify(one), one])).values()];
}

function toldBanners(view: View, { problems = [], notice }: Told): readonly BannerData[] {
  const { forms } = textsOf(view.language);
  const count = faultsIn(problems.filter(({ code }) => code === "E-FIELD")).length;
  return [
    ...(notice === undefined
      ? []
      : [banner("good", icon("CheckmarkCircle", "✓", "Good", "Filled"), [strong(notice)])]),
    ...(count === 0
      ? []
      : [
          banner(
            "attention",
            icon("Warning", "!", "Attention"),
            [strong(forms.faultsTitle(count))],
            [line(run(`${forms.faultsText} `), subtle(`${textsOf(view.language).code}: E-FIELD`))],
          ),
        ]),
    ...problems
      .filter(({ code }) => code !== "E-FIELD")
      .map((problem) => problemBanner(view, problem)),
  ];
}

/** A refusal as a band: what, why, who can put it right, and the code. */
export function problemBanner(view: View, problem: Problem): BannerData {
  const { forms } = textsOf(view.language);
  const stop = icon(problem.code === "E-STALE" ? "ArrowSync" : "Warning", "!", "Attention");
  if (problem.code === "E-STALE")
    return banner(
      "attention",
      stop,
      [strong(forms.stale.title)],
      [line(run(`${forms.stale.text} `)), line(subtle(refusalWords(view, problem).code))],
    );
  return banner(
    "attention",
    stop,
    [strong(refusalWords(view, problem).title)],
    problemLines(view, problem),
  );
}

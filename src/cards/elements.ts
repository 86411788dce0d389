import type {
  BadgeStyle,
  ContainerStyle,
  IconName,
  IconStyle,
  ISubmitAction,
  ITextRun,
  TextColor,
} from "@microsoft/teams.cards";

/** Words in a RichTextBlock: the only place where what a person wrote may stand, since no Markdown is read there. */
export type Run = ITextRun;
export type Line = { readonly runs: readonly Run[] };

export function run(text: string, look: Omit<Run, "type" | "text"> = {}): Run {
  return { type: "TextRun", text, ...look };
}
export function strong(text: string): Run {
  return run(text, { weight: "Bolder" });
}
export function subtle(text: string): Run {
  return run(text, { isSubtle: true, size: "Small" });
}
/** One line of words. */
export function line(...runs: readonly Run[]): Line {
  return { runs };
}

/** Most paragraphs a text is drawn in; a text of nothing but line breaks must not fill a card with elements. */
const MOST_PARAGRAPHS = 40;

/** What a person wrote, a line for each of theirs. */
export function paragraphs(text: string, look: Omit<Run, "type" | "text"> = {}): readonly Line[] {
  const written = text.split(/\r\n|\r|\n/u).filter((part) => part.trim() !== "");
  const kept =
    written.length <= MOST_PARAGRAPHS
      ? written
      : [...written.slice(0, MOST_PARAGRAPHS - 1), written.slice(MOST_PARAGRAPHS - 1).join(" ")];
  return kept.map((part) => line(run(part, look)));
}

export type Icon = {
  readonly name: IconName;
  /** What stands there where icons are unknown; the meaning is always in the words too. */
  readonly glyph: string;
  readonly color: TextColor;
  readonly style: IconStyle;
};
export function icon(
  name: IconName,
  glyph: string,
  color: TextColor = "Default",
  style: IconStyle = "Regular",
): Icon {
  return { name, glyph, color, style };
}

/** A short label in a pill; the text is ours or neutralised, for where pills are unknown it is a TextBlock. */
export type Badge = {
  readonly text: string;
  readonly style: BadgeStyle;
  readonly icon: IconName | null;
};
export function badge(text: string, style: BadgeStyle = "Accent", name?: IconName): Badge {
  return { text, style, icon: name ?? null };
}

/** A pill longer than this would leave too little of a narrow card to the words beside it: it stands under them. */
const MOST_BESIDE_WORDS = 19;
const MOST_BESIDE_TITLE = 14;
/** Where a mark that the row leads on stands beside them too. */
const MOST_BESIDE_MARK = 10;

function placed(mark: Badge | undefined, most: number) {
  const all = mark === undefined ? [] : [mark];
  return {
    badges: all.filter(({ text }) => text.length <= most),
    under: all.filter(({ text }) => text.length > most),
  };
}

/** A line of a list: icon, words, smaller lines, something at the right; the whole of it can be pressed. */
export type RowData = {
  readonly icons: readonly { readonly icon: Icon; readonly align: "Top" | "Center" }[];
  readonly runs: readonly Run[];
  readonly lines: readonly Line[];
  readonly sides: readonly { readonly text: string; readonly align: "Top" | "Center" }[];
  readonly badges: readonly Badge[];
  readonly under: readonly Badge[];
  readonly chevrons: readonly { readonly name: IconName }[];
  readonly open: ISubmitAction | null;
  readonly style: ContainerStyle | null;
  readonly rounded: boolean | null;
};
export type RowParts = {
  readonly icon?: Icon;
  readonly runs: readonly Run[];
  readonly lines?: readonly Line[];
  readonly side?: string;
  /** Stands beside the first line, however many there are. */
  readonly sideOnTop?: boolean;
  readonly badge?: Badge;
  readonly open?: ISubmitAction;
  /** Shows that the row leads on, where nothing else on the card does. */
  readonly leadsOn?: boolean;
  readonly style?: ContainerStyle;
};
/** More characters than this are seldom one line. */
const ONE_LINE = 45;

/** Beside one line the icon stands in its middle, beside several at the first. */
function alignOf({ runs, lines = [] }: RowParts): "Top" | "Center" {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  return lines.length === 0 && length <= ONE_LINE ? "Center" : "Top";
}

export function row(parts: RowParts): RowData {
  return {
    icons: parts.icon ? [{ icon: parts.icon, align: alignOf(parts) }] : [],
    runs: parts.runs,
    lines: parts.lines ?? [],
    sides:
      parts.side === undefined
        ? []
        : [{ text: parts.side, align: parts.sideOnTop === true ? "Top" : "Center" }],
    ...placed(parts.badge, parts.leadsOn === true ? MOST_BESIDE_MARK : MOST_BESIDE_WORDS),
    chevrons: parts.leadsOn === true ? [{ name: "ChevronRight" }] : [],
    open: parts.open ?? null,
    style: parts.style ?? null,
    rounded: parts.style ? true : null,
  };
}

/** A band across the card that says what matters most; never by its colour alone. */
export type BannerData = {
  readonly style: ContainerStyle;
  readonly icon: Icon;
  readonly runs: readonly Run[];
  readonly lines: readonly Line[];
};
export function banner(
  style: ContainerStyle,
  mark: Icon,
  runs: readonly Run[],
  lines: readonly Line[] = [],
): BannerData {
  return { style, icon: mark, runs, lines };
}

export type FactData = { readonly label: string; readonly lines: readonly Line[] };
export function fact(label: string, ...lines: readonly (string | Line)[]): FactData {
  return {
    label,
    lines: lines.map((one) => (typeof one === "string" ? line(run(one)) : one)),
  };
}

/** More characters than this do not stand well in half a card. */
const MOST_BESIDE = 90;

/** Facts as their layout takes them: short ones beside their label, long ones under it. */
export function laidOut(facts: readonly FactData[]) {
  return facts.map((one) => {
    const length = one.lines
      .flatMap(({ runs }) => runs)
      .reduce((sum, { text }) => sum + text.length, 0);
    const isLong = length / Math.max(1, one.lines.length) > MOST_BESIDE;
    return { short: isLong ? [] : [one], long: isLong ? [one] : [] };
  });
}

export type HeaderData = {
  readonly kicker: string;
  readonly title: string;
  readonly badges: readonly Badge[];
  readonly under: readonly Badge[];
  readonly progress: readonly { readonly value: number; readonly max: number }[];
};
/** The top of a card. Kicker and title are headings and read Markdown: hand in neutralised words. */
export function header(
  kicker: string,
  title: string,
  mark?: Badge,
  progress?: { readonly value: number; readonly max: number },
): HeaderData {
  return {
    kicker,
    title,
    ...placed(mark, MOST_BESIDE_TITLE),
    progress: progress ? [progress] : [],
  };
}

import type { Answering } from "./answers.ts";
import type { FoldCost } from "./fold.ts";
import type { OpeningCost } from "./long-dialogue.ts";
import { markdownTable } from "./numbers.ts";
import type { Share } from "./profile.ts";
import { medianTurn, type Turn } from "./rounds.ts";

/** The turns of one course, round by round. */
export type Played = { readonly name: string; readonly turns: readonly Turn[] };

/** Medians of all rounds; the first course is what the others are compared with. */
export function pressTable(played: readonly Played[]): string {
  const [echo] = played;
  const base = medianTurn(echo?.turns ?? []);
  const rows = played.map(({ name, turns }) => {
    const turn = medianTurn(turns);
    return [
      name,
      turn.perSecond.toFixed(0),
      turn.p50Ms.toFixed(1),
      turn.p99Ms.toFixed(1),
      turn.cpuMs.toFixed(2),
      (turn.answerBytes / 1_000).toFixed(1),
      (turn.perSecond / base.perSecond).toFixed(2),
      (turn.cpuMs / base.cpuMs).toFixed(1),
    ];
  });
  return markdownTable(
    [
      "press",
      "presses/s",
      "p50 ms",
      "p99 ms",
      "CPU ms",
      "answer kB",
      "throughput ÷ echo",
      "CPU ÷ echo",
    ],
    rows,
  );
}

/** How far the rounds lay apart: the smallest and the largest throughput of each course. */
export function spreadTable(played: readonly Played[]): string {
  const rows = played.map(({ name, turns }) => {
    const speeds = turns.map(({ perSecond }) => perSecond);
    return [name, Math.min(...speeds).toFixed(0), Math.max(...speeds).toFixed(0)];
  });
  return markdownTable(["presses/s of the rounds", "least", "most"], rows);
}

export function foldTable({ events, coldMs, evolveMs, warmMs, orderMs }: FoldCost): string {
  return markdownTable(
    [`a dialogue of ${events} events`, "ms"],
    [
      ["first look after a start", coldMs.toFixed(1)],
      ["of that, folding the events", evolveMs.toFixed(2)],
      ["later look", warmMs.toFixed(2)],
      ["one order, to the commit", orderMs.toFixed(2)],
    ],
  );
}

export function openingTable(cost: OpeningCost): string {
  return markdownTable(
    [`opening a dialogue of ${cost.events} events`, "ms"],
    [
      ["Översikt, after a start", cost.overviewColdMs.toFixed(1)],
      ["Översikt, later", cost.overviewMs.toFixed(1)],
      ["its dialog", cost.dialogMs.toFixed(1)],
      ["newest page of its history", cost.newestMs.toFixed(1)],
      ["oldest page of its history", cost.oldestMs.toFixed(1)],
    ],
  );
}

/** Where the busy time of each course went; parts below one percent are left out. */
export function shareTable(
  profiled: readonly { readonly name: string; readonly shares: readonly Share[] }[],
): string {
  const places = [
    ...new Set(
      profiled.flatMap(({ shares }) =>
        shares.filter(({ share }) => share >= 0.01).map(({ place }) => place),
      ),
    ),
  ];
  const rows = places.map((place) => [
    place,
    ...profiled.map(({ shares }) => {
      const share = shares.find((one) => one.place === place)?.share ?? 0;
      return `${(share * 100).toFixed(0)} %`;
    }),
  ]);
  return markdownTable(["busy time", ...profiled.map(({ name }) => name)], rows);
}

/** Everybody of one steering group at once, turn by turn. */
export function answersTable(turns: readonly Answering[]): string {
  return markdownTable(
    ["members answering at once", "answers/s", "slowest ms", "lost", "edits in the channel", "429"],
    turns.map((turn) => [
      `${turn.members}`,
      turn.perSecond.toFixed(0),
      turn.slowestMs.toFixed(0),
      `${turn.lost}`,
      `${turn.channelEdits}`,
      `${turn.tooMany}`,
    ]),
  );
}

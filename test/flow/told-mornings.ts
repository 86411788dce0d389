import { exampleWorld } from "../support/bot.ts";
import type { CardNode } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";
import type { Story } from "./story.ts";

const MONTHS =
  "januari februari mars april maj juni juli augusti september oktober november december";
const DAY = /Det här väntar på dig \S+ (\d+) (\S+) (\d{4})/u;

/**
 * Every morning's message that came into somebody's own chat, also one that has been taken away since: "day: names" in
 * order, a name for each message. A morning's message says its day, and is never sent on another (decisions.md §9.3).
 */
export async function morningsIn({ town }: Pick<Story, "town">): Promise<readonly string[]> {
  const days = new Map<string, string[]>();
  for (const { id, kind, personId = "" } of await town.emulator.conversations()) {
    if (kind !== "personal") continue;
    for (const { from, card } of await town.emulator.messages(id)) {
      const [, day = "", month = "", year] = DAY.exec(from === "bot" ? wordsOn(card) : "") ?? [];
      if (year === undefined) continue;
      const number = String(MONTHS.split(" ").indexOf(month) + 1).padStart(2, "0");
      const on = `${year}-${number}-${day.padStart(2, "0")}`;
      days.set(on, [...(days.get(on) ?? []), firstName(personId)]);
    }
  }
  return [...days].map(([day, names]) => `${day}: ${names.toSorted().join(" ")}`).toSorted();
}

function wordsOn(card: unknown): string {
  return card === undefined ? "" : readOn(card as CardNode);
}

/** In the stories each first name is one person's. */
function firstName(person: string): string {
  const name = exampleWorld.people.find(({ id }) => id === person)?.name ?? person;
  return name.split(" ")[0] ?? name;
}

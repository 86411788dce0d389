import type { Command } from "../../src/domain/dialogue.ts";
import type { Step } from "../support/given.ts";
import { type Answered, momentOf, type Recorded } from "../support/played.ts";
import { scenarioTwo } from "../support/scenario-two.ts";
import { idsIn, orderInside } from "./order-inside.ts";
import { type Story, TEAM } from "./story.ts";

/** Who in Granåsa is the person that test/support/scenario-two.ts calls so. */
const CAST: Readonly<Record<string, string>> = {
  a: "Anna Lindqvist",
  b: "Behzad Karimi",
  c: "Cecilia Nyström",
  d: "David Holmgren",
  e: "Elif Demir",
  f: "Fredrik Ståhl",
  g: "Gunilla Åkerblom",
  h: "Hodan Abdi",
  head: "Margareta Öberg",
  tjp: "Tove Johansson",
  kom: "Samira Haddad",
  reg: "Petra Lundgren",
};

/** Lives the rows of scenario 2 after one moment, up to and with another, that other tests have shown by their buttons; some kinds of order may be left out. */
export async function liveRows(
  story: Story,
  after: string,
  until: string,
  without: readonly Command["type"][] = [],
): Promise<void> {
  const id = idsIn(story);
  const rows = scenarioTwo.filter(([when]) => when > after && when <= until);
  const orders = rows.flatMap(([when, ...steps]) =>
    steps
      .filter(isOrder)
      .filter(([, { type }]) => !without.includes(type))
      .map(([actor, command]) => ({
        by: CAST[actor] ?? "",
        at: momentOf(when),
        commands: [named(command, (called) => id(CAST[called] ?? ""), story.channel)],
      })),
  );
  await orderInside(story, ...orders);
}

/** Facts without an order are the board's decision, which the test registers itself. */
function isOrder(step: Step | Recorded | Answered): step is Step {
  return Array.isArray(step);
}

/** The order with the people of Granåsa in place of those of the history, and in this channel. */
function named(command: Command, id: (called: string) => string, channelId: string): Command {
  if (command.type === "StartDialogue")
    return {
      ...command,
      home: { type: "channel", teamId: TEAM.id, channelId },
      initiator: id(command.initiator),
    };
  return JSON.parse(JSON.stringify(command), (key, value: unknown) => {
    if (typeof value !== "string" || WORDS.has(key)) return value;
    const parts = value.split(",");
    return parts.every((part) => part in CAST) ? parts.map(id).join(",") : value;
  }) as Command;
}
/** What a history writes in its own words. */
const WORDS: ReadonlySet<string> = new Set(["type", "itemId", "field", "rowId", "reason"]);

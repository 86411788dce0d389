import { randomUUID } from "node:crypto";
import { crowdOf } from "../flow/crowd.ts";
import { confirmAct, doAct, startAct } from "../flow/dialogue-acts.ts";
import { ledgerOf } from "../flow/ledger.ts";
import { openTown, type Town } from "../support/bot.ts";
import { readOn, seat } from "../support/seat.ts";

const crowd = crowdOf({ registrars: 0, elected: 3, channels: 4 });
const [starter = "", anna = "", bertil = ""] = crowd.elected;
const [first = "", second = "", third = "", fourth = ""] = crowd.channels;
/** A team of its own, which the bot is not in yet; the starter is not in it. */
const NEW_TEAM = "19:nytt-team@thread.tacv2";
const NEW_CHANNEL = "19:ny-kanal@thread.tacv2";
export const PEOPLE = { starter, anna, bertil };
export const CHANNELS = { first, second, third, fourth, new: NEW_CHANNEL };
export const TEAMS = { old: crowd.teamId, new: NEW_TEAM };

/** Two teams of Granåsa with a dialogue in each of three channels of the first; Anna is their initiator. */
export async function openTwoTeams() {
  const [old] = crowd.world.teams;
  const world = {
    ...crowd.world,
    teams: [
      ...crowd.world.teams,
      {
        ...old,
        id: NEW_TEAM,
        aadGroupId: randomUUID(),
        name: "Stadsmiljö",
        channels: [
          { id: NEW_TEAM, name: null },
          { id: NEW_CHANNEL, name: "Dialoger" },
        ],
        members: [anna, bertil],
      },
    ],
  };
  const town = await openTown({ world: world as never, organisation: crowd.organisation });
  await town.emulator.limits(false);
  await town.emulator.moveClock("2027-09-20T08:00:00.000Z");
  return { town, world, ...visitor(town) };
}

function visitor(town: Town) {
  const { emulator } = town;
  const at = (person: string, channel = first) => seat(emulator, person, channel);
  async function settled(): Promise<void> {
    const { now } = await emulator.clock();
    await emulator.moveClock(now);
  }
  /** A dialogue in the channel, with its Översikt out, which Anna is asked to confirm. */
  async function started(conversation: string): Promise<string> {
    const dialogueId = randomUUID();
    const initiator = ledgerOf(town.directory).personId(anna);
    await doAct(emulator, startAct(starter, { conversation, dialogueId, initiator }));
    await settled();
    return dialogueId;
  }
  async function confirmed(dialogueId: string): Promise<void> {
    await doAct(emulator, confirmAct(anna, dialogueId));
    await settled();
  }
  async function begun(conversation: string): Promise<string> {
    const dialogueId = await started(conversation);
    await confirmed(dialogueId);
    return dialogueId;
  }
  /** Cards in the place that say this, as read. */
  async function saying(person: string, words: string, where: string): Promise<string[]> {
    const cards = await at(person).cards(where);
    return cards.map(({ card }) => readOn(card)).filter((text) => text.includes(words));
  }
  /** Requests that Teams has had to do with the channel since then. */
  async function callsTo(conversation: string, since: number) {
    return (await emulator.received(since)).filter(
      ({ method, path }) => method !== "GET" && decodeURIComponent(path).includes(conversation),
    );
  }
  return {
    at,
    settled,
    started,
    confirmed,
    begun,
    saying,
    callsTo,
    lastSeen: async () => (await emulator.received()).at(-1)?.seq ?? 0,
    ledger: () => ledgerOf(town.directory),
    /** Writes in the place, and is answered with what is newest there, in words. */
    async told(person: string, text: string, where: string): Promise<string> {
      const before = (await emulator.messages(where)).length;
      await emulator.message(person, where, text);
      await settled();
      const added = (await emulator.messages(where)).slice(before + 1);
      return added.map(({ text: words, card }) => words ?? readOn(card as never)).join("\n");
    },
    /** A press in the person's own chat. */
    press: (person: string, data: object, inputs: Record<string, string> = {}) =>
      emulator.dialogSubmit(person, {
        conversation: "personal",
        data: { dl: 1, ...data },
        inputs,
      }),
  };
}

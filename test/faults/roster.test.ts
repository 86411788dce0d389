import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { confirmAct, doAct, startAct } from "../flow/dialogue-acts.ts";
import { type Ledger, ledgerOf } from "../flow/ledger.ts";
import { untilQuiet } from "../flow/quiet.ts";
import { openTown, type Town } from "../support/bot.ts";
import { readOn, seat } from "../support/seat.ts";

const id = (number: number) => `00000000-0009-4000-8000-${String(number).padStart(12, "0")}`;
const guest = { id: id(1), name: "Gerd Gäst", userRole: "guest" } as const;
const anonymous = { id: id(2), name: "Någon", userRole: "anonymous" } as const;
const [anna, namesake] = [id(3), id(4)].map((one) => ({ id: one, name: "Anna Ek" }));
const newcomers = [id(5), id(6), id(7)].map((one, index) => ({ id: one, name: `Ny ${index}` }));

const crowd = crowdOf({ registrars: 0, elected: 1, channels: 3 });
const [starter = ""] = crowd.elected;
const channels = [...crowd.channels];
let town: Town;
let ledger: Ledger;

beforeAll(async () => {
  const [team, ...teams] = crowd.world.teams;
  if (!team || !anna || !namesake) throw new Error("The example has no team.");
  const odd = [guest, anonymous, anna, namesake];
  const members = [...team.members, ...odd.map((one) => one.id)];
  const people = [...crowd.world.people, ...odd, ...newcomers];
  const world = { ...crowd.world, people, teams: [{ ...team, members }, ...teams] };
  // Of the two who are called the same the organisation file names one.
  const organisation = crowd.organisation as { elected: readonly string[] };
  const elected = [...organisation.elected, anna.id];
  town = await openTown({ world, organisation: { ...organisation, elected } });
  ledger = ledgerOf(town.directory);
});
afterEach(() => town.emulator.clearFaults());
afterAll(() => town.close());

function kept<Row>(sql: string): Row[] {
  const database = new Database(join(town.directory, "dialog.db"), { readonly: true });
  try {
    return database.prepare(sql).all() as Row[];
  } finally {
    database.close();
  }
}
const members = () =>
  kept<{ person_id: string }>("select person_id from membership order by person_id");
/** The form that starts a dialogue, sent by that person; how it went, and whether there is a dialogue. */
async function starts(person: string, conversation: string, initiator = starter) {
  const dialogueId = randomUUID();
  const own = ledger.personId(initiator);
  const { status, body } = await doAct(
    town.emulator,
    startAct(person, { conversation, dialogueId, initiator: own }),
  );
  return {
    dialogueId,
    status,
    body: JSON.stringify(body),
    made: ledger.events(dialogueId).length > 0,
  };
}

describe("F47: a roster that is read when somebody comes, and", () => {
  const page = (number: number) => ({
    members: [{ id: `29:${number}`, name: `${number}`, aadObjectId: randomUUID() }],
    continuationToken: String(number),
  });
  const whole = (body: unknown) => ({ status: 200, body });

  let told = 0;
  test.each([
    ["fails half-way", [whole(page(1)), { status: 500 }]],
    ["is cut half-way", [whole(page(1)), whole('{"members":[{"id":"29:x"')]],
    ["repeats its token", [whole(page(1)), whole(page(1))]],
    ["never ends", Array.from({ length: 60 }, (_, number) => whole(page(number)))],
  ])("%s removes nobody and adds nobody by halves, in at most fifty pages", async (_, answers) => {
    const before = members();
    expect(before.length).toBeGreaterThan(10);
    for (const answer of answers)
      await town.emulator.fault({ match: { method: "GET", pathIncludes: "agedMembers" }, answer });
    const since = (await town.emulator.received()).at(-1)?.seq ?? 0;
    const { teamId } = crowd;
    await town.emulator.roster({ teamId, add: [newcomers[0]?.id ?? ""] });
    const reads = (await town.emulator.received(since)).filter(({ method }) => method === "GET");
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.length).toBeLessThanOrEqual(50);
    expect(members()).toEqual(before);
    const failures = () => town.bot().lines.filter((line) => line.includes('"what":"bot.failed"'));
    await vi.waitFor(() => expect(failures().length).toBeGreaterThan(told), { timeout: 10_000 });
    told = failures().length;
    await town.emulator.clearFaults();
    await town.emulator.roster({ teamId, remove: [newcomers[0]?.id ?? ""] });
  });
});

test("F47: who has come while the roster could not be read is known when they do something", async () => {
  const newcomer = newcomers[1]?.id ?? "";
  const match = { method: "GET", pathIncludes: "agedMembers" };
  await town.emulator.fault({ match, answer: { status: 503 } });
  await town.emulator.roster({ teamId: crowd.teamId, add: [newcomer] });
  const [conversation = ""] = channels;
  expect(await starts(newcomer, conversation)).toMatchObject({ status: 200, made: true });
  // Whoever is no member stays a stranger, and has it read once a minute at the most.
  const reads = async () =>
    (await town.emulator.received()).filter(({ path }) => path.includes("agedMembers")).length;
  const before = await reads();
  const stranger = newcomers[2]?.id ?? "";
  for (let count = 0; count < 3; count++)
    expect(await starts(stranger, conversation)).toMatchObject({ made: false });
  expect(await reads()).toBeLessThanOrEqual(before + 1);
});

describe("F48: in a roster with a guest, somebody anonymous, two of one name and a General channel without a name", () => {
  const [general = ""] = crowd.world.teams.map((team) => team.id);

  test("everybody with an account is known by it, the guest as a guest, and who has none is nobody", () => {
    const people = kept<{ entra_id: string; name: string; guest: number }>(
      "select entra_id, name, guest from person where id in (select person_id from membership)",
    );
    const [first, second] = [anna, namesake].map((one) => one?.id ?? "");
    expect(
      people
        .filter(({ name }) => name === "Anna Ek")
        .map((one) => one.entra_id)
        .toSorted(),
    ).toEqual([first, second]);
    expect(people.find(({ entra_id: own }) => own === guest.id)).toMatchObject({ guest: 1 });
    expect(people.map(({ name }) => name)).not.toContain(anonymous.name);
  });

  test("the guest and who is anonymous start nothing; the one of the two who is named does what is hers, the other not", async () => {
    const [conversation = ""] = channels;
    expect(await starts(guest.id, conversation)).toMatchObject({ made: false });
    expect(await starts(anonymous.id, conversation)).toMatchObject({ status: 400, made: false });
    const { dialogueId, made } = await starts(starter, conversation, anna?.id);
    expect(made).toBe(true);
    await untilQuiet(ledger, dialogueId);
    const before = ledger.events(dialogueId).length;
    const refused = await doAct(town.emulator, confirmAct(namesake?.id ?? "", dialogueId));
    expect(JSON.stringify(refused.body)).toContain("E-FORBIDDEN");
    expect(ledger.events(dialogueId)).toHaveLength(before);
    await doAct(town.emulator, confirmAct(anna?.id ?? "", dialogueId));
    expect(ledger.events(dialogueId).length).toBeGreaterThan(before);
  });

  test("a dialogue lives in the channel without a name as in any other", async () => {
    const { dialogueId, status, made } = await starts(starter, general);
    expect([status, made]).toEqual([200, true]);
    await untilQuiet(ledger, dialogueId);
    const shown = await seat(town.emulator, starter, general).see("Torget");
    expect(readOn(shown.card)).toContain(dialogueId.slice(0, 8));
  });
});

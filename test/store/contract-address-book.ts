import { beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { StoreUnusable } from "../../src/store/unusable.ts";
import { AT, after } from "./given.ts";

const ENTRA = "11111111-aaaa-4bbb-8ccc-000000000001";
const organisation = { bodies: [], elected: ["p1"], admins: [], linkHosts: ["granasa.se"] };

/** What every store promises of people and places, and of the small things it keeps. */
export function addressBookContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  describe("a person", () => {
    test("has one id of our own however often and in whatever case the Entra id comes", async () => {
      const ids = await Promise.all(
        [ENTRA.toUpperCase(), ENTRA, ENTRA].map((id) => store.addressBook.personFor(id)),
      );
      expect(new Set(ids).size).toBe(1);
      expect(ids[0]).not.toContain("11111111");
      expect(await store.addressBook.personFor(ENTRA)).toBe(ids[0]);
      expect((await store.addressBook.people()).size).toBe(1);
    });

    test("is what has been told, and what is not told stays", async () => {
      const id = await store.addressBook.personFor(ENTRA);
      expect(await store.addressBook.person(id)).toEqual({
        id,
        entraId: ENTRA,
        guest: false,
        teams: [],
      });
      const personal = { conversationId: "a:1", serviceUrl: "https://smba/" };
      await store.addressBook.notePerson(id, { name: "Anna Ek", locale: "sv-SE", guest: true });
      await store.addressBook.notePerson(id, { teamsUserId: "29:x", personal, unreachable: "403" });
      await store.addressBook.notePerson(id, {});
      await store.addressBook.notePerson(id, { unreachable: null });
      expect([...(await store.addressBook.people()).values()]).toEqual([
        {
          id,
          entraId: ENTRA,
          name: "Anna Ek",
          locale: "sv-SE",
          guest: true,
          teams: [],
          teamsUserId: "29:x",
          personal,
        },
      ]);
    });

    test("nobody knows of cannot be told anything about", async () => {
      expect(await store.addressBook.person("nobody")).toBeUndefined();
      expect((await store.addressBook.people()).size).toBe(0);
      const noting = store.addressBook.notePerson("nobody", { name: "Anna" });
      await expect(noting).rejects.toThrow("no person nobody");
    });
  });

  describe("teams", () => {
    test("hold who the last whole roster named", async () => {
      const [a, b, c] = (await Promise.all(
        ["a", "b", "c"].map((id) => store.addressBook.personFor(id)),
      )) as [string, string, string];
      await store.addressBook.setRoster("t1", [a, b]);
      await store.addressBook.joinTeam("t2", a);
      await store.addressBook.joinTeam("t2", a);
      await store.addressBook.setRoster("t1", [b, c, c]);
      const people = await store.addressBook.people();
      expect(Object.fromEntries([...people].map(([id, { teams }]) => [id, teams]))).toEqual({
        [a]: ["t2"],
        [b]: ["t1"],
        [c]: ["t1"],
      });
    });

    test("take the address with them when the last one is left, and not before", async () => {
      const id = await store.addressBook.personFor(ENTRA);
      const personal = { conversationId: "a:1", serviceUrl: "https://smba/" };
      await store.addressBook.notePerson(id, { name: "Anna Ek", teamsUserId: "29:x", personal });
      await store.addressBook.leaveTeam("t3", id);
      expect(await store.addressBook.person(id)).toMatchObject({ personal });
      await store.addressBook.setRoster("t1", [id]);
      await store.addressBook.joinTeam("t2", id);
      await store.addressBook.leaveTeam("t2", id);
      expect(await store.addressBook.person(id)).toMatchObject({ personal, teams: ["t1"] });
      await store.addressBook.leaveTeam("t1", id);
      expect(await store.addressBook.person(id)).toEqual({
        id,
        entraId: ENTRA,
        name: "Anna Ek",
        guest: false,
        teams: [],
      });
    });

    test("and channels are what has been told last", async () => {
      const team = { teamId: "t1", serviceUrl: "https://smba/", tenantId: "ten", installed: true };
      await store.addressBook.noteTeam({ ...team, name: "Granåsa", aadGroupId: "g" });
      await store.addressBook.noteTeam({ ...team, installed: false });
      expect(await store.addressBook.team("t1")).toMatchObject({
        ...team,
        name: "Granåsa",
        installed: false,
      });
      expect(await store.addressBook.team("t2")).toBeUndefined();
      await store.addressBook.noteChannel({ channelId: "c1", teamId: "t1" });
      await store.addressBook.noteChannel({ channelId: "c1", teamId: "t1", name: "Torget" });
      await store.addressBook.noteChannel({ channelId: "c1", teamId: "t1", deleted: true });
      expect(await store.addressBook.channel("c1")).toEqual({
        channelId: "c1",
        teamId: "t1",
        name: "Torget",
        deleted: true,
      });
      expect(await store.addressBook.channel("c2")).toBeUndefined();
    });
  });

  describe("the directory", () => {
    test("is empty before anything is known, and says that no organisation was given", async () => {
      expect(await store.addressBook.directory()).toEqual({
        organisation: undefined,
        people: new Map(),
      });
      expect(await store.addressBook.organisation()).toBeUndefined();
    });

    test("is the same until something in it changes, and then the new one", async () => {
      const id = await store.addressBook.personFor(ENTRA);
      const first = await store.addressBook.directory();
      await store.addressBook.notePerson(id, { name: "Anna Ek" });
      expect(await store.addressBook.directory()).toBe(first);
      expect(first.people).toEqual(new Map([[id, { guest: false, teams: [] }]]));
      await store.addressBook.setRoster("t1", [id]);
      await store.addressBook.notePerson(id, { guest: true });
      await store.addressBook.setOrganisation("h1", organisation);
      expect(await store.addressBook.directory()).toEqual({
        organisation,
        people: new Map([[id, { guest: true, teams: ["t1"] }]]),
      });
      await store.addressBook.leaveTeam("t1", id);
      expect((await store.addressBook.directory()).people.get(id)?.teams).toEqual([]);
    });

    test("has the organisation as applied last, with its hash", async () => {
      await store.addressBook.setOrganisation("h1", organisation);
      await store.addressBook.setOrganisation("h2", { ...organisation, admins: ["p2"] });
      expect(await store.addressBook.organisation()).toEqual({
        hash: "h2",
        body: { ...organisation, admins: ["p2"] },
      });
    });
  });

  test("a process template is kept by hash, and its version never gets other content", async () => {
    const template = { id: "granasa", version: 1, hash: "h1", body: '{"steps":[]}' };
    await store.templates.keep(template);
    await store.templates.keep(template);
    await store.templates.keep({ ...template, version: 2, hash: "h2", body: "{}" });
    expect(await store.templates.body("h1")).toBe('{"steps":[]}');
    expect(await store.templates.body("h3")).toBeUndefined();
    const other = store.templates.keep({ ...template, hash: "h9", body: "{}" });
    await expect(other).rejects.toBeInstanceOf(StoreUnusable);
  });

  test("the development clock stands where it was set last", async () => {
    expect(await store.clock.get()).toBeUndefined();
    await store.clock.set(AT);
    await store.clock.set(after(1));
    expect(await store.clock.get()).toBe(after(1));
  });

  test("a store that works says so", async () => {
    await store.check();
    await store.check();
  });
}

import type { Language, Named, View } from "../../src/cards/view.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { directoryFor, EXAMPLE_CAST } from "../../src/domain/example.ts";
import * as history from "../support/given.ts";

const NAMES: { readonly [person: string]: Named } = {
  a: named("Anna Lindqvist", true),
  b: named("Bashir Haddad", true),
  c: named("Cecilia Ek", false),
  d: named("David Åkesson", true),
  e: { name: "Elin Öberg", guest: true, reachable: true },
  reg: named("Sara Nyman", true),
  head: named("Mats Ödman", true),
  kom: named("Jonna Rask"),
  tjp: named("Ali Hassan", true),
  starter: named("Petra Holm"),
};

export function named(name: string, reachable?: boolean): Named {
  return { name, guest: false, reachable };
}

/** A view of a dialogue as it stands in the tests' municipality. */
export function viewOf(state: Dialogue, more: Partial<View> = {}): View {
  const cast = new Map(EXAMPLE_CAST.map(({ id, name }) => [id, named(name)]));
  return {
    state,
    template: history.template,
    calendar: history.calendar,
    directory: directoryFor(state, undefined, history.directory),
    now: "2027-02-04T09:00:00.000Z",
    language: "sv",
    nameOf: (person) => NAMES[person] ?? cast.get(person) ?? named(person),
    ...more,
  };
}

/** Scenario 1's first weeks, by what has happened last. */
export const scenes = {
  triaged: () => history.after(...history.triaged),
  purposed: () => history.after(...history.purposed),
  drafted: () => history.after(...history.drafted),
  registered: () => history.after(...history.registered),
  confirmed: () => history.after(...history.confirmed),
  appointed: () => history.after(...history.appointed),
};
export type SceneName = keyof typeof scenes;

export const LANGUAGES: readonly Language[] = ["sv", "en"];

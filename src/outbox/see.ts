import type { Language, Named, View } from "../cards/view.ts";
import type { Calendar } from "../domain/calendar.ts";
import type { Dialogue } from "../domain/dialogue.ts";
import { directoryFor, EXAMPLE_CAST } from "../domain/example.ts";
import type { Template } from "../domain/template.ts";
import type { Instant } from "../domain/time.ts";
import type { PersonId } from "../domain/value.ts";
import type { Evaluation } from "../store/evaluation.ts";
import type { AddressBook, Person } from "../store/store.ts";

export type See = (
  state: Dialogue,
  as: { readonly language: Language; readonly viewer?: PersonId },
) => Promise<View>;

export type SeeOptions = {
  readonly evaluation: Pick<Evaluation, "hasAnswered">;
  readonly addressBook: Pick<AddressBook, "people" | "directory">;
  readonly processOf: (
    state: Dialogue,
  ) => Promise<{ readonly template: Template; readonly calendar: Calendar }>;
  readonly now: () => Promise<Instant>;
};

/** Makes views: everything a card about one dialogue is drawn from, read afresh each time. */
export function createSee({ addressBook, evaluation, processOf, now }: SeeOptions): See {
  return async (state, { language, viewer }) => {
    const { template, calendar } = await processOf(state);
    const directory = directoryFor(state, undefined, await addressBook.directory());
    const people = await addressBook.people();
    const nameOf = (id: PersonId): Named => {
      const person = people.get(id);
      return person ? named(person) : unknown(language);
    };
    const seen = viewer ?? (state.home.type === "personal" ? state.home.person : undefined);
    const round = state.internalRound;
    const answered =
      viewer !== undefined && round?.status === "open"
        ? await evaluation.hasAnswered({ dialogueId: state.id, roundId: round.id }, viewer)
        : undefined;
    return {
      state,
      ...(answered === undefined ? {} : { hasAnswered: answered }),
      template,
      calendar,
      directory,
      now: await now(),
      language,
      nameOf: (person) => CAST.get(person) ?? nameOf(person),
      // In an example the owner sees what the person they play sees.
      ...(seen === undefined
        ? {}
        : { viewer: state.home.type === "personal" ? (state.playing ?? "example-chair") : seen }),
    };
  };
}

const CAST: ReadonlyMap<PersonId, Named> = new Map(
  EXAMPLE_CAST.map(({ id, name }) => [id, { name, guest: false, reachable: undefined }]),
);

function named(person: Person): Named {
  const tried = person.unreachable !== undefined || person.personal !== undefined;
  return {
    name: person.name ?? "",
    guest: person.guest,
    reachable: tried ? person.unreachable === undefined : undefined,
  };
}

/** Not told by any roster yet, or erased. */
function unknown(language: Language): Named {
  return {
    name: language === "en" ? "name unknown" : "namn saknas",
    guest: false,
    reachable: undefined,
  };
}

/** English when the person's client speaks it, else Swedish (decisions.md §7.1). */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith("en") ? "en" : "sv";
}

import type { BodyId, PersonId } from "./value.ts";

export type BodyKind = "board" | "executive" | "council";

/** A nämnd, styrelse or fullmäktige with the people who hold its offices (decisions.md §1.1). */
export type Body = {
  readonly id: BodyId;
  readonly name: string;
  readonly short: string;
  readonly kind: BodyKind;
  readonly chair?: PersonId;
  readonly departmentHead: PersonId;
  readonly registrars: readonly PersonId[];
  readonly communicators: readonly PersonId[];
};

/** Who is who before any decision: the organisation file with our own person ids in place of Entra ids. */
export type Organisation = {
  readonly bodies: readonly Body[];
  readonly elected: readonly PersonId[];
  readonly admins: readonly PersonId[];
  /** Hosts whose links may become buttons, beside *.sharepoint.com. */
  readonly linkHosts: readonly string[];
};

/** What the roster says of a person, as far as rights are concerned (decisions.md §1.4, §1.5). */
export type Membership = {
  /** Teams (as Teams ids) the person is a member of now. */
  readonly teams: readonly string[];
  readonly guest: boolean;
};

/** The organisation together with the roster: all the domain may know of people. */
export type Directory = {
  readonly organisation: Organisation | undefined;
  readonly people: ReadonlyMap<PersonId, Membership>;
};

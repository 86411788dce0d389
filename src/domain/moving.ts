import { amongTypes } from "./among-types.ts";
import type { Context } from "./context.ts";
import type { Dialogue, Home, NewFact } from "./dialogue.ts";
import { hasEnded } from "./lifecycle.ts";
import type { Wanted } from "./messages.ts";
import { hasAccess, holdersOf, isExample, rolesOf } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import { namedIn } from "./role-records.ts";
import { ask } from "./role-requests.ts";
import type { Role } from "./roles.ts";
import type { Instant } from "./time.ts";
import type { PersonId } from "./value.ts";

type Channel = Extract<Home, { readonly type: "channel" }>;

/** A time when nothing could be shown where the dialogue lives, who was told, and how it ended (reliability.md F49). */
export type LostPlace = {
  readonly since: Instant;
  readonly told: PersonId;
  readonly over?: "back" | "moved";
};

export type MovingCommand =
  /** To another channel, because its own is gone (decisions.md §2.2). */
  | { readonly type: "MoveDialogue"; readonly home: Channel }
  /** By what Teams tells: the channel is gone, or there again. */
  | { readonly type: "NotePlace"; readonly gone: boolean };

export type MovingFact =
  | { readonly type: "PlaceLost"; readonly told: PersonId }
  | { readonly type: "PlaceFound" }
  | { readonly type: "DialogueMoved"; readonly home: Channel };

export const isMovingFact = amongTypes<MovingFact>("PlaceLost", "PlaceFound", "DialogueMoved");

/** Nothing can be shown where the dialogue lives. */
export function isPlaceLost({ lostPlaces }: Pick<Dialogue, "lostPlaces">): boolean {
  const last = lostPlaces.at(-1);
  return last !== undefined && last.over === undefined;
}

/** The civil servant moves it, or the deputy who stands in; before there is one the initiator (decisions.md §2.2). */
export function moverOf(state: Dialogue): Role {
  return namedIn(state, "civilServant").length === 0 ? "initiator" : "civilServant";
}

/** What the order changes about where the dialogue lives. Throws Rejection. */
export function decideMoving(state: Dialogue, command: MovingCommand, context: Context): NewFact[] {
  return command.type === "MoveDialogue"
    ? moveDialogue(state, command.home, context)
    : notePlace(state, command.gone, context);
}

/** Who moves it has the right where it was as known last, and is a member where it comes to: that team's roster counts from then on (decisions.md §1.4). */
function moveDialogue(state: Dialogue, home: Channel, { actor, directory }: Context): NewFact[] {
  if (isExample(state)) throw new Rejection({ code: "E-FORBIDDEN" });
  const mover = moverOf(state);
  const isMover = rolesOf(state, actor, directory).has(mover);
  if (!isMover || !hasAccess({ ...state, home }, actor, directory)) {
    // Whose it is, is told to those alone who may know of the dialogue (decisions.md §5.9).
    const named = hasAccess(state, actor, directory) ? { who: [mover] } : {};
    throw new Rejection({ code: "E-FORBIDDEN", ...named });
  }
  if (isSame(state.home, home)) return [];
  if (hasEnded(state)) throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  if (!isPlaceLost(state)) throw new Rejection({ code: "E-STALE" });
  return [{ type: "DialogueMoved", home }];
}

function isSame(one: Home, other: Channel): boolean {
  return one.type === "channel" && one.teamId === other.teamId && one.channelId === other.channelId;
}

function notePlace(state: Dialogue, gone: boolean, { actor, directory }: Context): NewFact[] {
  if (actor !== "system") throw new Rejection({ code: "E-FORBIDDEN" });
  if (isExample(state) || hasEnded(state) || gone === isPlaceLost(state)) return [];
  if (!gone) return [{ type: "PlaceFound" }];
  const [civilServant] = [
    ...holdersOf(state, "civilServant", directory),
    ...namedIn(state, "civilServant"),
  ];
  return [{ type: "PlaceLost", told: civilServant ?? state.initiator }];
}

type Stamped = MovingFact & { readonly at: Instant };

/** The dialogue after the fact. Never throws. */
export function evolveMoving<D extends Dialogue>(state: D, event: Stamped): D {
  const { lostPlaces } = state;
  switch (event.type) {
    case "PlaceLost":
      return { ...state, lostPlaces: [...lostPlaces, { since: event.at, told: event.told }] };
    case "PlaceFound":
      return { ...state, lostPlaces: ended(lostPlaces, "back") };
    case "DialogueMoved":
      return { ...state, home: event.home, lostPlaces: ended(lostPlaces, "moved") };
  }
}

function ended(
  places: readonly LostPlace[],
  over: NonNullable<LostPlace["over"]>,
): readonly LostPlace[] {
  return places.map((place) => (place.over === undefined ? { ...place, over } : place));
}

/** Who was told that the channel is gone has it once for each time, and keeps it as a receipt. */
export function placeNotices({ lostPlaces }: Dialogue): readonly Wanted[] {
  return lostPlaces.map(({ told }, time) =>
    ask(`placeLost:${time}`, { kind: "placeLost", time }, told),
  );
}

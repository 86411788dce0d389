import type { Client } from "../support/seat.ts";
import { fillIn } from "./acts.ts";
import { type Cast, type CastOf, type Stage, untilConfirmed } from "./stationstorget.ts";
import type { Telling } from "./told.ts";

/** Scenario 1 while it is told. */
export type Told = Telling<Cast>;

/** The weeks from the start to the kick-off, as they go when nothing is refused. */
export async function untilKickoff(story: Stage, cast: CastOf<Client>): Promise<void> {
  await untilConfirmed(story, cast);
  const minutes = "Följ protokollet: justerat, anslaget, laga kraft";
  await story.at("2027-02-03 12:00");
  await fillIn(cast.registrar, minutes, { Justerat: "2027-02-02", Anslaget: "2027-02-03" });
  await story.at("2027-02-04 10:00");
  await cast.head.press("Utse tjänsteperson", "personal");
  await cast.head.submit("Spara och stäng", {
    Tjänsteperson: "Tove Johansson",
    "Utsedd den": "2027-02-04",
  });
  await story.at("2027-02-16 10:00");
  await fillIn(cast.tove, "Håll startmöte med styrgruppen", { "Dag för startmötet": "2027-02-16" });
}

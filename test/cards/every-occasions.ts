import { type Opening, screenOf, screenRefused } from "../../src/cards/screens.ts";
import { inputId } from "../../src/cards/input-ids.ts";
import type { Shown, ViewAt } from "./every-card.ts";
import type { SceneName } from "./scenes.ts";

const dialogueId = "dialogue-1";

/** The pages of tillfällen, dates and the diary. */
export function occasionCards(at: ViewAt): Shown[] {
  const page = (
    name: string,
    [scene, viewer, day]: readonly [SceneName, string, string],
    opening: Opening,
  ): Shown => ({
    name,
    place: "dialog",
    card: screenOf({ ...at(scene, viewer), now: `${day}T09:00:00.000Z` }, opening, "new-1"),
  });
  const one = (occasionId: string): Opening => ({ verb: "openOccasion", dialogueId, occasionId });
  const dates = (number = 0): Opening => ({ verb: "openDates", dialogueId, page: number });
  const diary: Opening = { verb: "openDiary", dialogueId };
  return [
    page("occasion", ["invited", "tjp", "2027-05-05"], one("e1")),
    page("occasion-read", ["invited", "other", "2027-05-05"], one("e1")),
    page("occasion-over", ["invited", "tjp", "2027-05-13"], one("e1")),
    page("occasion-held", ["heldOnce", "b", "2027-05-13"], one("e1")),
    page("occasion-moved", ["moved", "kom", "2027-05-05"], one("e2")),
    page("occasion-moved-told", ["movedTold", "tjp", "2027-05-07"], one("e2")),
    page("occasion-cancelled", ["cancelled", "tjp", "2027-05-21"], one("e2")),
    page("occasion-hidden", ["planned", "other", "2027-03-20"], one("e1")),
    page("occasion-move", ["invited", "tjp", "2027-05-05"], {
      verb: "openMoveOccasion",
      dialogueId,
      occasionId: "e1",
    }),
    moveRefused(at),
    page("occasion-cancel", ["invited", "tjp", "2027-05-05"], {
      verb: "openCancelOccasion",
      dialogueId,
      occasionId: "e1",
    }),
    page("dates-none", ["drafted", "tjp", "2027-01-26"], dates()),
    page("dates-first", ["appointed", "tjp", "2027-02-10"], dates()),
    page("dates-planned", ["approved", "b", "2027-04-09"], dates()),
    page("dates-planned-2", ["approved", "b", "2027-04-09"], dates(1)),
    page("dates-touring", ["touring", "tjp", "2027-06-05"], dates(1)),
    page("dates-late", ["heard", "a", "2027-06-21"], dates()),
    page("dates-moved", ["decided", "a", "2027-06-29"], dates()),
    page("dates-over", ["closed", "a", "2028-08-01"], dates(1)),
    page("diary-none", ["appointed", "reg", "2027-02-10"], diary),
    page("diary", ["heard", "reg", "2027-06-17"], diary),
    page("diary-read", ["heard", "b", "2027-06-17"], diary),
    page("diary-done", ["diarised", "reg", "2027-06-11"], diary),
    page("diary-form", ["heard", "reg", "2027-06-17"], {
      verb: "openRegistration",
      dialogueId,
      record: "event.invite",
      page: 0,
    }),
    page("dialogue-heard", ["heard", "reg", "2027-06-17"], { verb: "openDialogue", dialogueId }),
    page("dialogue-closed", ["closed", "reg", "2028-08-01"], { verb: "openDialogue", dialogueId }),
  ];
}

/** Sent with an end before its start and without a reason; nothing of what was written is lost. */
function moveRefused(at: ViewAt): Shown {
  const view = { ...at("invited", "tjp"), now: "2027-05-05T09:00:00.000Z" };
  const part = (field: string, name: string) => inputId("form", field, name);
  const inputs = {
    [part("start", "date")]: "2027-05-26",
    [part("start", "time")]: "18:00",
    [part("end", "date")]: "2027-05-26",
    [part("end", "time")]: "08:30",
    [inputId("form", "reason")]: "",
  };
  const fault = { itemId: "plan.events", field: "end", rowId: "e1" };
  const action = { verb: "moveOccasion", dialogueId, occasionId: "e1" } as const;
  return {
    name: "occasion-move-refused",
    place: "dialog",
    card: screenRefused(
      view,
      { action, inputs },
      [{ code: "E-FIELD", faults: [{ ...fault, fault: "endsBeforeStart" }] }],
      "new-1",
    ),
  };
}

import type { Event } from "../domain/dialogue.ts";
import type { RoleFact } from "../domain/role-records.ts";
import { icon, type Line, line, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { personName } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import { reasonLines, type Room } from "./timeline-details.ts";
import type { Entry } from "./timeline-entry.ts";
import type { View } from "./view.ts";

type RoleEvent = Extract<Event, { type: RoleFact["type"] }>;

const person = icon("Person", "●", "Accent");
const away = icon("Person", "●", "Warning");
const gone = icon("Person", "●", "Attention");

/** Who was given which role, who is away, who has left: facts that everybody in the channel may read; reasons are for those with a role. */
export function roleEntry(view: View, event: RoleEvent, room: Room): Entry {
  const { did, is } = textsOf(view.language).timeline;
  const name = personName(view, event.person);
  const who = event.by;
  const own = event.by === event.person;
  switch (event.type) {
    case "RoleGiven":
      return {
        icon: person,
        who,
        words: did.roleGiven[event.role](name),
        lines: reasonLines(view, event.reason, room),
      };
    case "RoleEnded":
      return { icon: person, who, words: did.roleEnded[event.role](name), lines: [] };
    case "AbsenceRecorded":
      return {
        icon: away,
        who,
        words: own ? did.absentSelf : did.absent(name),
        lines: [days(view, event)],
      };
    case "AbsenceBegan":
      return { icon: away, words: is.absent(name), lines: [] };
    case "AbsenceEnded":
      if (who === "system") return { icon: away, words: is.present(name), lines: [] };
      return { icon: away, who, words: own ? did.presentSelf : did.present(name), lines: [] };
    case "PersonLeft":
      return { icon: gone, words: is.left(name), lines: [] };
    case "PersonReturned":
      return { icon: person, words: is.returned(name), lines: [] };
  }
}

function days(view: View, { from, until }: Extract<RoleEvent, { type: "AbsenceRecorded" }>): Line {
  const { timeline } = textsOf(view.language);
  const { shortDate } = formatsOf(view.language);
  const words =
    until === undefined
      ? timeline.from(shortDate(from))
      : timeline.fromUntil(shortDate(from), shortDate(until));
  return line(subtle(words));
}

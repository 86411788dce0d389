import { holdersOf, startDecision } from "../domain/permissions.ts";
import type { Role } from "../domain/roles.ts";
import type { PersonId } from "../domain/value.ts";
import { neutral } from "./drawable.ts";
import { type FactData, type Line, line, type Run, run, strong, subtle } from "./elements.ts";
import { personName } from "./naming.ts";
import { formatsOf } from "./formats.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Who holds which role, and whether 1:1 reaches them (decisions.md §4.1). Of a role with more holders, the others are counted. */
export function peopleFacts(view: View, mostNames: number): readonly FactData[] {
  return shownRoles(view).flatMap((role): FactData[] => {
    const holders = shownHolders(view, role);
    if (holders.length === 0 && !EXPECTED.has(role)) return [];
    return [
      {
        // A long word may break at its slash where room is short.
        label: neutral(view.template.roles[role][view.language]).replaceAll("/", "/\u200b"),
        lines: holders.length === 0 ? [nobody(view)] : lines(view, holders, mostNames),
      },
    ];
  });
}

/** The chair is one of the members, and is named once. */
function shownHolders({ state, directory }: View, role: Role): readonly PersonId[] {
  const holders = holdersOf(state, role, directory);
  if (role !== "steeringMember") return holders;
  const chairs = holdersOf(state, "steeringChair", directory);
  return holders.filter((person) => !chairs.includes(person));
}

/** What to do about those who are not reached; nothing when everybody is. */
export function peopleNotes(view: View): readonly Line[] {
  const everybody = shownRoles(view).flatMap((role) => holdersOf(view.state, role, view.directory));
  const unreached = everybody.some((person) => view.nameOf(person).reachable === false);
  return unreached ? [line(subtle(textsOf(view.language).views.overview.notReachedHelp))] : [];
}

/** Said to be missing when nobody holds them. */
const EXPECTED: ReadonlySet<Role> = new Set<Role>(["departmentHead", "registrar"]);

/** Before the steering group exists its part is played by the initiator (process.md §12). */
function shownRoles({ state }: View): readonly Role[] {
  const leading: readonly Role[] = startDecision(state)
    ? ["steeringChair", "steeringMember", "substitute"]
    : ["initiator"];
  return [...leading, "departmentHead", "civilServant", "deputy", "registrar", "communicator"];
}

function lines(view: View, holders: readonly PersonId[], mostNames: number): readonly Line[] {
  const { cards } = textsOf(view.language);
  const rest = holders.length - mostNames;
  const shown = rest > 0 ? holders.slice(0, mostNames) : holders;
  const more = rest > 0 ? [line(subtle(cards.moreOf(formatsOf(view.language).number(rest))))] : [];
  return [...shown.map((person) => line(...personRuns(view, person))), ...more];
}

function personRuns(view: View, person: PersonId): readonly Run[] {
  const { overview } = textsOf(view.language).views;
  const { reachable } = view.nameOf(person);
  const name = run(personName(view, person));
  if (reachable === undefined) return [name];
  return reachable
    ? [name, subtle(` · ${overview.reached}`)]
    : [name, run(" · "), { ...strong(overview.notReached), size: "Small" }];
}

function nobody(view: View): Line {
  return line(run(textsOf(view.language).cards.nobody, { isSubtle: true }));
}

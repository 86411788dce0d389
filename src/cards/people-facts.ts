import { startDecision } from "../domain/permissions.ts";
import type { Role } from "../domain/roles.ts";
import type { PersonId } from "../domain/value.ts";
import { neutral } from "./drawable.ts";
import { type FactData, type Line, line, run, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { personName } from "./naming.ts";
import {
  fixWords,
  hasLeft,
  holderRuns,
  namedHolders,
  roleName,
  rolesStillNamed,
  type ShownRole,
  standIn,
} from "./role-holders.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Who holds which role, whether 1:1 reaches them, who is away and who stands in (decisions.md §1.6, §4.1). Of a role with more holders, the others are counted. */
export function peopleFacts(view: View, mostNames: number): readonly FactData[] {
  return shownRoles(view).flatMap((role): FactData[] => {
    const holders = shownHolders(view, role);
    if (holders.length === 0 && !EXPECTED.has(role)) return [];
    return [
      {
        // A long word may break at its slash where room is short.
        label: neutral(view.template.roles[role][view.language]).replaceAll("/", "/\u200b"),
        lines:
          holders.length === 0
            ? [nobody(view)]
            : [...lines(view, holders, mostNames), ...acting(view, role)],
      },
    ];
  });
}

/** The chair is one of the members, and is named once. */
function shownHolders(view: View, role: ShownRole): readonly PersonId[] {
  const holders = namedHolders(view, role);
  if (role !== "steeringMember") return holders;
  const chairs = namedHolders(view, "steeringChair");
  return holders.filter((person) => !chairs.includes(person));
}

function acting(view: View, role: ShownRole): readonly Line[] {
  const person = standIn(view, role);
  if (person === undefined) return [];
  const { holding } = textsOf(view.language);
  return [line(run(holding.actsNow(personName(view, person)), { size: "Small" }))];
}

/** More than this is for the page of roles. */
const MOST_LEFT = 2;

/** What to do about those who have left and those who are not reached; nothing when everybody is there. */
export function peopleNotes(view: View): readonly Line[] {
  const everybody = shownRoles(view).flatMap((role) => namedHolders(view, role));
  const unreached = everybody.some(
    (person) => view.nameOf(person).reachable === false && !hasLeft(view, person),
  );
  return [
    ...leftNotes(view, [...new Set(everybody)]),
    ...(unreached ? [line(subtle(textsOf(view.language).views.overview.notReachedHelp))] : []),
  ];
}

function leftNotes(view: View, everybody: readonly PersonId[]): readonly Line[] {
  const { holding } = textsOf(view.language);
  const left = everybody.filter((person) => hasLeft(view, person)).slice(0, MOST_LEFT);
  return left.flatMap((person) =>
    rolesStillNamed(view, person)
      .slice(0, 1)
      .map((role) => {
        const what = roleName(view, role).toLocaleLowerCase("sv");
        return line(
          run(`${holding.leftNote(personName(view, person), what)} ${fixWords(view, role)}`, {
            size: "Small",
          }),
        );
      }),
  );
}

/** Said to be missing when nobody holds them. */
const EXPECTED: ReadonlySet<Role> = new Set<Role>(["departmentHead", "registrar"]);

/** Before the steering group exists its part is played by the initiator (process.md §12). */
function shownRoles({ state }: View): readonly ShownRole[] {
  const leading: readonly ShownRole[] = startDecision(state)
    ? ["steeringChair", "steeringMember", "substitute"]
    : ["initiator"];
  return [...leading, "departmentHead", "civilServant", "deputy", "registrar", "communicator"];
}

function lines(view: View, holders: readonly PersonId[], mostNames: number): readonly Line[] {
  const { cards } = textsOf(view.language);
  const rest = holders.length - mostNames;
  const shown = rest > 0 ? holders.slice(0, mostNames) : holders;
  const more = rest > 0 ? [line(subtle(cards.moreOf(formatsOf(view.language).number(rest))))] : [];
  return [...shown.map((person) => line(...holderRuns(view, person))), ...more];
}

function nobody(view: View): Line {
  return line(run(textsOf(view.language).cards.nobody, { isSubtle: true }));
}

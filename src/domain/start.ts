import type { Context } from "./context.ts";
import type { Command, Dialogue, Home, NewFact, State } from "./dialogue.ts";
import { CHARACTER_LIMITS, isBlank } from "./fields.ts";
import { holdsOffice } from "./permissions.ts";
import type { Organisation } from "./organisation.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import { written } from "./text.ts";
import type { DialogueId, PersonId } from "./value.ts";

type StartDialogue = Extract<Command, { type: "StartDialogue" }>;

/**
 * Starts a dialogue in a channel: any member of its team who is no guest may, and names an elected official as initiator
 * (decisions.md §1.2). Refuses E-NO-ORGANISATION while nobody is known to hold an office.
 */
export function startDialogue(
  state: State,
  dialogueId: DialogueId,
  command: StartDialogue,
  context: Context,
): NewFact[] {
  if (state.status !== "none") {
    // The same press again, from the same form; somebody else's dialogue answers as if it did not exist.
    if (state.starter === context.actor) return [];
    throw new Rejection({ code: "E-FORBIDDEN" });
  }
  const organisation = refuseUnlessMayStart(command.home, context);
  const title = written(command.title);
  const faults = [...titleFaults(title.text), ...initiatorFaults(command, context)];
  if (faults.length > 0) throw new Rejection({ code: "E-FIELD", faults });
  const { home, language, initiator } = command;
  const { template, templateHash: hash, actor } = context;
  return [
    {
      type: "DialogueStarted",
      dialogueId,
      template: { id: template.id, version: template.version, hash },
      language,
      home,
      title,
      starterEmployed: !organisation.elected.includes(actor),
      initiator,
      initiatorConfirmed: initiator === actor,
    },
  ];
}

/**
 * Any member of the channel's team may start, guests only when the organisation file names them (decisions.md §1.2, §1.5).
 * Refuses with E-FORBIDDEN everybody else, and with E-NO-ORGANISATION while nobody is known to hold an office.
 */
export function refuseUnlessMayStart(
  home: Home,
  { actor, directory }: Pick<Context, "actor" | "directory">,
): Organisation {
  const { organisation, people } = directory;
  const membership = people.get(actor);
  const named =
    organisation?.elected.includes(actor) === true ||
    holdsOffice(actor, organisation?.bodies ?? []);
  const isMember = home.type === "personal" || membership?.teams.includes(home.teamId) === true;
  if (!isMember || (membership?.guest === true && !named))
    throw new Rejection({ code: "E-FORBIDDEN", why: "start" });
  if (!organisation) throw new Rejection({ code: "E-NO-ORGANISATION" });
  return organisation;
}

/** Where the faults of a form that makes a dialogue are counted to. */
export const NEW_DIALOGUE = "dialogue";

function titleFaults(title: string): FieldFault[] {
  const at = { itemId: NEW_DIALOGUE, field: "title" };
  if (title.trim() === "") return [{ ...at, fault: "missing" }];
  const actual = title.length;
  const limit = CHARACTER_LIMITS.text;
  return actual > limit ? [{ ...at, fault: "tooLong", limit, actual }] : [];
}

function initiatorFaults({ initiator, home }: StartDialogue, { directory }: Context): FieldFault[] {
  const at = { itemId: NEW_DIALOGUE, field: "initiator" };
  if (initiator === "") return [{ ...at, fault: "missing" }];
  const membership = directory.people.get(initiator);
  if (!membership) return [{ ...at, fault: "notAPerson" }];
  if (home.type === "channel" && !membership.teams.includes(home.teamId))
    return [{ ...at, fault: "notInTeam" }];
  return directory.organisation?.elected.includes(initiator)
    ? []
    : [{ ...at, fault: "notElected" }];
}

/** The initiating elected official says that it is so; nobody else can (decisions.md §1.2). */
export function confirmInitiator(state: Dialogue, context: Context): NewFact[] {
  if (!isInTeam(state, context.actor, context) || state.initiator !== context.actor)
    throw new Rejection({ code: "E-FORBIDDEN", who: ["initiator"] });
  if (state.status === "withdrawn")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  return state.initiatorConfirmed ? [] : [{ type: "InitiatorConfirmed" }];
}

/** Starter or initiator takes a draft back; from the board's decision on only the board can stop the dialogue (decisions.md §2.1, R-STOP). */
export function withdrawDialogue(state: Dialogue, context: Context): NewFact[] {
  const own = [state.starter, state.initiator].includes(context.actor);
  if (!own || !isInTeam(state, context.actor, context))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["starter", "initiator"] });
  if (state.gates.G3) throw new Rejection({ code: "E-LOCKED-RECORD" });
  return state.status === "withdrawn" ? [] : [{ type: "DialogueWithdrawn" }];
}

/** A draft taken back before it became a case leaves nothing of what people wrote (decisions.md §2.1). */
export function leavesNoWords({ status, items }: Dialogue): boolean {
  const isCase = ["identify.case", "decide.register"].some(
    (itemId) => !isBlank(items[itemId]?.values.dnr),
  );
  return status === "withdrawn" && !isCase;
}

function isInTeam({ home }: Dialogue, person: PersonId, { directory }: Context): boolean {
  const membership = directory.people.get(person);
  if (!membership) return false;
  return home.type === "personal" || membership.teams.includes(home.teamId);
}

import { overviewCard } from "../../src/cards/overview.ts";
import { personLeftCard, roleToldCard, standInCard } from "../../src/cards/role-told.ts";
import { type Opening, screenOf } from "../../src/cards/screens.ts";
import type { View } from "../../src/cards/view.ts";
import { away, give, regrouped, without } from "../support/absent.ts";
import * as history from "../support/given.ts";
import type { Shown, ViewAt } from "./every-card.ts";

const MORNING = "2027-02-01T08:00:00.000Z";
const stoodIn: readonly history.Step[] = [
  ...history.appointed,
  ["head", history.record("plan.appoint", { deputy: "other" }, 1)],
  give("a", "observer", "ks-head"),
  give("a", "observer", "guest"),
  give("reg", "actingChair", "b", "Gruppen valde vid mötet 1 februari."),
  [...away("a", "a", "2027-02-01"), MORNING],
  [...away("tjp", "tjp", "2027-02-01", "2027-02-12"), MORNING],
  [...away("c", "c", "2027-03-01", "2027-03-12"), MORNING],
];

/** Who holds which role: the pages, their forms, and what people are told in their own chats. */
export function everyRole(at: ViewAt): Shown[] {
  const dialogueId = "dialogue-1";
  const seen = (steps: readonly history.Step[], viewer?: string): View => {
    const like = at("appointed", viewer);
    return { ...like, state: { ...history.after(...steps), title: like.state.title } };
  };
  const dialog = (name: string, view: View, opening: Opening): Shown => ({
    name: `role-${name}`,
    place: "dialog",
    card: screenOf(view, opening, "new-1"),
  });
  const message = (name: string, card: Shown["card"]): Shown => ({
    name: `role-${name}`,
    place: "message",
    card,
  });
  const roles = { verb: "openRoles", dialogueId } as const;
  const role = (one: Extract<Opening, { verb: "openRole" }>["role"]) =>
    ({ verb: "openRole", dialogueId, role: one }) as const;
  const give_ = (one: Extract<Opening, { verb: "openGiveRole" }>["role"]) =>
    ({ verb: "openGiveRole", dialogueId, role: one }) as const;
  const gone = (view: View): View => ({
    ...view,
    directory: without("c", "head"),
    state: { ...view.state, roles: { ...view.state.roles, left: { c: NOON, head: NOON } } },
  });
  const replaced = [...history.appointed, replacement] as const;
  const changed = { ...seen(history.appointed, "reg") };
  const group = { members: ["a", "b", "c"], chair: "b", viceChair: "c", substitutes: ["d"] };
  const regroupedView = { ...changed, state: regrouped(changed.state, group) };
  return [
    dialog("all-first", at("triaged", "a"), roles),
    dialog("all", seen(history.appointed, "b"), roles),
    dialog("all-away", seen(stoodIn, "b"), roles),
    dialog("all-left", gone(seen(history.appointed, "tjp")), roles),
    dialog("chair", seen(stoodIn, "reg"), role("steeringChair")),
    dialog("members", seen(stoodIn, "b"), role("steeringMember")),
    dialog("members-regrouped", regroupedView, role("steeringMember")),
    dialog("members-left", gone(seen(history.appointed, "tjp")), role("steeringMember")),
    dialog("civil-servant-former", seen(replaced, "head"), role("civilServant")),
    dialog("observers", seen(stoodIn, "b"), role("observer")),
    dialog("registrar", seen(history.appointed, "a"), role("registrar")),
    dialog("form-head", seen(history.appointed, "reg"), give_("departmentHead")),
    dialog("form-acting-chair", seen(history.appointed, "reg"), give_("actingChair")),
    dialog("form-observer", seen(history.appointed, "a"), give_("observer")),
    dialog("form-absence", seen(stoodIn, "tjp"), {
      verb: "openAbsence",
      dialogueId,
      role: "civilServant",
      person: "tjp",
    }),
    message("overview-away", overviewCard(seen(stoodIn))),
    message("overview-left", overviewCard(gone(seen(history.appointed)))),
    ...(["civilServant", "deputy", "observer"] as const).map((one) =>
      message(`told-${one}`, roleToldCard(seen(stoodIn), one, HOLDER[one])),
    ),
    message("told-gone", roleToldCard(seen(replaced), "civilServant", "tjp")),
    message("stands-in-chair", standInCard(seen(stoodIn), "steeringChair", "b")),
    message("stands-in-tjp", standInCard(seen(stoodIn), "civilServant", "other")),
    message("stands-in-over", standInCard(seen(history.appointed), "steeringChair", "b")),
    message("left", personLeftCard(gone(seen(history.appointed, "tjp")), "c")),
    message("left-done", personLeftCard(seen(history.appointed, "tjp"), "c")),
  ];
}

const NOON = "2027-02-03T11:00:00.000Z";
const HOLDER = {
  civilServant: "tjp",
  deputy: "other",
  observer: "guest",
} as const;
const replacement: history.Step = [
  "head",
  history.record("plan.appoint", { civilServant: "other", appointedAt: "2027-02-20" }, 1),
  "2027-02-20T09:00:00.000Z",
];

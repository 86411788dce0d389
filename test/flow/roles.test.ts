import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOn, type Seat } from "../support/seat.ts";
import { sendItem } from "./acts.ts";
import { type Cast, castOf, TITLE, untilConfirmed } from "./stationstorget.ts";
import {
  lines,
  openStory,
  overviewOf,
  personNamed,
  readOverview,
  stopsAtFirstFailure,
  type Story,
  TEAM,
} from "./story.ts";

/** decisions.md §1.3–§1.7 and scenarios.md Q4, Q7, Q11: roles change hands in the middle of a dialogue. */
describe("roles over time, through the door", () => {
  let story: Story;
  let cast: Cast;
  let emily: Seat;
  let rasmus: Seat;
  let wilhelm: Seat;
  const overview = () => readOverview(cast.anna, TITLE);

  /** From the Översikt to the page of one role. */
  async function role(who: Seat, name: string) {
    await who.pressOn(await overviewOf(who, TITLE), "Öppna dialogen");
    await who.submit("Roller");
    return who.submit(name);
  }
  async function appoint(values: Readonly<Record<string, string>>): Promise<void> {
    await role(cast.head, "Utsedd tjänsteperson (processledare)");
    await cast.head.submit("Byt tjänsteperson");
    await cast.head.submit("Spara och stäng", values);
    await story.settled();
  }

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    cast = castOf(story);
    emily = story.person("Emily Carter");
    rasmus = story.person("Rasmus Eklund");
    wilhelm = story.person("Wilhelm Kjellberg");
    await untilConfirmed(story, cast);
    await story.at("2027-02-04 10:00");
    await appoint({
      Tjänsteperson: "Tove Johansson",
      "Utsedd den": "2027-02-04",
      Ersättare: "Rasmus Eklund",
    });
  });
  afterAll(() => story.close());

  test("who is given a role is told what it means in their own chat", async () => {
    const told = await cast.tove.see("Du är utsedd tjänsteperson", "personal");
    expect(readOn(told.card)).toContain("Du har ingen röst i styrgruppen.");
    await rasmus.see("Du är ersättare för tjänstepersonen", "personal");
    await story.at("2027-02-16 10:00");
    await cast.tove.press("Håll startmöte med styrgruppen");
    await cast.tove.submit("Spara och stäng", { "Dag för startmötet": "2027-02-16" });
    await story.settled();
  });

  test("the civil servant says they are away: the deputy acts, and only then", async () => {
    const on = await overviewOf(rasmus, TITLE);
    const wish = { item: "plan.kickoff", values: { kickoffDate: "2027-02-17" }, revision: 1 };
    const early = await story.unchanged(() => sendItem(rasmus, wish, on));
    expect(early.words).toContain("E-FORBIDDEN");
    await role(cast.tove, "Utsedd tjänsteperson (processledare)");
    await cast.tove.submit("Anteckna frånvaro: Tove Johansson");
    await cast.tove.submit("Spara", {
      "Från och med": "2027-02-17",
      "Till och med": "2027-02-19",
    });
    await story.at("2027-02-17 10:00");
    expect(await overview()).toContain(
      lines(
        "Tove Johansson · nås · frånvarande till och med 19 februari 2027",
        "Rasmus Eklund går in nu",
      ),
    );
    expect((await sendItem(rasmus, wish, on)).words).toContain("Sparat.");
    await story.at("2027-02-22 10:00");
    const late = { ...wish, values: { kickoffDate: "2027-02-18" }, revision: 2 };
    expect((await sendItem(rasmus, late, on)).words).toContain("E-FORBIDDEN");
  });

  test("Q7: the head replaces the civil servant; access changes at once, names and dates stay", async () => {
    await appoint({ Tjänsteperson: "Emily Carter", "Utsedd den": "2027-02-22", Ersättare: "" });
    const on = await overviewOf(cast.tove, TITLE);
    const wish = { item: "plan.kickoff", values: { kickoffDate: "2027-02-18" }, revision: 2 };
    expect((await sendItem(cast.tove, wish, on)).words).toContain("E-FORBIDDEN");
    expect((await sendItem(emily, wish, on)).words).toContain("Saved.");
    expect(
      readOn((await cast.tove.see("Du har inte längre den här rollen", "personal")).card),
    ).toContain("Det du har gjort finns kvar i historiken.");
    await story.settled();
    await emily.see("You are the appointed civil servant", "personal");
    const page = await role(cast.anna, "Utsedd tjänsteperson (processledare)");
    expect(page.words).toContain(
      lines("Tidigare", "Tove Johansson", "4 februari 2027 – 22 februari 2027"),
    );
    // The deadline of the first appointment is as it was kept then.
    expect(await overview()).toContain("klart 4 februari 2027 · förvaltningschefen (Johan Wallin)");
  });

  test("the registrar alone records another head, with a reason", async () => {
    const refused = await role(cast.anna, "Förvaltningschef");
    expect(refused.words).not.toContain("Byt förvaltningschef");
    await role(cast.registrar, "Förvaltningschef");
    await cast.registrar.submit("Byt förvaltningschef");
    const elected = await cast.registrar.submit("Spara", {
      "Ny förvaltningschef": "Margareta Öberg",
      Motivering: " ",
    });
    expect(elected.words).toContain("E-REASON");
    await cast.registrar.submit("Spara", {
      "Ny förvaltningschef": "Margareta Öberg",
      Motivering: "Ny från 1 mars.",
    });
    await story.settled();
    await story.person("Margareta Öberg").see("Du är förvaltningschef i dialogen", "personal");
    const on = await overviewOf(cast.head, TITLE);
    const wish = { item: "plan.appoint", values: { hoursPerWeek: "20" }, revision: 2 };
    const former = await story.unchanged(() => sendItem(cast.head, wish, on));
    expect(former.words).toContain("Det görs av förvaltningschefen (Margareta Öberg).");
  });

  test("the chair is away and there is no vice chair: whom the group has chosen acts", async () => {
    await role(cast.anna, "Ordförande i styrgruppen");
    await cast.anna.submit("Anteckna frånvaro: Anna Lindqvist");
    await cast.anna.submit("Spara", { "Från och med": "2027-02-22", "Till och med": "" });
    await role(cast.registrar, "Ordförande i styrgruppen");
    await cast.registrar.submit("Ordförande tills vidare");
    await cast.registrar.submit("Spara", {
      "Ordförande tills vidare": "Behzad Karimi",
      Motivering: "Gruppen valde vid mötet 22 februari.",
    });
    await story.settled();
    await cast.behzad.see("Du är ordförande tills vidare", "personal");
    expect(await overview()).toContain("Behzad Karimi går in nu");
    const method = {
      item: "plan.level",
      values: { level: "dialog" },
    };
    const on = await overviewOf(cast.behzad, TITLE);
    expect((await sendItem(cast.behzad, method, on)).words).toContain("Sparat.");
    // What the chair writes whole is fixed at once.
    await cast.behzad.pressOn(await overviewOf(cast.behzad, TITLE), "Öppna dialogen");
    const history = await cast.behzad.submit("Historik");
    expect(history.words).toContain("Behzad Karimi fastställde ”Bekräfta graden av inflytande”.");
    await role(cast.anna, "Ordförande i styrgruppen");
    await cast.anna.submit("Anteckna frånvaro: Anna Lindqvist");
    await cast.anna.submit("Är tillbaka");
    await story.settled();
    expect(await overview()).not.toContain("går in nu");
  });

  test("Q11: a guest without a part reads no draft; let in by the chair they read it all and change nothing", async () => {
    const item = "Håll startmöte med styrgruppen";
    const read = async () => {
      await wilhelm.pressOn(await overviewOf(wilhelm, TITLE), "Öppna dialogen");
      await wilhelm.submit("4. Planering, Pågår, Gemensamt");
      return wilhelm.submit(item);
    };
    expect((await read()).words).not.toContain("18 februari 2027");
    await role(cast.anna, "Insyn");
    await cast.anna.submit("Ge insyn");
    await cast.anna.submit("Spara", { "Person som får insyn": "Wilhelm Kjellberg (gäst)" });
    await story.settled();
    await wilhelm.see("Du har insyn i dialogen", "personal");
    expect((await read()).words).toContain("18 februari 2027");
    const on = await overviewOf(wilhelm, TITLE);
    const wish = { item: "plan.kickoff", values: { kickoffDate: "2027-02-19" }, revision: 3 };
    const refused = await story.unchanged(() => sendItem(wilhelm, wish, on));
    expect(refused.words).toContain("E-FORBIDDEN");
  });

  test("Q4: an administrator changes nothing of a dialogue and gives nobody a role", async () => {
    const zoran = story.person("Zoran Petrović");
    const on = await overviewOf(zoran, TITLE);
    const wish = { item: "plan.level", values: { level: "inflytande" }, revision: 1 };
    const refused = await story.unchanged(() => sendItem(zoran, wish, on));
    expect(refused.words).toContain("E-FORBIDDEN");
    const page = await role(zoran, "Insyn");
    expect(page.words).not.toContain("Ge insyn");
  });

  test("somebody leaves the team: no access from that moment, the civil servant is told, the cards say who puts it right", async () => {
    const cecilia = story.person("Cecilia Nyström");
    const on = await overviewOf(cecilia, TITLE);
    await story.town.emulator.roster({ teamId: TEAM.id, remove: [personNamed("Cecilia Nyström")] });
    await story.settled();
    const wish = { item: "plan.level", values: { level: "inflytande" }, revision: 1 };
    const refused = await story.unchanged(() => sendItem(cecilia, wish, on));
    expect(refused.words).toContain("E-FORBIDDEN");
    const told = await emily.see("Cecilia Nyström is no longer in the team", "personal");
    expect(readOn(told.card)).toContain("The board appoints a new member");
    expect(await overview()).toContain("Cecilia Nyström · har lämnat teamet");
    expect(await overview()).toContain(
      "Cecilia Nyström har lämnat teamet och kommer inte längre åt dialogen, men är kvar som ledamot i styrgruppen.",
    );
    await story.town.emulator.roster({ teamId: TEAM.id, add: [personNamed("Cecilia Nyström")] });
    await story.settled();
    expect(await overview()).not.toContain("har lämnat teamet");
    await emily.see("It is settled", "personal");
  });
});

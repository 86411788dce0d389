import { expect, test } from "vitest";
import { sendItem } from "./acts.ts";
import { codesIn, titles } from "./plan-acts.ts";
import { INVITATION } from "./stationstorget-later.ts";
import {
  checkResources,
  chooseMethod,
  E1,
  E1_MOVED,
  E2,
  fixAll,
  fixFeedback,
  GROUPS,
  mapGroups,
  planOccasions,
  planTheRest,
  promiseFeedback,
  propose,
  reachOut,
  safeguard,
  shareOut,
  VARIANT_SHARES,
  writeQuestions,
} from "./stationstorget-plan.ts";
import type { Told } from "./stationstorget-told.ts";
import { TITLE } from "./stationstorget.ts";
import { lines, overviewOf } from "./story.ts";
import { allCodesIn } from "./told.ts";

/** scenarios.md, scenario 1, from 2027-03-01 to 2027-03-23. */
export function planningRows(told: Told): void {
  test("2027-03-01 10:00 A fixes the feedback method: D03 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-03-01 10:00");
    await fixFeedback(cast.anna);
    await story.settled();
    expect(await told.overview()).toContain(
      lines("Sättet att återkoppla bestämt", "klart 1 mars 2027 · ordföranden (Anna Lindqvist)"),
    );
    expect(await told.overview()).toContain("Du är här · 3 av 16 punkter klara · senast 1 april");
    expect(await told.codes()).toEqual([]);
  });

  test("2027-03-10 the groups are mapped, and variant 1v is warned about: W-RESOURCE-PRIORITY", async () => {
    const { story, cast } = told;
    await story.at("2027-03-10 10:00");
    await writeQuestions(cast.tove);
    await mapGroups(cast.tove);
    const warned = await shareOut(cast.anna, VARIANT_SHARES);
    expect(allCodesIn(warned.words)).toEqual(["W-RESOURCE-PRIORITY"]);
    expect(warned.words).toContain(
      lines(
        "Insatsen går mest till andra än dem som sällan hörs",
        "45 % går till dem som berörs mest och hörs minst. 55 % går till övriga.",
        "Lägg mer på dem som berörs mest och hörs minst. Annars motiverar ordföranden varför ni går vidare.",
        "W-RESOURCE-PRIORITY",
      ),
    );
    const shared = await shareOut(
      cast.anna,
      GROUPS.map(([, , , share]) => share),
    );
    expect(allCodesIn(shared.words)).toEqual([]);
  });

  test("2027-03-15 outreach, method, plans, resources and safeguards are planned, each by its form", async () => {
    const { story, cast } = told;
    await story.at("2027-03-15 10:00");
    await reachOut(cast.tove);
    await chooseMethod(cast.tove, cast.anna);
    await promiseFeedback(cast.tove);
    const resources = await checkResources(cast.tove, "138 000");
    expect(allCodesIn(resources.words)).toEqual(["E-PLAN-INCOMPLETE"]);
    await safeguard(cast.tove);
  });

  test("2027-03-19 10:00 TJP plans E1 on a klämdag: W-KLAMDAG, and moves it to the Wednesday", async () => {
    const { story, cast } = told;
    await story.at("2027-03-19 10:00");
    const warned = await planOccasions(cast.tove, E1);
    expect(allCodesIn(warned.words)).toEqual(["W-KLAMDAG"]);
    expect(warned.words).toContain(
      lines(
        "Dagen är en klämdag",
        "Gäller: Tillfälle 1 · fredag 7 maj 2027.",
        "Många kan vara lediga.",
        "W-KLAMDAG",
      ),
    );
    await cast.tove.submit("Ändra rad 1");
    const changed = await cast.tove.submit("Spara", E1_MOVED);
    expect(changed.words).toContain("onsdag 12 maj 2027 kl. 18.00");
    expect(allCodesIn(changed.words)).toEqual([]);
  });

  test("2027-03-22 10:00 TJP plans E2 on a Saturday: W-NONWORKING, and proposes: D04 is done, D05 is due 12 April", async () => {
    const { story, cast } = told;
    await story.at("2027-03-22 10:00");
    const warned = await planOccasions(cast.tove, E2);
    expect(allCodesIn(warned.words)).toEqual(["W-NONWORKING"]);
    expect(warned.words).toContain(
      lines(
        "Dagen är inte en arbetsdag",
        "Gäller: Tillfälle 2 · lördag 22 maj 2027.",
        "Det går bra om ni menar det.",
        "W-NONWORKING",
      ),
    );
    await planTheRest(cast.tove, cast.kom);
    await fixAll(cast.anna);
    await propose(cast.tove);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      "Avstämning godkänd: senast måndag 12 april 2027 · ordföranden (Anna Lindqvist)",
    ]);
    expect(await told.dates("Klart eller utgått")).toContain(
      "Förslag till genomförande: klart 22 mars 2027 · tjänstepersonen (Tove Johansson)",
    );
    expect(await told.codes()).toEqual([]);
    expect(await told.overview()).toContain("4 steg klara. Du är här: 5. Avstämning");
  });

  test("2027-03-23 10:00 KOM may not publish the invitation yet: E-NOT-APPROVED", async () => {
    const { story, cast } = told;
    await story.at("2027-03-23 10:00");
    await cast.kom.press("6. Genomföra dialog, Inte påbörjat, Gemensamt");
    const page = await cast.kom.submit(INVITATION);
    expect(codesIn(page.words)).toEqual(["E-NOT-APPROVED"]);
    expect(titles(page)).toEqual(["Tillbaka till steget", "Stäng"]);
    const on = await overviewOf(cast.kom, TITLE);
    const invitation = { item: "event.invite", values: { publishedAt: "2027-03-23" } };
    const refused = await story.unchanged(() => sendItem(cast.kom, invitation, on));
    expect(codesIn(refused.words)).toEqual(["E-NOT-APPROVED"]);
  });
}

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Client } from "../support/seat.ts";
import { type OpenBrowser, openBrowser, type WatchedPage } from "../support/browser.ts";
import { registerDecision } from "../flow/decision-acts.ts";
import { ANSWERING, answerRound, answersOf } from "../flow/internal-round-rows.ts";
import { openRounds } from "../flow/survey-acts.ts";
import {
  askTheGroup,
  compileReport,
  debrief,
  E1_HELD,
  E2_HELD,
  endFollowUp,
  FINAL,
  followMinutes,
  giveReasons,
  handOver,
  hold,
  learn,
  publishInvitation,
  QUESTION,
  remindInvited,
  reportEvaluation,
  sendBack,
  tellWhatHappened,
  tellWhatWasDecided,
  tellWhatWasSaid,
} from "../flow/stationstorget-later.ts";
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
  writeQuestions,
} from "../flow/stationstorget-plan.ts";
import { untilKickoff } from "../flow/stationstorget-told.ts";
import { type CastOf, castOf, TITLE } from "../flow/stationstorget.ts";
import { openStory, stopsAtFirstFailure, type Story } from "../flow/story.ts";
import { sitAt } from "./page-seat.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

/** scenarios.md, scenario 1, every date that moves the dialogue, at the page that stands in for Teams. */
describe("Otrygghet på Stationstorget, played at the emulator's page", () => {
  let story: Story;
  let browser: OpenBrowser;
  let watched: WatchedPage;
  let seats: ReturnType<typeof sitAt>;
  let cast: CastOf<Client>;
  const started = performance.now();

  stopsAtFirstFailure();
  beforeAll(async () => {
    [story, browser] = await Promise.all([openStory("Stationstorget"), openBrowser()]);
    watched = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    await watched.page.goto(story.town.emulator.url);
    seats = sitAt(watched.page, "Stationstorget");
    cast = castOf(seats);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail")
      await watched.page.screenshot({ path: "test-output/stationstorget.png" });
  });
  afterAll(async () => {
    await browser.close();
    await story.close();
  });

  test("2027-01-11 to 02-16: the question, the board's decision, the lock and the kick-off", async () => {
    await untilKickoff(seats, cast);
    await seats.see("Anna Lindqvist", "Planeringen är öppen");
  });

  test("2027-03-01 to 03-22: the plan is made, item by item, and proposed", async () => {
    const { anna, tove, kom } = cast;
    await seats.at("2027-03-01 10:00");
    await fixFeedback(anna);
    await seats.at("2027-03-10 10:00");
    await writeQuestions(tove);
    await mapGroups(tove);
    await shareOut(
      anna,
      GROUPS.map(([, , , share]) => share),
    );
    await seats.at("2027-03-15 10:00");
    await reachOut(tove);
    await chooseMethod(tove, anna);
    await promiseFeedback(tove);
    await checkResources(tove, "138 000");
    await safeguard(tove);
    await seats.at("2027-03-19 10:00");
    const warned = await planOccasions(tove, E1);
    expect(warned.words).toContain("W-KLAMDAG");
    await tove.submit("Ändra rad 1");
    await tove.submit("Spara", E1_MOVED);
    await seats.at("2027-03-22 10:00");
    await planOccasions(tove, E2);
    await planTheRest(tove, kom);
    await fixAll(anna);
    await propose(tove);
    await seats.settled();
    await seats.see("Oskar Blom", "4 steg klara. Du är här: 5. Avstämning");
  });

  test("2027-03-23 to 05-04: the group answers 4–1, and the invitation and its reminder go out", async () => {
    const { tove, elif, kom } = cast;
    await seats.at("2027-03-23 10:00");
    await askTheGroup(tove);
    await seats.at("2027-04-08 10:00");
    for (const name of ["Anna Lindqvist", "Behzad Karimi", "Cecilia Nyström", "David Holmgren"])
      await seats.person(name).press("Tillstyrk", "personal");
    await sendBack(elif, "Kostnaden är för hög.");
    await seats.at("2027-04-08 17:30");
    await seats.see("Oskar Blom", QUESTION, "Styrgruppen tillstyrker 4–1");
    await seats.at("2027-04-20 10:00");
    await publishInvitation(kom);
    await seats.at("2027-05-04 10:00");
    await remindInvited(kom);
  });

  test("2027-05-12 to 06-10: two tillfällen are held, and what was said becomes a report", async () => {
    const { tove } = cast;
    await seats.at("2027-05-12 20:30");
    await hold(cast, E1_HELD);
    await seats.at("2027-05-14 10:00");
    await debrief(tove, "E1", "2027-05-14");
    await seats.at("2027-05-22 14:00");
    await hold(cast, E2_HELD);
    await seats.at("2027-05-25 10:00");
    await debrief(tove, "E2", "2027-05-25");
    await seats.at("2027-06-02 08:00");
    expect((await openRounds(tove)).words).toContain("Stängde tisdag 1 juni 2027");
    await seats.at("2027-06-10 10:00");
    await compileReport(tove);
    await seats.settled();
    await seats.see("Tove Johansson", "7 steg klara. Du är här: 8. Beslut");
  });

  test("2027-06-17 to 08-13: the board decides, and those who took part are told what and why", async () => {
    const { anna, registrar } = cast;
    await seats.at("2027-06-17 10:00");
    await tellWhatWasSaid(anna);
    await seats.at("2027-06-23 16:00");
    await giveReasons(registrar);
    await registerDecision(registrar, "Slutligt beslut i frågan", FINAL);
    await seats.settled();
    await anna.press("Stämmer", "personal");
    await seats.at("2027-06-29 12:00");
    await followMinutes(registrar, { Justerat: "2027-06-29" });
    await seats.at("2027-07-01 12:00");
    await followMinutes(registrar, { Anslaget: "2027-07-01" });
    await seats.at("2027-08-13 10:00");
    await tellWhatWasDecided(anna);
    await seats.settled();
    await seats.see(
      "Behzad Karimi",
      "9 steg klara. Du är här: 10. Utvärdering och gemensamt lärande",
    );
  });

  test("2027-08-16 to 2028-07-24: learnt, followed up twice, handed over, and closed by itself", async ({
    annotate,
  }) => {
    const { anna, tove, registrar } = cast;
    await seats.at("2027-08-16 08:30");
    for (const name of ANSWERING) await answerRound(seats.person(name), answersOf(name));
    await seats.at("2027-08-30 23:59");
    await seats.see("Margareta Öberg", "7 av 8 svarade.");
    await seats.at("2027-09-09 10:00");
    await learn(anna);
    await seats.at("2027-09-28 13:00");
    await reportEvaluation(tove);
    await seats.at("2027-12-21 10:00");
    await tellWhatHappened(anna, "Pågår", "2027-12-21");
    await seats.at("2028-06-22 10:00");
    await tellWhatHappened(anna, "Genomfört", "2028-06-22");
    await endFollowUp(anna);
    await seats.at("2028-06-27 10:00");
    await handOver(registrar);
    await seats.at("2028-07-24 08:30");
    await seats.see("Wilhelm Kjellberg", TITLE, "Dialogen avslutades 24 juli 2028");
    expect(watched.errors).toEqual([]);
    // How long it takes is told, and nothing is demanded of it.
    const seconds = Math.round((performance.now() - started) / 1_000);
    await annotate(`${seats.presses()} presses at the page in ${seconds} s`);
  });
});
